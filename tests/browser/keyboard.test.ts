import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
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

describe.each(sites.map((site) => [site.name, site] as const))('%s by keyboard', (_, site) => {
  let served: ServedSite;
  let context: BrowserContext;
  beforeAll(async () => {
    served = await serveSite(site);
    context = await openContext(browser, { viewport: { width: 390, height: 844 } });
  });
  afterAll(async () => {
    await context.close();
    await stop(served);
  });

  it.each(samplesInTurn(site).map(({ address }) => address))(
    'skips to the main part of /%s with Tab and Enter',
    async (address) => {
      const page = await context.newPage();
      await page.goto(`${served.url}${address}`);
      await page.keyboard.press('Tab');
      expect(await focused(page)).toMatchObject({ class: 'skip', visible: true });
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => location.hash === '#main');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toMatchObject({ inMain: true });
      await page.close();
    },
  );

  it.each(site.languages.map(({ segment }) => segment))(
    'opens, walks and follows the language menu in %s',
    async (segment) => {
      const other = site.languages.findIndex((language) => language.segment !== segment);
      const page = await context.newPage();
      await page.goto(`${served.url}${segment}/goals/`);
      for (let step = 0; step < 10 && (await focused(page)).tag !== 'SUMMARY'; step += 1) {
        await page.keyboard.press('Tab');
      }
      expect(await focused(page)).toMatchObject({ tag: 'SUMMARY', visible: true });
      await page.keyboard.press('Enter');
      for (let step = 0; step <= other; step += 1) await page.keyboard.press('Tab');
      expect(await focused(page)).toMatchObject({ tag: 'A', visible: true });
      await page.keyboard.press('Enter');
      await page.waitForURL(`${served.url}${site.languages[other]?.segment ?? ''}/goals/`);
      await page.close();
    },
  );

  it('shows where the focus is on every stop of an indicator page', async () => {
    const sample = samplePages(site).find(({ kind }) => kind === 'indicator');
    const page = await context.newPage();
    await page.goto(`${served.url}${sample?.address ?? ''}`);
    const hidden: string[] = [];
    let stops = 0;
    for (; stops < 200; stops += 1) {
      await page.keyboard.press('Tab');
      const now = await focused(page);
      if (now.tag === 'BODY') break;
      if (!now.visible || !now.outlined) hidden.push(now.text);
    }
    expect(stops).toBeGreaterThan(10);
    expect(stops).toBeLessThan(200);
    expect(hidden).toEqual([]);
    await page.close();
  });
});

/** What has the focus, and whether a reader sees that it has. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { width, height, bottom, right } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      tag: element.tagName,
      class: element.className,
      text: `${element.tagName} ${element.textContent.trim().slice(0, 60)}`,
      inMain: element.closest('main') !== null,
      visible: width > 1 && height > 1 && bottom > 0 && right > 0 && element.checkVisibility(),
      outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    };
  });
}
