/**
 * Lookups in the lists of a model. A list is grouped by a field the first time somebody asks, and kept for
 * as long as the list itself: a page of a large city costs no more than one of a small city.
 */
const indexes = new WeakMap<object, Index>();

type Groups<T = object> = ReadonlyMap<unknown, readonly T[]>;
type Index = Map<PropertyKey, Groups>;

/** Returns the rows of a list whose field has a value, in their order. The list must never change. */
export function having<T extends object, K extends keyof T>(
  rows: readonly T[],
  field: K,
  value: T[K] | null | undefined,
): readonly T[] {
  const fields: Index = indexes.get(rows) ?? new Map<PropertyKey, Groups>();
  indexes.set(rows, fields);
  const groups = (fields.get(field) ?? Map.groupBy(rows, (row) => row[field])) as Groups<T>;
  fields.set(field, groups);
  return groups.get(value) ?? [];
}

/** Returns the first row of a list whose field has a value. The list must never change. */
export function firstHaving<T extends object, K extends keyof T>(
  rows: readonly T[],
  field: K,
  value: T[K] | null | undefined,
): T | undefined {
  return having(rows, field, value)[0];
}
