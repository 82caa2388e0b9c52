import { describe, expect, it } from 'vitest';
import { firstSite, samplesInTurn, sites } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';
import { crossing, cutOff, spaceText } from './room.ts';
import { overflow } from './watch.ts';

/** Drawings are pictures: the table or the sentence beside them says the same as text. */
const APART =
  'rt, rp, svg, .visually-hidden, .tool-word, .lang summary span, .site-head .wordmark span';

describe.each(sites.map((site) => [site.name, site] as const))('%s', (_, site) => {
  const seen = visit(site);

  it.each(samplesInTurn(site).map(({ address }) => address))(
    'loses no text of /%s that a reader sets wider (WCAG 1.4.12)',
    async (address) => {
      const page = await seen.open(address);
      await spaceText(page);
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 844 });
        expect({
          width,
          overflow: await overflow(page),
          cutOff: await cutOff(page, APART),
          crossing: await crossing(page, APART),
        }).toEqual({ width, overflow: 0, cutOff: [], crossing: [] });
      }
    },
  );
});

describe('the measure', () => {
  const seen = visit(firstSite);

  it('sees a box that has room for its own text only', async () => {
    const page = await seen.show(
      '<p style="font: 16px/1.2 monospace; width: 120px; height: 20px; overflow: hidden">one short line</p>',
    );
    // Fourteen letters of 9.6 pixels are wider than the box as they are: the box is made to fit them.
    await page.evaluate(() => {
      const box = document.querySelector('p');
      const range = document.createRange();
      if (box?.firstChild) range.selectNodeContents(box.firstChild);
      box?.style.setProperty('width', 'max-content');
      box?.style.setProperty(
        'width',
        `${String(Math.ceil(range.getBoundingClientRect().width))}px`,
      );
    });
    expect(await cutOff(page)).toEqual([]);
    await spaceText(page);
    expect(await cutOff(page)).toEqual(['one short line']);
  });
});
