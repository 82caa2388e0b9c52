import type { ChartConfiguration, ChartDataset, Point } from 'chart.js';

/** The course of an indicator in a few strokes: numbers in display scale. */
export interface CourseInput {
  /** A segment an entry, in the order of years; the line is cut between them. Earlier methods are grey. */
  readonly actuals: readonly {
    readonly points: readonly { readonly year: number; readonly value: number }[];
    readonly earlierMethod: boolean;
  }[];
  readonly target: { readonly year: number; readonly value: number } | null;
}

const size = { width: 96, height: 32 } as const;
const padding = { top: 5, bottom: 5, left: 3, right: 6 } as const;

/**
 * The small chart in a row of a list: the line of the results, a dot on the newest, a diamond for the target.
 * No axes and no words, since the row has them. It shows a course alone, so its scale goes from the lowest
 * value to the highest and never to zero; a course without any change lies in the middle.
 *
 * @returns the configuration, and the size it is meant for in pixels.
 * @throws RangeError when there is no value, or one that is not finite.
 */
export function courseChart({ actuals, target }: CourseInput): {
  readonly config: ChartConfiguration<'scatter', Point[]>;
  readonly size: { readonly width: number; readonly height: number };
} {
  const points = actuals.flatMap((segment) => segment.points);
  const last = points.at(-1);
  const all = target === null ? points : [...points, target];
  const ends = (of: 'year' | 'value') => {
    const numbers = all.map((mark) => mark[of]);
    const [min, max] = [Math.min(...numbers), Math.max(...numbers)];
    if (!Number.isFinite(min) || !Number.isFinite(max))
      throw new RangeError('The course has no value, or one that is no number.');
    return min === max ? { min: min - 1, max: max + 1 } : { min, max };
  };
  const axis = (of: 'year' | 'value') => ({ type: 'linear' as const, display: false, ...ends(of) });
  return {
    size,
    config: {
      type: 'scatter',
      data: {
        datasets: [
          mark(last === undefined ? [] : [last], 'data-1', 3, 'circle'),
          mark(target === null ? [] : [target], 'target', 4.5, 'rectRot'),
          ...actuals.map((segment) => line(segment.points, segment.earlierMethod)),
        ].filter(({ data }) => data.length > 0),
      },
      options: {
        clip: false,
        layout: { autoPadding: false, padding },
        scales: { x: axis('year'), y: axis('value') },
      },
    },
  };
}

type CourseDataset = ChartDataset<'scatter', Point[]>;
type Marks = CourseInput['actuals'][number]['points'];

const data = (points: Marks): Point[] => points.map(({ year, value }) => ({ x: year, y: value }));

function mark(
  points: Marks,
  role: 'data-1' | 'target',
  radius: number,
  pointStyle: 'circle' | 'rectRot',
): CourseDataset {
  return {
    data: data(points),
    pointStyle,
    pointRadius: radius,
    pointBackgroundColor: `var(--${role})`,
    pointBorderWidth: 0,
  };
}

/** A segment of one year is a short stroke: the round ends of a line that goes nowhere. */
function line(points: Marks, earlierMethod: boolean): CourseDataset {
  return {
    data: data(points),
    showLine: true,
    pointRadius: 0,
    borderColor: earlierMethod ? 'var(--data-2)' : 'var(--data-1)',
    borderWidth: 2,
    borderCapStyle: 'round',
    borderJoinStyle: 'round',
  };
}
