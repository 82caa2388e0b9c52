import { SORT, WORDS, type Selection } from './selection.ts';

/** One thing of a list: its text in the spelling in which words are compared, and what it is about. */
export interface Listed {
  readonly text: string;
  /** Returns the values of a facet: its plans, its topics. */
  readonly facet: (name: string) => readonly string[];
}

/** Asks for whatever has a value at all. */
export const ANY = 'any';

/**
 * Returns whether a thing of a list fits a choice: it holds every word, and one of the values of each facet.
 * `spelt` gives words the spelling of the texts.
 */
export function fits(
  { text, facet }: Listed,
  selection: Selection,
  spelt: (words: string) => string,
): boolean {
  return [...selection].every(([name, wanted]) => {
    if (name === SORT) return true;
    if (name === WORDS)
      return wanted.every((words) =>
        spelt(words)
          .split(' ')
          .every((word) => text.includes(word)),
      );
    const own = facet(name);
    return wanted.some((value) => (value === ANY ? own.length > 0 : own.includes(value)));
  });
}

/** By what a list is put in order, and whether the other way round. */
export interface Order {
  readonly key: string;
  readonly reversed: boolean;
}

/** Returns an order as its value in an address says it: "name", or "-name" the other way round. */
export function readOrder(value: string): Order {
  const reversed = value.startsWith('-');
  return { key: reversed ? value.slice(1) : value, reversed };
}

export function writeOrder({ key, reversed }: Order): string {
  return reversed ? `-${key}` : key;
}

/** What a thing is put in order by; null where it has nothing of the kind. */
export type SortKey = number | string | null;

/**
 * Returns things in order: texts from the first letter, numbers from the largest, or the other way round. What
 * has no key stands last either way, and what is alike stays in the order it came in.
 */
export function inOrder<T>(
  things: readonly T[],
  keyOf: (thing: T) => SortKey,
  reversed: boolean,
  compareTexts: (a: string, b: string) => number,
): T[] {
  const sign = reversed ? -1 : 1;
  return things
    .map((thing) => ({ thing, key: keyOf(thing) }))
    .toSorted(({ key: a }, { key: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      if (typeof a === 'number' && typeof b === 'number') return sign * (b - a);
      return sign * compareTexts(String(a), String(b));
    })
    .map(({ thing }) => thing);
}
