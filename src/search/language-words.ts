import type { LanguageWords } from './lexicon.ts';
import en from './words/en.json' with { type: 'json' };
import ja from './words/ja.json' with { type: 'json' };

/** General words by primary language: what a question is made of, and everyday words for official ones. */
export const LANGUAGE_WORDS: ReadonlyMap<string, LanguageWords> = new Map([
  ['en', en],
  ['ja', ja],
]);
