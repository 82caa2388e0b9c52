import { beforeAll, describe, expect, it } from 'vitest';
import { samplePages, samplesInTurn, sites } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';

/** Kinds of pages with parts that only a script works. */
const SCRIPTED = ['search', 'offline', 'budget', 'checks', 'indicators', 'measures', 'compare'];

describe.each(sites.map((site) => [site.name, site] as const))(
  '%s without JavaScript',
  (_, site) => {
    const plain = visit(site, { javaScriptEnabled: false });
    const scripted = visit(site);
    // A live chart holds the drawing's words as a picture: chart.test.ts compares the two.
    beforeAll(() => scripted.context.route(/live-chart/u, (route) => route.abort()));

    const samples = samplePages(site);

    it.each(
      samplesInTurn(site)
        // Filters and choices show only where they work: lists.test.ts, checks.test.ts, compare.test.ts.
        .filter(({ kind }) => !SCRIPTED.includes(kind))
        .map(({ address }) => address),
    )('shows the same words on /%s', async (address) => {
      const words: string[] = [];
      for (const way of [plain, scripted]) {
        const page = await way.open(address);
        expect(await page.isVisible('h1')).toBe(true);
        words.push(await page.innerText('main'));
      }
      expect(words[0]).toBe(words[1]);
      expect(words[0]?.length).toBeGreaterThan(50);
    });

    it.each(samples.filter(({ kind }) => kind === 'indicator').map(({ address }) => address))(
      'shows the chart, one drawing for each width, and its open table on /%s',
      async (address) => {
        const page = await plain.open(address);
        const shown = () => page.locator('figure.chart .chart-stage > svg:visible').count();
        await page.setViewportSize({ width: 1280, height: 800 });
        expect(await shown()).toBe(1);
        await page.setViewportSize({ width: 390, height: 844 });
        expect(await shown()).toBe(1);
        expect(
          await page.locator('figure.chart .chart-stage > svg:visible text').count(),
        ).toBeGreaterThan(3);
        expect(await page.isVisible('details.more table')).toBe(true);
        await page.setViewportSize({ width: 1280, height: 800 });
        expect(await page.locator('details.more tbody tr').count()).toBeGreaterThan(0);
      },
    );

    it.each(site.languages.map(({ segment }) => segment))(
      'opens the language menu, whose links work, in %s',
      async (segment) => {
        const page = await plain.open(`${segment}/checks/`);
        expect(await page.isVisible('.lang-list')).toBe(false);
        await page.click('details.lang > summary');
        const other = site.languages.findLast((language) => language.segment !== segment);
        await page.click(`.lang-list a[lang="${other?.tag ?? ''}"]`);
        expect(page.url()).toBe(`${plain.url}${other?.segment ?? ''}/checks/`);
      },
    );

    it.each(site.languages.map(({ segment }) => segment))(
      'tells on the search page of %s how to go on',
      async (segment) => {
        const page = await plain.open(`${segment}/search/?q=CSV`);
        const links = await page
          .locator('.noscript:visible a')
          .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
        expect(links).toEqual([
          `${site.base}${segment}/indicators/`,
          `${site.base}${segment}/plans/`,
        ]);
      },
    );

    it('sends the language page on to the first language', async () => {
      const page = await plain.open('');
      await page.waitForURL(`${plain.url}${site.languages[0].segment}/`);
      expect(await page.isVisible('h1')).toBe(true);
    });
  },
);
