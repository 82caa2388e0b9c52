/** Interface words of one language: flat dotted keys, `{name}` for values. */
export type Dictionary<K extends string = string> = Readonly<Record<K, string>>;

export type Values = Readonly<Record<string, string>>;

/** Keys that come in plural forms (`found.one`, `found.other`), by their common part. */
export type Plural<K extends string> = K extends `${infer Base}.other` ? Base : never;

/** A run of a sentence: plain, or stressed (figures). */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
}

/** A sentence as phrases that should not break inside, each a list of runs. */
export type Sentence = readonly (readonly Run[])[];

export interface Words<K extends string> {
  /** Language tag, as in `lang`. */
  readonly tag: string;
  /** Returns the text of a key with its values put in. */
  readonly t: (key: K, values?: Values) => string;
  /** Returns the plural form of a key for a count; `{count}` must be given formatted in values. */
  readonly count: (base: Plural<K>, count: number, values?: Values) => string;
  readonly countSentence: (base: Plural<K>, count: number, values?: Values) => Sentence;
  /** Returns a text as phrases (cut at "|") and stressed runs (between <b> and </b>). */
  readonly sentence: (key: K, values?: Values) => Sentence;
}

function fill(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

/** Returns the words of a language from its complete dictionary. */
export function makeWords<K extends string>(tag: string, dictionary: Dictionary<K>): Words<K> {
  const plurals = new Intl.PluralRules(intlLocale(tag));
  const t = (key: K, values: Values = {}): string => fill(dictionary[key], values);
  const has = (key: string): key is K => key in dictionary;
  const template = (base: string, count: number): string => {
    const form = `${base}.${plurals.select(count)}`;
    const other = `${base}.other`;
    return has(form) ? dictionary[form] : has(other) ? dictionary[other] : base;
  };
  return {
    tag,
    t,
    count: (base, count, values = {}) => fill(template(base, count), values),
    countSentence: (base, count, values = {}) => toSentence(template(base, count), values),
    sentence: (key, values = {}) => toSentence(dictionary[key], values),
  };
}

/** Markup is read in the template alone, so that a value can never add any. */
function toSentence(template: string, values: Values): Sentence {
  return template.split('|').map((phrase) =>
    phrase
      .split(/<b>(.*?)<\/b>/u)
      .map((text, index) => ({ text: fill(text, values), strong: index % 2 === 1 }))
      .filter((run) => run.text !== ''),
  );
}

/** Returns a sentence as plain text, for descriptions and labels. */
export function plainText(sentence: Sentence): string {
  return sentence.map((phrase) => phrase.map((run) => run.text).join('')).join('');
}

/**
 * Returns the locale Intl knows for a language tag: private-use parts (x-easy) are dropped, and
 * English without a region takes the day-month-year order most of the world reads.
 */
export function intlLocale(tag: string): string {
  const plain = tag.replace(/-x-.*$/u, '');
  return plain === 'en' ? 'en-GB' : plain;
}

export interface Layered<K extends string> {
  readonly dictionary: Dictionary<K>;
  /** Keys no layer of this language had: they show the last layer's words. */
  readonly missing: readonly K[];
}

/**
 * Returns a complete dictionary from layers, first wins (the city's wording, the built-in one), filled
 * up from `fallback`. Plural forms that the language does not use are not missed.
 */
export function layerDictionaries<K extends string>(
  tag: string,
  layers: readonly Readonly<Record<string, string>>[],
  fallback: Dictionary<K>,
): Layered<K> {
  const keys = Object.keys(fallback) as K[];
  const categories = new Intl.PluralRules(intlLocale(tag)).resolvedOptions().pluralCategories;
  const missing: K[] = [];
  const entries = keys.map((key) => {
    const text = layers.find((layer) => key in layer)?.[key];
    const unusedForm =
      /\.(?:zero|one|two|few|many)$/u.test(key) && !categories.some((c) => key.endsWith(`.${c}`));
    if (text === undefined && !unusedForm) missing.push(key);
    return [key, text ?? fallback[key]] as const;
  });
  // Languages with more plural forms than the fallback's bring them along.
  const plurals = layers
    .toReversed()
    .flatMap((layer) => Object.entries(layer).filter(([key]) => isPluralOf(key, keys)));
  return { dictionary: Object.fromEntries([...plurals, ...entries]) as Dictionary<K>, missing };
}

/** Returns whether a key is a plural form of a text that is counted: `found.few` where `found.other` is known. */
export function isPluralOf(key: string, known: readonly string[]): boolean {
  const base = /^(.*)\.(?:zero|one|two|few|many)$/u.exec(key)?.[1];
  return base !== undefined && known.includes(`${base}.other`);
}
