import en from './en.json' with { type: 'json' };
import type { Format } from '../core/format.ts';
import type { Words } from '../core/i18n.ts';

/** Every interface word: the English dictionary is the type of all. */
export type WordKey = keyof typeof en;

export type SiteWords = Words<WordKey>;

export const english: Readonly<Record<WordKey, string>> = en;

/** Built-in dictionaries by language tag. A language without one takes its words from the city. */
export type Dictionaries = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** What a component needs to speak a language. */
export interface Voice {
  readonly tag: string;
  readonly words: SiteWords;
  readonly format: Format;
}
