import type { ProblemCode } from '../core/problem.ts';
import { OBJECT } from './mdx.ts';
import type { Readings } from './readings.ts';
import { readingsIn, unread, withoutReadings } from './ruby.ts';

/**
 * Rules of やさしい日本語 as far as a program can see them. The guideline (出入国在留管理庁・文化庁 2020)
 * sets no numbers; the limits are this project's, from 公用文作成の考え方 (reconsider a sentence at 50 to
 * 60 characters) and 弘前大学の「やさしい日本語」 (kanji a sentence, spaces between phrases).
 */
const LIMITS = {
  sentence: 50,
  longish: 40,
  commas: 3,
  kanji: 13,
  kanjiInRow: 4,
  run: 12,
} as const;

/** How many characters a figure or a placeholder is taken to be. */
const FIGURE_LENGTH = 4;

export interface EasyFinding {
  readonly code: Extract<ProblemCode, `easy_${string}`>;
  /** The offending words. */
  readonly value: string;
  /** What the message needs beside it. */
  readonly values: Readonly<Record<string, string>>;
}

export interface EasyContext {
  readonly approved: Readings;
  /** Terms, official names and words in Latin letters that may stay as they are. */
  readonly words: ReadonlySet<string>;
}

const HAN = /[\p{sc=Han}々〆ヶ]/gu;
const POLITE =
  /(?:です|ます|ました|ません|でした|ましょう|ください|でしょう|ですか|ますか|ませんか|かもしれません)[）〉」』]*$/u;
const DOUBLE_NEGATIVE =
  /ないわけで?は ?(?:ない|ありません)|なくは ?(?:ない|ありません)|ないとは ?(?:言え|いえ|限り|かぎり)|ない ?こと(?:は|も) ?(?:ない|ありません)/u;
const ERA = /(?:令和|平成|昭和|大正|明治|[RHS](?=[0-9０-９元]))\s?[0-9０-９元]*/u;
const DATE = /[0-9]+\/[0-9]+|(?<![0-9])(?:1[3-9]|2[0-4])時(?!間)|[0-9]\s?[〜～]/u;
const HARD_FORM =
  /(?:さ|ら)れ(?:ます|ました|て|た)|させられ|いらっしゃ|ご覧|お越し|ございま|おそらく|と ?思われ|おそれが ?あり|ようです/u;
/** Latin letters beside others: 生成AI. */
const MIXED = /[A-Za-z]\P{sc=Latin}|\P{sc=Latin}[A-Za-z]/u;
const HARD_WORD = /(?<![平均対高同])等(?=[のをがにはで、。]|$)/u;

/** A sentence that ends in a value or in an explanation is judged by what stands before it. */
function isPolite(sentence: string): boolean {
  const end = sentence.replace(/(?:〈[^〉]*〉|（[^）]*）)$/u, '');
  return /(?:\}|\uFFFC)$/u.test(end) || POLITE.test(end);
}

type Rule = (sentence: string, context: EasyContext) => readonly EasyFinding[];

function found(code: EasyFinding['code'], match: RegExpExecArray | null): readonly EasyFinding[] {
  return match === null ? [] : [{ code, value: match[0], values: {} }];
}

