import type { BrowserContext, Page, Request } from 'playwright-core';

/** The driver's own words where a context has service workers switched off. */
const NO_WORKER = 'Service Worker registration blocked by Playwright';

/** What must never happen while a page is open, as it happened. */
export interface Watch {
  readonly page: Page;
  /** What was complained of; to be emptied before the page is led to another address. */
  readonly complaints: string[];
}

/**
 * Opens a page that is watched: messages in the console, uncaught errors, violations of the content
 * security policy, failed requests, and requests to any host but the site's own (they are stopped).
 */
export async function openWatched(context: BrowserContext, origin: string): Promise<Watch> {
  const page = await context.newPage();
  const complaints: string[] = [];
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // eslint-disable-next-line no-console -- the browser's console is how the page tells us
      console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('console', (message) => {
    if (message.text() === NO_WORKER) return;
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    // What the browser drops because the reader leaves the page is no failure.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      complaints.push(`failed: ${said(request)}`);
  });
  await page.route(
    (url) => url.origin !== origin && url.protocol !== 'data:',
    async (route) => {
      complaints.push(`another host: ${route.request().url()}`);
      await route.abort();
    },
  );
  return { page, complaints };
}

function said(request: Request): string {
  return `${request.url()} ${request.failure()?.errorText ?? ''}`;
}

/** Returns how far the page is wider than the window, in CSS pixels: 0 where nothing is cut off. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(scrollWidth, document.body.scrollWidth) - clientWidth;
  });
}

/** Returns the texts whose room is so narrow that they stand as a column of letters. */
export function squeezed(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main :is(th, td, p, li, dt, dd, h1, h2, h3, span)')]
      .filter((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const { width, height } = range.getBoundingClientRect();
        return (
          width > 1 && height > 80 && height > 5 * width && element.textContent.trim().length > 5
        );
      })
      .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 60)}`),
  );
}
