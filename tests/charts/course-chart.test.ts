import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { courseChart, type CourseInput } from '../../src/charts/course-chart.ts';
import { drawSvg } from '../../src/charts/draw.ts';
import { pointBoxes, readSvg } from './read-svg.ts';

const course = (first: number, values: readonly number[], earlierMethod = false) => ({
  points: values.map((value, at) => ({ year: first + at, value })),
  earlierMethod,
});
const rising: CourseInput = {
  actuals: [course(2015, [27.3, 39.1, 40.6, 41.2, 42.3, 32.1, 29.5, 34.5, 36.5])],
  target: { year: 2030, value: 50 },
};

function draw(input: CourseInput): string {
  const { config, size } = courseChart(input);
  return drawSvg(config, size, { label: 'Up by 9.2 points.', className: 'course' });
}
const middles = (svg: string) =>
  pointBoxes(svg).map(({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2]);
const lines = (svg: string) =>
  readSvg(svg).filter(({ attributes }) => attributes['stroke-width'] === '2');

describe('courseChart', () => {
  it('draws one line, a dot on the newest value and a diamond for the target, without a word', () => {
    const svg = draw(rising);
    expect(lines(svg).map(({ attributes }) => attributes['stroke'])).toEqual(['var(--data-1)']);
    expect(
      readSvg(svg)
        .map(({ attributes }) => attributes['fill'])
        .filter((fill) => fill !== 'none'),
    ).toEqual(['var(--target)', 'var(--data-1)']);
    expect(svg).not.toContain('<text');
    expect(svg).toContain('role="img" aria-label="Up by 9.2 points."');
  });

  it('goes from the lowest value to the highest, whatever they are: zero is not forced', () => {
    const high = draw({ actuals: [course(2020, [9001, 9003, 9002])], target: null });
    const low = draw({ actuals: [course(2020, [-2, 0, -1])], target: null });
    expect(high).toBe(low);
    expect(lines(high)[0]?.attributes['d']).toMatch(/^M3 27/u);
  });

  it('lays a course without any change in the middle', () => {
    const svg = draw({ actuals: [course(2020, [5, 5])], target: { year: 2024, value: 5 } });
    for (const [, y] of middles(svg)) expect(y).toBeCloseTo(16, 0);
  });

  it('cuts the line between methods and greys the earlier one', () => {
    const svg = draw({
      actuals: [course(2015, [30, 40], true), course(2017, [80, 85, 90])],
      target: null,
    });
    expect(lines(svg).map(({ attributes }) => attributes['stroke'])).toEqual([
      'var(--data-1)',
      'var(--data-2)',
    ]);
  });

  it('keeps every mark inside the drawing, for one value too', () => {
    for (const input of [rising, { actuals: [course(2020, [7])], target: null }]) {
      for (const box of pointBoxes(draw(input))) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(96);
        expect(box.bottom).toBeLessThanOrEqual(32);
      }
    }
  });

  it('is light, and the same bytes each time', () => {
    expect(gzipSync(draw(rising)).length).toBeLessThanOrEqual(400);
    expect(draw(rising)).toBe(draw(rising));
    expect(draw(rising)).not.toContain('style=');
  });

  it('refuses a course without a value and values that are no numbers', () => {
    expect(() => courseChart({ actuals: [], target: null })).toThrow(RangeError);
    expect(() => courseChart({ actuals: [course(2020, [Number.NaN])], target: null })).toThrow(
      RangeError,
    );
  });
});
