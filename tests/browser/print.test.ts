import { describe, expect, it } from 'vitest';
import { samplePages, samplesInTurn, sites } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';
import { squeezed } from './watch.ts';

describe.each(sites.map((site) => [site.name, site] as const))('%s on paper', (_, site) => {
  // Printing from a dark screen is printing too.
  const seen = visit(site, { colorScheme: 'dark' });

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
      expect(await squeezed(page)).toEqual([]);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(ground);
    },
  );

  it.each(
    samplePages(site)
      .filter(({ kind }) => kind === 'indicator')
      .map(({ address }) => address),
  )(
    'prints /%s on four sheets of A4 at most, with the table a reader has closed',
    async (address) => {
      await seen.page.emulateMedia({ media: null });
      const page = await seen.open(address);
      await page.click('details.more > summary');
      expect(await page.isVisible('details.more table')).toBe(false);
      const pdf = await page.pdf({ format: 'A4' });
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
      expect(sheets).toBeGreaterThanOrEqual(1);
      expect(sheets).toBeLessThanOrEqual(4);
      await page.emulateMedia({ media: 'print' });
      const height = await page
        .locator('details.more table')
        .evaluate((t) => t.getBoundingClientRect().height);
      expect(height).toBeGreaterThan(20);
    },
  );
});
