import { formatDecimal, nearestDecimal, toNumber, type Decimal } from '../core/decimal.ts';
import type { Indicator, Observation } from '../core/model.ts';
import { isFigure, measured, vintages, type Figure } from '../core/progress.ts';
import type { TargetPromise } from '../core/promise.ts';
import { writeAxes } from '../charts/chart-texts.ts';
import type { ChartData, IndicatorChartInput } from '../charts/indicator-chart.ts';
import { chartData } from './chart-reading.ts';
import { changeOf, cutAtBreaks, latestOfYears } from './course.ts';
import { documentNames, drawnOf, indicatorName, type Edition } from './edition.ts';

export type LegendMark = 'actual' | 'earlier' | 'other' | 'target' | 'target_hollow' | 'pace';

export interface ChartView {
  readonly title: string;
  readonly source: string;
  readonly legend: readonly { readonly mark: LegendMark; readonly text: string }[];
  readonly summary: string;
  /** How far it moved from the first figure to the last; the summary where there is one figure. */
  readonly change: string;
  readonly input: IndicatorChartInput;
  /** What the live chart in the browser is made from. */
  readonly live: ChartData;
}

/** Returns the chart of an indicator, or null when nothing with a number is printed. */
export function chartOf(
  edition: Edition,
  indicator: Indicator,
  observations: readonly Observation[],
  promises: readonly TargetPromise[],
  leading: TargetPromise | null,
): ChartView | null {
  const { documents } = edition.model;
  const figures = measured(observations, documents);
  const line = latestOfYears(figures);
  const targets = promises.map((p) => p.target).filter(isFigure);
  if (line.length === 0) return null;
  const { words, format } = edition;
  const unit = indicator.unit;
  const drawn = drawnOf(edition);
  const y = (value: Decimal) => toNumber(format.scaled(value, unit));
  const label = (value: Decimal) => format.bare(value, unit);
  const point = (f: Figure) => ({
    year: f.reference_year,
    value: y(f.value),
    label: label(f.value),
  });
  const others = vintages(observations, documents).flatMap((v) => v.figures.slice(0, -1));
  const last = line.at(-1);
  const distinct = distinctTargets(targets);
  const newestTargetDocument = promises[0]?.document.id;
  const breaks = indicator.breaks.map((b) => ({
    year: b.year - 0.5,
    before: drawn(edition.translate('breaks', `${indicator.id}.${b.id}`, 'before', b.before).text),
    after: drawn(edition.translate('breaks', `${indicator.id}.${b.id}`, 'after', b.after).text),
  }));
  const isEarlier = (f: Figure) => indicator.breaks.some((b) => f.reference_year < b.year);
  const pace = paceOf(leading, y);
  const input = writeAxes(
    {
      actuals: cutAtBreaks(
        line,
        indicator.breaks.map((b) => b.year),
      ).map((segment) => ({
        points: segment.map(point),
        earlierMethod: segment.every(isEarlier),
      })),
      others: others.map(point),
      targets: distinct.map((t) => ({
        ...point(t),
        label: drawn(words.t('chart.target', { value: label(t.value) })),
        filled: t.document_id === newestTargetDocument,
      })),
      pace: pace === null ? null : { ...pace, label: drawn(words.t('chart.pace')) },
      breaks,
      newestLabel:
        last === undefined
          ? null
          : drawn(
              words.t('chart.newest', {
                year: format.year(last.reference_year, last.period_type),
                value: format.value(last.value, unit),
              }),
            ),
    },
    {
      years: (year) => [String(year), ...[format.shortEra(year)].filter((e) => e !== null)],
      axisValue: (value) => format.number(nearestDecimal(value)),
      axisTop: (value) => drawn(format.ownScale(nearestDecimal(value), unit)),
    },
  );
  const title = words.t(`chart.title.${indicator.period_type}`, {
    name: indicatorName(edition, indicator).text,
    unit: format.unit(unit),
  });
  const summary = summaryOf(edition, indicator, line, distinct);
  return {
    title,
    source: sourceLine(edition, line, distinct),
    legend: legendOf(edition, input, others, distinct),
    summary,
    change: changeOf(edition, indicator, line) ?? summary,
    input,
    live: chartData(edition, indicator, input, {
      label: words.t('chart.label', { title, summary }),
      line: line.filter((f) => !isEarlier(f)),
      earlier: line.filter(isEarlier),
      others,
      targets: distinct.map((t) => targets.filter((same) => sameTarget(same, t))),
    }),
  };
}

