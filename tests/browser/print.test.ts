import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { openContext, startBrowser } from '../lib/browser.ts';
import { squeezed } from './watch.ts';
import {
  samplePages,
  samplesInTurn,
  serveSite,
  sites,
  stop,
  type ServedSite,
} from '../lib/sites.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each(sites.map((site) => [site.name, site] as const))('%s on paper', (_, site) => {
  let served: ServedSite;
  let context: BrowserContext;
  beforeAll(async () => {
    served = await serveSite(site);
    // Printing from a dark screen is printing too.
    context = await openContext(browser, { colorScheme: 'dark' });
  });
  afterAll(async () => {
    await context.close();
    await stop(served);
  });

  it.each(samplesInTurn(site).map(({ address }) => address))(
    'prints /%s with its tables and address, without the tools of the screen',
    async (address) => {
      const page = await context.newPage();
      await page.goto(`${served.url}${address}`);
      await page.emulateMedia({ media: 'print' });
      for (const tool of [
        '.site-nav',
        '.tools',
        '.skip',
        'form.search',
        '.downloads',
        '.site-foot ul',
      ]) {
        expect([tool, await page.locator(`${tool}:visible`).count()]).toEqual([tool, 0]);
      }
      // Details that an easy page folds away stay folded: it prints what it shows.
      const folded = await page.locator('.more-all:not([open]) table').count();
      expect(await page.locator('table:visible').count()).toBe(
        (await page.locator('table').count()) - folded,
      );
      expect(await page.innerText('.site-foot .print-only')).toContain(
        `${site.origin}${site.base}${address}`,
      );
      expect(await squeezed(page)).toEqual([]);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(ground);
      await page.close();
    },
  );

  it.each(
    samplePages(site)
      .filter(({ kind }) => kind === 'indicator')
      .map(({ address }) => address),
  )(
    'prints /%s on four sheets of A4 at most, with the table a reader has closed',
    async (address) => {
      const page = await context.newPage();
      await page.goto(`${served.url}${address}`);
      await page.click('details.more > summary');
      expect(await page.isVisible('details.more table')).toBe(false);
      const pdf = await page.pdf({ format: 'A4' });
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
      expect(sheets).toBeGreaterThanOrEqual(1);
      expect(sheets).toBeLessThanOrEqual(4);
      await page.emulateMedia({ media: 'print' });
      const height = await page
        .locator('details.more table')
        .evaluate((t) => t.getBoundingClientRect().height);
      expect(height).toBeGreaterThan(20);
      await page.close();
    },
  );
});
