import { having } from './lookup.ts';
import { compare, divide, integer, multiply, round, type Decimal } from './decimal.ts';
import type { Assessment, Document, Indicator, Observation, Total } from './model.ts';
import { isFigure } from './progress.ts';
import { followsTrend, meetsTarget } from './statistics.ts';

/**
 * Ways to count how many of a plan's promises go well. A document that prints only the share does not say
 * which it took. `rows`: each row once. `marks`: rows that share a mark once, when all of them are met.
 * `final`: against the last target; `next`: against the next one due. `reached`, `nearly`: the document's
 * own marks, without and with 概ね.
 */
export const COUNTING_WAYS = [
  'marks_reached',
  'marks_nearly',
  'rows_final',
  'marks_final',
  'rows_next',
  'marks_next',
] as const;
export type CountingWay = (typeof COUNTING_WAYS)[number];

export interface Counting {
  readonly way: CountingWay;
  readonly count: number;
  readonly of: number;
  /** In percent, with the decimals of the published share. */
  readonly percent: Decimal;
  /** Whether it is the published share. */
  readonly agrees: boolean;
}

interface Printed {
  readonly indicators: readonly Indicator[];
  readonly documents: readonly Document[];
  readonly observations: readonly Observation[];
  readonly assessments: readonly Assessment[];
}

const YEAR = /^fiscal_year:(\d{4})$/u;

/** Returns the countings of a published share; none where it does not say which year it is about. */
export function countingsOf(
  total: Total & { readonly document_id: string },
  printed: Printed,
): Counting[] {
  const year = Number(YEAR.exec(total.over)?.[1] ?? 0);
  const published = total.value;
  if (year === 0 || published === null) return [];
  const counted = (way: CountingWay, count: number, of: number): Counting[] => {
    if (of === 0) return [];
    const percent = divide(multiply(integer(count), integer(100)), integer(of), published.scale);
    const agrees = compare(percent, round(published, published.scale)) === 0;
    return [{ way, count, of, percent, agrees }];
  };
  const rows = rowsOf(total.document_id, printed);
  const marks = [...Map.groupBy(rows, (row) => row.mark).values()];
  const met = (which: 'final' | 'next') => (row: Row) => isMet(row, year, which);
  return [
    ...ownMarks(total.document_id, year, printed, counted),
    ...(['final', 'next'] as const).flatMap((which) => [
      ...counted(`rows_${which}`, rows.filter(met(which)).length, rows.length),
      ...counted(`marks_${which}`, marks.filter((m) => m.every(met(which))).length, marks.length),
    ]),
  ];
}

/** The document's own marks, where they are about the year. */
function ownMarks(
  document: string,
  year: number,
  { documents, observations, assessments }: Printed,
  counted: (way: CountingWay, count: number, of: number) => Counting[],
): Counting[] {
  const meaning = having(documents, 'id', document)[0]?.marks ?? {};
  const marked = having(assessments, 'document_id', document).filter(
    (a) => a.published_mark !== null,
  );
  const last = Math.max(
    0,
    ...having(observations, 'document_id', document).map((o) =>
      o.role === 'target' ? (o.fiscal_year ?? 0) : 0,
    ),
  );
  if (year !== last) return [];
  const number = (...wanted: string[]) =>
    marked.filter((a) => wanted.includes(meaning[a.published_mark ?? ''] ?? '')).length;
  return [
    ...counted('marks_reached', number('reached'), marked.length),
    ...counted('marks_nearly', number('reached', 'nearly'), marked.length),
  ];
}

interface Row {
  readonly indicator: Indicator;
  readonly observations: readonly Observation[];
  /** Rows with the same one share a mark. */
  readonly mark: string;
}

function rowsOf(document: string, { indicators, observations }: Printed): Row[] {
  const own = having(observations, 'document_id', document);
  // Rows under one mark are the parts of a group that has no figures itself.
  const hasOwn = (id: string) => having(observations, 'indicator_id', id).length > 0;
  const rows = Map.groupBy(own, (o) => `${o.table_id}/${String(o.row_no)}`);
  return [...rows.values()].flatMap((row) => {
    const indicator = having(indicators, 'id', row[0]?.indicator_id)[0];
    if (indicator === undefined) return [];
    const { id, parent } = indicator;
    const mark = parent === null || hasOwn(parent) ? id : parent;
    return [{ indicator, observations: row, mark }];
  });
}

/** A row without a figure for the year is counted as not met: it stands in the number counted from. */
function isMet({ indicator, observations }: Row, year: number, which: 'final' | 'next'): boolean {
  const targets = observations.filter((o) => o.role === 'target');
  const next = targets.find((o) => (o.fiscal_year ?? 0) >= year);
  const target = which === 'final' ? targets.at(-1) : (next ?? targets.at(-1));
  const baseline = observations.find((o) => o.role === 'baseline');
  const result = observations.findLast((o) => o.role !== 'target' && o.fiscal_year === year);
  if (target === undefined || result === undefined) return false;
  // 維持 is kept in words.
  if (!isFigure(result)) return result.status === 'text';
  if (isFigure(target)) {
    const level = { value: target.value, atLeast: target.at_least, atMost: target.at_most };
    return meetsTarget(result.value, level, indicator.direction);
  }
  if (target.trend === null || baseline === undefined || !isFigure(baseline)) return false;
  return followsTrend(baseline.value, result.value, target.trend);
}
