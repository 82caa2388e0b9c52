import type { Words } from './lexicon.ts';
import { isSpaceless, katakana, normalised } from './normal.ts';
import { segment } from './segment.ts';
import { latinKey } from './romaji.ts';
import { begun, heardAs, nearMiss } from './near-miss.ts';

/** One way to write what was asked, and how much a page found by it counts (1: as asked). */
export interface Form {
  readonly text: string;
  readonly weight: number;
}

/** One word of a query with every form to look for, best first. */
export interface Token {
  readonly asked: string;
  readonly forms: readonly Form[];
  /** The words that a compound or a phrase is made of: asked for where it stands almost nowhere. */
  readonly parts?: readonly Token[];
}

export interface Query {
  /** The whole query in its normal form. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The query asks what a word means. */
  readonly meaning: boolean;
  /** Numbers of goals and targets asked for: "6", "9.2". */
  readonly codes: readonly string[];
}

const KANA = /^[\p{sc=Hira}\p{sc=Kana}ー]+$/u;

const WEIGHT = { kana: 0.85, spelling: 0.97, sound: 0.95, same: 0.6 };
/** Words of a query, and forms of a word: each can cost the reader another file of the index. */
const MOST_TOKENS = 8;
const MOST_FORMS = 7;

const GOAL =
  /(?:sdgs?|goals?|targets?|目標|もくひょう|ゴール|ターゲット)\s*(\d{1,2}(?:\.[0-9a-c]{1,2})?)(?![\d年])/gu;
const TARGET = /(?<![\d.])(\d{1,2}\.(?:\d{1,2}|[a-c]))(?![\d.])/gu;

/** The word by which the pages of a goal or target are indexed: a bare "6" or "9.2" stands everywhere. */
export function goalTerm(code: string): string {
  return `goal${code.replace('.', 'x')}`;
}

/** Years a reader adds to a question: every page of an indicator has them, so they choose nothing. */
const YEAR =
  /(?<![\p{L}\d])(?:(?:19|20)\d{2}(?:年度?|ねんど?)?|[hrs]\d{1,2}(?:年度?)?|(?:令和|平成|昭和|れいわ|へいせい)(?:\d{1,2}|元)(?:年度?|ねんど?)?)(?![\p{L}\d])/gu;

/** Returns how a query is to be searched: its words without grammar, each with its other forms. */
export function readQuery(asked: string, words: Words): Query {
  const text = normalised(asked);
  const codes = [
    ...new Set([...text.matchAll(GOAL), ...text.matchAll(TARGET)].map(([, code = '']) => code)),
  ];
  const rest = text.replace(GOAL, ' ').replace(TARGET, ' ').trim();
  const meaning = words.meaning.some((phrase) => asksMeaning(text, phrase, words));
  const plain = words.meaning.reduce(
    (left, phrase) => (asksMeaning(left, phrase, words) ? left.replace(phrase, ' ') : left),
    rest,
  );
  const chunks = phrases(split(plain.replace(YEAR, ' ')), words);
  const kept = phrases(
    chunks.flatMap((chunk) => wordsOfChunk(chunk, words)),
    words,
  );
  // The site's own place chooses none of its pages, unless nothing else is asked.
  const chosen = kept.filter((word) => !words.isHere(word));
  const telling = chosen.length > 0 || codes.length > 0 ? chosen : kept;
  // A query of small words alone is asked as it is.
  const all = telling.length > 0 || codes.length > 0 ? telling : split(rest);
  return {
    text,
    tokens: [
      ...[...new Set(all)].slice(0, MOST_TOKENS).map((word) => tokenOf(word, words)),
      ...codes.map((code) => ({ asked: code, forms: [{ text: goalTerm(code), weight: 1 }] })),
    ],
    meaning,
    codes,
  };
}

function split(text: string): string[] {
  return text.split(' ').filter((chunk) => chunk !== '');
}

/**
 * A phrase that asks for a meaning stands around the word: at the end where words have no spaces, and not
 * as the end of another word (まちがい is no ちがい).
 */
function asksMeaning(text: string, phrase: string, words: Words): boolean {
  if (!isSpaceless(phrase)) return ` ${text} `.includes(` ${phrase} `);
  if (text.length <= phrase.length || !text.endsWith(phrase)) return false;
  return ![1, 2].some((more) => words.has(text.slice(-phrase.length - more)));
}

