import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { firstSite, samplePages, samplesInTurn, sites } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';
import { readCode } from './read-code.ts';
import { overflow, squeezed } from './watch.ts';

/** What a sheet of A4 has between its margins, in CSS pixels. */
const SHEET = { width: 695, height: 1032 };

/** The fullest pages of the first site, by a count of the sheets of every indicator in every language. */
const FULLEST = [
  'ja/indicators/city-gross-product/',
  'ja-easy/indicators/city-gross-product/',
  'en/indicators/city-gross-product/',
  'ja-easy/indicators/community-activity/',
  'en/indicators/farm-shipments/',
];

/** Returns how many sheets of A4 a page takes when it is printed. */
async function sheetsOf(page: Page): Promise<number> {
  await page.emulateMedia({ media: null });
  const pdf = await page.pdf({ format: 'A4' });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
}

/** Returns the texts on paper below eight points, readings and the numbers of a chart's own scale included. */
function smallPrint(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = (8 * 96) / 72 - 0.05;
    const sizeOf = (element: Element): number => {
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      return parseFloat(getComputedStyle(element).fontSize) * scale;
    };
    return [...document.querySelectorAll('body *')]
      .filter(
        (element) =>
          element.closest('rt, .visually-hidden, script, style') === null &&
          element.checkVisibility() &&
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
          ) &&
          sizeOf(element) < least,
      )
      .map((element) => `${String(sizeOf(element))} ${element.textContent.trim().slice(0, 40)}`);
  });
}

describe.each(sites.map((site) => [site.name, site] as const))('%s on paper', (_, site) => {
  // Printing from a dark screen is printing too.
  const seen = visit(site, { colorScheme: 'dark', deviceScaleFactor: 3 });

  it.each(samplesInTurn(site).map(({ address }) => address))(
    'prints /%s with its tables and address, without the tools of the screen',
    async (address) => {
      await seen.page.emulateMedia({ media: 'print' });
      const page = await seen.open(address);
      for (const tool of [
        '.site-nav',
        '.tools',
        '.skip',
        'form.search',
        '.downloads',
        '.site-foot ul',
      ]) {
        expect([tool, await page.locator(`${tool}:visible`).count()]).toEqual([tool, 0]);
      }
      // Details that an easy page folds away stay folded: it prints what it shows.
      const folded = await page.locator('.more-all:not([open]) table').count();
      expect(await page.locator('table:visible').count()).toBe(
        (await page.locator('table').count()) - folded,
      );
      expect(await page.innerText('.site-foot .print-only')).toContain(
        `${site.origin}${site.base}${address}`,
      );
      const code = page.locator('.site-foot .qr');
      expect(await readCode(code)).toBe(`${site.origin}${site.base}${address}`);
      expect(await squeezed(page)).toEqual([]);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(ground);
    },
  );

  const indicators = samplePages(site)
    .filter(({ kind }) => kind === 'indicator')
    .map(({ address }) => address);

  it.each([...new Set([...indicators, ...(site === firstSite ? FULLEST : [])])])(
    'prints /%s on two sheets of A4 at most, with the table a reader has closed',
    async (address) => {
      await seen.page.emulateMedia({ media: null });
      const page = await seen.open(address);
      const details = page.locator('details.more');
      const closes = (await details.count()) > 0;
      if (closes) {
        await page.click('details.more > summary');
        expect(await page.isVisible('details.more table')).toBe(false);
      }
      const sheets = await sheetsOf(page);
      expect(sheets).toBeGreaterThanOrEqual(1);
      expect(sheets).toBeLessThanOrEqual(2);
      await page.emulateMedia({ media: 'print' });
      if (closes) {
        const table = await page.locator('details.more table').boundingBox();
        expect(table?.height).toBeGreaterThan(20);
      }
    },
  );

  it.each(indicators)(
    'prints /%s in eight points or more, and nothing beside the sheet',
    async (address) => {
      await seen.page.setViewportSize(SHEET);
      await seen.page.emulateMedia({ media: 'print' });
      const page = await seen.open(address);
      expect(await smallPrint(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await squeezed(page)).toEqual([]);
    },
  );

  it.each(indicators)('prints where the figures of /%s are from, and of when', async (address) => {
    await seen.page.emulateMedia({ media: 'print' });
    const page = await seen.open(address);
    const sources = page.locator('.sources:visible');
    expect(await sources.count()).toBe(1);
    const said = await sources.innerText();
    expect(/\d/u.exec(said)).not.toBeNull();
    expect(await page.innerText('.site-foot')).toContain(`${site.origin}${site.base}${address}`);
    // A sentence of the place, not the document's name alone.
    expect(await sources.locator('.folded').count()).toBeGreaterThan(0);
  });

  it('ends a sheet after a part that is marked as its last', async () => {
    await seen.page.emulateMedia({ media: null });
    const page = await seen.open(indicators[0] ?? '');
    await page.evaluate(() => {
      document.querySelectorAll('main .sec').forEach((section) => {
        section.remove();
      });
    });
    expect(await sheetsOf(page)).toBe(1);
    await page.evaluate(() => {
      document.querySelector('.opening')?.classList.add('paper-break');
    });
    expect(await sheetsOf(page)).toBe(2);
  });
});
