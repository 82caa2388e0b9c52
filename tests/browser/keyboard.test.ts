import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { firstSite, samplePages, samplesInTurn, sites } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';
import { stopsOf, walk } from './walk.ts';

/** Without smooth scrolling: where a stop stands is asked as soon as it has the focus. */
const PHONE = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const;

describe.each(sites.map((site) => [site.name, site] as const))('%s by keyboard', (_, site) => {
  const seen = visit(site, PHONE);

  it.each(samplesInTurn(site).map(({ address }) => address))(
    'skips to the main part of /%s with Tab and Enter, and reaches everything in the order of the page',
    async (address) => {
      const page = await seen.open(address);
      const stops = await stopsOf(page);
      expect(stops.length).toBeGreaterThan(10);
      const { reached, unmarked, covered } = await walk(page, stops.length + 1);
      expect({ reached: reached.slice(0, stops.length), unmarked, covered }).toEqual({
        reached: stops,
        unmarked: [],
        covered: [],
      });
      // One step more leaves the page, or begins again: nothing holds the focus.
      expect(reached.slice(stops.length).filter((stop) => stop !== stops[0])).toEqual([]);
      await seen.open(address);
      await page.keyboard.press('Tab');
      expect(await focused(page)).toMatchObject({ class: 'skip', visible: true });
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => location.hash === '#main');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toMatchObject({ inMain: true });
    },
  );

  it.each(site.languages.map(({ segment }) => segment))(
    'opens, walks and follows the language menu in %s',
    async (segment) => {
      const other = site.languages.findIndex((language) => language.segment !== segment);
      const page = await seen.open(`${segment}/goals/`);
      for (let step = 0; step < 10 && (await focused(page)).tag !== 'SUMMARY'; step += 1) {
        await page.keyboard.press('Tab');
      }
      expect(await focused(page)).toMatchObject({ tag: 'SUMMARY', visible: true });
      await page.keyboard.press('Enter');
      for (let step = 0; step <= other; step += 1) await page.keyboard.press('Tab');
      expect(await focused(page)).toMatchObject({ tag: 'A', visible: true });
      await page.keyboard.press('Enter');
      await page.waitForURL(`${seen.url}${site.languages[other]?.segment ?? ''}/goals/`);
    },
  );

  it('closes the language menu with Escape, and gives the focus back to its button', async () => {
    const page = await seen.open(`${site.languages[0].segment}/`);
    await page.focus('details.lang > summary');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatchObject({ tag: 'A', visible: true });
    await page.keyboard.press('Escape');
    expect(await page.isVisible('.lang-list')).toBe(false);
    expect(await focused(page)).toMatchObject({ tag: 'SUMMARY', visible: true });
    // Closed already: Escape does nothing.
    await page.keyboard.press('Escape');
    expect(await focused(page)).toMatchObject({ tag: 'SUMMARY', visible: true });
  });

  it('opens and closes everything that folds with Enter and with Space', async () => {
    const indicators = samplePages(site).filter(({ kind }) => kind === 'indicator');
    let folds = 0;
    for (const { segment } of site.languages) {
      const page = await seen.open(
        indicators.find(({ language }) => language.segment === segment)?.address ?? '',
      );
      for (const fold of await page.locator('details').all()) {
        const open = () => fold.evaluate((details) => (details as HTMLDetailsElement).open);
        await fold.locator('> summary').focus();
        for (const key of ['Enter', 'Space']) {
          const before = await open();
          await page.keyboard.press(key);
          expect(await open()).toBe(!before);
        }
        folds += 1;
      }
    }
    expect(folds).toBeGreaterThan(site.languages.length);
  });
});

describe('the measure', () => {
  const seen = visit(firstSite, PHONE);

  it('sees a stop without a mark, one that is covered, one out of order and one that is never reached', async () => {
    const page =
      await seen.show(`<style>.bare:focus { outline: none } .bar { position: fixed; inset: 0 0 auto; height: 90px }</style>
      <a href="#a">one</a><a href="#b" class="bare">two</a>
      <div style="position: absolute; top: 200px"><a href="#c" tabindex="1">three</a></div>
      <button tabindex="-1">four</button><div class="bar"></div>`);
    const stops = await stopsOf(page);
    expect(stops).toEqual(['A one', 'A two', 'A three', 'BUTTON four']);
    const { reached, unmarked, covered } = await walk(page, stops.length + 1);
    expect(reached.slice(0, 3)).toEqual(['A three', 'A one', 'A two']);
    expect(reached).not.toContain('BUTTON four');
    expect(unmarked).toContain('A two');
    expect(covered).toEqual(expect.arrayContaining(['A one', 'A two']));
  });
});

/** What has the focus, and whether a reader sees it. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { width, height, bottom, right } = element.getBoundingClientRect();
    return {
      tag: element.tagName,
      class: element.className,
      inMain: element.closest('main') !== null,
      visible: width > 1 && height > 1 && bottom > 0 && right > 0 && element.checkVisibility(),
    };
  });
}