function wordsOfChunk(chunk: string, words: Words): string[] {
  if (words.isParticle(chunk) || words.isQuestion(chunk)) return [];
  if (!isSpaceless(chunk) || words.has(chunk)) return [chunk];
  // A name with a wrong letter in it is one word still.
  if (!/\p{sc=Hira}/u.test(chunk) && nearMiss(chunk, words).length > 0) return [chunk];
  // Nor is the beginning of a name, or a name without its long vowels, two other words.
  if (KANA.test(chunk) && (begun(chunk, words).length > 0 || heardAs(chunk, words).length > 0))
    return [chunk];
  const pieces = segment(chunk, words);
  return pieces.filter((piece) => piece.kind !== 'dropped').map((piece) => piece.text);
}

/** Neighbours that the lexicon knows as one word are one: "older people", しって いる. */
function phrases(all: readonly string[], words: Words): string[] {
  const made: string[] = [];
  let at = 0;
  while (at < all.length) {
    const size = [4, 3, 2].find(
      (count) => at + count <= all.length && known(all.slice(at, at + count), words) !== null,
    );
    made.push(known(all.slice(at, at + (size ?? 1)), words) ?? all[at] ?? '');
    at += size ?? 1;
  }
  return made;
}

function known(parts: readonly string[], words: Words): string | null {
  if (parts.length < 2) return null;
  return (
    [parts.join(' '), parts.join('')].find(
      (phrase) => words.has(phrase) && (!isSpaceless(phrase) || phrase.length > 2),
    ) ?? null
  );
}

function tokenOf(word: string, words: Words): Token {
  const token = { asked: word, forms: formsOf(word, words) };
  const parts = partsOf(word, words);
  return parts.length < 2
    ? token
    : { ...token, parts: parts.map((part) => ({ asked: part, forms: formsOf(part, words) })) };
}

/** The words of a phrase; of an unknown compound in kanji the two that are known, else two letters and the rest. */
function partsOf(word: string, words: Words): readonly string[] {
  if (word.includes(' ')) return split(word).filter((part) => !words.isParticle(part));
  if (word.length < 4 || words.has(word) || !/^[\p{sc=Han}々]+$/u.test(word)) return [];
  const known = (at: number): number =>
    Number(words.has(word.slice(0, at))) + Number(words.has(word.slice(at)));
  const [best = 2] = Array.from({ length: word.length - 3 }, (_, at) => at + 2).toSorted(
    (a, b) => known(b) - known(a),
  );
  return [word.slice(0, best), word.slice(best)];
}

function formsOf(word: string, words: Words): Form[] {
  const forms = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    forms.set(text, Math.max(weight, forms.get(text) ?? 0));
  };
  // Kana of a word that is written in kanji stand on few pages: its kanji are asked for first.
  const isKana = KANA.test(word);
  const alike = isKana && !words.has(word) ? heardAs(word, words) : [];
  const written = isKana
    ? [...words.spelled(word), ...alike].filter((other) => !KANA.test(other))
    : [];
  add(word, written.length > 0 ? WEIGHT.kana : 1);
  if (isKana && word.length > 1 && !words.has(word) && alike.length === 0)
    add(katakana(word), WEIGHT.sound);
  // An unknown verb or adjective: what it is written with, whatever its ending.
  const stem = /^(\p{sc=Han}+)\p{sc=Hira}+$/u.exec(word)?.[1];
  if (stem !== undefined && !words.has(word))
    add(stem, stem.length > 1 ? WEIGHT.sound : WEIGHT.same);
  const latin = !isSpaceless(word) && !words.has(word) ? words.byRomaji(latinKey(word)) : [];
  for (const other of latin) add(other, WEIGHT.sound);
  const known = words.has(word) ? [word] : latin.length > 0 ? latin : nearMiss(word, words);
  for (const base of known) {
    if (base !== word) add(base, WEIGHT.sound);
    // One letter sounds like too many others.
    if (base.length > 1) for (const spelling of words.spelled(base)) add(spelling, WEIGHT.spelling);
  }
  for (const base of [...forms.keys()])
    for (const other of words.same(base)) add(other, WEIGHT.same);
  return [...forms]
    .map(([text, weight]) => ({ text, weight }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_FORMS);
}

const MOST_NEAR = 5;

/** Returns words of the site that are close to those of a query nothing was found for. */
export function nearWords(query: Query, words: Words): string[] {
  const close = query.tokens.flatMap(({ asked }) => nearMiss(asked, words, 1));
  return [...new Set(close)].filter((word) => word !== query.text).slice(0, MOST_NEAR);
}
