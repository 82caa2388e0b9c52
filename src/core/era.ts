/**
 * Japanese eras and western years, both ways. A fiscal year is named by the year it starts. Old plans
 * print years an era never reached (平成35年度 = 2023); these are converted, not refused.
 */
interface Era {
  readonly kanji: string;
  readonly letter: string;
  readonly short: string;
  /** Western year of the era's first year (元年). */
  readonly first: number;
}

/** First years: 明治 1868, 大正 1912, 昭和 1926, 平成 1989, 令和 2019 (元号法 and earlier ordinances). */
const ERAS: readonly Era[] = [
  { kanji: '明治', letter: 'M', short: '明', first: 1868 },
  { kanji: '大正', letter: 'T', short: '大', first: 1912 },
  { kanji: '昭和', letter: 'S', short: '昭', first: 1926 },
  { kanji: '平成', letter: 'H', short: '平', first: 1989 },
  { kanji: '令和', letter: 'R', short: '令', first: 2019 },
];

const ERA_FORM =
  /^(明治|大正|昭和|平成|令和|明|大|昭|平|令|M|T|S|H|R)\s*(元|\d{1,3})\s*(?:年度|年)?$/iu;

/** Full-width digits and letters, and the one-character eras ㍾㍽㍼㍻㋿, become plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

/**
 * Returns the western year of 令和5年度, R5, H30, 平成31年, 令和元年, 令5 …, or null when the text is not
 * an era year (an unknown era, a year 0).
 */
export function westernYear(text: string): number | null {
  const match = ERA_FORM.exec(plain(text));
  if (match === null) return null;
  const name = (match[1] ?? '').toUpperCase();
  const era = ERAS.find((e) => e.kanji === name || e.short === name || e.letter === name);
  const year = match[2] === '元' ? 1 : Number(match[2]);
  return era === undefined || year < 1 ? null : era.first + year - 1;
}

export interface EraYear {
  readonly kanji: string;
  readonly letter: string;
  /** 1 for 元年. */
  readonly year: number;
}

/**
 * Returns the era year of a western year as tables print it: a year in which the era changed takes
 * the newer name (2019 = 令和1, 1989 = 平成1). Null before 1868.
 */
export function eraYear(western: number): EraYear | null {
  const era = ERAS.findLast((e) => western >= e.first);
  return era === undefined
    ? null
    : { kanji: era.kanji, letter: era.letter, year: western - era.first + 1 };
}
