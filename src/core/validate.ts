import { z } from 'zod';
import { parseCsv, writeCsv, type CsvRow } from './csv.ts';
import { westernYear } from './era.ts';
import { fieldsOf, type Field } from './field.ts';
import { nearest } from './nearest.ts';
import { compareText, problem, type Place, type Problem } from './problem.ts';
import type { Table } from './tables.ts';

/** Where a row stands: problems found later about the row point here. */
export interface RowPlace {
  readonly file: string;
  readonly line: number;
  /** 1-based cell of each column. */
  readonly columns: ReadonlyMap<string, number>;
}

export type Row<T extends Table> = z.output<T['row']>;

export interface ReadTable<T extends Table> {
  readonly rows: readonly Row<T>[];
  readonly places: ReadonlyMap<Row<T>, RowPlace>;
  /** The same rows written canonically, or null when some row could not be read. */
  readonly canonical: string | null;
  readonly problems: readonly Problem[];
}

/** Returns where a field of a row stands, for a problem. */
export function placeOf(place: RowPlace | undefined, field: string, value?: string): Place {
  return {
    file: place?.file ?? '',
    line: place?.line,
    column: place?.columns.get(field),
    field,
    value,
  };
}

/**
 * Returns the typed rows of a content CSV, and every problem in it: columns, cells, keys. Empty cells
 * are null; nothing is coerced (an empty cell is never 0).
 */
export function readTable<T extends Table>(file: string, text: string, table: T): ReadTable<T> {
  const csv = parseCsv(file, text);
  const problems: Problem[] = [...csv.problems];
  const fields = fieldsOf(table.row);
  if (csv.header.length === 0) {
    const columns = fields.map((f) => f.name).join(',');
    const empty = problem('csv_header_empty', { file, line: 1 }, { columns });
    return { rows: [], places: new Map(), canonical: null, problems: [...problems, empty] };
  }
  problems.push(...headerProblems(file, csv.header, fields));
  const columns = new Map(csv.header.map((name, index) => [name, index + 1]));
  const rows: Row<T>[] = [];
  const places = new Map<Row<T>, RowPlace>();
  const texts: (readonly string[])[] = [];
  for (const record of csv.rows) {
    const place: RowPlace = { file, line: record.line, columns };
    const read = readRow(fields, table.row, record, place);
    problems.push(...read.problems);
    if (read.row === null) continue;
    const row = read.row as Row<T>;
    rows.push(row);
    places.set(row, place);
    texts.push(fields.map((f) => cellOf(record, columns, f.name)));
  }
  problems.push(...duplicateKeys(table, csv.rows, columns, file));
  const clean = !problems.some((p) => p.severity === 'error');
  const names = fields.map((f) => f.name);
  const canonical = clean ? writeCsv(names, sortByKey(texts, names, table.key)) : null;
  return { rows, places, canonical, problems };
}

function cellOf(record: CsvRow, columns: ReadonlyMap<string, number>, name: string): string {
  return record.cells[(columns.get(name) ?? 0) - 1] ?? '';
}

function headerProblems(
  file: string,
  header: readonly string[],
  fields: readonly Field[],
): Problem[] {
  const known = new Set(fields.map((f) => f.name));
  const missing = fields.filter((f) => !header.includes(f.name));
  return [
    ...header.flatMap((name, index): Problem[] => {
      const place = { file, line: 1, column: index + 1, field: name, value: name };
      if (header.indexOf(name) < index) return [problem('csv_column_duplicate', place)];
      if (known.has(name)) return [];
      const close =
        nearest(
          name,
          missing.map((f) => f.name),
        ) ??
        missing[0]?.name ??
        '—';
      return [problem('csv_column_unknown', place, { nearest: close })];
    }),
    ...missing.map((f) => problem('csv_column_missing', { file, line: 1, field: f.name })),
  ];
}

function readRow(
  fields: readonly Field[],
  schema: z.ZodObject,
  record: CsvRow,
  place: RowPlace,
): { row: Readonly<Record<string, unknown>> | null; problems: Problem[] } {
  const row: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const field of fields) {
    if (!place.columns.has(field.name)) continue;
    const cell = cellOf(record, place.columns, field.name);
    const where = placeOf(place, field.name, cell);
    if (cell === '') {
      row[field.name] = null;
      if (field.required) problems.push(problem('value_required', where));
      continue;
    }
    const parsed = z.safeParse(schema.shape[field.name] ?? z.never(), cell);
    if (parsed.success) row[field.name] = parsed.data;
    else problems.push(cellProblem(field, cell, where));
  }
  const complete = problems.length === 0 && fields.every((f) => place.columns.has(f.name));
  return { row: complete ? row : null, problems };
}

function cellProblem(field: Field, cell: string, where: Place): Problem {
  switch (field.type) {
    case 'year':
      return problem('value_not_year', where, yearSuggestion(cell));
    case 'integer':
      return problem('value_not_number', where, { example: '1234' });
    case 'decimal':
      return problem('value_not_number', where, { example: '34.5' });
    case 'boolean':
    case 'enum': {
      const allowed = (field.values ?? []).join(', ');
      return problem('value_not_allowed', where, { allowed });
    }
    case 'id':
      return problem('name_unsafe', where);
    case 'date':
    case 'string':
      return problem('value_not_in_form', where, { form: field.form ?? '' });
  }
}

function yearSuggestion(cell: string): { suggestion: string; suggestion_en: string } {
  const western = westernYear(cell);
  return western === null
    ? {
        suggestion: '西暦4けたで書いてください（例: 2023）。この元号や年はありません。',
        suggestion_en: 'Write four digits, such as 2023. No such era or year is known.',
      }
    : {
        suggestion: `西暦で ${String(western)} と書いてください。`,
        suggestion_en: `Write the western year: ${String(western)}.`,
      };
}

function keyOf(
  record: CsvRow,
  columns: ReadonlyMap<string, number>,
  key: readonly string[],
): string {
  return key.map((name) => cellOf(record, columns, name)).join(' + ');
}

function duplicateKeys(
  table: Table,
  records: readonly CsvRow[],
  columns: ReadonlyMap<string, number>,
  file: string,
): Problem[] {
  if (!table.key.every((name) => columns.has(name))) return [];
  const seen = new Map<string, number>();
  return records.flatMap((record) => {
    const key = keyOf(record, columns, table.key);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, record.line);
      return [];
    }
    const field = table.key[0] ?? '';
    const place = { file, line: record.line, column: columns.get(field), field, value: key };
    return [problem('duplicate_key', place, { first: `${file}:${String(first)}` })];
  });
}

/** Ids end in numbers (t2-r10): parts are ordered as numbers, so that rows stand in table order. */
export function compareIds(a: string, b: string): number {
  const left = a.split(/(\d+)/u);
  const right = b.split(/(\d+)/u);
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const x = left[i] ?? '';
    const y = right[i] ?? '';
    const order = i % 2 === 1 ? Number(x) - Number(y) : compareText(x, y);
    if (order !== 0) return order;
  }
  return 0;
}

function sortByKey(
  rows: readonly (readonly string[])[],
  names: readonly string[],
  key: readonly string[],
): (readonly string[])[] {
  const at = key.map((name) => names.indexOf(name));
  return rows.toSorted((a, b) => {
    for (const index of at) {
      const order = compareIds(a[index] ?? '', b[index] ?? '');
      if (order !== 0) return order;
    }
    return 0;
  });
}
