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
    // The glossary explains the word; the indicator counts who takes part.
    ['ja', '町内自治会', /自治会|地域|ことば/u],
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

describe('what a search understands', () => {
  const seen = visit(firstSite);

  it.each([
    ['ja', ['地下水', 'ちかすい', 'チカスイ', 'ﾁｶｽｲ', 'chikasui', 'tikasui']],
    ['ja', ['子供の貧困', '子どもの貧困', 'こどもの貧困']],
    ['ja', ['ＣＯ２', 'co2', 'CO2']],
    ['ja', ['R5 温室効果ガス', '温室効果ガス', '温室効果ガスは何トン？']],
    ['en', ['neighbourhood groups', 'neighborhood groups']],
    ['en', ['groundwater', 'grondwater', 'the groundwater']],
    ['ja-easy', ['ちかすい', '地下水', 'ちかすいは']],
  ])('finds the same page first in %s for each of %j', async (segment, spellings) => {
    const { page, served } = seen;
    const firsts = [];
    for (const words of spellings) {
      expect([words, await ask(page, served, segment, words)]).toEqual([words, 'done']);
      firsts.push((await results(page))[0]);
    }
    expect(new Set(firsts)).toEqual(new Set([firsts[0]]));
  });

  it('writes a reading over each kanji of a title in easy Japanese', async () => {
    const { page, served } = seen;
    await ask(page, served, 'ja-easy', 'ちかすい');
    const bare = await page.locator('#search-results a').evaluateAll((links) =>
      links.map((link) => {
        const copy = link.cloneNode(true) as HTMLElement;
        const read = [...copy.querySelectorAll('ruby')];
        for (const word of read) word.remove();
        return { read: read.length, rest: copy.textContent };
      }),
    );
    expect(bare.reduce((sum, { read }) => sum + read, 0)).toBeGreaterThan(10);
    expect(bare.filter(({ rest }) => /\p{sc=Han}/u.test(rest))).toEqual([]);
  });

  it('says again what can be found, readings and all, when the words are taken away', async () => {
    const { page, served } = seen;
    await page.goto(`${served.url}ja-easy/search/`);
    const before = await page.innerHTML('#search-status');
    expect(before).toContain('<rt');
    await ask(page, served, 'ja-easy', 'ちかすい');
    await page.fill('#q', '');
    await page.press('#q', 'Enter');
    await page.waitForSelector('#search-results[data-search-state="idle"]', { state: 'attached' });
    expect(await page.innerHTML('#search-status')).toBe(before);
  });

  it.each(['渋滞', 'R5 出生数', '待機児童は何人', '経済観光局', '南区'])(
    'answers %s, or says how to go on',
    async (words) => {
      const { page, served } = seen;
      const now = await ask(page, served, 'ja', words);
      expect(['done', 'empty']).toContain(now);
      expect(await page.isVisible('#search-help')).toBe(now === 'empty');
    },
  );

  it.each([
    ['SDG 6', '#goal-6'],
    ['9.2', '#goal-9'],
  ])('leads from %s to the goal itself', async (words, place) => {
    const { page, served } = seen;
    await ask(page, served, 'en', words);
    const first = page.locator('#search-results > li').first();
    expect(await first.locator('a').first().getAttribute('href')).toBe('/en/goals/');
    expect(await first.locator('.found-places a').getAttribute('href')).toBe(`/en/goals/${place}`);
  });

  it('tells the newest figure and its year with an indicator, and marks what was asked', async () => {
    const { page, served } = seen;
    await page.goto(`${served.url}ja/indicators/groundwater-use/`);
    const answer = (await page.locator('.answer').innerText()).replaceAll(/\s/gu, '');
    await ask(page, served, 'ja', 'ちかすい');
    const item = page.locator('#search-results > li:has(a[href$="/groundwater-use/"])');
    expect((await item.innerText()).replaceAll(/\s/gu, '')).toContain(answer);
    expect(await item.locator('a mark').first().innerText()).toBe('地下水');
    expect(await page.innerText('#search-status')).toMatch(/ちかすい.*地下水/u);
  });

  it('offers words it knows for one it does not, and a way to another language', async () => {
    const { page, served } = seen;
    expect(await ask(page, served, 'en', 'grxxxdwater')).toBe('empty');
    await page.locator('#search-near a', { hasText: 'groundwater' }).first().click();
    await settled(page);
    expect(await state(page)).toBe('done');
    await ask(page, served, 'en', NONE);
    const other = page.locator('#search-help [data-search-elsewhere]').first();
    expect(await other.getAttribute('href')).toContain(`?q=${NONE}`);
  });
});

