import { afterAll, beforeAll } from 'vitest';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { openContext, startBrowser } from './browser.ts';
import { serveSite, stop, type BuiltSite, type ServedSite } from './sites.ts';

/**
 * What a group of tests needs of a site: it is served, and one page is opened and used by all of them. To
 * open a page costs three times what it costs to lead it on, so a test takes another only where it leaves
 * something behind in it: a listener, a route, a setting.
 */
export interface Visit {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly served: ServedSite;
  /** Address of the site with its base path. */
  readonly url: string;
  /** Leads the page to an address below the base path ("ja/checks/"), in the group's window and media. */
  readonly open: (address: string) => Promise<Page>;
  /** Leads the page to markup of a test's own, under no policy: a bad page, for a measure to find. */
  readonly show: (html: string) => Promise<Page>;
}

/** Serves a site for the tests of a `describe`, and opens a page of it. */
export function visit(site: BuiltSite, options: BrowserContextOptions = {}): Visit {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let served: ServedSite;
  beforeAll(async () => {
    browser = await startBrowser();
    served = await serveSite(site);
    context = await openContext(browser, options);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await stop(served);
  });
  return {
    get browser() {
      return browser;
    },
    get context() {
      return context;
    },
    get page() {
      return page;
    },
    get served() {
      return served;
    },
    get url() {
      return served.url;
    },
    async open(address) {
      await page.goto(`${served.url}${address}`);
      return page;
    },
    async show(html) {
      await page.goto('about:blank');
      await page.setContent(html);
      return page;
    },
  };
}
