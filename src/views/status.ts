import { absolute } from '../core/decimal.ts';
import { having } from '../core/lookup.ts';
import type { Observation } from '../core/model.ts';
import { measured } from '../core/progress.ts';
import { movedFromStart, type TargetPromise } from '../core/promise.ts';
import type { Sentence } from '../core/i18n.ts';
import type { WordKey } from '../i18n/index.ts';
import { documentOf, isOriginal, type Edition } from './edition.ts';
import { pathOnTheWay } from './road.ts';

/**
 * Drawings of a state; each has its own word. Where the year has passed without a result, the drawing
 * also says how the last figure stood: at the target's level, short of it, or no figure since the start.
 */
export const STATUS_SHAPES = [
  'reached',
  'nearly',
  'not_reached',
  'partly',
  'passed_met',
  'passed_short',
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
  /** A second line: how the last figure stood; null where the word says all. */
  readonly detail: string | null;
  /** What the state means, for the key of shapes. */
  readonly about: string;
  readonly tone: 'good' | 'short' | 'unknown';
}

interface ShapeWords {
  readonly word: WordKey;
  readonly about: WordKey;
  readonly detail?: WordKey;
  readonly tone: StatusView['tone'];
}

const WORDS: Readonly<Record<StatusShape, ShapeWords>> = {
  reached: { word: 'state.reached', about: 'state.reached.about', tone: 'good' },
  nearly: { word: 'state.nearly', about: 'state.nearly.about', tone: 'good' },
  not_reached: { word: 'state.not_reached', about: 'state.not_reached.about', tone: 'short' },
  partly: { word: 'state.partly', about: 'state.partly.about', tone: 'unknown' },
  passed_met: {
    word: 'state.passed_unknown',
    detail: 'state.passed_met',
    about: 'state.passed_unknown.about',
    tone: 'unknown',
  },
  passed_short: {
    word: 'state.passed_unknown',
    detail: 'state.passed_short',
    about: 'state.passed_unknown.about',
    tone: 'unknown',
  },
  passed_unknown: {
    word: 'state.passed_unknown',
    detail: 'state.passed_nothing',
    about: 'state.passed_unknown.about',
    tone: 'unknown',
  },
  on_or_above: { word: 'state.on_or_above', about: 'state.on_or_above.about', tone: 'good' },
  below: { word: 'state.below', about: 'state.below.about', tone: 'short' },
  behind_start: { word: 'state.behind_start', about: 'state.behind_start.about', tone: 'short' },
  in_words: { word: 'state.in_words', about: 'state.in_words.about', tone: 'unknown' },
  not_computable: {
    word: 'state.not_computable',
    about: 'state.not_computable.about',
    tone: 'unknown',
  },
  none: { word: 'state.none', about: 'state.none.about', tone: 'unknown' },
};

/** Returns the shape a promise is drawn with: while its year is ahead, the pace decides. */
export function shapeOf(promise: TargetPromise | null): StatusShape {
  if (promise === null) return 'none';
  if (promise.state === 'passed_unknown') return passedShape(promise);
  if (promise.state !== 'ahead') return promise.state;
  if (promise.path !== null) return promise.path.place;
  if (promise.meets === true) return 'on_or_above';
  return promise.broken ? 'not_computable' : 'in_words';
}

function passedShape({ newest, baseline, meets }: TargetPromise): StatusShape {
  const onlyStart = newest?.reference_year === baseline?.reference_year;
  if (newest === null || onlyStart || meets === null) return 'passed_unknown';
  return meets ? 'passed_met' : 'passed_short';
}

/** Returns the state that a drawing belongs to: several drawings of one word are one state. */
export function stateOf(shape: StatusShape): string {
  return WORDS[shape].word.replace('state.', '');
}

export function statusOf(edition: Edition, promise: TargetPromise | null): StatusView {
  const view = statusView(edition, shapeOf(promise));
  return { ...view, detail: detailOf(edition, view, promise) };
}

