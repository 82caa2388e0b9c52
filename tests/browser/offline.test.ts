import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openContext, startBrowser } from '../lib/browser.ts';
import { firstSite, pagePaths, samplePages, sites } from '../lib/sites.ts';
import { openHost, save, waitForState, waitUntilKept, type Host } from './offline-host.ts';
import { openWatched } from './watch.ts';

/** Reading without network: the host is really gone, the browser's own switch is not used. */

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each(sites.map((site) => [site.name, site] as const))('%s', (_, site) => {
  const [language, other] = site.languages;
  const { segment } = language;
  const indicator = pagePaths(site, segment).find((path) => /^indicators\/./u.test(path)) ?? '';
  let host: Host;
  let context: BrowserContext;
  beforeAll(async () => {
    host = await openHost(site);
    context = await openContext(browser, { serviceWorkers: 'allow', locale: 'is-IS' });
  });
  afterAll(async () => {
    await context.close();
    await host.close();
  });

  it('keeps a page from its first visit on, asks for little, and says which pages are there', async () => {
    const own = await openContext(browser, { serviceWorkers: 'allow' });
    const page = await own.newPage();
    const address = `${host.url}${segment}/${indicator}`;
    host.asked.length = 0;
    await page.goto(address);
    await waitUntilKept(page);
    // With everything the worker asks for behind the page's back; the icon is the browser's wish.
    const asked = host.asked.filter((path) => path !== 'favicon.svg');
    expect(asked.filter((path) => path.startsWith('packs/'))).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(7);
    const title = await page.innerText('h1');
    const before = await looks(page);
    await host.close();

    await page.goto(address);
    expect(await page.innerText('h1')).toBe(title);
    expect(await looks(page)).toEqual(before);

    const answer = await page.goto(`${host.url}${segment}/checks/`);
    expect(answer?.status()).toBe(503);
    expect(await page.getAttribute('html', 'lang')).toBe(language.tag);
    expect(await looks(page)).toEqual(before);
    expect(
      await page
        .locator('main .ledger a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
    ).toEqual([`${site.base}${segment}/${indicator}`]);
    await page.click('main .ledger a');
    await page.waitForURL(address);
    expect(await page.innerText('h1')).toBe(title);

    await host.open();
    await page.goto(`${host.url}${segment}/checks/`);
    expect(await page.locator('[data-offline-here]').count()).toBe(0);
    await own.close();
  });

  it('saves a language with one request: every kind of page and the search work with nobody there', async () => {
    const { page, complaints } = await openWatched(context, new URL(host.url).origin);
    host.asked.length = 0;
    await save(page, host.url, segment);
    await waitForState(page, 'saved');
    expect(host.asked.filter((path) => path.startsWith('packs/'))).toHaveLength(1);
    await host.close();

    const samples = samplePages(site).filter((sample) => sample.language === language);
    expect(samples.length).toBeGreaterThan(15);
    for (const { address, path } of samples) {
      const answer = await page.goto(`${host.url}${address}`);
      expect([address, answer?.status()]).toEqual([address, 200]);
      expect([address, await page.locator('link[rel="canonical"]').getAttribute('href')]).toEqual([
        address,
        expect.stringContaining(`/${path}`),
      ]);
      expect([address, (await looks(page)).styled]).toEqual([address, true]);
    }
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);

    await page.goto(`${host.url}${segment}/search/?q=CSV`);
    await page.waitForSelector('[data-search-state="done"]');
    const result = page.locator('#search-results > li a').first();
    const title = await result.innerText();
    await result.click();
    await page.waitForURL((url) => !url.pathname.includes('/search/'));
    expect((await page.title()).startsWith(title.slice(0, 4))).toBe(true);

    // The root, an address without its slash, and what is not there.
    expect((await page.goto(host.url))?.status()).toBe(200);
    expect((await page.goto(`${host.url}${segment}/checks`))?.status()).toBe(200);
    expect((await page.goto(`${host.url}${segment}/no-such-page/`))?.status()).toBe(503);
    expect((await page.goto(`${host.url}${other?.segment ?? ''}/checks/`))?.status()).toBe(503);
    await page.goto(`${host.url}${segment}/offline/`);
    await waitForState(page, 'saved');
    await page.close();
    await host.open();
  });
});

it('sends an installed site without network from its root to a language that is there', async () => {
  const host = await openHost(firstSite);
  const context = await openContext(browser, { serviceWorkers: 'allow' });
  const page = await context.newPage();
  const home = `${host.url}${firstSite.languages[0].segment}/`;
  await page.goto(`${home}indicators/`);
  await waitUntilKept(page);
  await page.goto(home);
  await waitUntilKept(page);
  await host.close();
  await page.goto(host.url);
  expect(page.url()).toBe(home);
  await context.close();
});

/** Whether the style sheet is there: the colour of the foot's rule, and that it was found at all. */
function looks(page: Page): Promise<{ styled: boolean; rule: string }> {
  return page.evaluate(() => {
    const foot = document.querySelector('.site-foot');
    const rule = foot === null ? '' : getComputedStyle(foot).borderTopWidth;
    return { styled: rule === '4px', rule };
  });
}
