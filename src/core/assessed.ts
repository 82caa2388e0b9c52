import { having } from './lookup.ts';

interface Row {
  readonly table_id: string;
  readonly row_no: number;
  readonly indicator_id: string;
}

interface Printed extends Row {
  readonly role: 'baseline' | 'actual' | 'target';
  readonly reference_year: number;
}

interface Verdict extends Row {
  readonly baseline_year: number | null;
  readonly actual_year: number | null;
  readonly target_year: number | null;
}

/**
 * Returns the printed value that a document's verdict is about: of its own row, in a role; where the row
 * prints several years, that of the verdict's year, else the last. Null where the row prints none, as for
 * a mark over a group, whose parts have rows of their own.
 */
export function assessedValue<O extends Printed>(
  observations: readonly O[],
  verdict: Verdict,
  role: Printed['role'],
): O | null {
  const own = having(observations, 'table_id', verdict.table_id).filter(
    (o) =>
      o.row_no === verdict.row_no && o.role === role && o.indicator_id === verdict.indicator_id,
  );
  const year = verdict[`${role}_year`];
  return own.find((o) => o.reference_year === year) ?? own.at(-1) ?? null;
}
