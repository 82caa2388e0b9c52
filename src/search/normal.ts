/** One spelling for what looks or sounds the same, so that a query and a word can be compared. */

/** Returns a text in one width, in lower case, without punctuation between words: "Ｔｅｓｔ・ｶﾅ" → "testカナ". */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/[・=＝'’]/gu, '')
    .replace(/[!?。、,;:「」『』【】()[\]{}"“”<>/|…]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Returns a text as it sounds: katakana as hiragana. Its length stays the same. */
export function hiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

/** Returns hiragana as katakana: a foreign word that someone typed without converting it. */
export function katakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}

/**
 * Returns how a word is compared whatever its kana, its long vowels and small letters: フェアトレード, ふぇあとれーど and
 * フェアトレイド are one.
 */
export function sound(text: string): string {
  return hiragana(normalised(text))
    .replace(/[ぁぃぅぇぉっゃゅょゎ]/gu, (small) => String.fromCharCode(small.charCodeAt(0) + 1))
    .replace(/(?<=[えけせてねへめれげぜでべぺ])い/gu, 'ー')
    .replace(/ー+/gu, '');
}

const JAPANESE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}々〆ー]/u;

/** Returns whether a text is written without spaces between its words. */
export function isSpaceless(text: string): boolean {
  return JAPANESE.test(text);
}

export type Script = 'kanji' | 'hiragana' | 'katakana' | 'latin' | 'space';

/** Returns the script of a character; figures and letters are one. */
export function scriptOf(letter: string): Script {
  if (/\s/u.test(letter)) return 'space';
  if (/[\p{sc=Han}々〆]/u.test(letter)) return 'kanji';
  if (/\p{sc=Hira}/u.test(letter)) return 'hiragana';
  if (/[\p{sc=Kana}ー]/u.test(letter)) return 'katakana';
  return 'latin';
}
