import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openContext, startBrowser } from '../lib/browser.ts';
import { firstSite, sites } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';
import { loadAxe, violations } from './axe.ts';
import { openHost, waitUntilKept } from './offline-host.ts';
import { overflow } from './watch.ts';

/** The list of indicators, that of measures, and how a table shares what is chosen of it. */

const WIDE = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const;

const rows = (page: Page) => page.locator('#list-all li:visible:has(> a, > h3)');
const names = (page: Page) =>
  page.locator('#list-all li:visible > a, #list-all li:visible > h3 > a').allInnerTexts();
const headings = (page: Page) => page.locator('#list-all h2:visible').allInnerTexts();
const field = (page: Page, name: string) => page.locator(`[data-filter] [name="${name}"]`);
const status = (page: Page) => page.locator('[data-filter] [role="status"]').innerText();
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search);
const data = (page: Page, name: string) =>
  rows(page).evaluateAll(
    (all, key) => all.map((row) => (row as HTMLElement).dataset[key] ?? ''),
    name,
  );

describe('the list of indicators', () => {
  const seen = visit(firstSite, WIDE);

  it('holds every row under its topic, and no field, without scripts', async () => {
    const context = await openContext(seen.browser, { javaScriptEnabled: false });
    const plain = await context.newPage();
    for (const { segment } of firstSite.languages) {
      await plain.goto(`${seen.url}${segment}/indicators/`);
      expect(await rows(plain).count()).toBe(80);
      expect(await plain.locator('#list-all li :is(.course, .road)').count()).toBeGreaterThan(80);
      expect((await headings(plain)).length).toBeGreaterThan(15);
      expect(await plain.locator('form:visible, select:visible, main button:visible').count()).toBe(
        0,
      );
    }
    await context.close();
  });

  it('shows the same rows in the same order with scripts, and says how many', async () => {
    const page = await seen.open('en/indicators/');
    expect(await rows(page).count()).toBe(80);
    expect((await headings(page)).slice(0, 2)).toEqual(['Community', 'Health']);
    expect(await status(page)).toBe('80 of 80 shown');
    expect(query(page)).toBe('');
    expect(await page.isVisible('[data-reset]')).toBe(false);
  });

  it('is narrowed down by words, in the name or as people say it, in any kana', async () => {
    const page = await seen.open('ja/indicators/');
    await field(page, 'q').fill('地下水');
    const written = await names(page);
    await field(page, 'q').fill('チカスイ');
    const sounds = await names(page);
    expect(sounds.length).toBeGreaterThan(1);
    expect(written).toEqual(expect.arrayContaining(sounds));
    expect(sounds.filter((name) => !name.includes('地下水'))).toEqual([]);
    await field(page, 'q').fill('地下水　採取');
    expect(await names(page)).toEqual(['地下水採取量']);
    // A word that stands nowhere on the page.
    await field(page, 'q').fill('湛水');
    expect(await rows(page).count()).toBe(1);
    expect(await page.locator('#list-all li:visible').innerText()).not.toContain('湛水');
  });

  it('is narrowed down by plan, topic, goal and several states at once, and empty headings go', async () => {
    const page = await seen.open('en/indicators/');
    await field(page, 'state').nth(0).check();
    const reached = await rows(page).count();
    expect(new Set(await data(page, 'state'))).toEqual(new Set(['reached']));
    await field(page, 'state').nth(2).check();
    expect(new Set(await data(page, 'state'))).toEqual(new Set(['reached', 'not_reached']));
    expect(await rows(page).count()).toBeGreaterThan(reached);
    await field(page, 'plan').selectOption('comprehensive-7');
    await field(page, 'topic').selectOption('health');
    expect(await headings(page)).toContain('Health');
    expect((await headings(page)).length).toBeLessThan(4);
    for (const topic of await data(page, 'topic')) expect(topic.split('|')).toContain('health');
    expect(query(page)).toBe('?plan=comprehensive-7&topic=health&state=reached&state=not_reached');
    await page.goto(`${seen.url}en/indicators/?goal=6`);
    for (const goal of await data(page, 'goal')) expect(goal.split('|')).toContain('6');
    expect(await status(page)).toBe(`${String(await rows(page).count())} of 80 shown`);
  });

  it('stands in one list without headings when it is sorted, and under its headings again', async () => {
    const page = await seen.open('en/indicators/');
    const usual = await names(page);
    await field(page, 'sort').selectOption('name');
    const collator = new Intl.Collator('en', { numeric: true });
    expect(await names(page)).toEqual(usual.toSorted((a, b) => collator.compare(a, b)));
    expect(await headings(page)).toEqual(['In one list']);
    await field(page, 'sort').selectOption('year');
    const years = (await data(page, 'year')).map(Number);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(years.at(-1)).toBe(0);
    await field(page, 'sort').selectOption('state');
    const states = await data(page, 'state');
    expect(states[0]).toBe('reached');
    expect(states.filter((state, index) => state !== states[index - 1]).length).toBe(
      new Set(states).size,
    );
    await field(page, 'sort').selectOption('');
    expect(await names(page)).toEqual(usual);
    expect((await headings(page)).length).toBeGreaterThan(15);
    expect(query(page)).toBe('');
  });

  it('sorts Japanese names by their sound', async () => {
    for (const segment of ['ja', 'ja-easy']) {
      const page = await seen.open(`${segment}/indicators/?sort=name`);
      const initials = await page.locator('#list-all li:visible').evaluateAll((all) =>
        all.map((row) => {
          const name = row.querySelector('h3');
          for (const ruby of name?.querySelectorAll('ruby') ?? [])
            ruby.replaceWith(ruby.querySelector('rt')?.textContent ?? '');
          return (row as HTMLElement).dataset['reading'] ?? name?.textContent.trim() ?? '';
        }),
      );
      const collator = new Intl.Collator('ja', { numeric: true });
      expect(initials).toEqual(initials.toSorted((a, b) => collator.compare(a, b)));
      expect(initials).toHaveLength(80);
    }
  });

  it('says what to do where nothing fits, and begins anew with one press', async () => {
    const page = await seen.open('en/indicators/?sort=name');
    await field(page, 'q').fill('no such words');
    expect(await rows(page).count()).toBe(0);
    expect(await status(page)).toContain('0 of 80 shown');
    expect(await status(page)).toContain('Use fewer or shorter words');
    expect(await headings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show all again' }).click();
    expect(await rows(page).count()).toBe(80);
    expect((await headings(page))[0]).toBe('Community');
    expect(query(page)).toBe('');
    expect(await field(page, 'q').inputValue()).toBe('');
    expect(await field(page, 'q').evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await status(page)).toBe('80 of 80 shown');
  });

  it('shows in every language what an address asks for, and leaves out what it does not know', async () => {
    const asked = '?q=water&plan=sdgs-2022&state=reached&state=passed_unknown&sort=year';
    const page = await seen.open(`en/indicators/${asked}`);
    expect(await field(page, 'plan').inputValue()).toBe('sdgs-2022');
    expect(await field(page, 'sort').inputValue()).toBe('year');
    expect(await page.locator('[name=state]:checked').count()).toBe(2);
    const shown = await rows(page).count();
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(80);
    // The other languages have the same choice; words are theirs alone.
    const other = asked.replace('q=water&', '');
    await page.goto(`${seen.url}en/indicators/${other}`);
    const hrefs = (at: Page) =>
      at
        .locator('#list-all li:visible h3 > a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')?.replace(/^\/[^/]+/u, '')));
    const english = await hrefs(page);
    await page.click('details.lang > summary');
    await page.click('.lang-list a[lang="ja"]');
    await page.waitForURL(`${seen.url}ja/indicators/${other}`);
    expect(await hrefs(page)).toEqual(english);
    await page.goto(`${seen.url}en/indicators/?plan=moon&state=&sort=size&from=mail#water`);
    expect(await rows(page).count()).toBe(80);
    expect(new URL(page.url()).hash).toBe('#water');
  });

  it('adds no step to go back to, and keeps the choice for who comes back', async () => {
    const page = await seen.open('en/goals/');
    await page.click('.site-nav a[href$="/indicators/"]');
    await field(page, 'q').click();
    await page.keyboard.type('child');
    await field(page, 'q').press('Enter');
    await field(page, 'sort').selectOption('name');
    const chosen = await names(page);
    expect(query(page)).toBe('?q=child&sort=name');
    await page.locator('#list-all li:visible h3 > a').first().click();
    await page.waitForURL(/indicators\/[^/?]+\/$/u);
    await page.goBack();
    await page.waitForURL(/\?q=child&sort=name$/u);
    expect(await names(page)).toEqual(chosen);
    expect(await field(page, 'q').inputValue()).toBe('child');
    await page.goBack();
    await page.waitForURL(/goals\/$/u);
  });

  it('follows the address when a step back changes it under the page', async () => {
    const page = await seen.open('en/indicators/?topic=health');
    const before = await names(page);
    await page.evaluate(() => {
      location.hash = '#main';
    });
    await field(page, 'topic').selectOption('water');
    expect(await names(page)).not.toEqual(before);
    await page.goBack();
    await page.waitForURL(/topic=health$/u);
    expect(await names(page)).toEqual(before);
    expect(await field(page, 'topic').inputValue()).toBe('health');
  });

  it('copies the address, and shows it where the clipboard is refused', async () => {
    const context = await openContext(seen.browser, WIDE);
    const { origin } = new URL(seen.url);
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    const page = await context.newPage();
    await page.goto(`${seen.url}en/indicators/?state=reached`);
    const copy = page.getByRole('button', { name: 'Copy this address' });
    await copy.click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(await page.isVisible('[data-copy-here]')).toBe(false);
    await field(page, 'sort').selectOption('name');
    expect(await status(page)).not.toContain('Copied.');

    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await copy.click();
    const shown = page.locator('[data-copy-here] input');
    await shown.waitFor();
    expect(await shown.inputValue()).toBe(page.url());
    const marked = await shown.evaluate((input: HTMLInputElement) => [
      input.selectionStart,
      input.selectionEnd,
      input.value.length,
    ]);
    expect(marked).toEqual([0, marked[2], marked[2]]);
    await context.close();
  });

  it('has nothing against WCAG 2.2 AA while it is narrowed down, and fits the narrowest phone', async () => {
    const page = await seen.open('ja-easy/indicators/?state=reached&sort=year');
    await loadAxe(page);
    expect(await violations(page, 'html', 'all')).toEqual([]);
    await page.setViewportSize({ width: 320, height: 600 });
    expect(await violations(page, 'html', 'layout')).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.setViewportSize(WIDE.viewport);
  });
});

