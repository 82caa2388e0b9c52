import { describe, expect, it } from 'vitest';
import { decimal, formatDecimal } from '../../src/core/decimal.ts';
import {
  achievementRate,
  atLeastAsGood,
  distance,
  followsTrend,
  meetsTarget,
  periodEnd,
  straightPath,
} from '../../src/core/statistics.ts';

function rate(baseline: string, actual: string, target: string, scale = 0): string | null {
  const result = achievementRate(decimal(baseline), decimal(actual), decimal(target), scale);
  return result === null ? null : formatDecimal(result);
}

describe('achievementRate', () => {
  it.each([
    ['32.1', '34.5', '50.0', '13'],
    ['89', '95', '96', '86'],
    ['2', '4', '6', '50'],
    ['68', '68', '92', '0'],
    ['0', '988', '850', '116'],
  ])(
    'is the share of the way from %s to the target: %s of %s → %s',
    (baseline, actual, target, expected) => {
      expect(rate(baseline, actual, target)).toBe(expected);
    },
  );

  it('counts a reduction as progress where the target lies lower', () => {
    expect(rate('8162', '6352', '6652')).toBe('120');
    expect(rate('8162', '8162', '6652')).toBe('0');
    expect(rate('8162', '9000', '6652')).toBe('-55');
  });

  it('stays below 0 and above 100', () => {
    expect(rate('2620', '2529', '2692')).toBe('-126');
    expect(rate('1073', '1145', '1084')).toBe('655');
    expect(rate('20324', '20108', '45000')).toBe('-1');
  });

  it('is negative where the figure moved away from a target printed above the start', () => {
    expect(rate('10446', '10268', '10600')).toBe('-116');
    expect(rate('10446', '10268', '10600', 1)).toBe('-115.6');
  });

  it('rounds half away from zero on exact decimals', () => {
    expect(rate('0', '0.5', '100')).toBe('1');
    expect(rate('0', '-0.5', '100')).toBe('-1');
    expect(rate('0', '115.55', '100', 1)).toBe('115.6');
  });

  it('is not defined where target and baseline are equal', () => {
    expect(rate('50', '60', '50.0')).toBeNull();
  });
});

describe('straightPath', () => {
  const path = (from: [number, string], to: [number, string], year: number, scale: number) => {
    const value = straightPath(
      { year: from[0], value: decimal(from[1]) },
      { year: to[0], value: decimal(to[1]) },
      year,
      scale,
    );
    return value === null ? null : formatDecimal(value);
  };

  it('goes by equal steps a year', () => {
    expect(path([2020, '32.1'], [2030, '50.0'], 2020, 1)).toBe('32.1');
    expect(path([2020, '32.1'], [2030, '50.0'], 2022, 1)).toBe('35.7');
    expect(path([2020, '32.1'], [2030, '50.0'], 2030, 1)).toBe('50.0');
  });

  it('goes down to a lower target', () => {
    expect(path([2016, '8162'], [2025, '6652'], 2022, 0)).toBe('7155');
  });

  it('goes on beyond both ends', () => {
    expect(path([2020, '10'], [2022, '20'], 2023, 0)).toBe('25');
    expect(path([2020, '10'], [2022, '20'], 2019, 0)).toBe('5');
  });

  it('rounds once: a value just below the half stays below', () => {
    expect(path([2020, '0'], [2022, '0.99999998'], 2021, 0)).toBe('0');
    expect(path([2020, '0'], [2022, '1'], 2021, 0)).toBe('1');
    expect(path([2020, '0'], [2022, '-1'], 2021, 0)).toBe('-1');
  });

  it('is null where both stand in one year', () => {
    expect(path([2020, '10'], [2020, '20'], 2020, 0)).toBeNull();
  });
});

describe('meetsTarget', () => {
  const meets = (
    actual: string,
    target: string,
    direction: 'increase' | 'decrease' | 'keep',
    over = {},
  ) =>
    meetsTarget(
      decimal(actual),
      { value: decimal(target), atLeast: false, atMost: false, ...over },
      direction,
    );

  it('follows the direction, the target itself included', () => {
    expect([
      meets('49.9', '50', 'increase'),
      meets('50.0', '50', 'increase'),
      meets('51', '50', 'increase'),
    ]).toEqual([false, true, true]);
    expect([
      meets('50.1', '50', 'decrease'),
      meets('50.0', '50', 'decrease'),
      meets('49', '50', 'decrease'),
    ]).toEqual([false, true, true]);
    expect([meets('50.0', '50', 'keep'), meets('51', '50', 'keep')]).toEqual([true, false]);
  });

  it('lets the target’s own 以上 and 以下 override the direction', () => {
    expect(meets('51', '50', 'decrease', { atLeast: true })).toBe(true);
    expect(meets('49', '50', 'decrease', { atLeast: true })).toBe(false);
    expect(meets('49', '50', 'increase', { atMost: true })).toBe(true);
    expect(meets('51', '50', 'increase', { atMost: true })).toBe(false);
  });
});

describe('followsTrend', () => {
  it('asks for a real move, or for none', () => {
    const follows = (a: string, b: string, trend: 'increase' | 'decrease' | 'keep') =>
      followsTrend(decimal(a), decimal(b), trend);
    expect([
      follows('8', '9', 'increase'),
      follows('8', '8', 'increase'),
      follows('8', '7', 'increase'),
    ]).toEqual([true, false, false]);
    expect([
      follows('8', '7', 'decrease'),
      follows('8', '8', 'decrease'),
      follows('8', '9', 'decrease'),
    ]).toEqual([true, false, false]);
    expect([follows('8', '8.0', 'keep'), follows('8', '9', 'keep')]).toEqual([true, false]);
  });
});

describe('atLeastAsGood, distance', () => {
  it('compare by the direction and without sign', () => {
    expect(atLeastAsGood(decimal('2'), decimal('1'), 'increase')).toBe(true);
    expect(atLeastAsGood(decimal('2'), decimal('1'), 'decrease')).toBe(false);
    expect(atLeastAsGood(decimal('1'), decimal('1.0'), 'decrease')).toBe(true);
    expect(atLeastAsGood(decimal('2'), decimal('1'), 'keep')).toBe(false);
    expect(formatDecimal(distance(decimal('34.5'), decimal('50.0')))).toBe('15.5');
    expect(formatDecimal(distance(decimal('50.0'), decimal('34.5')))).toBe('15.5');
  });
});

describe('periodEnd', () => {
  it('ends a fiscal year the day before it starts again', () => {
    expect(periodEnd(2023, true, 4)).toBe('2024-03-31');
    expect(periodEnd(2023, true, 3)).toBe('2024-02-29');
    expect(periodEnd(2022, true, 3)).toBe('2023-02-28');
    expect(periodEnd(2023, true, 10)).toBe('2024-09-30');
  });

  it('ends a calendar year, and a fiscal year that starts in January, on 31 December', () => {
    expect(periodEnd(2023, false, 4)).toBe('2023-12-31');
    expect(periodEnd(2023, true, 1)).toBe('2023-12-31');
  });
});
