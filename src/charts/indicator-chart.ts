import type { ChartConfiguration, ChartDataset, Point } from 'chart.js';
import type { ChartLook, ChartPoint, ChartRole, IndicatorChartInput } from './chart-input.ts';
import { marksOf } from './chart-texts.ts';
import { chartLabels, type Frame } from './chart-labels.ts';
import type { Locate } from './label-frame.ts';
import { textWidth } from './text-width.ts';
import { yearTicks } from './year-ticks.ts';

export type {
  ChartData,
  ChartLook,
  ChartPoint,
  ChartRole,
  ChartStop,
  ChartTarget,
  IndicatorChartInput,
} from './chart-input.ts';

/** A point as the chart keeps it; a tooltip reads `label`. */
export interface IndicatorDatum extends Point {
  readonly label: string;
}

/** The chart of an indicator for Chart.js. */
export type IndicatorChartConfiguration = ChartConfiguration<'scatter', IndicatorDatum[]>;

/** 358 px (1:1 on a phone) or 880 px wide. */
export type ChartWidth = 'narrow' | 'wide';

const svgLook: ChartLook = { colour: (role) => `var(--${role})`, fontFamily: 'sans-serif' };

/** Measures of the two drawings, in pixels. */
const measures = {
  narrow: {
    size: { width: 358, height: 330 },
    top: 28,
    right: 16,
    leastLeft: 34,
    insetLeft: 10,
    insetRight: 8,
    yearGap: 14,
    longestTop: 64,
    axisText: 12,
    yearLeading: 16,
    label: 13,
    strong: 15,
    point: 4,
    other: 3,
    target: 8,
    hollowTarget: 7,
  },
  wide: {
    size: { width: 880, height: 420 },
    top: 32,
    right: 24,
    leastLeft: 44,
    insetLeft: 21,
    insetRight: 16,
    yearGap: 24,
    longestTop: 96,
    axisText: 14,
    yearLeading: 17,
    label: 15,
    strong: 17,
    point: 5,
    other: 3.5,
    target: 9,
    hollowTarget: 8,
  },
} as const;

/** Length of the tick marks under the years, their distance to the years, and that of the values to the plot. */
const tickLength = 5;
const yearPadding = 2;
const valuePadding = 6;

/**
 * The chart of an indicator: one definition for the SVG of the build and the live canvas.
 *
 * Everything is fixed by the input: widths of axes and places of labels come from the
 * table of text widths, so the live chart stands exactly where the drawing stood.
 *
 * @returns the configuration, the size it is meant for (358×330 or 880×420 px), and where a value stands in it.
 * @throws RangeError when a value is not finite or there is no year at all.
 */
export function indicatorChart(
  input: IndicatorChartInput,
  width: ChartWidth,
  look: ChartLook = svgLook,
): {
  readonly config: IndicatorChartConfiguration;
  readonly size: { readonly width: number; readonly height: number };
  readonly locate: Locate;
} {
  const measure = measures[width];
  const { colour } = look;
  const marks = marksOf(input);
  const first = Math.min(...marks.map(({ year }) => year));
  const last = Math.max(...marks.map(({ year }) => year));
  if (!Number.isFinite(first) || !Number.isFinite(last))
    throw new RangeError('The chart has no year to show.');
  const wrong = marks.find(({ value }) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`A value of the chart is ${String(wrong.value)}.`);

  const axis = { min: input.axis[0]?.value ?? 0, max: input.axis.at(-1)?.value ?? 1 };
  const topText = input.axis.at(-1)?.text ?? '';
  // A long unit would push the plot aside: it then stands above the top line, over the plot.
  const unitAbove = textWidth(topText, measure.axisText, false) > measure.longestTop;
  const ticks = input.axis.map(({ value, text }) => ({
    value,
    text: unitAbove && value === axis.max ? '' : text,
  }));
  const widestTick = Math.max(...ticks.map(({ text }) => textWidth(text, measure.axisText, false)));
  const left = Math.max(measure.leastLeft, Math.ceil(widestTick) + valuePadding + 2);

  const linesOf = (year: number): readonly string[] => input.years[String(year)] ?? [];
  const yearWidth = (year: number): number =>
    Math.max(0, ...linesOf(year).map((line) => textWidth(line, measure.axisText, false)));
  const right = Math.max(measure.right, Math.ceil(yearWidth(last) / 2) + 2 - measure.insetRight);
  const plot = measure.size.width - left - right;
  const pixelsPerYear = (plot - measure.insetLeft - measure.insetRight) / Math.max(1, last - first);
  // A single year stands in the middle.
  const [min, max] =
    first === last
      ? [first - 1, last + 1]
      : [first - measure.insetLeft / pixelsPerYear, last + measure.insetRight / pixelsPerYear];
  const years = yearTicks(
    first,
    last,
    pixelsPerYear,
    Math.max(yearWidth(first), yearWidth(last)) + measure.yearGap,
  );
  const yearLines = Math.max(...years.map((year) => linesOf(year).length));
  const below = tickLength + yearPadding + yearLines * measure.yearLeading + 5;

  const axisFont = {
    family: look.fontFamily,
    size: measure.axisText,
    lineHeight: measure.yearLeading / measure.axisText,
  };
  const frame: Frame = {
    measure,
    colour,
    fontFamily: look.fontFamily,
    width: measure.size.width,
    wide: width === 'wide',
    valueTexts: ticks,
    valuePadding,
    unitAbove: unitAbove ? topText : null,
  };
  return {
    size: measure.size,
    locate: ({ year, value }) => ({
      x: left + ((year - min) / (max - min)) * plot,
      y:
        measure.size.height -
        below -
        ((value - axis.min) / (axis.max - axis.min)) * (measure.size.height - below - measure.top),
    }),
    config: {
      type: 'scatter',
      data: { datasets: datasets(input, width, colour) },
      options: {
        animation: false,
        responsive: false,
        clip: false,
        layout: { autoPadding: false, padding: { top: measure.top, right } },
        scales: {
          x: {
            type: 'linear',
            min,
            max,
            afterBuildTicks: (scale) => {
              scale.ticks = years.map((value) => ({ value }));
            },
            afterFit: (scale) => {
              scale.height = below;
            },
            border: { display: false },
            grid: { drawOnChartArea: false, tickLength, tickColor: colour('axis') },
            ticks: {
              autoSkip: false,
              maxRotation: 0,
              padding: yearPadding,
              color: colour('quiet'),
              font: axisFont,
              callback: (year) => [...linesOf(Number(year))],
            },
          },
          y: {
            type: 'linear',
            min: axis.min,
            max: axis.max,
            afterBuildTicks: (scale) => {
              scale.ticks = ticks.map(({ value }) => ({ value }));
            },
            afterFit: (scale) => {
              scale.width = left;
            },
            border: { display: false },
            grid: {
              drawTicks: false,
              color: ({ tick }) => colour(tick.value === 0 ? 'axis' : 'grid'),
            },
            ticks: {
              autoSkip: false,
              padding: valuePadding,
              color: colour('quiet'),
              font: axisFont,
              callback: (value) => ticks.find((tick) => tick.value === Number(value))?.text ?? '',
            },
          },
        },
      },
      plugins: [chartLabels(input, frame)],
    },
  };
}

