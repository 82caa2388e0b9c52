import type { TargetPromise } from '../core/promise.ts';
import type { Sentence } from '../core/i18n.ts';
import type { WordKey } from '../i18n/index.ts';
import type { Edition } from './edition.ts';

/** Drawings of a state; each has its own word. */
export const STATUS_SHAPES = [
  'reached',
  'nearly',
  'not_reached',
  'passed_unknown',
  'on_or_above',
  'below',
  'behind_start',
  'in_words',
  'not_computable',
  'none',
] as const;
export type StatusShape = (typeof STATUS_SHAPES)[number];

export interface StatusView {
  readonly shape: StatusShape;
  readonly word: string;
  readonly tone: 'good' | 'short' | 'unknown';
}

const WORDS: Readonly<Record<StatusShape, WordKey>> = {
  reached: 'state.reached',
  nearly: 'state.nearly',
  not_reached: 'state.not_reached',
  passed_unknown: 'state.passed_unknown',
  on_or_above: 'state.on_or_above',
  below: 'state.below',
  behind_start: 'state.behind_start',
  in_words: 'state.in_words',
  not_computable: 'state.not_computable',
  none: 'state.none',
};

const TONES: Readonly<Record<StatusShape, StatusView['tone']>> = {
  reached: 'good',
  nearly: 'good',
  not_reached: 'short',
  passed_unknown: 'unknown',
  on_or_above: 'good',
  below: 'short',
  behind_start: 'short',
  in_words: 'unknown',
  not_computable: 'unknown',
  none: 'unknown',
};

/** Returns the shape a promise is drawn with: while its year is ahead, the pace decides. */
export function shapeOf(promise: TargetPromise | null): StatusShape {
  if (promise === null) return 'none';
  if (promise.state !== 'ahead') return promise.state;
  return promise.path?.place ?? (promise.meets === true ? 'on_or_above' : 'in_words');
}

export function statusOf(edition: Edition, promise: TargetPromise | null): StatusView {
  return statusView(edition, shapeOf(promise));
}

export function statusView(edition: Edition, shape: StatusShape): StatusView {
  return { shape, word: edition.words.t(WORDS[shape]), tone: TONES[shape] };
}

/** Returns the sentence beside a state that says how it was judged; null where nothing is to add. */
export function judgement(edition: Edition, promise: TargetPromise | null): Sentence | null {
  if (promise === null) return null;
  const { words, format } = edition;
  const { indicator, path, baseline, newest, target, state, looser_than_start: looser } = promise;
  if (looser) return words.sentence('judgement.looser');
  if (state === 'passed_unknown') {
    return words.sentence('judgement.passed', {
      target_year: format.year(target.reference_year, target.period_type),
      as_of: format.date(edition.model.site.as_of),
    });
  }
  if (path === null || baseline === null || newest === null) return null;
  const place =
    path.difference.digits === 0n ? 'on' : path.place === 'on_or_above' ? 'ahead' : 'short';
  return words.sentence(`judgement.path_${place}`, {
    start_year: format.year(baseline.reference_year, baseline.period_type),
    path: format.value(path.value, indicator.unit),
    difference: format.difference(path.difference, indicator.unit),
  });
}
