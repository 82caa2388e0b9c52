import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openContext, startBrowser } from '../lib/browser.ts';
import { samplePages, serveSite, sites, stop, type ServedSite } from '../lib/sites.ts';
import { loadAxe, violations } from './axe.ts';

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { colorScheme, width: 390, height: 844 },
  { colorScheme, width: 1280, height: 800 },
]);

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each(sites.map((site) => [site.name, site] as const))('%s', (_, site) => {
  let served: ServedSite;
  let context: BrowserContext;
  beforeAll(async () => {
    served = await serveSite(site);
    // A reader of none of the languages: the language page stays.
    context = await openContext(browser, { locale: 'is-IS' });
  });
  afterAll(async () => {
    await context.close();
    await stop(served);
  });

  it.each([
    ...samplePages(site).map(({ address }) => address),
    ...site.languages.map(({ segment }) => `${segment}/search/?q=CSV`),
    '',
    'no-such-page/',
  ])(
    'has nothing against WCAG 2.2 AA on /%s, light and dark, phone and desktop',
    async (address) => {
      const page = await context.newPage();
      await page.goto(`${served.url}${address}`);
      if (address.includes('?q=')) await page.waitForSelector('#search-results > li');
      await loadAxe(page);
      expect(await everyLook(page)).toEqual({});
      await page.close();
    },
  );

  it.each(site.languages.map(({ segment }) => segment))(
    'has nothing against WCAG 2.2 AA in the open language menu in %s',
    async (segment) => {
      const page = await context.newPage();
      await page.goto(`${served.url}${segment}/`);
      await page.click('details.lang > summary');
      await page.waitForSelector('.lang-list a');
      await loadAxe(page);
      expect(await everyLook(page, 'details.lang')).toEqual({});
      await page.close();
    },
  );
});

it('finds what is wrong on a bad page', async () => {
  const page = await browser.newPage();
  await page.setContent(
    '<html><body><img src="x.png"><p style="color:#ccc">pale</p></body></html>',
  );
  await loadAxe(page);
  const found = (await violations(page)).join('\n');
  expect((await violations(page, 'html', 'colours')).join('\n')).toMatch(/color-contrast/u);
  expect(found).toMatch(/image-alt/u);
  expect(found).toMatch(/color-contrast/u);
  expect(found).toMatch(/html-has-lang/u);
  await page.close();
});

/** Violations by look; looks without any are left out. */
async function everyLook(page: Page, part?: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const { colorScheme, width, height } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    const here = await violations(page, part, colorScheme === 'light' ? 'all' : 'colours');
    if (here.length > 0) found[`${colorScheme} ${String(width)}`] = here;
  }
  return found;
}
