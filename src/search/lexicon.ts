import { hiragana, isSpaceless, normalised, scriptOf, sound } from './normal.ts';
import { romaji } from './romaji.ts';

/** What the search of a language knows about words, as it is sent to the browser. */
export interface Lexicon {
  /** A written word and how it is read, in hiragana: ["地下水", "ちかすい"]. */
  readonly readings: readonly (readonly [word: string, reading: string])[];
  /** Words of the site's titles and terms, for spelling mistakes and for cutting a query into words. */
  readonly vocabulary: readonly string[];
  /** Words that mean the same; the first of a group is no better than the others. */
  readonly groups: readonly (readonly string[])[];
  /** Spellings of one word: neighbor, neighbour. */
  readonly spellings: readonly (readonly string[])[];
  /** Small words that find nothing: dropped. */
  readonly particles: readonly string[];
  /** Words of a question: dropped. */
  readonly questions: readonly string[];
  /** Phrases that ask what a word means. */
  readonly meaning: readonly string[];
  /** Names of the place the whole site is about: they choose none of its pages. */
  readonly here: readonly string[];
}

/** General words of a language, built in. */
export type LanguageWords = Pick<
  Lexicon,
  'particles' | 'questions' | 'meaning' | 'groups' | 'spellings'
>;

export const NO_WORDS: LanguageWords = {
  spellings: [],
  particles: [],
  questions: [],
  meaning: [],
  groups: [],
};

/** Where a reading comes from: a text with its word and the reading it has there. */
export type Readings = ReadonlyMap<string, readonly string[]>;

/**
 * Returns the lexicon of a language: the words of its titles and terms (`texts`, without readings),
 * readings of those words, and groups of equal words that the site uses.
 */
export function makeLexicon(
  language: LanguageWords,
  groups: readonly (readonly string[])[],
  readings: Readings,
  texts: readonly string[],
  read: (text: string) => readonly { readonly text: string; readonly reading: string | null }[],
  here: readonly string[] = [],
): Lexicon {
  const vocabulary = new Set(texts.flatMap((text) => wordsOf(text)));
  const all = [...groups, ...language.groups].map((group) => [...new Set(group.map(normalised))]);
  const grouped = new Set(all.flat());
  const known = [...mergeReadings(readings, compounds(vocabulary, read))].flatMap(([word, read]) =>
    read.map((reading): [string, string] => [
      normalised(word),
      hiragana(normalised(reading)).replaceAll(' ', ''),
    ]),
  );
  const spoken = new Set(known.map(([word]) => word));
  return {
    readings: unique(known),
    vocabulary: [...vocabulary]
      .filter((word) => !spoken.has(word) && !grouped.has(word))
      .toSorted(),
    groups: all.filter((group) => group.length > 1),
    spellings: language.spellings,
    particles: language.particles,
    questions: language.questions,
    meaning: language.meaning,
    here: here.map(normalised),
  };
}

const KANA = /^[\p{sc=Hira}\p{sc=Kana}ー]+$/u;

/** Readings of words made of words that have one: 図書館長 is としょかん and ちょう. */
function compounds(
  vocabulary: ReadonlySet<string>,
  read: (text: string) => readonly { readonly text: string; readonly reading: string | null }[],
): Map<string, string[]> {
  const made = new Map<string, string[]>();
  for (const word of vocabulary) {
    // Kana are read as they stand: the second part of 防災メモ.
    const parts = read(word).map(({ text, reading }) => reading ?? (KANA.test(text) ? text : null));
    if (parts.length > 1 && parts.every((part) => part !== null)) made.set(word, [parts.join('')]);
  }
  return made;
}

/** Returns the readings of both. */
export function mergeReadings(one: Readings, other: Readings): Readings {
  const merged = new Map(one);
  for (const [word, read] of other)
    merged.set(word, [...new Set([...(merged.get(word) ?? []), ...read])]);
  return merged;
}