const RULES: readonly Rule[] = [
  (sentence) => {
    const length = lengthOf(sentence);
    const code = length > LIMITS.sentence ? 'easy_sentence_long' : 'easy_sentence_longish';
    return length <= LIMITS.longish
      ? []
      : [{ code, value: shown(sentence), values: { length: String(length) } }];
  },
  (sentence) =>
    (sentence.match(/、/gu)?.length ?? 0) > LIMITS.commas
      ? [{ code: 'easy_commas', value: shown(sentence), values: {} }]
      : [],
  (sentence) =>
    sentence.endsWith('。') && !isPolite(withoutReadings(sentence).slice(0, -1))
      ? [{ code: 'easy_plain_form', value: withoutReadings(sentence).slice(-12), values: {} }]
      : [],
  (sentence) => found('easy_double_negative', DOUBLE_NEGATIVE.exec(withoutReadings(sentence))),
  (sentence) => found('easy_year', ERA.exec(withoutReadings(sentence))),
  (sentence) => found('easy_date', DATE.exec(withoutReadings(sentence))),
  (sentence) => found('easy_hard_form', HARD_FORM.exec(withoutReadings(sentence))),
  (sentence) => found('easy_word', HARD_WORD.exec(withoutReadings(sentence))),
  (sentence, { words }) =>
    [...withoutNames(sentence, words).matchAll(/[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?!〈|[A-Za-z])/gu)]
      .filter(([word]) => !words.has(word))
      .map(([value]) => ({ code: 'easy_word', value, values: {} })),
  (sentence, { words }) => {
    const plain = withoutNames(sentence, words).replace(/〈[^〉]*〉|「[^」]*」/gu, '–');
    const count = plain.match(HAN)?.length ?? 0;
    const row = new RegExp(`[\\p{sc=Han}々]{${String(LIMITS.kanjiInRow + 1)},}`, 'u').exec(plain);
    if (count <= LIMITS.kanji && row === null) return [];
    return [
      {
        code: 'easy_kanji_many',
        value: row?.[0] ?? shown(sentence),
        values: { count: String(count) },
      },
    ];
  },
  (sentence) =>
    withoutReadings(sentence)
      .split(/[\s、。「」『』〈〉（）()・：:／/…！？!?,％%＝=|→>A-Za-z0-9０-９.]|\{\w+\}|\uFFFC/u)
      .filter((run) => run.length > LIMITS.run)
      .map((value) => ({ code: 'easy_no_space', value, values: {} })),
];

/**
 * Returns what the rules find in a text of easy Japanese, written with the notation ｜漢字《かんじ》. A text
 * may be a template: `{name}` is a value, `|` a place to break, <b> stress.
 */
export function easyFindings(text: string, context: EasyContext): EasyFinding[] {
  const plain = text.replace(/<\/?b>/gu, '').replaceAll('|', '');
  return [
    ...[...unread(plain).matchAll(/[\p{sc=Han}々〆ヶ]+/gu)].map(([value]): EasyFinding => ({
      code: 'easy_kanji_unread',
      value,
      values: {},
    })),
    ...readingsIn(plain)
      .filter(({ base, reading }) => !isApproved(base, reading, context.approved))
      .map(({ base, reading }): EasyFinding => ({
        code: 'easy_reading_unknown',
        value: `${base}《${reading}》`,
        values: { approved: context.approved.get(base)?.join('・') ?? '—' },
      })),
    ...sentencesOf(plain).flatMap((sentence) => RULES.flatMap((rule) => rule(sentence, context))),
  ];
}

/** Numbers before a counter are read with it (｜1日《ついたち》); they come from dates, which we make. */
function isApproved(base: string, reading: string, approved: Readings): boolean {
  return approved.get(base)?.includes(reading) === true;
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。！？])|\n/u).flatMap((part) => {
    const sentence = part.trim();
    return sentence === '' ? [] : [sentence];
  });
}

function lengthOf(sentence: string): number {
  const figure = 'x'.repeat(FIGURE_LENGTH);
  const plain = withoutReadings(sentence)
    .replace(/〈[^〉]*〉/gu, '')
    .replace(/\{\w+\}/gu, figure)
    .replaceAll(OBJECT, figure)
    .replace(/\s/gu, '');
  return plain.length;
}

/**
 * A sentence with a dash for each name it has to keep: long names in kanji, and names with Latin letters in them.
 */
function withoutNames(sentence: string, words: ReadonlySet<string>): string {
  return [...words]
    .filter((word) => (word.match(HAN)?.length ?? 0) > LIMITS.kanjiInRow || MIXED.test(word))
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, '–'), withoutReadings(sentence));
}

/** A sentence short enough for a message. */
function shown(sentence: string): string {
  const plain = withoutReadings(sentence);
  return plain.length > 24 ? `${plain.slice(0, 24)}…` : plain;
}
