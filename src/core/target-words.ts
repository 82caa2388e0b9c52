import type { Format } from './format.ts';
import type { Words } from './i18n.ts';
import type { Observation } from './model.ts';
import { isFigure } from './progress.ts';

/** Dictionary keys of what a target asks for. */
export type TargetKey =
  'trend.increase' | 'trend.decrease' | 'trend.keep' | 'level.at_least' | 'level.at_most';

/** Returns what a target asks for in the reader's words: "7,000人以上", a trend, or its printed words. */
export function targetWords(
  target: Observation,
  unit: string,
  words: Words<TargetKey>,
  format: Format,
): string {
  if (isFigure(target)) return `${format.value(target.value, unit)}${boundWords(target, words)}`;
  return target.trend === null ? (target.printed_value ?? '') : words.t(`trend.${target.trend}`);
}

/** Returns 以上 or 以下 as the document prints them, to stand behind the unit; empty where it prints neither. */
export function boundWords(target: Observation, words: Words<TargetKey>): string {
  if (target.at_least) return words.t('level.at_least');
  return target.at_most ? words.t('level.at_most') : '';
}
