import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { openContext, startBrowser } from '../lib/browser.ts';
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

describe.each(sites.map((site) => [site.name, site] as const))(
  '%s without JavaScript',
  (_, site) => {
    let served: ServedSite;
    let plain: BrowserContext;
    let scripted: BrowserContext;
    beforeAll(async () => {
      served = await serveSite(site);
      plain = await openContext(browser, { javaScriptEnabled: false });
      scripted = await openContext(browser);
    });
    afterAll(async () => {
      await plain.close();
      await scripted.close();
      await stop(served);
    });

    const samples = samplePages(site);

    it.each(
      samplesInTurn(site)
        .filter(({ kind }) => !['search', 'offline'].includes(kind))
        .map(({ address }) => address),
    )('shows the same words on /%s', async (address) => {
      const words: string[] = [];
      for (const context of [plain, scripted]) {
        const page = await context.newPage();
        await page.goto(`${served.url}${address}`);
        expect(await page.isVisible('h1')).toBe(true);
        words.push(await page.innerText('main'));
        await page.close();
      }
      expect(words[0]).toBe(words[1]);
      expect(words[0]?.length).toBeGreaterThan(50);
    });

    it.each(samples.filter(({ kind }) => kind === 'indicator').map(({ address }) => address))(
      'shows the chart, one drawing for each width, and its open table on /%s',
      async (address) => {
        const page = await plain.newPage();
        await page.goto(`${served.url}${address}`);
        const shown = () => page.locator('figure.chart > svg:visible').count();
        await page.setViewportSize({ width: 1280, height: 800 });
        expect(await shown()).toBe(1);
        await page.setViewportSize({ width: 390, height: 844 });
        expect(await shown()).toBe(1);
        expect(await page.locator('figure.chart > svg:visible text').count()).toBeGreaterThan(3);
        expect(await page.isVisible('details.more table')).toBe(true);
        expect(await page.locator('details.more tbody tr').count()).toBeGreaterThan(0);
        await page.close();
      },
    );

    it.each(site.languages.map(({ segment }) => segment))(
      'opens the language menu, whose links work, in %s',
      async (segment) => {
        const page = await plain.newPage();
        await page.goto(`${served.url}${segment}/checks/`);
        expect(await page.isVisible('.lang-list')).toBe(false);
        await page.click('details.lang > summary');
        const other = site.languages.findLast((language) => language.segment !== segment);
        await page.click(`.lang-list a[lang="${other?.tag ?? ''}"]`);
        expect(page.url()).toBe(`${served.url}${other?.segment ?? ''}/checks/`);
        await page.close();
      },
    );

    it.each(site.languages.map(({ segment }) => segment))(
      'tells on the search page of %s how to go on',
      async (segment) => {
        const page = await plain.newPage();
        await page.goto(`${served.url}${segment}/search/?q=CSV`);
        const links = await page
          .locator('.noscript:visible a')
          .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
        expect(links).toEqual([
          `${site.base}${segment}/indicators/`,
          `${site.base}${segment}/plans/`,
        ]);
        await page.close();
      },
    );

    it('sends the language page on to the first language', async () => {
      const page = await plain.newPage();
      await page.goto(served.url);
      await page.waitForURL(`${served.url}${site.languages[0].segment}/`);
      expect(await page.isVisible('h1')).toBe(true);
      await page.close();
    });
  },
);
