import { writeAxes, type AxisWriter, type IndicatorMarks } from '../../src/charts/chart-texts.ts';
import type { ChartPoint, IndicatorChartInput } from '../../src/charts/indicator-chart.ts';

/** Points of consecutive years; null leaves a year out. */
export function series(
  first: number,
  values: readonly (number | null)[],
  written = String as (value: number) => string,
): readonly ChartPoint[] {
  return values.flatMap((value, at) =>
    value === null ? [] : [{ year: first + at, value, label: written(value) }],
  );
}

function era(year: number): string {
  return year < 2019 ? `H${String(year - 1988)}` : `R${String(year - 2018)}`;
}

type Draft = IndicatorMarks & AxisWriter;

/** A draft with its axes written, as a view gives it. */
function written({ years, axisValue, axisTop, ...marks }: Draft): IndicatorChartInput {
  return writeAxes(marks, { years, axisValue, axisTop });
}

const empty: Draft = {
  actuals: [],
  others: [],
  targets: [],
  pace: null,
  breaks: [],
  newestLabel: null,
  years: (year) => [String(year), era(year)],
  axisValue: (value) => value.toLocaleString('en'),
  axisTop: (value) => `${value.toLocaleString('en')}％`,
};

const target = (year: number, value: number, filled: boolean, label = `目標${String(value)}`) => ({
  year,
  value,
  label,
  filled,
});
const one = (value: number): string => value.toFixed(1);
const grouped = (value: number): string => value.toLocaleString('en');
const water = (value: number): string => `${value.toFixed(2)} million m³`;

/** The typical chart: nine years, three targets of two plans, a straight path. */
const nineYearsDraft: Draft = {
  ...empty,
  actuals: [
    {
      points: series(2015, [27.3, 39.1, 40.6, 41.2, 42.3, 32.1, 29.5, 34.5, 36.5], one),
      earlierMethod: false,
    },
  ],
  others: [{ year: 2022, value: 36.1, label: '36.1' }],
  targets: [target(2019, 42, false), target(2023, 44, false), target(2030, 50, true, '目標50.0')],
  pace: {
    from: { year: 2020, value: 32.1 },
    to: { year: 2030, value: 50 },
    label: 'まっすぐ進む道すじ',
  },
  newestLabel: '2023年度 36.5％',
};

/** A changed question: two segments, a rule between them. */
const changedQuestionDraft: Draft = {
  ...empty,
  actuals: [
    { points: series(2015, [28.6, 39.5, 42, 39.3]), earlierMethod: true },
    { points: series(2019, [90, 86.6, 87.5, 87.3, 83.31]), earlierMethod: false },
  ],
  targets: [target(2019, 40, false), target(2023, 50, false)],
  breaks: [{ year: 2018.5, before: '前の設問', after: '新しい設問' }],
  newestLabel: '2023年度 83.31％',
};

