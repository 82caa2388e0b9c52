export { openWatched, overflow, squeezed, type Watch } from '../../scripts/lib/watch.ts';
