import type { Words } from './lexicon.ts';
import { hiragana, isSpaceless, sound } from './normal.ts';
import { romaji } from './romaji.ts';

/** Letters that may be wrong in a word of a length: none in a short one. */
function allowed(length: number, spaceless: boolean): number {
  if (spaceless) return length < 4 ? 0 : length < 6 ? 1 : 2;
  return length < 5 ? 0 : length < 9 ? 1 : 2;
}

/** Returns the known words closest to a word nobody knows, by sound and spelling; none where all are far; `more` letters may be wrong beside. */
export function nearMiss(word: string, words: Words, more = 0): string[] {
  const spaceless = isSpaceless(word);
  const heard = sound(word);
  const same = heardAs(word, words);
  if (same.length > 0) return same.slice(0, 3);
  const longer = begun(word, words);
  if (longer.length > 0) return longer.slice(0, 3);
  const isKana = !/\p{sc=Han}/u.test(word);
  let least = allowed(word.length, spaceless) + more + 1;
  let found: string[] = [];
  for (const candidate of words.all) {
    if (isSpaceless(candidate) !== spaceless) continue;
    const distance = Math.min(
      distanceUpTo(word, candidate, least + 1),
      // How a kanji sounds is not known: only kana are compared by ear.
      isKana ? distanceUpTo(heard, words.soundOf(candidate), least + 1) : least + 1,
    );
    if (distance < least) [least, found] = [distance, [candidate]];
    else if (distance === least && found.length > 0) found.push(candidate);
  }
  const shared = (candidate: string): number =>
    Math.max(commonStart(word, candidate), commonStart(heard, words.soundOf(candidate)));
  const most = Math.max(0, ...found.map(shared));
  return found.filter((candidate) => shared(candidate) === most).slice(0, 3);
}

/** Returns the known words that sound like one whose long vowels were left out, as people write by ear: じんこ is じんこう. */
export function heardAs(word: string, words: Words): readonly string[] {
  return isSpaceless(word) ? words.byRomaji(romaji(hiragana(word))) : [];
}

/** Returns the known words that a word without an end begins: とくべつか is the beginning of 特別会計. */
export function begun(word: string, words: Words): string[] {
  const heard = sound(word);
  if (!isSpaceless(word) || heard.length < 4) return [];
  return words.all.filter((candidate) => {
    const whole = words.soundOf(candidate);
    return whole.startsWith(heard) && whole.length <= heard.length + 2;
  });
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** Edits between two words (a swap of neighbours is one), or `limit` where there are as many or more. */
export function distanceUpTo(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) >= limit) return limit;
    before = previous;
    previous = current;
  }
  return Math.min(limit, previous[b.length] ?? limit);
}
