import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { drawnPages, firstSite, samplePages, samplesInTurn, sites } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';
import { loadAxe, violations, type Rules } from './axe.ts';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
/** Pages beyond one of each kind, of each site. */
const DRAWN = 8;

describe.each(sites.map((site) => [site.name, site] as const))('%s', (_, site) => {
  // A reader of none of the languages: the language page stays.
  const seen = visit(site, { locale: 'is-IS' });
  const inTurn = new Set(samplesInTurn(site).map(({ address }) => address));

  it.each([
    ...samplePages(site).map(({ address }) => address),
    ...site.languages.map(({ segment }) => `${segment}/search/?q=CSV`),
    ...drawnPages(site, DRAWN).map(({ address }) => address),
    '',
    'no-such-page/',
  ])(
    'has nothing against WCAG 2.2 AA on /%s, light and dark, phone and desktop',
    async (address) => {
      const page = await seen.open(address);
      if (address.includes('?q=')) await page.waitForSelector('#search-results > li');
      await loadAxe(page);
      expect(await everyLook(page, 'html', inTurn.has(address) ? 'all' : 'layout')).toEqual({});
    },
  );

  it.each(site.languages.map(({ segment }) => segment))(
    'has nothing against WCAG 2.2 AA in the open language menu in %s',
    async (segment) => {
      const page = await seen.open(`${segment}/`);
      await page.click('details.lang > summary');
      await page.waitForSelector('.lang-list a');
      await loadAxe(page);
      expect(await everyLook(page, 'details.lang', 'all')).toEqual({});
    },
  );
});

describe('the measure', () => {
  const seen = visit(firstSite);

  it('finds what is wrong on a bad page', async () => {
    const page = await seen.show(
      `<html><body><img src="x.png"><p style="color:#ccc">pale</p>
      <a href="#a" style="display:block;height:9px;overflow:hidden">a</a><a href="#b" style="display:block;height:9px;overflow:hidden">b</a></body></html>`,
    );
    await loadAxe(page);
    const found = async (rules: Rules) => (await violations(page, 'html', rules)).join('\n');
    expect(await found('all')).toMatch(/image-alt/u);
    expect(await found('all')).toMatch(/html-has-lang/u);
    for (const rules of ['all', 'layout', 'colours'] as const)
      expect(await found(rules)).toMatch(/color-contrast/u);
    for (const rules of ['all', 'layout'] as const)
      expect(await found(rules)).toMatch(/target-size/u);
  });
});

/**
 * Violations by look; looks without any are left out. The phone is asked all rules, the desktop those that
 * its width can change (and, for a page of each kind, all), the dark ones those of colours.
 */
async function everyLook(
  page: Page,
  part: string,
  desktop: Rules,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const looks = [
    ['light', PHONE, 'all'],
    ['dark', PHONE, 'colours'],
    ['dark', DESKTOP, 'colours'],
    ['light', DESKTOP, desktop],
  ] as const;
  for (const [colorScheme, size, rules] of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    const here = await violations(page, part, rules);
    if (here.length > 0) found[`${colorScheme} ${String(size.width)}`] = here;
  }
  return found;
}