/** The same target printed by several documents is one mark; the newest document's is kept. */
function distinctTargets(targets: readonly Figure[]): Figure[] {
  return targets.filter((target, at) => targets.findIndex((t) => sameTarget(t, target)) === at);
}

function sameTarget(one: Figure, other: Figure): boolean {
  return (
    one.reference_year === other.reference_year &&
    formatDecimal(one.value) === formatDecimal(other.value)
  );
}

function paceOf(leading: TargetPromise | null, y: (value: Decimal) => number) {
  if (leading === null || leading.looser_than_start || leading.broken) return null;
  const { baseline, target } = leading;
  if (baseline === null || !isFigure(baseline) || !isFigure(target)) return null;
  return {
    from: { year: baseline.reference_year, value: y(baseline.value) },
    to: { year: target.reference_year, value: y(target.value) },
  };
}

function sourceLine(edition: Edition, line: readonly Figure[], targets: readonly Figure[]): string {
  const actuals = documentNames(edition, line);
  if (targets.length === 0) return edition.words.t('chart.source_actuals', { actuals });
  const of = documentNames(edition, targets);
  if (of === actuals) return edition.words.t('chart.source_same', { documents: of });
  return edition.words.t('chart.source', { actuals, targets: of });
}

function legendOf(
  edition: Edition,
  input: IndicatorChartInput,
  others: readonly Figure[],
  targets: readonly Figure[],
): ChartView['legend'] {
  const { words } = edition;
  const entry = (mark: LegendMark, text: string, shown: boolean) => (shown ? [{ mark, text }] : []);
  const hollow = targets.filter((_, index) => input.targets[index]?.filled === false);
  const filled = targets.filter((_, index) => input.targets[index]?.filled === true);
  const targetText = (of: readonly Figure[]) =>
    words.t('legend.target', { documents: documentNames(edition, of) });
  return [
    ...entry(
      'earlier',
      words.t('legend.earlier'),
      input.actuals.some((a) => a.earlierMethod),
    ),
    ...entry(
      'actual',
      words.t('legend.actual'),
      input.actuals.some((a) => !a.earlierMethod),
    ),
    ...entry(
      'other',
      words.t('legend.other', { documents: documentNames(edition, others) }),
      others.length > 0,
    ),
    ...entry('target_hollow', targetText(hollow), hollow.length > 0),
    ...entry('target', targetText(filled), filled.length > 0),
    ...entry('pace', words.t('legend.pace'), input.pace !== null),
  ];
}

/** The chart in words: first, last, highest, lowest, targets. */
function summaryOf(
  edition: Edition,
  indicator: Indicator,
  line: readonly Figure[],
  targets: readonly Figure[],
): string {
  const { words, format } = edition;
  const say = (f: Figure) =>
    words.t('chart.point', {
      year: format.year(f.reference_year, f.period_type),
      value: format.value(f.value, indicator.unit),
    });
  const ordered = line.toSorted((a, b) => toNumber(a.value) - toNumber(b.value));
  const [first, last] = [line[0], line.at(-1)];
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined || lowest === undefined || highest === undefined)
    return '';
  const course =
    first === last
      ? words.t('chart.summary_one', { point: say(first) })
      : words.t('chart.summary', { first: say(first), last: say(last) });
  const range =
    line.length < 3
      ? ''
      : words.t('chart.summary_range', { lowest: say(lowest), highest: say(highest) });
  const goals =
    targets.length === 0
      ? ''
      : words.t('chart.summary_targets', { targets: format.list(targets.map(say)) });
  return [course, range, goals].filter((s) => s !== '').join(words.t('sentence.separator'));
}
