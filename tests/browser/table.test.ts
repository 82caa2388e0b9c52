import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { firstSite } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';

const names = (page: Page) =>
  page.locator('#budget-all tbody tr:not([hidden]) th > a').allInnerTexts();
const amounts = (page: Page) =>
  page
    .locator('#budget-all tbody tr:not([hidden])')
    .evaluateAll((rows) =>
      rows.map((row) => Number((row as HTMLElement).dataset['amount'] ?? Number.NaN)),
    );
/** What has no amount stands last, whichever way the others stand. */
const known = (all: readonly number[]) => all.slice(0, all.findLastIndex((n) => n >= 0) + 1);

describe('the table of the whole budget', () => {
  const seen = visit(firstSite, { viewport: { width: 1280, height: 900 } });
  const plain = visit(firstSite, { javaScriptEnabled: false });

  it('has every measure of the year, the largest amount first, before any script', async () => {
    const page = await seen.open('en/budget/');
    const all = await amounts(page);
    expect(all).toHaveLength(169);
    expect(known(all)).toEqual(known(all).toSorted((a, b) => b - a));
    expect(all.slice(known(all).length).filter((amount) => !Number.isNaN(amount))).toEqual([]);
    expect(await page.getAttribute('th[data-sort=number]', 'aria-sort')).toBe('descending');
  });

  it('sorts by a column, a second time the other way, and says so', async () => {
    const page = await seen.open('en/budget/');
    const all = await amounts(page);
    const amount = page.getByRole('button', { name: 'Amount' });
    await amount.click();
    expect(await page.getAttribute('th[data-sort=number]', 'aria-sort')).toBe('ascending');
    const rising = await amounts(page);
    expect(known(rising)).toEqual(known(all).toSorted((a, b) => a - b));
    await page.getByRole('button', { name: 'Measure' }).press('Enter');
    const sorted = await names(page);
    const collator = new Intl.Collator('en', { numeric: true });
    expect(sorted).toEqual(sorted.toSorted((a, b) => collator.compare(a, b)));
    expect(await page.locator('#budget-all th[aria-sort]').count()).toBe(1);
  });

  it('shows the rows that hold every word and every choice, and how many', async () => {
    const page = await seen.open('ja/budget/');
    const part = page.locator('[data-filter]');
    await part.locator('[name=q]').fill('ＩＣカード');
    expect(await names(page)).toHaveLength(2);
    expect(await part.locator('[data-filter-count]').innerText()).toBe('2');
    await part.locator('[name=q]').fill('');
    await part.locator('select[name=bureau]').selectOption('環境局');
    expect((await names(page)).length).toBe(9);
    await part.locator('select[name=section]').selectOption({ index: 1 });
    expect((await names(page)).length).toBeLessThanOrEqual(9);
    await part.locator('[name=q]').fill('ありえない言葉');
    expect(await names(page)).toEqual([]);
    expect(await part.locator('[data-filter-count]').innerText()).toBe('0');
  });

  it('is whole without scripts, and shows no field that would do nothing', async () => {
    const page = await plain.open('ja/budget/');
    expect(await names(page)).toHaveLength(169);
    expect(await page.locator('[data-filter]').isVisible()).toBe(false);
    expect(await page.locator('#budget-all button').count()).toBe(0);
  });
});
