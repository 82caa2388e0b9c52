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
    [...approved].flatMap(([word, [only, ...more]]) => {
      return only === undefined || more.length > 0 || [...word].length < 2
        ? []
        : [[word, only.replaceAll(' ', '')]];
    }),
  );
  const longestFirst = [...words.keys()].toSorted((a, b) => b.length - a.length);
  return (text) =>
    partsOf(text).flatMap((part) => (part.reading === null ? read(part.text) : [part]));

  function read(text: string): Part[] {
    const parts: Part[] = [];
    let plain = '';
    let at = 0;
    while (at < text.length) {
      const found = HAN.test(text[at] ?? '') ? cover(text, at) : null;
      if (found === null) {
        const end = HAN.test(text[at] ?? '') ? endOfRun(text, at) : at + 1;
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
    for (const word of longestFirst) {
      if (!text.startsWith(word, at)) continue;
      const end = at + word.length;
      if (!HAN.test(text[end] ?? '')) return [word];
      const rest = cover(text, end);
      if (rest !== null) return [word, ...rest];
    }
    return null;
  }

  function endOfRun(text: string, at: number): number {
    let end = at;
    while (end < text.length && HAN.test(text[end] ?? '')) end += 1;
    return end;
  }
}
