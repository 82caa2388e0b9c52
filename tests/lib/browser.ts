// Commands use the browser too, and may not import tests.
export { openContext, shareBrowser, startBrowser } from '../../scripts/lib/browser.ts';
