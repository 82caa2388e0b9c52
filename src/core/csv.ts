import Papa from 'papaparse';
import { problem, type Problem } from './problem.ts';

export interface CsvRow {
  /** 1-based line on which the record starts. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly problems: readonly Problem[];
}

/**
 * Returns the records of a CSV (RFC 4180, comma) as text cells with the line each record starts on.
 * Line ends may be mixed; empty lines are skipped. Quotes that do not close, line breaks inside a cell and rows with more or
 * fewer cells than the header are problems; such rows are left out, the others are kept.
 */
export function parseCsv(file: string, text: string): CsvTable {
  const problems: Problem[] = [];
  const records: CsvRow[] = [];
  const unified = text.replace(/\r\n?/gu, '\n');
  const lineAt = lineFinder(unified);
  let start = 0;
  Papa.parse<string[]>(unified, {
    delimiter: ',',
    newline: '\n',
    header: false,
    step: ({ data, errors, meta }) => {
      const line = lineAt(skipLineBreak(unified, start));
      start = meta.cursor;
      if (data.length === 1 && data[0] === '' && errors.length === 0) return;
      const quote = errors.find((e) => e.type === 'Quotes');
      if (quote === undefined) records.push({ line, cells: data });
      else {
        const code = quote.code === 'MissingQuotes' ? 'csv_unclosed_quote' : 'csv_bad_quote';
        problems.push(problem(code, { file, line, value: data[0] ?? '' }));
      }
    },
  });
  const header = records[0]?.cells ?? [];
  const rows: CsvRow[] = [];
  for (const row of records.slice(1)) {
    const found = checkRow(file, header, row);
    problems.push(...found);
    if (found.length === 0) rows.push(row);
  }
  return { header, rows, problems };
}

function checkRow(file: string, header: readonly string[], row: CsvRow): Problem[] {
  if (row.cells.length !== header.length) {
    return [
      problem(
        'csv_cell_count',
        { file, line: row.line, value: row.cells.join(',') },
        { found: String(row.cells.length), expected: String(header.length) },
      ),
    ];
  }
  return row.cells.flatMap((cell, index) =>
    cell.includes('\n')
      ? [
          problem('csv_line_break', {
            file,
            line: row.line,
            column: index + 1,
            field: header[index],
            value: cell,
          }),
        ]
      : [],
  );
}

/** The parser's cursor may stand before the line break that ends a record. */
function skipLineBreak(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at] === '\n') at += 1;
  return at;
}

function lineFinder(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (; at < offset; at += 1) {
      if (text[at] === '\n') line += 1;
    }
    return line;
  };
}

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/u;

function writeCell(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Returns canonical CSV: UTF-8 byte order mark (so that Excel reads it), CRLF after every record,
 * quotes only where needed. Rule: 行政データにおける機械可読性に関するルール L1-14, L1-15, L3-08.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`;
}