type IndicatorDataset = ChartDataset<'scatter', IndicatorDatum[]>;

/** The layers from top to bottom, as Chart.js counts them. Lines lie apart from their points, so that targets come between. */
function datasets(
  input: IndicatorChartInput,
  width: ChartWidth,
  colour: ChartLook['colour'],
): IndicatorDataset[] {
  const measure = measures[width];
  const data = (points: readonly ChartPoint[]): IndicatorDatum[] =>
    points.map(({ year, value, label }) => ({ x: year, y: value, label }));
  const layer = (
    points: readonly ChartPoint[],
    radius: number,
    fill: ChartRole,
    outline: ChartRole,
    outlineWidth: number,
    pointStyle: 'circle' | 'rectRot',
  ): IndicatorDataset => ({
    data: data(points),
    clip: false,
    pointStyle,
    pointRadius: radius,
    pointHoverRadius: radius,
    pointBackgroundColor: colour(fill),
    pointBorderColor: colour(outline),
    pointBorderWidth: outlineWidth,
  });
  const line = (
    points: readonly ChartPoint[],
    role: ChartRole,
    lineWidth: number,
    dash: number[],
  ): IndicatorDataset => ({
    data: data(points),
    clip: false,
    showLine: true,
    pointRadius: 0,
    pointHoverRadius: 0,
    pointHitRadius: 0,
    borderColor: colour(role),
    borderWidth: lineWidth,
    borderDash: dash,
    borderCapStyle: 'round',
    borderJoinStyle: 'round',
  });
  const { actuals, others, targets, pace } = input;
  const layers = [
    ...actuals.map(({ points, earlierMethod }) =>
      earlierMethod
        ? layer(points, measure.point, 'ground', 'data-2', 2.5, 'circle')
        : layer(points, measure.point, 'data-1', 'ground', 1.5, 'circle'),
    ),
    layer(others, measure.other, 'ground', 'data-1', 1.5, 'circle'),
    layer(
      targets.filter(({ filled }) => filled),
      measure.target,
      'target',
      'ground',
      1.5,
      'rectRot',
    ),
    layer(
      targets.filter(({ filled }) => !filled),
      measure.hollowTarget,
      'ground',
      'target',
      2,
      'rectRot',
    ),
    ...actuals
      .filter(({ points }) => points.length > 1)
      .map(({ points, earlierMethod }) =>
        line(points, earlierMethod ? 'data-2' : 'data-1', 2.5, []),
      ),
    ...(pace === null
      ? []
      : [
          line(
            [
              { ...pace.from, label: '' },
              { ...pace.to, label: '' },
            ],
            'target',
            2,
            [2, 6],
          ),
        ]),
  ];
  return layers.filter((set) => set.data.length > 0);
}
