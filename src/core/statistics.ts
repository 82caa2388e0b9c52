import {
  absolute,
  add,
  compare,
  divide,
  integer,
  isZero,
  multiply,
  subtract,
  type Decimal,
} from './decimal.ts';

/** Which way is better for an indicator, or what a target in words asks for. */
export type Direction = 'increase' | 'decrease' | 'keep';

/**
 * Returns (actual − baseline) ÷ (target − baseline) × 100, rounded half away from zero to `scale`
 * decimals; null when target and baseline are equal (the rate is not defined there). Values below 0
 * and above 100 stay. Source of the rule: 様式1 of the SDGs未来都市 progress sheets prints 達成度 this way.
 */
export function achievementRate(
  baseline: Decimal,
  actual: Decimal,
  target: Decimal,
  scale: number,
): Decimal | null {
  const way = subtract(target, baseline);
  if (isZero(way)) return null;
  return divide(multiply(subtract(actual, baseline), integer(100)), way, scale);
}

export interface YearValue {
  readonly year: number;
  readonly value: Decimal;
}

/**
 * Returns the value of the straight path from baseline to target in a year, rounded to `scale`
 * decimals; null when both stand in the same year.
 */
export function straightPath(
  baseline: YearValue,
  target: YearValue,
  year: number,
  scale: number,
): Decimal | null {
  if (target.year === baseline.year) return null;
  const years = integer(target.year - baseline.year);
  const way = multiply(subtract(target.value, baseline.value), integer(year - baseline.year));
  return divide(add(multiply(baseline.value, years), way), years, scale);
}

export interface TargetLevel {
  readonly value: Decimal;
  readonly atLeast: boolean;
  readonly atMost: boolean;
}

/** Returns whether a value meets a target: by the target's own 以上/以下, else by the direction. */
export function meetsTarget(actual: Decimal, target: TargetLevel, direction: Direction): boolean {
  const order = compare(actual, target.value);
  if (target.atLeast) return order >= 0;
  if (target.atMost) return order <= 0;
  if (direction === 'increase') return order >= 0;
  if (direction === 'decrease') return order <= 0;
  return order === 0;
}

/** Returns whether a value follows a target that only names a trend (上昇, 減少, 維持). */
export function followsTrend(baseline: Decimal, actual: Decimal, trend: Direction): boolean {
  const order = compare(actual, baseline);
  if (trend === 'increase') return order > 0;
  if (trend === 'decrease') return order < 0;
  return order === 0;
}

/** Returns whether `a` is better than or as good as `b`. For `keep`, nearer is not known: equal only. */
export function atLeastAsGood(a: Decimal, b: Decimal, direction: Direction): boolean {
  const order = compare(a, b);
  return direction === 'increase'
    ? order >= 0
    : direction === 'decrease'
      ? order <= 0
      : order === 0;
}

/** Returns |a − b|. */
export function distance(a: Decimal, b: Decimal): Decimal {
  return absolute(subtract(a, b));
}

/**
 * Returns the last day of the period a year names, as YYYY-MM-DD. A fiscal year is named by the year
 * it starts and ends on the day before the same month of the next year.
 */
export function periodEnd(year: number, fiscal: boolean, fiscalStartMonth: number): string {
  if (!fiscal || fiscalStartMonth === 1) return `${String(year)}-12-31`;
  const lastDay = new Date(Date.UTC(year + 1, fiscalStartMonth - 1, 0));
  return lastDay.toISOString().slice(0, 10);
}
