import { absolute, subtract, toNumber } from '../core/decimal.ts';
import { having } from '../core/lookup.ts';
import type { Indicator } from '../core/model.ts';
import { isFigure, measured, type Figure } from '../core/progress.ts';
import type { TargetPromise } from '../core/promise.ts';
import type { CourseInput } from '../charts/course-chart.ts';
import { drawnOf, type Edition } from './edition.ts';

/** The course of an indicator as a small chart in a row, and in words. */
export interface CourseView {
  readonly id: string;
  readonly label: string;
  readonly input: CourseInput;
}

/**
 * Returns the course of an indicator's results with the target of its leading promise, or null where there
 * are fewer than two results: one figure is no course, and the row says it.
 */
export function courseOf(
  edition: Edition,
  indicator: Indicator,
  leading: TargetPromise | null,
): CourseView | null {
  const { model, format } = edition;
  const own = having(model.observations, 'indicator_id', indicator.id);
  const line = latestOfYears(measured(own, model.documents));
  const label = changeOf(edition, indicator, line);
  if (label === null) return null;
  const mark = (f: Figure) => ({
    year: f.reference_year,
    value: toNumber(format.scaled(f.value, indicator.unit)),
  });
  const cuts = indicator.breaks.map((b) => b.year);
  return {
    id: indicator.id,
    label: drawnOf(edition)(label),
    input: {
      actuals: cutAtBreaks(line, cuts).map((segment) => ({
        points: segment.map(mark),
        earlierMethod: segment.every((f) => cuts.some((year) => f.reference_year < year)),
      })),
      target: leading !== null && isFigure(leading.target) ? mark(leading.target) : null,
    },
  };
}

/** Returns one figure a year: the newest document's; the others are drawn beside it. */
export function latestOfYears(figures: readonly Figure[]): Figure[] {
  return [...new Map(figures.map((f) => [f.reference_year, f])).values()];
}

/** Returns the line as segments, cut where the method changed. */
export function cutAtBreaks(line: readonly Figure[], years: readonly number[]): Figure[][] {
  const cuts = years.toSorted((a, b) => a - b);
  const segmentOf = (f: Figure) => cuts.filter((year) => f.reference_year >= year).length;
  return [...Map.groupBy(line, segmentOf).values()];
}

/** Returns how far the figure moved from the first year (of the present way of measuring) to the last; null where there is one figure or none. */
export function changeOf(
  edition: Edition,
  indicator: Indicator,
  line: readonly Figure[],
): string | null {
  const { words, format } = edition;
  const last = line.at(-1);
  // Figures of two ways of measuring are not set against each other.
  const cut = Math.max(
    0,
    ...indicator.breaks.map(({ year }) => year).filter((y) => y <= (last?.reference_year ?? 0)),
  );
  const first = line.find((f) => f.reference_year >= cut);
  if (first === undefined || last === undefined || line.length < 2) return null;
  if (first === last)
    return words.t('chart.change_broken', { year: format.year(cut, indicator.period_type) });
  const moved = subtract(last.value, first.value);
  const way = moved.digits > 0n ? 'increase' : moved.digits < 0n ? 'decrease' : 'keep';
  return words.t(`chart.change_${way}`, {
    first: format.year(first.reference_year, first.period_type),
    last: format.year(last.reference_year, last.period_type),
    difference: format.difference(absolute(moved), indicator.unit),
  });
}
