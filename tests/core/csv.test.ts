import { describe, expect, it } from 'vitest';
import { parseCsv, writeCsv } from '../../src/core/csv.ts';
import { brief } from './make.ts';

const FILE = 'content/facts.csv';

function read(text: string) {
  const { header, rows, problems } = parseCsv(FILE, text);
  return {
    header,
    rows: rows.map((r) => [r.line, ...r.cells]),
    problems: problems.map((p) => [p.code, p.line]),
  };
}

describe('parseCsv', () => {
  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ])('reads records that end in %s, with their lines', (_, end) => {
    expect(read(['a,b', '1,2', '3,4', ''].join(end))).toEqual({
      header: ['a', 'b'],
      rows: [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
      problems: [],
    });
  });

  it('reads a file whose line ends are mixed', () => {
    expect(read('a,b\r\n1,2\n"3",4\r\n5,"6"\n7,8\r')).toEqual({
      header: ['a', 'b'],
      rows: [
        [2, '1', '2'],
        [3, '3', '4'],
        [4, '5', '6'],
        [5, '7', '8'],
      ],
      problems: [],
    });
  });

  it('needs no line end after the last record', () => {
    expect(read('a,b\r\n1,2').rows).toEqual([[2, '1', '2']]);
    expect(read('a,b\r\n1,"2"').rows).toEqual([[2, '1', '2']]);
  });

  it('reads commas and doubled quotes inside quotes', () => {
    expect(read('a,b\r\n"1,000人","「""上"" 」"\r\n').rows).toEqual([[2, '1,000人', '「"上" 」']]);
  });

  it('changes no cell: spaces, empty cells and digits stay text', () => {
    expect(read('a,b,c\r\n 1 ,,007\r\n').rows).toEqual([[2, ' 1 ', '', '007']]);
  });

  it('skips empty lines and counts them', () => {
    expect(read('a,b\r\n\r\n1,2\r\n\r\n\r\n3,4\r\n\r\n').rows).toEqual([
      [3, '1', '2'],
      [6, '3', '4'],
    ]);
    expect(read('\r\n\r\na,b\r\n1,2\r\n').rows).toEqual([[4, '1', '2']]);
  });

  it('tells of a line break inside a cell and goes on with the right line numbers', () => {
    const found = read('a,b\r\nx,"1\r\n2"\r\n3,4\r\n5\r\n');
    expect(found.rows).toEqual([[4, '3', '4']]);
    expect(found.problems).toEqual([
      ['csv_line_break', 2],
      ['csv_cell_count', 5],
    ]);
  });

  it('says in which cell and column the line break stands', () => {
    expect(brief(parseCsv(FILE, 'a,b\nx,"1\n2"\n').problems)).toEqual([
      { code: 'csv_line_break', file: FILE, line: 2, column: 2, field: 'b', value: '1\n2' },
    ]);
  });

  it('tells of a quote that never closes on the line where it opens, and keeps the rows before', () => {
    const found = read('a,b\r\n1,2\r\n3,"4\r\n5,6\r\n7,8\r\n');
    expect(found.rows).toEqual([[2, '1', '2']]);
    expect(found.problems).toEqual([['csv_unclosed_quote', 3]]);
  });

  it('tells of text after a closing quote', () => {
    expect(read('a,b\r\n1,"x"y\r\n').problems[0]).toEqual(['csv_bad_quote', 2]);
  });

  it('tells of too many and too few cells and keeps the sound rows', () => {
    const table = parseCsv(FILE, 'a,b\r\n1\r\n1,2,3\r\n1,2\r\n1,2,\r\n');
    expect(table.rows).toEqual([{ line: 4, cells: ['1', '2'] }]);
    expect(
      table.problems.map((p) => [p.code, p.line, p.values['found'], p.values['expected']]),
    ).toEqual([
      ['csv_cell_count', 2, '1', '2'],
      ['csv_cell_count', 3, '3', '2'],
      ['csv_cell_count', 5, '3', '2'],
    ]);
  });

  it('gives no header for an empty text', () => {
    expect(read('')).toEqual({ header: [], rows: [], problems: [] });
    expect(read('\r\n\r\n').header).toEqual([]);
  });
});

describe('writeCsv', () => {
  it('writes a byte order mark, CRLF after every record and only the quotes that are needed', () => {
    expect(
      writeCsv(
        ['a', 'b'],
        [
          ['1', ''],
          ['x,y', 'say "no"'],
          ['全角，', '2'],
        ],
      ),
    ).toBe('\uFEFFa,b\r\n1,\r\n"x,y","say ""no"""\r\n全角，,2\r\n');
  });

  it('quotes spaces at the ends, which spreadsheets drop', () => {
    expect(writeCsv(['a'], [[' x'], ['x '], ['x y'], ['\u3000x']])).toBe(
      '\uFEFFa\r\n" x"\r\n"x "\r\nx y\r\n"\u3000x"\r\n',
    );
  });

  it('writes a table without rows as its header', () => {
    expect(writeCsv(['a', 'b'], [])).toBe('\uFEFFa,b\r\n');
  });

  it('is undone by parseCsv', () => {
    const rows = [
      ['', '"', ',', ' '],
      ['""', 'a"b', '1,000', '\u3000'],
      ['日本語', "'", ';', '\t'],
    ];
    const text = writeCsv(['a', 'b', 'c', 'd'], rows);
    const read = parseCsv(FILE, text.slice(1));
    expect(read.problems).toEqual([]);
    expect(read.rows.map((r) => r.cells)).toEqual(rows);
    expect(
      writeCsv(
        read.header,
        read.rows.map((r) => r.cells),
      ),
    ).toBe(text);
  });
});
