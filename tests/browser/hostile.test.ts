import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openContext, startBrowser } from '../lib/browser.ts';
import { firstSite, serveSite, sites, stop } from '../lib/sites.ts';
import { openWatched } from './watch.ts';

/** Names in a city's own files that would be markup if they were put into a page as they are. */
const hostile = sites.flatMap((site) =>
  readdirSync(join(site.city, 'content/indicators')).flatMap((file) => {
    const { name } = JSON.parse(
      readFileSync(join(site.city, 'content/indicators', file), 'utf8'),
    ) as { name: string };
    return /<\w+>/u.test(name) ? [{ site, id: file.replace(/\.json$/u, ''), name }] : [];
  }),
);

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

it('has a city with a name that looks like markup', () => {
  expect(hostile.length).toBeGreaterThan(0);
});

it.each(hostile)('shows “$name” as text wherever it stands', async ({ site, id, name }) => {
  const served = await serveSite(site);
  const context = await openContext(browser);
  const { page, complaints } = await openWatched(context, new URL(served.url).origin);
  const home = `${served.url}${site.languages[0].segment}/`;

  await page.goto(`${home}indicators/${id}/`);
  expect((await page.innerText('h1')).trim()).toBe(name);
  expect(await page.locator('h1 *').count()).toBe(0);
  expect(await page.title()).toContain(name);
  const stage = page.locator('.chart-stage');
  expect(await stage.getAttribute('aria-label')).toContain(name);
  expect(await stage.locator('script').textContent()).not.toContain('<');

  await page.goto(`${home}indicators/`);
  const link = page.locator(`main a[href$="/indicators/${id}/"]`).first();
  expect((await link.innerText()).trim()).toBe(name);
  expect(await link.locator('b').count()).toBe(0);

  await page.goto(`${home}search/?q=${encodeURIComponent(name)}`);
  await page.waitForSelector('#search-results[data-search-state="done"]');
  const found = page.locator(`#search-results > li:has(a[href$="/indicators/${id}/"])`).first();
  expect((await found.locator('a').innerText()).trim()).toBe(name);
  expect(await page.locator('#search-results b').count()).toBe(0);

  const { data, svg } = await page.evaluate(async (folder) => {
    const text = async (path: string) => (await fetch(`${folder}${path}`)).text();
    return { data: await text('.json'), svg: await text('.svg') };
  }, `${served.url}data/indicators/${id}`);
  expect(JSON.stringify(JSON.parse(data))).toContain('<b>');
  await page.goto(`${served.url}data/indicators/${id}.svg`);
  expect(await page.evaluate(() => document.documentElement.tagName)).toBe('svg');
  expect(await page.evaluate(() => document.querySelectorAll('b, parsererror').length)).toBe(0);
  expect(svg).toContain('<svg');

  expect(complaints).toEqual([]);
  await context.close();
  await stop(served);
});

/** Texts of the second city that would be markup, code or a formula somewhere, and pages that show them. */
const PLACES = [
  ['plans/tide-2020/', 'Nights without noise <img src=x onerror=alert(1)>'],
  ['plans/tide-2020/quiet/', 'Nights without noise <img src=x onerror=alert(1)>'],
  ['measures/', '=HYPERLINK(A1) Quieter cranes {{7*7}} ${7*7}'],
  ['measures/tide-2020-plan-m-003/', '=HYPERLINK(A1) Quieter cranes {{7*7}} ${7*7}'],
  ['indicators/harbour-account/', 'win them back. "><script>alert()</script>'],
  ['indicators/lighthouse-visitors/', 'Harbour Report <script>alert()</script>'],
  ['indicators/night-noise/', 'dB <i>{{x}}</i>'],
  ['glossary/', 'holds its water back <img src=x onerror=alert()>.'],
] as const;

it('shows every hostile text of the second city as text', async () => {
  const site = sites.find(({ name }) => name === 'rivermouth') ?? firstSite;
  const served = await serveSite(site);
  const context = await openContext(browser);
  const { page, complaints } = await openWatched(context, new URL(served.url).origin);
  for (const [path, text] of PLACES) {
    await page.goto(`${served.url}${site.languages[0].segment}/${path}`);
    const shown = await page.evaluate(() => document.querySelector('main')?.textContent ?? '');
    expect([path, shown.replace(/\s+/gu, ' ')]).toEqual([path, expect.stringContaining(text)]);
    const made = page.locator(
      'img[src="x"], [onerror], main script:not([src], [type="application/json"]), main i',
    );
    expect([path, await made.count()]).toEqual([path, 0]);
  }
  // Data are kept as they were printed: a formula stays the text that it is.
  const csv = await page.evaluate(
    async (address) => (await fetch(address)).text(),
    `${served.url}data/measures.csv`,
  );
  expect(csv).toContain(',=HYPERLINK(A1) Quieter cranes {{7*7}} ${7*7},');
  expect(complaints).toEqual([]);
  await context.close();
  await stop(served);
});
