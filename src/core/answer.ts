import { compare } from './decimal.ts';
import type { Format } from './format.ts';
import type { Sentence, Words } from './i18n.ts';
import { isFigure, type Figure } from './progress.ts';
import { movedFromStart, type TargetPromise } from './promise.ts';
import { targetWords, type TargetKey } from './target-words.ts';

/** Dictionary keys of the one-sentence answers. */
export type AnswerKey =
  | 'answer.nothing'
  | 'answer.no_target'
  | 'answer.reached'
  | 'answer.reached.above'
  | 'answer.reached.below'
  | 'answer.nearly'
  | 'answer.not_reached'
  | 'answer.not_reached.above'
  | 'answer.ahead'
  | 'answer.ahead_met'
  | 'answer.ahead_trend'
  | 'answer.passed_met'
  | 'answer.passed_met.above'
  | 'answer.passed_met.below'
  | 'answer.passed_short'
  | 'answer.passed_trend'
  | 'answer.passed_start'
  | 'answer.passed_nothing'
  | 'answer.in_words'
  | 'answer.moved.increase'
  | 'answer.moved.decrease'
  | 'answer.moved.keep'
  | TargetKey;

/**
 * Returns the one-sentence answer to "is this promise kept?", from the newest figure over all
 * documents, with figures stressed. All parts are of one language.
 */
export function answer(
  promise: TargetPromise | null,
  newest: Figure | null,
  unit: string,
  words: Words<AnswerKey>,
  format: Format,
): Sentence {
  if (promise === null) {
    if (newest === null) return words.sentence('answer.nothing');
    return words.sentence('answer.no_target', figureValues(newest, unit, format));
  }
  const { target, result, gap } = promise;
  const judged = result ?? promise.newest;
  const values = {
    ...(judged === null ? {} : figureValues(judged, unit, format)),
    target_year: format.year(target.reference_year, target.period_type),
    target: targetWords(target, unit, words, format),
    gap: gap === null ? '' : format.difference(gap, unit),
    moved: movedWords(promise, words),
  };
  return words.sentence(answerKey(promise), values);
}

function figureValues(figure: Figure, unit: string, format: Format) {
  return {
    year: format.year(figure.reference_year, figure.period_type),
    value: format.value(figure.value, unit),
  };
}

function movedWords(promise: TargetPromise, words: Words<AnswerKey>): string {
  const moved = movedFromStart(promise);
  if (moved === null) return '';
  const way = moved.digits > 0n ? 'increase' : moved.digits < 0n ? 'decrease' : 'keep';
  return words.t(`answer.moved.${way}`);
}

/**
 * Returns on which side of a bare number the figure stands: “2,063, below the target of 3,700”. Null at the
 * number itself, and for a target with a bound, which says so itself.
 */
function sideOf({ target, result, newest }: TargetPromise): 'above' | 'below' | null {
  const judged = result ?? newest;
  if (judged === null || !isFigure(target) || target.at_least || target.at_most) return null;
  const side = compare(judged.value, target.value);
  return side > 0 ? 'above' : side < 0 ? 'below' : null;
}

function answerKey(promise: TargetPromise): AnswerKey {
  const { state, reason, meets, target, newest, baseline } = promise;
  const noTrend = !isFigure(target) && movedFromStart(promise) === null;
  const side = sideOf(promise);
  switch (state) {
    case 'reached':
      return side === null ? 'answer.reached' : `answer.reached.${side}`;
    case 'nearly':
      return 'answer.nearly';
    case 'not_reached':
      // Below the target is where a figure that has to rise is looked for: its number says enough.
      return side === 'above' ? 'answer.not_reached.above' : 'answer.not_reached';
    case 'in_words':
      return newest === null ? 'answer.passed_nothing' : 'answer.in_words';
    case 'not_computable':
      return reason === 'no_target_value' && newest !== null
        ? 'answer.no_target'
        : 'answer.nothing';
    case 'ahead':
      if (!isFigure(target)) return noTrend ? 'answer.in_words' : 'answer.ahead_trend';
      return meets === true ? 'answer.ahead_met' : 'answer.ahead';
    case 'passed_unknown':
      if (newest === null) return 'answer.passed_nothing';
      if (newest.reference_year === baseline?.reference_year) return 'answer.passed_start';
      if (!isFigure(target)) return noTrend ? 'answer.in_words' : 'answer.passed_trend';
      if (meets !== true) return 'answer.passed_short';
      return side === null ? 'answer.passed_met' : `answer.passed_met.${side}`;
  }
}
