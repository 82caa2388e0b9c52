import { toNumber, type Decimal } from '../core/decimal.ts';
import { isFigure } from '../core/progress.ts';
import type { TargetPromise } from '../core/promise.ts';
import type { Edition } from './edition.ts';

/**
 * The road from start to target. Positions are percent of the drawing's width; the target's flag
 * leaves room for its own arm. `behind`: the figure lies before the start, and the drawing begins with it.
 */
export interface RoadView {
  readonly start: number;
  readonly now: number;
  readonly target: number;
  readonly pace: number | null;
  readonly behind: boolean;
  readonly label: string;
  /** Null where it would stand on the target's. */
  readonly startText: string | null;
  readonly targetText: string;
  readonly paceText: string | null;
  /** The newest figure, where it has room above its mark. */
  readonly nowText: string | null;
}

const FLAG_AT = 95;
/** Nearer to the flag than this, a figure would stand on it. */
const CLOSE = 14;
/** Nearer to the target's than this, the start's figure has no room. */
const FAR = 30;

/** Returns the place on the path; in the target's own year the figure is judged, and the path says nothing more. */
export function pathOnTheWay({ path, newest, target }: TargetPromise): TargetPromise['path'] {
  return newest?.reference_year === target.reference_year ? null : path;
}

/**
 * Returns the road of a promise with numbers at both ends, or null where no road can be drawn: no
 * start, no figure, target equal to or on the worse side of the start, another way of measuring since.
 */
export function roadOf(edition: Edition, promise: TargetPromise | null): RoadView | null {
  if (promise === null || promise.looser_than_start || promise.broken) return null;
  const { target, baseline, newest, indicator } = promise;
  const path = pathOnTheWay(promise);
  if (!isFigure(target) || baseline === null || !isFigure(baseline) || newest === null) return null;
  const start = toNumber(baseline.value);
  const way = toNumber(target.value) - start;
  if (way === 0) return null;
  const done = (toNumber(newest.value) - start) / way;
  const first = Math.min(0, done);
  const scale = FLAG_AT / (Math.max(1, done) - first);
  const at = (share: number) => Math.round((share - first) * scale * 10) / 10;
  const { words, format } = edition;
  const number = (value: Decimal) => format.bare(value, indicator.unit);
  return {
    start: at(0),
    now: at(done),
    target: at(1),
    pace: path === null ? null : at((toNumber(path.value) - start) / way),
    behind: done < 0,
    label: words.t(path === null ? 'road.label' : 'road.label_pace', {
      start: format.value(baseline.value, indicator.unit),
      now: format.value(newest.value, indicator.unit),
      target: format.value(target.value, indicator.unit),
      pace: path === null ? '' : format.value(path.value, indicator.unit),
    }),
    startText: at(1) - at(0) < FAR ? null : number(baseline.value),
    targetText: number(target.value),
    nowText: Math.abs(at(done) - at(1)) < CLOSE ? null : number(newest.value),
    paceText:
      path === null || done < 0 ? null : words.t('road.pace', { value: number(path.value) }),
  };
}
