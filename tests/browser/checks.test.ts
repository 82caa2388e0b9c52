import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openContext } from '../lib/browser.ts';
import { firstSite } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';
import { violations, loadAxe } from './axe.ts';
import { overflow } from './watch.ts';

const WIDE = { viewport: { width: 1280, height: 900 } };

const rows = (page: Page) => page.locator('#all-checks tbody tr:visible');
const field = (page: Page, name: string) => page.locator(`[data-filter] [name="${name}"]`);
const facet = (page: Page, name: string) =>
  rows(page).evaluateAll((all, key) => all.map((row) => (row as HTMLElement).dataset[key]), name);

describe('the list of all checks', () => {
  const seen = visit(firstSite, WIDE);

  it('has every check in its tables, with and without scripts', async () => {
    const page = await seen.open('ja/checks/');
    expect(await rows(page).count()).toBe(134);
    const context = await openContext(seen.browser, { javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${seen.url}ja/checks/`);
    expect(await rows(plain).count()).toBe(134);
    expect(await plain.locator('[data-filter]').isVisible()).toBe(false);
    await context.close();
  });

  it('is narrowed down by document, result and kind, and the address says so', async () => {
    const page = await seen.open('en/checks/');
    await field(page, 'verdict').selectOption('differs');
    expect(new Set(await facet(page, 'verdict'))).toEqual(new Set(['differs']));
    expect(await rows(page).count()).toBe(6);
    await field(page, 'document').selectOption('comprehensive-8-action-2025');
    const few = await rows(page).count();
    expect(few).toBeLessThan(6);
    expect(few).toBeGreaterThan(0);
    const { search } = new URL(page.url());
    expect(search).toBe('?document=comprehensive-8-action-2025&verdict=differs');
    await page.reload();
    expect(await rows(page).count()).toBe(few);
    await page.getByRole('button', { name: 'Show all again' }).click();
    expect(await rows(page).count()).toBe(134);
    await field(page, 'kind').selectOption('growth');
    expect(await rows(page).count()).toBe(10);
  });

  it('hides what stands around rows that are hidden: tables, notes and headings', async () => {
    const page = await seen.open('ja/checks/');
    const captions = page.locator('#all-checks caption:visible');
    const headings = page.locator('#all-checks section[data-group] h2:visible');
    const notes = page.locator('#all-checks [data-of]:visible');
    const all = [await captions.count(), await headings.count(), await notes.count()];
    await field(page, 'kind').selectOption('growth');
    expect(await captions.count()).toBe(1);
    expect(await headings.count()).toBe(1);
    expect(await notes.count()).toBe(0);
    await field(page, 'q').fill('ありえない言葉');
    expect(await captions.count()).toBe(0);
    expect(await page.locator('[data-filter-none]').isVisible()).toBe(true);
    await page
      .getByRole('button', { name: 'すべてを見る' })
      .or(page.locator('[data-reset]'))
      .first()
      .click();
    expect([await captions.count(), await headings.count(), await notes.count()]).toEqual(all);
  });

  it('has nothing against WCAG 2.2 AA when it is narrowed down, on a phone too', async () => {
    const page = await seen.open('ja-easy/checks/?verdict=differs');
    await loadAxe(page);
    expect(await violations(page, 'html', 'all')).toEqual([]);
    await page.setViewportSize({ width: 320, height: 600 });
    expect(await overflow(page)).toBe(0);
  });
});

describe('what leads the checks', () => {
  const seen = visit(firstSite, WIDE);

  it.each(firstSite.languages.map(({ segment }) => segment))(
    'tells a handful in words with the printed figures before any list, in /%s/',
    async (segment) => {
      const page = await seen.open(`${segment}/checks/`);
      const findings = page.locator('.finding');
      expect(await findings.count()).toBe(8);
      for (const finding of await findings.all()) {
        expect((await finding.locator('h3').innerText()).length).toBeGreaterThan(5);
        expect(await finding.locator('.printed li').count()).toBeGreaterThan(0);
        expect(await finding.locator('.finding-links a').count()).toBeGreaterThan(0);
      }
      const box = await findings.first().boundingBox();
      const list = await page.locator('#all-checks').boundingBox();
      expect(box?.y ?? 0).toBeLessThan(list?.y ?? 0);
    },
  );

  it.each(firstSite.languages.map(({ segment }) => segment))(
    'stands on one sheet of A4 in /%s/: what follows begins the next one',
    async (segment) => {
      const page = await seen.open(`${segment}/checks/`);
      await page.evaluate(() => {
        for (const part of document.querySelectorAll('.paper-break ~ *')) part.remove();
      });
      await page.emulateMedia({ media: null });
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      // The foot of the page follows the break.
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/gu)).toHaveLength(2);
    },
  );
});
