import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openContext, startBrowser } from '../lib/browser.ts';
import { firstSite, pagePaths, sites } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';
import { loadAxe, violations } from './axe.ts';
import { openHost, save, waitForState, waitUntilKept } from './offline-host.ts';
import { openWatched, overflow } from './watch.ts';

/** Two indicators side by side, read from their own pages. */

const A = 'community-activity';
const B = 'groundwater-use';
const WIDE = { viewport: { width: 1280, height: 900 } };

const state = (page: Page) => page.locator('#compare').getAttribute('data-compare-state');
const settled = (page: Page, want: string) =>
  page.waitForSelector(`[data-compare-state="${want}"]`, { state: 'attached' });
const said = (page: Page) => page.innerText('#compare-said');
const sides = (page: Page) => page.locator('.pair > article');
const rows = (page: Page) =>
  page
    .locator('.pair-years tbody tr')
    .evaluateAll((all) =>
      all.map((row) =>
        [...(row as HTMLTableRowElement).cells].map((cell) =>
          cell.textContent.replace(/\s+/gu, ' ').trim(),
        ),
      ),
    );

describe('two indicators', () => {
  const seen = visit(firstSite, WIDE);

  it('stand side by side with what their own pages say', async () => {
    const page = await seen.open(`en/compare/?a=${A}&b=${B}`);
    await settled(page, 'done');
    expect(await said(page)).toBe('');
    const texts = async (selector: string) => page.locator(`.pair ${selector}`).allInnerTexts();
    const [titles, answers, states, figures] = [
      await texts('h3'),
      await texts('.answer'),
      await texts('.status'),
      await texts('.figures'),
    ];
    const years = await rows(page);
    const boxes = await Promise.all((await sides(page).all()).map((side) => side.boundingBox()));
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
    expect((boxes[0]?.x ?? 0) + (boxes[0]?.width ?? 0)).toBeLessThan(boxes[1]?.x ?? 0);
    for (const [index, id] of [A, B].entries()) {
      await page.goto(`${seen.url}en/indicators/${id}/`);
      expect(titles[index]).toBe(await page.innerText('h1'));
      expect(answers[index]).toBe(await page.innerText('.opening .answer'));
      expect(states[index]).toBe(await page.innerText('.opening .status'));
      expect(figures[index]).toBe(await page.innerText('.opening .figures'));
      const own = await page.locator('details.more tbody tr').evaluateAll((all) =>
        all.map((row) => {
          const [head, result] = (row as HTMLTableRowElement).cells;
          const year = head?.querySelector('.nb')?.textContent ?? '';
          return [year, result?.textContent ?? ''].map((t) => t.replace(/\s+/gu, ' ').trim());
        }),
      );
      expect(own.length).toBeGreaterThan(2);
      for (const [year, result] of own) {
        const row = years.find((cells) => cells[0] === year);
        if (row === undefined) expect(result).toMatch(/^not (?:given|yet)$/u);
        else expect(row[index + 1]).toBe(result);
      }
    }
  });

  it('share a table that names both units, has the years of both once, and says what is missing', async () => {
    const page = await seen.open(`en/compare/?a=${A}&b=${B}`);
    await settled(page, 'done');
    const heads = await page.locator('.pair-years thead th').allInnerTexts();
    expect(heads.map((head) => head.replace(/\s+/gu, ' ').trim())).toEqual([
      'Year',
      'Residents who take part in community activities %',
      'Groundwater withdrawal million m³',
    ]);
    const all = await rows(page);
    const years = all.map(([year = '']) => Number(year.slice(0, 4)));
    expect(years).toEqual([...new Set(years)].toSorted((a, b) => a - b));
    const of = (year: string) => all.find(([head]) => head?.startsWith(year));
    expect(of('2021')).toEqual(['2021', '29.5', '102.68']);
    expect(of('2016')?.[2]).toBe('not given');
  });

  it('keep their own charts, one drawing each for the width, and the page says their scales differ', async () => {
    const page = await seen.open(`en/compare/?a=${A}&b=${B}`);
    await settled(page, 'done');
    for (const [width, drawing] of [
      [1280, 'narrow'],
      [900, 'wide'],
      [390, 'narrow'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      const drawn = page.locator('.pair .chart-stage > svg:visible');
      expect(await drawn.count()).toBe(2);
      for (const svg of await drawn.all())
        expect(await svg.getAttribute('class')).toBe(`chart-${drawing}`);
    }
    await page.setViewportSize(WIDE.viewport);
    expect(await page.locator('.pair script').count()).toBe(0);
    const remarks = await page.locator('.remarks li').allInnerTexts();
    expect(remarks).toEqual([
      'Things that move together need not cause each other.',
      'Each chart has its own scale: heights in one say nothing about the other.',
    ]);
  });

  it('change places by one link', async () => {
    const page = await seen.open(`ja/compare/?a=${A}&b=${B}`);
    await settled(page, 'done');
    const before = await page.locator('.pair h3').allInnerTexts();
    await page.click('#compare-swap');
    await page.waitForURL(`${seen.url}ja/compare/?a=${B}&b=${A}`);
    await settled(page, 'done');
    expect(await page.locator('.pair h3').allInnerTexts()).toEqual(before.toReversed());
    expect(await page.locator('[name=a]').inputValue()).toBe(B);
    await page.goBack();
    await settled(page, 'done');
    expect(await page.locator('.pair h3').allInnerTexts()).toEqual(before);
  });

  it('are told apart where one of them is easily taken for the other, whichever comes first', async () => {
    for (const [a, b] of [
      ['nitrate-wells-20', 'nitrate-wells'],
      ['nitrate-wells', 'nitrate-wells-20'],
    ]) {
      const page = await seen.open(`en/compare/?a=${a ?? ''}&b=${b ?? ''}`);
      await settled(page, 'done');
      const first = await page.locator('.remarks li').first().innerText();
      expect(first).toContain('easily confused');
      expect(first.length).toBeGreaterThan(60);
      expect(await page.locator('.remarks li').count()).toBe(3);
    }
  });

  it('bring no id twice, and what names an id still names the right one', async () => {
    const own = await openContext(seen.browser, WIDE);
    const page = await own.newPage();
    await page.route(/\/indicators\/[^/]+\/$/u, async (route) => {
      const answer = await route.fetch();
      const html = (await answer.text())
        .replace('<figcaption', '<figcaption id="cap"')
        .replace('<figure class="chart"', '<figure class="chart" aria-labelledby="cap"')
        .replace(
          '<p class="answer"',
          '<p class="answer" id="said"><a href="#judging">x</a></p><p class="answer"',
        );
      await route.fulfill({ response: answer, body: html });
    });
    await page.goto(`${seen.url}en/compare/?a=${A}&b=${B}`);
    await settled(page, 'done');
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids).toEqual(expect.arrayContaining(['a-cap', 'b-cap', 'a-said', 'b-said']));
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      await page.locator('.pair figure').evaluateAll((all) =>
        all.map((figure) => {
          const caption = figure.querySelector('figcaption');
          return figure.getAttribute('aria-labelledby') === caption?.id;
        }),
      ),
    ).toEqual([true, true]);
    expect(
      await page.locator('.pair article').nth(1).locator('.answer a').getAttribute('href'),
    ).toBe(`/en/indicators/${B}/#judging`);
    await own.close();
  });

  it('have nothing against WCAG 2.2 AA, load nothing from elsewhere, and fit the narrowest phone', async () => {
    const { page, complaints } = await openWatched(seen.context, new URL(seen.url).origin);
    for (const { segment } of firstSite.languages) {
      await page.setViewportSize(WIDE.viewport);
      await page.goto(`${seen.url}${segment}/compare/?a=${A}&b=${B}`);
      await settled(page, 'done');
      await loadAxe(page);
      expect(await violations(page, 'html', 'all')).toEqual([]);
      await page.setViewportSize({ width: 320, height: 600 });
      expect(await violations(page, 'html', 'layout')).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('the choice of two', () => {
  const seen = visit(firstSite, WIDE);

  it('begins at an indicator’s page, which is chosen already, and makes an address to share', async () => {
    const page = await seen.open(`en/indicators/${A}/`);
    await page.getByRole('link', { name: 'Compare with another indicator' }).click();
    await page.waitForURL(`${seen.url}en/compare/?a=${A}`);
    await settled(page, 'choose');
    expect(await page.locator('[name=a]').inputValue()).toBe(A);
    expect(await said(page)).toContain('Choose another one');
    await page.locator('[name=b]').selectOption(B);
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.waitForURL(`${seen.url}en/compare/?a=${A}&b=${B}`);
    await settled(page, 'done');
    await page.click('details.lang > summary');
    await page.click('.lang-list a[lang="ja"]');
    await page.waitForURL(`${seen.url}ja/compare/?a=${A}&b=${B}`);
    await settled(page, 'done');
  });

  it('is offered on the list of indicators, but not on the page of a group without figures', async () => {
    const page = await seen.open('en/indicators/');
    await page.getByRole('link', { name: 'Compare two indicators' }).click();
    await page.waitForURL(`${seen.url}en/compare/`);
    expect(await state(page)).toBe('idle');
    expect(await page.isVisible('#compare')).toBe(false);
    expect(await page.locator('[name=a] option').count()).toBe(81);
    expect(await page.locator('[name=a] optgroup').count()).toBeGreaterThan(15);
    const offered = await page
      .locator('[name=a] option')
      .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
    const groups = pagePaths(firstSite, 'en')
      .flatMap((path) => /^indicators\/([^/]+)\/$/u.exec(path)?.[1] ?? [])
      .filter((id) => !offered.includes(id));
    expect(groups).toHaveLength(3);
    for (const id of groups) {
      await page.goto(`${seen.url}en/indicators/${id}/`);
      expect(await page.locator('main a[href*="/compare/"]').count()).toBe(0);
    }
  });

  it.each([
    [`?a=${A}&b=${A}`, 'same', 'two different'],
    [`?a=no-such&b=${A}`, 'unknown', 'no-such'],
    ['?a=%3Cimg%20src%3Dx%3E', 'unknown', '<img src=x>'],
    [`?b=${B}`, 'choose', 'another'],
  ])('answers %s with words', async (query, want, words) => {
    const page = await seen.open(`en/compare/${query}`);
    await settled(page, want);
    expect(await said(page)).toContain(words);
    expect(await page.isVisible('#compare')).toBe(false);
    expect(await page.locator('main img').count()).toBe(0);
  });

  it('says without scripts what it needs, and leads to the list', async () => {
    const context = await openContext(seen.browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    for (const { segment } of firstSite.languages) {
      await page.goto(`${seen.url}${segment}/compare/?a=${A}&b=${B}`);
      expect(await page.locator('form:visible, select:visible').count()).toBe(0);
      expect(await page.locator('.noscript').innerText()).toContain('JavaScript');
      expect(await page.locator('.noscript a').getAttribute('href')).toBe(
        `/${segment}/indicators/`,
      );
    }
    await context.close();
  });
});

describe.each(sites.map((site) => [site.name, site] as const))('any two of %s', (_, site) => {
  const seen = visit(site, WIDE);

  it('can be compared in every language, those without a chart too', async () => {
    for (const { segment } of site.languages) {
      const page = await seen.open(`${segment}/compare/`);
      const ids = await page
        .locator('[name=a] option')
        .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value).slice(1));
      for (let at = 0; at + 1 < Math.min(ids.length, 12); at += 2) {
        const [a = '', b = ''] = ids.slice(at);
        await page.goto(`${seen.url}${segment}/compare/?a=${a}&b=${b}`);
        await settled(page, 'done');
        expect(await sides(page).count()).toBe(2);
        for (const side of await sides(page).all())
          expect(await side.locator(':scope > *').count()).toBe(6);
      }
    }
  });
});

describe('without network', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it('compares pages that were opened before, and says so where they were not', async () => {
    const host = await openHost(firstSite);
    const context = await openContext(browser, { ...WIDE, serviceWorkers: 'allow' });
    const page = await context.newPage();
    for (const path of ['compare/', `indicators/${A}/`, `indicators/${B}/`]) {
      await page.goto(`${host.url}en/${path}`);
      await waitUntilKept(page);
    }
    await page.goto(`${host.url}en/compare/`);
    await host.close();
    await page.goto(`${host.url}en/compare/?a=${A}&b=${B}`);
    await settled(page, 'done');
    expect(await sides(page).count()).toBe(2);
    await page.goto(`${host.url}en/compare/?a=${A}&b=nitrate-wells`);
    await settled(page, 'network');
    expect(await said(page)).toContain('Check your connection');
    expect(await page.isVisible('#compare')).toBe(false);
    await context.close();
  });

  it('compares any two of a saved language', async () => {
    const host = await openHost(firstSite);
    const context = await openContext(browser, { ...WIDE, serviceWorkers: 'allow' });
    const page = await context.newPage();
    await save(page, host.url, 'ja');
    await waitForState(page, 'saved');
    await host.close();
    await page.goto(`${host.url}ja/compare/?a=${A}&b=nitrate-wells`);
    await settled(page, 'done');
    expect((await rows(page)).length).toBeGreaterThan(2);
    await context.close();
  });
});
