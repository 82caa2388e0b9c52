export { loadAxe, violations, type Rules } from '../../scripts/lib/axe.ts';
