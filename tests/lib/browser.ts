// Commands use the browser too, and may not import tests.
export { openContext, startBrowser } from '../../scripts/lib/browser.ts';
