/** A year of one of two tables. */
export interface OfYear {
  readonly year: number;
}

/** A year with what each of two tables has for it. */
export interface YearPair<T> {
  readonly year: number;
  readonly first: T | null;
  readonly second: T | null;
}

/** Returns the years of two tables, each once and in order, with the row of each table. */
export function pairYears<T extends OfYear>(
  first: readonly T[],
  second: readonly T[],
): YearPair<T>[] {
  const years = [...new Set([...first, ...second].map(({ year }) => year))];
  const rowOf = (rows: readonly T[], year: number) => rows.find((row) => row.year === year) ?? null;
  return years
    .toSorted((a, b) => a - b)
    .map((year) => ({ year, first: rowOf(first, year), second: rowOf(second, year) }));
}

/** Words for a figure that is not there. */
export interface MissingWords {
  /** The year is over, and the documents do not print it. */
  readonly not_printed: string;
  /** The year is not over. */
  readonly not_yet: string;
}

/** Returns why a table has nothing for a year; `over` is the last year that is over. */
export function missingWord(year: number, over: number, words: MissingWords): string {
  return year > over ? words.not_yet : words.not_printed;
}

/** What an address asks to compare. */
export type Asked =
  | { readonly state: 'idle' }
  | { readonly state: 'choose' | 'same' }
  | { readonly state: 'unknown'; readonly id: string }
  | { readonly state: 'both'; readonly first: string; readonly second: string };

/** Returns what a query string asks to compare: nothing, too little, what is not there, or two things. */
export function readAsked(query: string, known: ReadonlySet<string>): Asked {
  const address = new URLSearchParams(query);
  const [first, second] = [address.get('a') ?? '', address.get('b') ?? ''];
  const id = [first, second].find((asked) => asked !== '' && !known.has(asked));
  if (id !== undefined) return { state: 'unknown', id };
  if (first === '' && second === '') return { state: 'idle' };
  if (first === '' || second === '') return { state: 'choose' };
  return first === second ? { state: 'same' } : { state: 'both', first, second };
}
