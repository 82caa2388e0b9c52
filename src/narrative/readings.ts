import common from './common-readings.json' with { type: 'json' };
import { partsOf, type Part } from './ruby.ts';

/** Approved readings: a word and every way it may be read. */
export type Readings = ReadonlyMap<string, readonly string[]>;

/** Words with their readings, as a city's readings.json holds them: one reading, or several. */
export type ReadingsInput = Readonly<Record<string, string | readonly string[]>>;

/** Returns the approved readings of a city: its names and terms, and the general words built in. */
export function approvedReadings(city: ReadingsInput): Readings {
  const approved = new Map<string, readonly string[]>();
  for (const source of [common as ReadingsInput, city]) {
    for (const [word, readings] of Object.entries(source)) {
      const list = typeof readings === 'string' ? [readings] : readings;
      approved.set(word, [...new Set([...(approved.get(word) ?? []), ...list])]);
    }
  }
  return approved;
}

const HAN = /[\p{sc=Han}々〆ヶ]/u;

/**
 * Returns a text with the approved readings of its words. A word is given its reading only where
 * it is the whole of a run of kanji, or the run is made of such words: 市場 is never 市 + 場. Words of one
 * kanji, and words that can be read in more than one way, are left alone: a reading is never guessed.
 */
export function wordReader(approved: Readings): (text: string) => Part[] {
  const words = new Map(
    [...approved].flatMap(([word, [only, ...more]]) =>
      only === undefined || more.length > 0 || word.length < 2
        ? []
        : [[word, only.replaceAll(' ', '')]],
    ),
  );
  const longestFirst = Map.groupBy(
    [...words.keys()].toSorted((a, b) => b.length - a.length),
    (word) => word[0],
  );
  const isHan = (text: string, at: number): boolean =>
    HAN.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
  return (text) =>
    partsOf(text).flatMap((part) => (part.reading === null ? read(part.text) : [part]));

  function read(text: string): Part[] {
    const parts: Part[] = [];
    let plain = '';
    let at = 0;
    while (at < text.length) {
      const found = isHan(text, at) ? cover(text, at) : null;
      if (found === null) {
        const end = isHan(text, at) ? endOfRun(text, at) : at + 1;
        plain += text.slice(at, end);
        at = end;
        continue;
      }
      if (plain !== '') parts.push({ text: plain, reading: null });
      plain = '';
      for (const word of found) {
        parts.push({ text: word, reading: words.get(word) ?? '' });
        at += word.length;
      }
    }
    if (plain !== '') parts.push({ text: plain, reading: null });
    return parts;
  }

  /** Words that together cover the run of kanji at a place, longest first; null where none do. */
  function cover(text: string, at: number): string[] | null {
    for (const word of longestFirst.get(text[at]) ?? []) {
      if (!text.startsWith(word, at)) continue;
      const end = at + word.length;
      if (end >= text.length || !isHan(text, end)) return [word];
      const rest = cover(text, end);
      if (rest !== null) return [word, ...rest];
    }
    return null;
  }

  function endOfRun(text: string, at: number): number {
    let end = at;
    // A character outside the basic plane is two units: its second half belongs to the first.
    while (end < text.length && isHan(text, end))
      end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
    return end;
  }
}
