/**
 * Readings of kanji in running text: ｜地下水《ちかすい》 (as 青空文庫 writes them; braces would be code in
 * MDX). Values and templates carry the notation; it becomes HTML in one place, annotate.ts.
 */
const NOTATION = /｜([^｜《》\r\n]+)《([^｜《》\r\n]+)》/gu;

export interface Reading {
  readonly base: string;
  readonly reading: string;
}

/** Returns the words of a text that carry a reading, in order. */
export function readingsIn(text: string): Reading[] {
  return [...text.matchAll(NOTATION)].map(([, base = '', reading = '']) => ({ base, reading }));
}

/** Returns a text without its readings: ｜市《し》の → 市の. */
export function withoutReadings(text: string): string {
  return text.replace(NOTATION, '$1');
}

/** Returns a text as it is spoken, for places that can hold no ruby: ｜市《し》の → しの. */
export function spoken(text: string): string {
  return text.replace(NOTATION, '$2');
}

/** Returns a text in its normal form (NFKC), which would turn the ｜ of the notation into |. */
export function normalForm(text: string): string {
  return text.normalize('NFKC').replace(/\|(?=[^|《》\r\n]+《)/gu, '｜');
}

/** Returns a text with its words that carry a reading taken out, for finding kanji that have none. */
export function unread(text: string): string {
  return text.replace(NOTATION, '');
}

export interface Part {
  readonly text: string;
  readonly reading: string | null;
}

/** Returns a text as parts with and without a reading. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(NOTATION)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), reading: null });
    parts.push({ text: match[1] ?? '', reading: match[2] ?? '' });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), reading: null });
  return parts;
}
