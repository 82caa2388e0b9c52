import { toNumber } from '../core/decimal.ts';
import type { Indicator } from '../core/model.ts';
import type { Figure } from '../core/progress.ts';
import {
  indicatorChart,
  type ChartData,
  type ChartStop,
  type ChartWidth,
  type IndicatorChartInput,
} from '../charts/indicator-chart.ts';
import { documentNames, drawnOf, type Edition } from './edition.ts';

/** The figures a chart shows, by what they are. */
export interface ReadFigures {
  /** Title and summary of the chart. */
  readonly label: string;
  /** Results by the newest method, and by earlier ones. */
  readonly line: readonly Figure[];
  readonly earlier: readonly Figure[];
  readonly others: readonly Figure[];
  /** A list a target: each document that printed it, the newest first. */
  readonly targets: readonly (readonly Figure[])[];
}

/**
 * Returns what the page carries for the live chart: every point in the order of years with what is said of
 * it and its place in both drawings. The newest result is read first.
 */
export function chartData(
  edition: Edition,
  indicator: Indicator,
  input: IndicatorChartInput,
  { label, line, earlier, others, targets }: ReadFigures,
): ChartData {
  const { words } = edition;
  const drawn = drawnOf(edition);
  const note =
    (key: 'legend.actual_of' | 'legend.earlier_of' | 'legend.other' | 'legend.target') =>
    (figures: readonly Figure[]): string =>
      words.t(key, { documents: documentNames(edition, figures) });
  const each = (figures: readonly Figure[], say: (figures: readonly Figure[]) => string) =>
    figures.map((figure) => ({ figure, note: say([figure]) }));
  const read = [
    ...each(earlier, note('legend.earlier_of')),
    ...each(line, note('legend.actual_of')),
    ...each(others, note('legend.other')),
    ...targets.flatMap((same) =>
      same.slice(0, 1).map((figure) => ({ figure, note: note('legend.target')(same) })),
    ),
  ].toSorted((a, b) => a.figure.reference_year - b.figure.reference_year);
  const newest = line.at(-1) ?? earlier.at(-1);
  const place = placeIn(edition, indicator, input);
  return {
    label: drawn(label),
    separator: words.t('list.separator'),
    start: Math.max(
      0,
      read.findIndex(({ figure }) => figure === newest),
    ),
    stops: read.map(({ figure, note: said }): ChartStop => ({
      head: drawn(headOf(edition, indicator, figure)),
      note: drawn(said),
      narrow: place(figure, 'narrow'),
      wide: place(figure, 'wide'),
    })),
    input,
  };
}

function headOf({ words, format }: Edition, indicator: Indicator, figure: Figure): string {
  return words.t('chart.newest', {
    year: format.year(figure.reference_year, figure.period_type),
    value: format.value(figure.value, indicator.unit),
  });
}

/** Returns where a figure stands in a drawing, to a tenth of a pixel. */
function placeIn({ format }: Edition, indicator: Indicator, input: IndicatorChartInput) {
  const locate = {
    narrow: indicatorChart(input, 'narrow').locate,
    wide: indicatorChart(input, 'wide').locate,
  };
  return (figure: Figure, width: ChartWidth): readonly [number, number] => {
    const { x, y } = locate[width]({
      year: figure.reference_year,
      value: toNumber(format.scaled(figure.value, indicator.unit)),
    });
    return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
  };
}
