import { gzipSync } from 'node:zlib';
import { Chart } from 'chart.js';
import { describe, expect, it } from 'vitest';
import { drawSvg } from '../../src/charts/draw.ts';
import {
  indicatorChart,
  type ChartWidth,
  type IndicatorChartInput,
} from '../../src/charts/indicator-chart.ts';
import { changedQuestion, nineYears, shapes } from './inputs.ts';
import { readSvg } from './read-svg.ts';

function draw(input: IndicatorChartInput, width: ChartWidth, label = 'グラフ'): string {
  const { config, size } = indicatorChart(input, width);
  return drawSvg(config, size, { label });
}

const drawings = Object.entries(shapes).flatMap(([name, input]) =>
  (['narrow', 'wide'] as const).map((width) => ({ name, width, input })),
);

describe('drawSvg', () => {
  it('gives the same bytes for the same chart, whatever was drawn before', () => {
    const first = draw(nineYears, 'wide');
    expect(draw(nineYears, 'wide')).toBe(first);
    for (const { input, width } of drawings) draw(input, width);
    expect(draw(nineYears, 'wide')).toBe(first);
  });

  it('draws one configuration twice alike and leaves its data as they were', () => {
    const { config, size } = indicatorChart(nineYears, 'narrow');
    const before = JSON.stringify(config.data);
    const first = drawSvg(config, size, { label: 'a' });
    expect(drawSvg(config, size, { label: 'a' })).toBe(first);
    expect(JSON.stringify(config.data)).toBe(before);
  });

  it('says what it is: size, role, name and class', () => {
    const { config, size } = indicatorChart(nineYears, 'narrow');
    const svg = drawSvg(config, size, {
      label: '"27.3％" < 36.5％ & 目標',
      className: 'chart-narrow',
    });
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="chart-narrow" viewBox="0 0 358 330" width="358" height="330" role="img" aria-label="&quot;27\.3％&quot; &lt; 36\.5％ &amp; 目標">/,
    );
    expect(draw(nineYears, 'narrow')).not.toContain('class=');
  });

  it('keeps texts whole and escapes what would be markup', () => {
    const svg = draw(
      { ...changedQuestion, breaks: [{ year: 2018.5, before: '前<旧>', after: 'A&B' }] },
      'wide',
    );
    const texts = readSvg(svg)
      .filter(({ tag }) => tag === 'text')
      .map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['前<旧>', 'A&B', '2023年度 83.31％', '目標40', '100％', 'H27', 'R5']),
    );
    expect(svg).toContain('前&lt;旧&gt;');
  });

  it.each(['narrow', 'wide'] as const)(
    'labels a target that stays for years at its last year alone, %s',
    (width) => {
      const at = (year: number, value: number) => ({
        year,
        value,
        label: `目標${String(value)}`,
        filled: false,
      });
      const targets = [at(2016, 42), at(2019, 42), at(2021, 44), at(2023, 42)];
      const labels = readSvg(draw({ ...nineYears, targets, pace: null }, width))
        .filter(({ tag }) => tag === 'text')
        .map(({ text }) => text)
        .filter((text) => text.startsWith('目標'));
      expect(labels.toSorted()).toEqual(['目標42', '目標42', '目標44']);
    },
  );

  it('weighs at most 2 kB compressed for a chart of nine years', () => {
    expect(gzipSync(draw(nineYears, 'narrow')).length).toBeLessThanOrEqual(2048);
    expect(gzipSync(draw(nineYears, 'wide')).length).toBeLessThanOrEqual(2048);
  });

  it('refuses a chart that draws what SVG text and shapes cannot say', () => {
    const { config, size } = indicatorChart(nineYears, 'narrow');
    const image = {
      id: 'image',
      afterDraw: ({ ctx }: Chart): void => {
        ctx.createLinearGradient(0, 0, 1, 1);
      },
    };
    expect(() => drawSvg({ ...config, plugins: [image] }, size, { label: '' })).toThrow(
      'createLinearGradient',
    );
  });

  it('leaves no chart behind in Chart.js, not even after an error', () => {
    const alive: number[] = [];
    const { config, size } = indicatorChart(nineYears, 'narrow');
    const count = {
      id: 'count',
      afterDraw: (): void => {
        alive.push(Object.keys(Chart.instances).length);
      },
    };
    const fail = {
      id: 'fail',
      afterDraw: (): never => {
        throw new Error('stop');
      },
    };
    drawSvg({ ...config, plugins: [count] }, size, { label: '' });
    expect(() => drawSvg({ ...config, plugins: [count, fail] }, size, { label: '' })).toThrow(
      'stop',
    );
    expect(alive).toEqual([1, 1]);
    expect(Object.keys(Chart.instances)).toEqual([]);
  });

  it.each(drawings)(
    'writes only attributes a strict policy and other drawings on the page can bear: $name, $width',
    ({ input, width }) => {
      const svg = draw(input, width);
      expect(svg).not.toMatch(
        /\s(?:style|id|class|font-family)=|<style|url\(|NaN|undefined|Infinity|null/,
      );
      const tags = new Set(readSvg(svg).map(({ tag }) => tag));
      expect([...tags].every((tag) => ['path', 'circle', 'text'].includes(tag))).toBe(true);
      for (const { tag, attributes } of readSvg(svg)) {
        expect(attributes['fill']).toMatch(/^(?:none|var\(--[a-z0-9-]+\))$/);
        if (tag === 'text')
          expect([attributes['font-size'], attributes['font-weight']]).toEqual([
            expect.stringMatching(/^\d+$/),
            expect.stringMatching(/^[47]00$/),
          ]);
      }
    },
  );
});