describe('the list of indicators on a phone', () => {
  const seen = visit(firstSite, PHONE);

  it('folds all fields into one line, which opens and is walked by keyboard', async () => {
    const page = await seen.open('en/indicators/');
    expect(await field(page, 'q').isVisible()).toBe(false);
    expect(await status(page)).toBe('80 of 80 shown');
    await page.locator('[data-filter] summary').focus();
    await page.keyboard.press('Enter');
    expect(await field(page, 'q').isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type('water');
    expect(await rows(page).count()).toBeLessThan(80);
    const reached: string[] = [];
    for (let step = 0; step < 7; step += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.getAttribute('name') ?? ''));
    }
    expect(reached).toEqual(['plan', 'topic', 'goal', 'sort', 'state', 'state', 'state']);
    await page.keyboard.press('Space');
    await page.waitForURL(/\?q=water&state=\w+$/u);
  });

  it('opens for an address that asks for something', async () => {
    const page = await seen.open('en/indicators/?topic=health');
    expect(await field(page, 'topic').isVisible()).toBe(true);
  });
});

describe('the list of measures', () => {
  const seen = visit(firstSite, WIDE);

  it('is narrowed down by plan, heading or ward, bureau and amount', async () => {
    const page = await seen.open('en/measures/');
    expect(await status(page)).toBe('367 of 367 shown');
    await field(page, 'amount').check();
    const amounts = await data(page, 'amount');
    expect(amounts.length).toBeGreaterThan(50);
    expect(amounts).not.toContain('');
    expect(query(page)).toBe('?amount=any');
    await field(page, 'bureau').selectOption('環境局');
    expect(new Set(await data(page, 'bureau'))).toEqual(new Set(['環境局']));
    expect(query(page)).toBe('?bureau=環境局&amount=any');
    await page.getByRole('button', { name: 'Show all again' }).click();
    const wards = await page
      .locator('[name=section] option')
      .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
    await field(page, 'section').selectOption(wards.find((id) => id.includes('ward')) ?? 'no ward');
    expect(await rows(page).count()).toBeGreaterThan(0);
    expect(await rows(page).count()).toBeLessThan(60);
    expect((await headings(page)).length).toBeGreaterThan(0);
  });

  it('is sorted by amount with those without one last, in every language by the same address', async () => {
    for (const { segment } of firstSite.languages) {
      const page = await seen.open(`${segment}/measures/?plan=comprehensive-8&sort=amount`);
      const amounts = (await data(page, 'amount')).map((amount) => Number(amount || '-1'));
      expect(amounts).toHaveLength(169);
      expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
      expect(await headings(page)).toHaveLength(1);
    }
  });

  it('holds every row under its heading without scripts', async () => {
    const context = await openContext(seen.browser, { javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${seen.url}ja/measures/`);
    expect(await rows(plain).count()).toBe(367);
    expect(await plain.locator('form:visible').count()).toBe(0);
    await context.close();
  });
});

describe('the table of the budget', () => {
  const seen = visit(firstSite, WIDE);
  const shown = (page: Page) => page.locator('#budget-all tbody tr:visible th > a').allInnerTexts();

  it('writes filters and order into the address, and shows what an address asks for', async () => {
    const page = await seen.open('en/budget/');
    await field(page, 'bureau').selectOption('環境局');
    await page.getByRole('button', { name: 'Measure' }).click();
    expect(query(page)).toBe('?bureau=環境局&sort=name');
    const sorted = await shown(page);
    expect(sorted).toHaveLength(9);
    await page.reload();
    expect(await shown(page)).toEqual(sorted);
    expect(await page.getAttribute('th[data-key=name]', 'aria-sort')).toBe('ascending');
    await page.getByRole('button', { name: 'Measure' }).click();
    expect(query(page)).toBe('?bureau=環境局&sort=-name');
    expect(await shown(page)).toEqual(sorted.toReversed());
    await page.getByRole('button', { name: 'Show all again' }).click();
    expect(await shown(page)).toHaveLength(169);
    expect(query(page)).toBe('');
    expect(await page.getAttribute('th[data-key=amount]', 'aria-sort')).toBe('descending');
  });

  it('sorts the table of a section, where no address says so', async () => {
    const page = await seen.open('en/plans/sdgs-2022/');
    const address = await page.evaluate(async () => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href*="/plans/"]')];
      for (const { href } of links)
        if ((await (await fetch(href)).text()).includes('data-sortable')) return href;
      return '';
    });
    const other = address === '' ? `${seen.url}en/plans/comprehensive-8/priority-1/` : address;
    await page.goto(other);
    const head = page.locator('table[data-sortable] th[data-sort]').first();
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(query(page)).toBe('');
  });
});

describe.each(sites.map((site) => [site.name, site] as const))('the lists of %s', (_, site) => {
  const seen = visit(site, WIDE);
  const { segment } = site.languages[0];

  it.each(['indicators/', 'measures/'])('keep every choice of /%s in its address', async (path) => {
    const page = await seen.open(`${segment}/${path}`);
    const all = await rows(page).count();
    const fields = await page.locator('[data-filter] select').evaluateAll((selects) =>
      selects.map((select) => ({
        name: (select as HTMLSelectElement).name,
        last: (select as HTMLSelectElement).options[1]?.value ?? '',
      })),
    );
    expect(fields.length).toBeGreaterThan(1);
    for (const { name, last } of fields) {
      await page.goto(`${seen.url}${segment}/${path}`);
      await field(page, name).selectOption(last);
      const chosen = await names(page);
      expect(chosen.length).toBeLessThanOrEqual(all);
      expect(chosen.length).toBeGreaterThan(0);
      await page.goto(page.url());
      expect(await names(page)).toEqual(chosen);
      expect(await field(page, name).inputValue()).toBe(last);
    }
  });
});

describe('without network', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it('an address with a choice shows it on a page that was opened before', async () => {
    const host = await openHost(firstSite);
    const context = await openContext(browser, { ...WIDE, serviceWorkers: 'allow' });
    const page = await context.newPage();
    await page.goto(`${host.url}ja/indicators/`);
    await waitUntilKept(page);
    await page.goto(`${host.url}ja/indicators/`);
    await host.close();
    await page.goto(`${host.url}ja/indicators/?state=reached&sort=name`);
    const states = await data(page, 'state');
    expect(states.length).toBeGreaterThan(0);
    expect(new Set(states)).toEqual(new Set(['reached']));
    expect(await field(page, 'sort').inputValue()).toBe('name');
    await context.close();
  });
});
