import { compare, subtract, type Decimal } from './decimal.ts';
import { firstHaving } from './lookup.ts';
import type { Assessment, Document, Indicator, Observation } from './model.ts';
import { isFigure, newestFigure, type Figure } from './progress.ts';
import type { SiteInput } from './records.ts';
import {
  achievementRate,
  atLeastAsGood,
  distance,
  followsTrend,
  meetsTarget,
  periodEnd,
  straightPath,
  type Direction,
} from './statistics.ts';

/**
 * Where a promise stands. `passed_unknown`: the target's year is over and these documents do not
 * print its result. `nearly` only where the city itself says so.
 */
export const PROMISE_STATES = [
  'reached',
  'nearly',
  'not_reached',
  'passed_unknown',
  'ahead',
  'in_words',
  'not_computable',
] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

export const NOT_COMPUTABLE_REASONS = ['no_figure', 'no_target_value'] as const;
export type NotComputableReason = (typeof NOT_COMPUTABLE_REASONS)[number];

/** The newest figure against the straight path from baseline to target. */
export const PATH_PLACES = ['on_or_above', 'below', 'behind_start'] as const;
export type PathPlace = (typeof PATH_PLACES)[number];

export interface PathPosition {
  readonly place: PathPlace;
  /** Where the path is in the newest figure's year, with the figure's decimals. */
  readonly value: Decimal;
  readonly difference: Decimal;
}

export interface TargetPromise {
  readonly indicator: Indicator;
  readonly document: Document;
  readonly target: Observation;
  /** The same document's start; another document's is never used. */
  readonly baseline: Observation | null;
  readonly state: PromiseState;
  readonly reason: NotComputableReason | null;
  /** The figure of the target's own year, over all documents. */
  readonly result: Figure | null;
  /** The newest figure over all documents. */
  readonly newest: Figure | null;
  /** Whether the judged figure (result, else newest) is at the target's level. */
  readonly meets: boolean | null;
  /** How far the judged figure is from the target; null without a numeric target. */
  readonly gap: Decimal | null;
  /** Rate of the newest figure on this document's way, one decimal. */
  readonly rate: Decimal | null;
  readonly path: PathPosition | null;
  /** True when the question, area or method changed between the start and the newest figure. */
  readonly broken: boolean;
  /** True when the target lies on the worse side of the start (a reduction whose target is higher). */
  readonly looser_than_start: boolean;
}

/**
 * Returns one promise for each target of an indicator: newest document first, then by year. Repeats
 * (再掲) of a target are one promise.
 */
export function promisesOf(
  indicator: Indicator,
  observations: readonly Observation[],
  assessments: readonly Assessment[],
  documents: readonly Document[],
  site: Pick<SiteInput, 'as_of' | 'calendar'>,
): TargetPromise[] {
  const newest = newestFigure(observations, documents);
  return observations
    .filter((o) => o.role === 'target' && o.repeat_of === null)
    .flatMap((target) => {
      const document = firstHaving(documents, 'id', target.document_id);
      if (document === undefined) return [];
      const own = observations.filter((o) => o.document_id === document.id);
      const baseline = own.find((o) => o.role === 'baseline' && o.repeat_of === null) ?? null;
      const result = newestFigure(
        observations.filter((o) => o.reference_year === target.reference_year),
        documents,
      );
      const mark = cityMark(assessments, document, target);
      const over = hasPassed(indicator, target, site);
      // 維持 from year to year is a result too, and no number.
      const worded = observations.some(
        (o) =>
          o.role === 'actual' && o.status === 'text' && o.reference_year === target.reference_year,
      );
      return [judge({ indicator, document, target, baseline, newest, result, mark, over, worded })];
    })
    .toSorted(
      (a, b) =>
        b.document.order - a.document.order || a.target.reference_year - b.target.reference_year,
    );
}

/** A period is over when its last day lies before the site's date; the later reading of a year wins. */
function hasPassed(
  indicator: Indicator,
  target: Observation,
  site: Pick<SiteInput, 'as_of' | 'calendar'>,
): boolean {
  const fiscal = [indicator.period_type, target.period_type].includes('fiscal_year');
  return (
    periodEnd(target.reference_year, fiscal, site.calendar.fiscal_year_start_month) < site.as_of
  );
}

/** The city's own verdict on the target's year, where its document says what its marks mean. */
function cityMark(
  assessments: readonly Assessment[],
  document: Document,
  target: Observation,
): 'reached' | 'nearly' | 'not_reached' | null {
  const own = assessments.find(
    (a) =>
      a.document_id === document.id &&
      a.target_year === target.reference_year &&
      a.actual_year === target.reference_year &&
      a.published_mark !== null,
  );
  return document.marks[own?.published_mark ?? ''] ?? null;
}