/** What one promise's own state says more than its shape: the year of its last figure, a break on the way. */
function detailOf(
  { words, format }: Edition,
  { shape, detail }: StatusView,
  promise: TargetPromise | null,
): string | null {
  const newest = promise?.newest ?? null;
  if (newest !== null && (shape === 'passed_met' || shape === 'passed_short')) {
    const year = format.year(newest.reference_year, newest.period_type);
    return words.t(`state.${shape}_year`, { year });
  }
  return promise?.broken === true ? (detail ?? words.t('state.broken')) : detail;
}

export function statusView(edition: Edition, shape: StatusShape): StatusView {
  const { words } = edition;
  const { word, detail, about, tone } = WORDS[shape];
  return {
    shape,
    word: words.t(word),
    detail: detail === undefined ? null : words.t(detail),
    about: words.t(about),
    tone,
  };
}

/** Returns the sentences beside a state: what changed, the city's verdict, how it was judged here. */
export function judgement(edition: Edition, promise: TargetPromise | null): Sentence[] {
  if (promise === null) return [];
  return [
    ...brokenSentence(edition, promise),
    ...movedSentence(edition, promise),
    ...breakAfter(edition, promise),
    ...citySentence(edition, promise),
    ...ownSentence(edition, promise),
  ];
}

/** The step that a change of the way of measuring made: no progress, and no decline. */
function brokenSentence(edition: Edition, promise: TargetPromise): Sentence[] {
  const { words, format, model } = edition;
  const { indicator, baseline, newest, broken } = promise;
  if (!broken || newest === null || baseline === null) return [];
  const cut = indicator.breaks.findLast(
    ({ year }) => year > baseline.reference_year && year <= newest.reference_year,
  );
  const line = measured(having(model.observations, 'indicator_id', indicator.id), model.documents);
  const before = line.findLast((f) => f.reference_year < (cut?.year ?? 0));
  const after = line.find((f) => f.reference_year >= (cut?.year ?? 0));
  if (cut === undefined || before === undefined || after === undefined) return [];
  return [
    words.sentence('judgement.break', {
      break_year: format.year(cut.year, indicator.period_type),
      before_year: format.year(before.reference_year, before.period_type),
      after_year: format.year(after.reference_year, after.period_type),
      before: format.value(before.value, indicator.unit),
      after: format.value(after.value, indicator.unit),
    }),
  ];
}

/** A change after the newest figure: why there is no newer one, where no caveat says it at more length. */
function breakAfter(edition: Edition, { indicator, newest }: TargetPromise): Sentence[] {
  const { words, format } = edition;
  if (indicator.caveat !== null) return [];
  return indicator.breaks
    .filter(({ year }) => newest !== null && year > newest.reference_year)
    .map(({ year }) =>
      words.sentence('judgement.break_after', { year: format.year(year, indicator.period_type) }),
    );
}

/** Returns how far the figure has moved since the start; nothing where a path or a break says more. */
export function movedSentence(edition: Edition, promise: TargetPromise): Sentence[] {
  const { words, format } = edition;
  const { baseline, newest, state, indicator } = promise;
  const moved = movedFromStart(promise);
  if (moved === null || baseline === null || state === 'ahead' || promise.broken) return [];
  if (newest?.reference_year === baseline.reference_year) return [];
  const way = moved.digits > 0n ? 'increase' : moved.digits < 0n ? 'decrease' : 'keep';
  if (format.signed(indicator.unit)) return fromTo(edition, promise, way);
  return [
    words.sentence(`judgement.moved_${way}`, {
      start_year: format.year(baseline.reference_year, baseline.period_type),
      year: newest === null ? '' : format.year(newest.reference_year, newest.period_type),
      difference: format.difference(absolute(moved), indicator.unit),
    }),
  ];
}

