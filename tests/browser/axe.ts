export { loadAxe, violations } from '../../scripts/lib/axe.ts';