interface Facts {
  readonly indicator: Indicator;
  readonly document: Document;
  readonly target: Observation;
  readonly baseline: Observation | null;
  readonly newest: Figure | null;
  readonly result: Figure | null;
  readonly mark: 'reached' | 'nearly' | 'not_reached' | null;
  readonly over: boolean;
  /** The result of the target's year is printed in words. */
  readonly worded: boolean;
}

function judge(facts: Facts): TargetPromise {
  const { indicator, document, target, newest, result } = facts;
  const direction: Direction = target.trend ?? indicator.direction;
  const baseline = facts.baseline;
  const start = baseline !== null && isFigure(baseline) ? baseline : null;
  const goal = isFigure(target) ? target : null;
  const judged = result ?? newest;
  const meets = meetsNow(target, start, judged, direction);
  const looser =
    goal !== null &&
    start !== null &&
    compare(goal.value, start.value) !== 0 &&
    !atLeastAsGood(goal.value, start.value, direction);
  const broken =
    start !== null &&
    newest !== null &&
    indicator.breaks.some(
      ({ year }) => year > start.reference_year && year <= newest.reference_year,
    );
  const stated = stateOf(facts, meets);
  return {
    indicator,
    document,
    target,
    baseline,
    ...stated,
    result,
    newest,
    meets,
    gap: goal === null || judged === null ? null : distance(goal.value, judged.value),
    rate:
      goal === null || start === null || newest === null
        ? null
        : achievementRate(start.value, newest.value, goal.value, 1),
    broken,
    path: looser || broken ? null : pathPosition(goal, start, newest, direction),
    looser_than_start: looser,
  };
}

function meetsNow(
  target: Observation,
  start: Figure | null,
  judged: Figure | null,
  direction: Direction,
): boolean | null {
  if (judged === null) return null;
  if (isFigure(target)) {
    const level = { value: target.value, atLeast: target.at_least, atMost: target.at_most };
    return meetsTarget(judged.value, level, direction);
  }
  if (target.trend === null || start === null) return null;
  return followsTrend(start.value, judged.value, target.trend);
}

function stateOf(
  facts: Facts,
  meets: boolean | null,
): { state: PromiseState; reason: NotComputableReason | null } {
  const { target, result, newest, mark, over, worded } = facts;
  if (!isFigure(target) && target.trend === null) {
    return target.status === 'text'
      ? { state: 'in_words', reason: null }
      : { state: 'not_computable', reason: 'no_target_value' };
  }
  if (result !== null && meets !== null) {
    if (meets) return { state: 'reached', reason: null };
    return { state: mark === 'nearly' ? 'nearly' : 'not_reached', reason: null };
  }
  // Only a trend without a start cannot be held against a printed result.
  if (result !== null || worded) return { state: 'in_words', reason: null };
  if (over) return { state: 'passed_unknown', reason: null };
  if (newest === null) return { state: 'not_computable', reason: 'no_figure' };
  return { state: 'ahead', reason: null };
}

function pathPosition(
  goal: Figure | null,
  start: Figure | null,
  newest: Figure | null,
  direction: Direction,
): PathPosition | null {
  if (goal === null || start === null || newest === null) return null;
  if (newest.reference_year <= start.reference_year) return null;
  if (newest.reference_year > goal.reference_year) return null;
  const value = straightPath(
    { year: start.reference_year, value: start.value },
    { year: goal.reference_year, value: goal.value },
    newest.reference_year,
    newest.value.scale,
  );
  if (value === null) return null;
  const place = !atLeastAsGood(newest.value, start.value, direction)
    ? 'behind_start'
    : atLeastAsGood(newest.value, value, direction)
      ? 'on_or_above'
      : 'below';
  return { place, value, difference: distance(newest.value, value) };
}

/**
 * Returns the promise that leads an indicator's page: the one whose year is the newest figure's own
 * (it can be judged), else the next due after it, else the last; the newest document first. A step on the
 * way does not lead where its own document's last target is due as well. Null when no document sets a target.
 */
export function leadingPromise(promises: readonly TargetPromise[]): TargetPromise | null {
  const newest = promises[0]?.newest?.reference_year ?? Infinity;
  const newestDocument = promises.filter((p) => p.document === promises[0]?.document);
  const judged = promises.find((p) => p.target.reference_year === newest);
  const due = newestDocument.findLast(
    (p) => p.target.reference_year > newest && p.state === 'passed_unknown',
  );
  const next = newestDocument.find((p) => p.target.reference_year > newest);
  const isStep = promises.some(
    (p) =>
      p.document === judged?.document &&
      p.target.reference_year > newest &&
      p.state === 'passed_unknown',
  );
  return (isStep ? due : judged) ?? next ?? newestDocument.at(-1) ?? null;
}

/** Returns how far a figure has moved from its start, signed; null without a start. */
export function movedFromStart(promise: TargetPromise): Decimal | null {
  const { newest, baseline } = promise;
  if (newest === null || baseline === null || !isFigure(baseline)) return null;
  return subtract(newest.value, baseline.value);
}