function unique(pairs: readonly [string, string][]): [string, string][] {
  return [...new Map(pairs.map((pair) => [pair.join('\t'), pair])).values()].toSorted(
    ([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : 1),
  );
}

/** Runs of one script, two letters or more; words of a text that has spaces. */
function wordsOf(text: string): string[] {
  return normalised(text)
    .split(' ')
    .flatMap((chunk) => (isSpaceless(chunk) ? runsOf(chunk) : [chunk]))
    .filter(
      (word) =>
        word.length >= (isSpaceless(word) ? 2 : 3) &&
        // Hiragana alone may be half a sentence; figures are no words.
        !/^(?:[\p{sc=Hira}ー]+|[\d.,-]+)$/u.test(word),
    );
}

function runsOf(chunk: string): string[] {
  const runs: string[] = [];
  let last = '';
  for (const letter of chunk) {
    const script = scriptOf(letter);
    if (script === last) runs.push((runs.pop() ?? '') + letter);
    else runs.push(letter);
    last = script;
  }
  // Hiragana between other words is grammar, and no word of its own.
  const words = runs.filter((run) => scriptOf(run) !== 'hiragana' || runs.length === 1);
  const compounds = chunk.match(/[\p{sc=Han}\p{sc=Kana}々ー]{3,}/gu) ?? [];
  return [...new Set([...words, ...compounds])];
}

/** A lexicon made ready for looking up. */
export interface Words {
  /** The longest known word. */
  readonly longest: number;
  /** Known spellings by how they are written, in hiragana where they are kana. */
  readonly has: (written: string) => boolean;
  /** Written words by sound: the word itself, other spellings, words read so. */
  readonly spelled: (written: string) => readonly string[];
  readonly byRomaji: (latin: string) => readonly string[];
  /** Words of the same meaning. */
  readonly same: (word: string) => readonly string[];
  readonly isParticle: (word: string) => boolean;
  readonly isQuestion: (word: string) => boolean;
  /** A name of the place that the whole site is about. */
  readonly isHere: (word: string) => boolean;
  readonly meaning: readonly string[];
  /** Every word once, for near misses. */
  readonly all: readonly string[];
  readonly soundOf: (word: string) => string;
}

export function lookUp(lexicon: Lexicon): Words {
  const { readings, vocabulary, groups } = lexicon;
  const bySound = new Map<string, Set<string>>();
  const soundsOf = new Map<string, Set<string>>();
  const add = (word: string, heard: string): void => {
    bySound.set(heard, (bySound.get(heard) ?? new Set()).add(word));
    soundsOf.set(word, (soundsOf.get(word) ?? new Set()).add(heard));
  };
  for (const [word, reading] of readings) add(word, sound(reading));
  const others = [...vocabulary, ...groups.flat(), ...lexicon.here];
  for (const word of others) add(word, sound(word));
  const same = new Map<string, Set<string>>();
  for (const group of groups) {
    for (const word of group) {
      const set = same.get(word) ?? new Set<string>();
      for (const other of group) if (other !== word) set.add(other);
      same.set(word, set);
    }
  }
  const latin = new Map<string, Set<string>>();
  for (const [word, reading] of readings) {
    const key = romaji(reading);
    latin.set(key, (latin.get(key) ?? new Set()).add(word));
  }
  const particles = new Set(lexicon.particles);
  const questions = new Set(lexicon.questions);
  const here = new Set(lexicon.here);
  const twins = new Map<string, readonly string[]>();
  for (const group of lexicon.spellings) {
    for (const word of group) {
      twins.set(word, [...(twins.get(word) ?? []), ...group]);
      add(word, sound(word));
    }
  }
  const spelled = (written: string): string[] => {
    const own = twins.get(written) ?? [];
    // Who writes kanji means those: 公園 is not 講演.
    if (/\p{sc=Han}/u.test(written)) return [...own];
    const sounds = soundsOf.get(written) ?? new Set([sound(written)]);
    const alike = [...sounds].flatMap((heard) => [...(bySound.get(heard) ?? [])]);
    return [...new Set([...own, ...alike, ...alike.flatMap((word) => twins.get(word) ?? [])])];
  };
  const keys = [...bySound.keys(), ...soundsOf.keys()];
  return {
    longest: Math.max(1, ...keys.map((key) => key.length + 2)),
    has: (written) => soundsOf.has(written) || bySound.has(sound(written)),
    spelled,
    byRomaji: (text) => [...(latin.get(text) ?? [])],
    same: (word) => [...(same.get(word) ?? [])],
    isParticle: (word) => particles.has(word),
    isQuestion: (word) => questions.has(word),
    isHere: (word) => here.has(word) || spelled(word).some((other) => here.has(other)),
    meaning: lexicon.meaning,
    all: [...soundsOf.keys()],
    soundOf: (word) => [...(soundsOf.get(word) ?? [sound(word)])][0] ?? word,
  };
}
