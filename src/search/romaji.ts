/**
 * Kana in Latin letters, as people without a Japanese keyboard type them. Only for comparing: long
 * vowels are dropped and spellings of both systems (shi and si, tsu and tu, fu and hu) become one.
 */
const VOWELS = 'aiueo';

/** Each row of the kana table by its consonant, in the order of the vowels; "・" where there is none. */
const ROWS: readonly (readonly [consonant: string, kana: string])[] = [
  ['', 'あいうえお'],
  ['', 'ぁぃぅぇぉ'],
  ['k', 'かきくけこ'],
  ['s', 'さしすせそ'],
  ['t', 'たちつてと'],
  ['n', 'なにぬねの'],
  ['h', 'はひふへほ'],
  ['m', 'まみむめも'],
  ['y', 'や・ゆ・よ'],
  ['r', 'らりるれろ'],
  ['w', 'わ・・・・'],
  ['g', 'がぎぐげご'],
  ['z', 'ざじずぜぞ'],
  ['d', 'だ・・でど'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
];

/** Small kana that change the vowel before them: きゃ is kya, ふぇ is fe. */
const SMALL: ReadonlyMap<string, string> = new Map([
  ['ゃ', 'ya'],
  ['ゅ', 'yu'],
  ['ょ', 'yo'],
  ['ぁ', 'a'],
  ['ぃ', 'i'],
  ['ぇ', 'e'],
  ['ぉ', 'o'],
]);

const KANA: ReadonlyMap<string, string> = new Map([
  ...ROWS.flatMap(([consonant, kana]) =>
    Array.from(kana, (letter, at): [string, string] => [letter, consonant + (VOWELS[at] ?? '')]),
  ),
  ['ん', 'n'],
  ['を', 'o'],
  ['ふ', 'fu'],
  ['ぢ', 'zi'],
  ['づ', 'zu'],
  ['ゔ', 'vu'],
]);

/** Returns a Latin spelling without what the systems of writing differ in: "bousai" and "bōsai" → "bosai". */
export function latinKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/s(?=i|y)y?(?=[aiueo])/gu, 'sh')
    .replace(/t(?=i|y)y?(?=[aiueo])/gu, 'ch')
    .replace(/[zj](?=i|y)y?(?=[aiueo])/gu, 'j')
    .replace(/(?<![ts])tu/gu, 'tsu')
    .replace(/(?<![sc])hu/gu, 'fu')
    .replace(/m(?=[bp])/gu, 'n')
    .replace(/ou|oo|oh(?![aiueo])/gu, 'o')
    .replace(/uu/gu, 'u')
    .replace(/(.)\1+/gu, '$1')
    .replaceAll('-', '');
}

/** Returns hiragana as its Latin key: "ぼうさい" → "bosai"; letters it does not know stay. */
export function romaji(kana: string): string {
  let made = '';
  for (const letter of kana) {
    const small = SMALL.get(letter);
    if (letter === 'っ' || letter === 'ー') continue;
    if (small !== undefined && /[iueo]$/u.test(made)) made = made.slice(0, -1) + small;
    else made += KANA.get(letter) ?? letter;
  }
  return latinKey(made);
}
