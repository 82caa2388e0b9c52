import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { firstSite, pagePaths, sites, type BuiltSite, type ServedSite } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';
import { openWatched } from './watch.ts';

/** A word of every page about a dataset, in any language: more than two pages of results. */
const COMMON = 'CSV';
/** A word that stands nowhere. */
const NONE = 'qqzzxxjj';

describe.each(sites.map((site) => [site.name, site] as const))('%s', (_, site) => {
  const seen = visit(site);

  describe.each(site.languages.map(({ segment }) => segment))('in %s', (segment) => {
    it('finds an indicator by its name, from the address alone, without a complaint', async () => {
      const { served } = seen;
      const { page, complaints } = await openWatched(seen.context, new URL(served.url).origin);
      const indicator = `${segment}/${indicatorPath(site, segment)}`;
      await page.goto(`${served.url}${indicator}`);
      const name = await writtenName(page);
      expect(await ask(page, served, segment, name)).toBe('done');
      const links = await results(page);
      expect(links.length).toBeGreaterThanOrEqual(1);
      expect(links.length).toBeLessThanOrEqual(10);
      expect(links).toContain(`${site.base}${indicator}`);
      await expectPages(page, served, links);
      expect(await page.inputValue('#q')).toBe(name);
      expect(complaints).toEqual([]);
      await page.close();
    });

    it('shows ten results, and ten more for each press of the button', async () => {
      const { page, served } = seen;
      expect(await ask(page, served, segment, COMMON)).toBe('done');
      const total = Number(/\d+/u.exec(await page.innerText('#search-status'))?.[0]);
      expect(total).toBeGreaterThan(10);
      expect(await results(page)).toHaveLength(10);
      let shown = 10;
      while (shown < total) {
        expect(await page.isVisible('#search-more')).toBe(true);
        await page.click('#search-more');
        shown = Math.min(total, shown + 10);
        await page.waitForFunction(
          (count) => document.querySelectorAll('#search-results > li').length >= count,
          shown,
        );
        expect(await results(page)).toHaveLength(shown);
      }
      expect(await page.isVisible('#search-more')).toBe(false);
      const links = await results(page);
      expect(new Set(links).size).toBe(total);
      expect(links.every((link) => link.startsWith(`${site.base}${segment}/`))).toBe(true);
      await expectPages(page, served, links);
    });

    it('says that nothing was found, with the words as they were asked', async () => {
      const { page, served } = seen;
      expect(await ask(page, served, segment, `<${NONE}>`)).toBe('empty');
      expect(await results(page)).toEqual([]);
      expect(await page.innerText('#search-status')).toContain(`<${NONE}>`);
      expect(await page.locator(`main ${NONE}`).count()).toBe(0);
      expect(await page.isVisible('#search-more')).toBe(false);
    });

    it('stays idle where nothing is asked', async () => {
      const { page, served } = seen;
      // Scripts of the page have run when it is loaded.
      for (const query of ['', '?q=', '?q=%20%E3%80%80']) {
        await page.goto(`${served.url}${segment}/search/${query}`);
        expect([query, await state(page)]).toEqual([query, 'idle']);
        expect((await page.innerText('#search-status')).trim()).not.toBe('');
      }
    });

    it('says so where the search itself cannot be loaded', async () => {
      const { served } = seen;
      const page = await seen.context.newPage();
      await page.route('**/pagefind/**', (route) => route.abort());
      expect(await ask(page, served, segment, COMMON)).toBe('error');
      expect(await results(page)).toEqual([]);
      expect((await page.innerText('#search-status')).trim()).not.toBe('');
      await page.close();
    });

    it.each(['', 'search/'])('leads from the field on /%s to the results', async (path) => {
      const { page, served } = seen;
      await page.goto(`${served.url}${segment}/${path}`);
      await page.fill('#q', `${COMMON} & more`);
      await page.press('#q', 'Enter');
      await page.waitForURL((url) => url.searchParams.get('q') === `${COMMON} & more`);
      expect(new URL(page.url()).pathname).toBe(`${site.base}${segment}/search/`);
      await settled(page);
      expect(await page.inputValue('#q')).toBe(`${COMMON} & more`);
    });
  });
});

describe('the words of the first city', () => {
  const seen = visit(firstSite);

  it.each([
    ['ja', '地下水', /地下水/u],
    ['ja', '町内自治会', /自治会|地域/u],
    ['ja', 'SDGs', /SDGs/u],
    ['en', 'groundwater', /groundwater/iu],
    ['en', 'Groundwater', /groundwater/iu],
  ])('puts a page about it first (%s: %s)', async (segment, words, title) => {
    const { page, served } = seen;
    expect(await ask(page, served, segment, words)).toBe('done');
    expect(await page.locator('#search-results > li a').first().innerText()).toMatch(title);
  });

  it.each([
    ['ja', 'SDGs', 'ＳＤＧｓ'],
    ['ja', 'SDGs', '　sdgs　'],
    ['ja', 'CSV', 'ｃｓｖ'],
    ['ja', 'データ', 'ﾃﾞｰﾀ'],
    ['en', 'groundwater', 'ＧＲＯＵＮＤＷＡＴＥＲ'],
  ])('finds the same however wide the letters are (%s: %s, %s)', async (segment, plain, other) => {
    const { page, served } = seen;
    expect(await ask(page, served, segment, plain)).toBe('done');
    const expected = await results(page);
    expect(await ask(page, served, segment, other)).toBe('done');
    expect(await results(page)).toEqual(expected);
  });
});

function indicatorPath(site: BuiltSite, segment: string): string {
  const found = pagePaths(site, segment).find((path) => /^indicators\/[^/]+\/$/u.test(path));
  if (found === undefined) throw new Error(`${site.name} has no indicator in ${segment}`);
  return found;
}

async function ask(
  page: Page,
  served: ServedSite,
  segment: string,
  words: string,
): Promise<string> {
  await page.goto(`${served.url}${segment}/search/?q=${encodeURIComponent(words)}`);
  return settled(page);
}

async function settled(page: Page): Promise<string> {
  await page.waitForFunction(() => {
    const now = document.querySelector<HTMLElement>('#search-results')?.dataset['searchState'];
    return now === 'done' || now === 'empty' || now === 'error';
  });
  return state(page);
}

async function state(page: Page): Promise<string> {
  return (await page.locator('ol#search-results').getAttribute('data-search-state')) ?? '';
}

/** The first link of each result. */
function results(page: Page): Promise<string[]> {
  return page
    .locator('ol#search-results > li')
    .evaluateAll((items) =>
      items.map((item) => item.querySelector('a')?.getAttribute('href') ?? ''),
    );
}

async function expectPages(
  page: Page,
  served: ServedSite,
  links: readonly string[],
): Promise<void> {
  for (const link of links) {
    const response = await page.request.get(new URL(link, served.url).href);
    expect([link, response.status()]).toEqual([link, 200]);
  }
}

/** The page's title as it is written, without the readings over it. */
function writtenName(page: Page): Promise<string> {
  return page.locator('h1').evaluate((title) => {
    const copy = title.cloneNode(true) as HTMLElement;
    for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
    return copy.textContent.trim();
  });
}
