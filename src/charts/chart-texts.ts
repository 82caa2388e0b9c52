import type { IndicatorChartInput } from './chart-input.ts';
import { valueAxis } from './value-axis.ts';

/** What an indicator's chart shows, before its axes are written. */
export type IndicatorMarks = Omit<IndicatorChartInput, 'years' | 'axis'>;

/** How a language writes the axes. */
export interface AxisWriter {
  /** The lines under a year: ["2015"] or ["2015", "H27"]. */
  readonly years: (year: number) => readonly string[];
  /** Text of a tick of the value axis. */
  readonly axisValue: (value: number) => string;
  /** Text of the top tick: the same with the unit, e.g. "60％". */
  readonly axisTop: (value: number) => string;
}

/** A place of the chart: a year and a value in display scale. */
interface Mark {
  readonly year: number;
  readonly value: number;
}

/** Returns everything that must have room in the chart. */
export function marksOf(input: IndicatorMarks): readonly Mark[] {
  return [
    ...input.actuals.flatMap(({ points }) => points),
    ...input.others,
    ...input.targets,
    ...(input.pace === null ? [] : [input.pace.from, input.pace.to]),
  ];
}

/**
 * Returns the chart's input with the texts of both axes, chosen and written once, at build.
 *
 * @throws RangeError when a value is not finite.
 */
export function writeAxes(marks: IndicatorMarks, writer: AxisWriter): IndicatorChartInput {
  const all = marksOf(marks);
  const { ticks } = valueAxis(
    all.map(({ value }) => value),
    writer.axisValue,
  );
  const years = all.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const span =
    years.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return {
    ...marks,
    years: Object.fromEntries(span.map((year) => [String(year), writer.years(year)])),
    axis: ticks.map((value, at) => ({
      value,
      text: at === ticks.length - 1 ? writer.axisTop(value) : writer.axisValue(value),
    })),
  };
}
