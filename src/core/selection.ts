/**
 * What a reader has chosen of a list, and how it stands in an address: `?plan=a&state=reached&sort=name`. The
 * same choice has the same address in every language and whatever the order of choosing.
 */

/** One thing that can be chosen: a field of a form. */
export interface Field {
  readonly name: string;
  /** The values it can have, in order; null where a reader writes words. */
  readonly values: readonly string[] | null;
  /** True where several values can be chosen at once. */
  readonly many: boolean;
  /** What holds where nothing is chosen: it stands in no address. */
  readonly usual: string;
}

/** Chosen values by field; fields without a choice are left out. */
export type Selection = ReadonlyMap<string, readonly string[]>;

/** The field of words, and that of the order. */
export const WORDS = 'q';
export const SORT = 'sort';

/** Returns the choice that a query string asks for: what the list does not have is left out. */
export function readSelection(query: string, fields: readonly Field[]): Selection {
  const asked = new URLSearchParams(query);
  const chosen = fields.map((field) => [field.name, valuesOf(field, asked)] as const);
  return new Map(chosen.filter(([, values]) => values.length > 0));
}

function valuesOf({ name, values, many, usual }: Field, asked: URLSearchParams): string[] {
  const given = asked.getAll(name).map((value) => value.replace(/\s+/gu, ' ').trim());
  if (values === null) return given.filter((value) => value !== '').slice(0, 1);
  const known = values.filter((value) => value !== usual && given.includes(value));
  return many ? known : known.slice(0, 1);
}

/** Returns a choice as a query string with its "?", fields in their order; empty where nothing is chosen. */
export function writeSelection(selection: Selection, fields: readonly Field[]): string {
  const address = new URLSearchParams(
    fields.flatMap(({ name }) =>
      (selection.get(name) ?? []).map((value): [string, string] => [name, value]),
    ),
  );
  const query = address.toString();
  return query === '' ? '' : `?${query}`;
}