describe('narrowing results down', () => {
  const seen = visit(firstSite);
  const kinds = (page: Page) =>
    page.locator('#search-results .kind').evaluateAll((all) => all.map((k) => k.textContent));

  it('keeps the chosen kind, in the address too, and goes back', async () => {
    const { page, served } = seen;
    await ask(page, served, 'en', 'groundwater');
    const all = await results(page);
    const label = page.locator('#search-filters label', { hasText: 'Indicator' });
    const count = Number(/\d+/u.exec(await label.innerText())?.[0]);
    await label.locator('input').check();
    await settled(page);
    expect(new URL(page.url()).searchParams.getAll('kind')).toEqual(['indicator']);
    const narrowed = await results(page);
    expect(narrowed).toHaveLength(count);
    expect(count).toBeLessThan(all.length);
    expect((await kinds(page)).every((kind) => kind.startsWith('Indicator'))).toBe(true);
    await page.reload();
    await settled(page);
    expect(await results(page)).toEqual(narrowed);
    expect(await label.locator('input').isChecked()).toBe(true);
    await page.goBack();
    await settled(page);
    expect(await results(page)).toEqual(all);
    expect(await label.locator('input').isChecked()).toBe(false);
  });

  it('takes several choices at once, and gives them up together', async () => {
    const { page, served } = seen;
    await page.goto(`${served.url}en/search/?q=groundwater&kind=indicator&goal=6`);
    await settled(page);
    const narrowed = await results(page);
    expect(narrowed.length).toBeGreaterThan(0);
    await page.click('#search-clear');
    await page.waitForURL((url) => !url.searchParams.has('goal'));
    await settled(page);
    expect((await results(page)).length).toBeGreaterThan(narrowed.length);
    expect(await page.isVisible('#search-clear')).toBe(false);
  });

  it('says that nothing fits, and leaves the choices where they were', async () => {
    const { page, served } = seen;
    await page.goto(`${served.url}en/search/?q=manhole&kind=checks&goal=6`);
    expect(await settled(page)).toBe('empty');
    expect(await page.isVisible('#search-clear')).toBe(true);
    expect(await results(page)).toEqual([]);
  });

  it('overlooks choices an address makes up', async () => {
    const { page, served } = seen;
    await ask(page, served, 'en', 'groundwater');
    const all = await results(page);
    await page.goto(`${served.url}en/search/?q=groundwater&kind=%3Cb%3E&goal=99&x=y`);
    expect(await settled(page)).toBe('done');
    expect(await results(page)).toEqual(all);
  });

  it('is folded on a phone until something is chosen', async () => {
    const { page, served } = seen;
    await page.setViewportSize({ width: 390, height: 844 });
    await ask(page, served, 'en', 'groundwater');
    expect(await page.isVisible('#search-filters')).toBe(false);
    await page.goto(`${served.url}en/search/?q=groundwater&kind=indicator`);
    await settled(page);
    expect(await page.isVisible('#search-filters')).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('offers bureaus and wards where a city has them', async () => {
    const { page, served } = seen;
    await page.goto(`${served.url}en/search/`);
    const selects = await page.locator('#search-filters select').count();
    expect(selects).toBeGreaterThanOrEqual(1);
    for (const facet of ['bureau', 'ward'])
      expect(await page.locator(`#search-filters select[name="${facet}"]`).count()).toBe(1);
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