const drafts: Readonly<Record<string, Draft>> = {
  'nine years': nineYearsDraft,
  'changed question': changedQuestionDraft,
  'long names at a break': {
    ...changedQuestionDraft,
    breaks: [
      {
        year: 2015.5,
        before: 'Question before the revision of 2016',
        after: 'Question since the revision of 2016, all districts',
      },
    ],
  },
  'one actual only': {
    ...empty,
    actuals: [{ points: series(2022, [34.5]), earlierMethod: false }],
    newestLabel: '2022年度 34.5％',
  },
  'no actual': { ...empty, targets: [target(2023, 44, false), target(2030, 50, true)] },
  'no target': { ...nineYearsDraft, targets: [], pace: null },
  'fifteen years': {
    ...empty,
    actuals: [
      {
        points: series(2009, [12, 18, 15, 22, 27, 25, 31, 30, 38, 36, 41, 44, 40, 47, 49]),
        earlierMethod: false,
      },
    ],
    targets: [target(2025, 60, true), target(2020, 50, false)],
    pace: {
      from: { year: 2009, value: 12 },
      to: { year: 2025, value: 60 },
      label: 'まっすぐ進む道すじ',
    },
    newestLabel: '2023年度 49％',
  },
  'all values equal': {
    ...empty,
    actuals: [{ points: series(2016, [100, 100, 100, 100, 100, 100]), earlierMethod: false }],
    targets: [target(2025, 100, true)],
    newestLabel: '2021年度 100％',
  },
  'zero only': {
    ...empty,
    actuals: [{ points: series(2018, [0, 0, 0]), earlierMethod: false }],
    targets: [target(2023, 0, true)],
  },
  'falls to zero': {
    ...empty,
    actuals: [{ points: series(2015, [35, 21, 17, 9, 8, 3, 0]), earlierMethod: false }],
    targets: [target(2023, 0, true)],
    pace: {
      from: { year: 2015, value: 35 },
      to: { year: 2023, value: 0 },
      label: 'まっすぐ進む道すじ',
    },
  },
  negative: {
    ...empty,
    actuals: [
      { points: series(2015, [4.2, 1.1, -0.8, -3.4, -5.9, -4.1], one), earlierMethod: false },
    ],
    targets: [target(2025, -2, true)],
    axisValue: one,
    newestLabel: '2020年度 -4.1％',
  },
  'all negative': {
    ...empty,
    actuals: [{ points: series(2019, [-1200, -2400, -1800]), earlierMethod: false }],
    targets: [target(2025, -500, true)],
  },
  thousands: {
    ...empty,
    actuals: [
      { points: series(2018, [20324, 22110, null, 18950, 25480], grouped), earlierMethod: false },
    ],
    targets: [target(2030, 45000, true, '目標45,000')],
    pace: {
      from: { year: 2018, value: 20324 },
      to: { year: 2030, value: 45000 },
      label: 'まっすぐ進む道すじ',
    },
    axisTop: (value) => `${grouped(value)}人`,
    newestLabel: '2022年度 25,480人',
  },
  'very large labels': {
    ...empty,
    actuals: [
      { points: series(2017, [25.41, 25.9, 26.16, 25.77, 26.02], water), earlierMethod: false },
    ],
    targets: [
      target(2024, 26.5, false, 'Target 26.50 million m³'),
      target(2027, 27, true, 'Target 27.00 million m³'),
    ],
    pace: {
      from: { year: 2017, value: 25.41 },
      to: { year: 2027, value: 27 },
      label: 'Straight path to the target',
    },
    years: (year) => [`FY${String(year)}`],
    axisTop: (value) => `${String(value)} million m³`,
    newestLabel: 'FY2021: 26.02 million m³',
  },
  'adjacent years': {
    ...empty,
    actuals: [{ points: series(2020, [32.1, null, 34.5]), earlierMethod: false }],
    targets: [target(2023, 36, true), target(2023, 35, false)],
    newestLabel: '2022年度 34.5％',
  },
  'target equal to the actual': {
    ...empty,
    actuals: [{ points: series(2020, [32.1, 32.1]), earlierMethod: false }],
    targets: [target(2021, 32.1, true), target(2021, 32.1, false)],
    pace: { from: { year: 2020, value: 32.1 }, to: { year: 2021, value: 32.1 }, label: null },
    newestLabel: '2021年度 32.1％',
  },
  'many targets close together': {
    ...nineYearsDraft,
    targets: [
      target(2022, 43, false),
      target(2023, 44, false),
      target(2023, 45, true),
      target(2024, 44, false),
      target(2030, 49, false),
      target(2030, 50, true),
    ],
  },
  'two breaks': {
    ...empty,
    actuals: [
      { points: series(2012, [45, 47]), earlierMethod: true },
      { points: series(2014, [61, 60, 63]), earlierMethod: true },
      { points: series(2017, [52, 55, 54]), earlierMethod: false },
    ],
    breaks: [
      { year: 2013.5, before: '全数調査', after: '郵送調査' },
      { year: 2016.5, before: '郵送調査', after: 'ウェブ調査' },
    ],
    targets: [target(2025, 70, true)],
    newestLabel: '2019年度 54％',
  },
};

export const nineYears = written(nineYearsDraft);

export const changedQuestion = written(changedQuestionDraft);

/** The shapes indicators come in, by name. */
export const shapes: Readonly<Record<string, IndicatorChartInput>> = Object.fromEntries(
  Object.entries(drafts).map(([name, draft]) => [name, written(draft)]),
);