/** “Fell by 0.3 points” reads like a smaller difference where the figure is a difference itself. */
function fromTo(
  { words, format }: Edition,
  { baseline, newest, indicator }: TargetPromise,
  way: 'increase' | 'decrease' | 'keep',
): Sentence[] {
  if (baseline?.value == null || newest?.value == null) return [];
  return [
    words.sentence(`judgement.from_to_${way}`, {
      start_year: format.year(baseline.reference_year, baseline.period_type),
      start: format.bare(baseline.value, indicator.unit),
      year: format.year(newest.reference_year, newest.period_type),
      value: format.value(newest.value, indicator.unit),
    }),
  ];
}

function ownSentence(edition: Edition, promise: TargetPromise): Sentence[] {
  const { words, format } = edition;
  const { indicator, baseline, state, looser_than_start: looser } = promise;
  const path = pathOnTheWay(promise);
  if (looser && state !== 'not_reached') return looserSentence(edition, promise);
  // Once the year is over, a path to it tells nothing that the target does not.
  if (path === null || baseline === null || state === 'passed_unknown') return [];
  const place =
    path.difference.digits === 0n ? 'on' : path.place === 'on_or_above' ? 'ahead' : 'short';
  return [
    words.sentence(`judgement.path_${place}`, {
      start_year: format.year(baseline.reference_year, baseline.period_type),
      path: format.value(path.value, indicator.unit),
      difference: format.difference(path.difference, indicator.unit),
    }),
  ];
}

/** Why there is no path: the target asks for less than the start. */
function looserSentence(
  edition: Edition,
  { baseline, target, indicator }: TargetPromise,
): Sentence[] {
  const { words, format } = edition;
  if (baseline?.value == null || target.value === null) return [];
  return [
    words.sentence('judgement.looser', {
      start: format.value(baseline.value, indicator.unit),
      target: format.value(target.value, indicator.unit),
    }),
  ];
}

/** What the document itself published about the promise, in its own terms. */
function citySentence(edition: Edition, promise: TargetPromise): Sentence[] {
  const { words, format, model } = edition;
  const assessment = having(model.assessments, 'indicator_id', promise.indicator.id).find(
    (a) => a.document_id === promise.document.id && a.target_year === promise.target.reference_year,
  );
  if (assessment === undefined) return [];
  const { published_rate_percent: rate, published_mark: mark, actual_year: judged } = assessment;
  if (judged === null) {
    if (mark === null) return [];
    return [
      words.sentence('judgement.city_mark_alone', {
        mark: markWords(edition, promise.document.id, mark),
      }),
    ];
  }
  const year = format.year(judged, judgedPeriod(edition, promise, judged));
  if (rate !== null) {
    return [words.sentence('judgement.city_rate', { rate: format.number(rate), year })];
  }
  if (mark === null) return [];
  const said = markWords(edition, promise.document.id, mark);
  return [words.sentence('judgement.city_mark', { mark: said, year })];
}

/** Whether the year that a document judged is a fiscal one: its own figure of that year says so. */
function judgedPeriod(
  { model }: Edition,
  promise: TargetPromise,
  year: number,
): Observation['period_type'] {
  const { indicator, document } = promise;
  const figure = having(model.observations, 'indicator_id', indicator.id).find(
    (o) => o.document_id === document.id && o.role === 'actual' && o.reference_year === year,
  );
  return figure?.period_type ?? indicator.period_type;
}

/** A mark as printed; with its meaning beside it where it is a sign, or in another language than the sources'. */
export function markWords(edition: Edition, documentId: string, mark: string): string {
  const meaning = documentOf(edition, documentId).marks[mark];
  // A word says what it means to who reads its language; a sign (○ △ ×) does not.
  if (meaning === undefined || (isOriginal(edition) && /\p{L}/u.test(mark))) return mark;
  return edition.words.t('check.mark_gloss', {
    mark,
    meaning: edition.words.t(`code.state.${meaning}`),
  });
}
