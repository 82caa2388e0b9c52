import { describe, expect, it } from 'vitest';
import { firstSite, samplesInTurn, sites } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';
import { moving, unseen } from './preferences.ts';

const PHONE = { viewport: { width: 390, height: 844 } };

describe.each(sites.map((site) => [site.name, site] as const))('%s', (_, site) => {
  const still = visit(site, { ...PHONE, reducedMotion: 'reduce' });
  const forced = visit(site, { ...PHONE, forcedColors: 'active' });

  it.each(samplesInTurn(site).map(({ address }) => address))(
    'moves nothing on /%s for a reader who wants it still',
    async (address) => {
      expect(await moving(await still.open(address))).toEqual([]);
    },
  );

  it.each(samplesInTurn(site).map(({ address }) => address))(
    'keeps every shape, link, button and focus of /%s in the colours of the reader’s system, light and dark',
    async (address) => {
      const page = await forced.open(address);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, forcedColors: 'active' });
        const { shapes, found } = await unseen(page);
        expect([colorScheme, found]).toEqual([colorScheme, []]);
        expect(shapes).toBeGreaterThan(0);
      }
    },
  );
});

describe('the measures', () => {
  const still = visit(firstSite, { reducedMotion: 'reduce' });
  const forced = visit(firstSite, { forcedColors: 'active', colorScheme: 'dark' });

  it('see what moves all the same', async () => {
    const page =
      await still.show(`<style>html { scroll-behavior: smooth } @keyframes turn { to { rotate: 1turn } }
      p { transition: color 1s } b::before { content: '…'; animation: turn 2s infinite }</style><p>x</p><b>y</b>`);
    expect(await moving(page)).toEqual(['HTML scrolls smoothly', 'P', 'B::before']);
  });

  it('see a shape, a button and a focus that vanish', async () => {
    const page =
      await forced.show(`<style>svg { forced-color-adjust: none } a:focus, button:focus { outline: none }
      button { border: 0 }</style><svg viewBox="0 0 9 9"><circle r="4" fill="#111"/><path d="M0 0h9" stroke="#fff"/></svg>
      <a href="#x">link</a><button>press</button>`);
    expect((await unseen(page)).found).toEqual([
      'circle',
      'button without an edge: press',
      'no focus: link',
      'no focus: press',
    ]);
  });
});
