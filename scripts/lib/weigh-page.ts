import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';
import { openContext } from './browser.ts';

/** What came over the line for a page, in bytes as a host sends them. */
export interface PageWeight {
  readonly requests: number;
  readonly html: number;
  readonly css: number;
  readonly script: number;
  readonly other: number;
  readonly total: number;
  /** Sum of layout shifts while the page is opened and read to its end. */
  readonly shift: number;
  /** Files that hold up the first picture. */
  readonly blocking: readonly string[];
  /** Scripts that come only when the reader scrolls. */
  readonly later: number;
}

interface Loaded {
  readonly type: string;
  readonly url: string;
  readonly bytes: number;
}

const PHONE = { width: 390, height: 844 };

/** Opens a page on a phone with nothing in the cache, reads it to its end and returns what it weighs. */
export async function weighPage(browser: Browser, url: string): Promise<PageWeight> {
  const context = await openContext(browser, { viewport: PHONE });
  try {
    const page = await context.newPage();
    const responses = collect(page);
    await page.addInitScript(() => {
      const seen = { shifts: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if ('value' in entry && typeof entry.value === 'number') seen.shifts += entry.value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    const first = await sizes(responses.splice(0));
    const blocking = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((e) => 'renderBlockingStatus' in e && e.renderBlockingStatus === 'blocking')
        .map((entry) => new URL(entry.name).pathname),
    );
    await readToEnd(page);
    await page.waitForLoadState('networkidle');
    const later = await sizes(responses);
    const shift = await page.evaluate(
      () => (window as unknown as { seen: { shifts: number } }).seen.shifts,
    );
    const sum = (form: RegExp) => total(first.filter(({ type }) => form.test(type)));
    const [html, css, script] = [sum(/html/u), sum(/css/u), sum(/javascript/u)];
    return {
      requests: first.length,
      html,
      css,
      script,
      other: total(first) - html - css - script,
      total: total(first),
      shift,
      blocking,
      later: total(later.filter(({ type }) => type.includes('javascript'))),
    };
  } finally {
    await context.close();
  }
}

/** Returns how many bytes a first query loads beyond the page of the search itself. */
export async function weighQuery(browser: Browser, search: string, query: string): Promise<number> {
  const context = await openContext(browser, { viewport: PHONE });
  try {
    const page = await context.newPage();
    const responses = collect(page);
    await page.goto(search, { waitUntil: 'networkidle' });
    const own = new Set(responses.splice(0).map((response) => response.url()));
    // What this page has in its cache must not count: another context has none of it.
    const fresh = await openContext(browser, { viewport: PHONE });
    const asked = await fresh.newPage();
    const answers = collect(asked);
    await asked.goto(`${search}?q=${encodeURIComponent(query)}`);
    await asked.waitForSelector(
      '#search-results:is([data-search-state="done"], [data-search-state="empty"])',
      { state: 'attached' },
    );
    await asked.waitForLoadState('networkidle');
    const found = await sizes(answers);
    await fresh.close();
    return total(found.filter(({ url }) => !own.has(url) && !url.startsWith(`${search}?`)));
  } finally {
    await context.close();
  }
}

function collect(page: Page): Response[] {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  return responses;
}

/** A host leaves alone what gzip makes no smaller: the files of the search index, pictures. */
async function sizes(responses: readonly Response[]): Promise<Loaded[]> {
  return Promise.all(
    responses.map(async (response) => {
      const body = await response.body();
      return {
        type: response.headers()['content-type'] ?? '',
        url: response.url(),
        bytes: Math.min(body.length, gzipSync(body).length),
      };
    }),
  );
}

function total(loaded: readonly Loaded[]): number {
  return loaded.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function readToEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    scrollTo({ top: 0, behavior: 'instant' });
  });
}
