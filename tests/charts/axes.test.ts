import { describe, expect, it } from 'vitest';
import { valueAxis } from '../../src/charts/value-axis.ts';
import { yearTicks } from '../../src/charts/year-ticks.ts';

describe('valueAxis', () => {
  it.each<[readonly number[], readonly number[]]>([
    [
      [27.3, 50],
      [0, 20, 40, 60],
    ],
    [
      [90, 83.31],
      [0, 25, 50, 75, 100],
    ],
    [
      [45000, 20324],
      [0, 20000, 40000, 60000],
    ],
    [[26.16], [0, 10, 20, 30]],
    [
      [0.3, 0.12],
      [0, 0.1, 0.2, 0.3],
    ],
    [
      [4.2, -5.9],
      [-10, -5, 0, 5],
    ],
    [
      [-1200, -2400],
      [-3000, -2000, -1000, 0],
    ],
    [[2], [0, 1, 2]],
    [
      [0, 0],
      [0, 1],
    ],
    [[], [0, 1]],
  ])('gives %j the ticks %j', (values, ticks) => {
    const axis = valueAxis(values, String);
    expect(axis.ticks).toEqual(ticks);
    expect([axis.min, axis.max]).toEqual([ticks[0], ticks.at(-1)]);
  });

  it('takes no step finer than the text of its ticks', () => {
    const axis = valueAxis([0.6, 1.4], (value) => value.toFixed(0));
    expect(new Set(axis.ticks.map((tick) => tick.toFixed(0))).size).toBe(axis.ticks.length);
    expect(valueAxis([0.6, 1.4], String).ticks).toEqual([0, 0.5, 1, 1.5]);
  });
});

describe('yearTicks', () => {
  it('writes every year where there is room', () => {
    expect(yearTicks(2020, 2023, 50, 40)).toEqual([2020, 2021, 2022, 2023]);
  });

  it('writes every nth year where there is not, the last always', () => {
    expect(yearTicks(2015, 2030, 50, 60)).toEqual([2015, 2017, 2019, 2021, 2023, 2025, 2027, 2030]);
    expect(yearTicks(2015, 2030, 19.4, 41)).toEqual([2015, 2018, 2021, 2024, 2027, 2030]);
  });

  it('writes the ends alone when nothing fits between, and a single year once', () => {
    expect(yearTicks(2020, 2022, 20, 35)).toEqual([2020, 2022]);
    expect(yearTicks(2022, 2022, 300, 40)).toEqual([2022]);
  });
});
