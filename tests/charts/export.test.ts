import { describe, expect, it } from 'vitest';
import { drawSvg } from '../../src/charts/draw.ts';
import { lightPalette, standaloneSvg } from '../../src/charts/export.ts';
import { indicatorChart } from '../../src/charts/indicator-chart.ts';
import { shapes } from './inputs.ts';
import { readSvg } from './read-svg.ts';

const drawings = Object.entries(shapes).map(([name, input]) => {
  const { config, size } = indicatorChart(input, 'wide');
  return { name, svg: drawSvg(config, size, { label: '目標 <50>' }) };
});

describe('standaloneSvg', () => {
  it.each(drawings)('leaves no colour to a style sheet: $name', ({ svg }) => {
    expect(svg).toContain('var(');
    const file = standaloneSvg(svg, lightPalette, 'sans-serif');
    expect(file).not.toContain('var(');
    expect(readSvg(file).map(({ text }) => text)).toEqual([
      '',
      ...readSvg(svg).map(({ text }) => text),
    ]);
  });

  it('lays a white ground beneath and names font and title', () => {
    const file = standaloneSvg(
      drawings[0]?.svg ?? '',
      lightPalette,
      '"Noto Sans JP", sans-serif',
      '割合 & <目標>',
    );
    expect(file).toMatch(
      /^<svg [^>]*font-family="&quot;Noto Sans JP&quot;, sans-serif"><title>割合 &amp; &lt;目標&gt;<\/title><rect width="100%" height="100%" fill="#ffffff"\/>/,
    );
    expect(readSvg(file)[0]?.text).toBe('割合 & <目標>');
  });

  it('leaves a text alone that only looks like a colour', () => {
    const svg = '<svg viewBox="0 0 1 1"><text fill="var(--ink)">var(--ink)</text></svg>';
    expect(standaloneSvg(svg, lightPalette, 'serif')).toContain(
      '<text fill="#1a1a1a">var(--ink)</text>',
    );
  });

  it('refuses a role the palette does not have, a var() it cannot read, and what is no drawing', () => {
    expect(() =>
      standaloneSvg('<svg a="b"><path fill="var(--nobody)"/></svg>', lightPalette, 'serif'),
    ).toThrow('var(--nobody)');
    expect(() =>
      standaloneSvg('<svg a="b"><path fill="var(--ink, red)"/></svg>', lightPalette, 'serif'),
    ).toThrow('var()');
    expect(() => standaloneSvg('<p>', lightPalette, 'serif')).toThrow('<svg>');
    expect(() => standaloneSvg('<svg a="b"></svg>', {}, 'serif')).toThrow('ground');
  });
});
