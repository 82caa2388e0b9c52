/** Rules for running text: figures are never written into prose, they are bound to a source. */

export interface Numeral {
  /** 0-based offset in the text. */
  readonly offset: number;
  readonly text: string;
}

/** Forms in which a digit is part of a name, not a figure. */
const ALLOWED_FORMS: readonly RegExp[] = [
  /第\s*[0-9０-９]+\s*[章節期次回条部]/gu,
  /(?:SDGs?|ＳＤＧｓ|ゴール|ターゲット|Goal|Target|Chapter|Section)\s*[0-9０-９]+(?:\.[0-9a-d]+)?/giu,
  /(?:CO|PM|Society\s?)[0-9２](?:\.[0-9])?/giu,
  /『[^』]*』/gu,
  /\d+(?:st|nd|rd|th)(?=\s+\p{Lu})/gu,
  /^[（(]?[0-9０-９]+[)）.]\s/gmu,
];

/**
 * Returns the bare numerals of a text, with what stands around them. Digits inside `names` (titles of
 * plans, documents, sections, indicators) and inside the allowed forms are not figures.
 */
export function bareNumerals(text: string, names: readonly string[] = []): Numeral[] {
  if (!/\p{Nd}/u.test(text)) return [];
  let masked = text;
  const mask = (found: string) => ' '.repeat(found.length);
  for (const name of names
    .filter((n) => /\p{Nd}/u.test(n))
    .toSorted((a, b) => b.length - a.length)) {
    masked = masked.replaceAll(name, mask);
  }
  for (const form of ALLOWED_FORMS) masked = masked.replace(form, mask);
  return [...masked.matchAll(/\p{Nd}[\p{Nd},，.．]*\S{0,3}/gu)].map((match) => ({
    offset: match.index,
    text: match[0],
  }));
}
