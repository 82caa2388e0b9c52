import { describe, expect, it } from 'vitest';
import { problemHint } from '../../src/core/problem.ts';
import { facts, uses } from '../../src/core/tables.ts';
import { compareIds, placeOf, readTable } from '../../src/core/validate.ts';
import { brief } from './make.ts';

const FILE = 'content/facts.csv';
const COLUMNS = [
  'fact_id',
  'document_id',
  'subject',
  'year',
  'period_type',
  'date',
  'value',
  'at_least',
  'approximate',
  'unit',
  'printed_value',
  'locator',
] as const;
const HEADER = COLUMNS.join(',');
const read = (...lines: readonly string[]) => readTable(FILE, `${lines.join('\r\n')}\r\n`, facts);
/** Problems of one row with some cells replaced. */
function row(over: Partial<Record<(typeof COLUMNS)[number], string>>) {
  const cells = {
    fact_id: 'a',
    document_id: 'old',
    subject: '人口',
    year: '2020',
    period_type: 'point',
    date: '2020-03',
    value: '1.50',
    at_least: 'false',
    approximate: 'true',
    unit: '',
    printed_value: '1.50',
    locator: 'x',
    ...over,
  };
  return read(HEADER, Object.values(cells).join(','));
}

describe('readTable', () => {
  it('gives typed rows', () => {
    expect(row({}).rows).toEqual([
      {
        fact_id: 'a',
        document_id: 'old',
        subject: '人口',
        year: 2020,
        period_type: 'point',
        date: '2020-03',
        value: { digits: 150n, scale: 2 },
        at_least: false,
        approximate: true,
        unit: null,
        printed_value: '1.50',
        locator: 'x',
      },
    ]);
    expect(row({}).problems).toEqual([]);
  });

  it('reads an empty cell as null, never as 0', () => {
    const [only] = row({ value: '', year: '' }).rows;
    expect(only?.value).toBeNull();
    expect(only?.year).toBeNull();
  });

  it('tells of a required cell that is empty', () => {
    const found = row({ subject: '' });
    expect(found.rows).toEqual([]);
    expect(brief(found.problems)).toEqual([
      { code: 'value_required', file: FILE, line: 2, column: 3, field: 'subject', value: '' },
    ]);
  });

  it.each(['約80', '1,000', '80%', '△0.18', '１２', ' 80', '-'])(
    'refuses %j as a number, with line and column',
    (cell) => {
      const quoted = cell.includes(',') ? `"${cell}"` : cell;
      expect(brief(row({ value: quoted }).problems)).toEqual([
        { code: 'value_not_number', file: FILE, line: 2, column: 7, field: 'value', value: cell },
      ]);
    },
  );

  it.each([
    ['R5', '2023'],
    ['令和5年度', '2023'],
    ['平成35年度', '2023'],
    ['H31', '2019'],
  ])('suggests the western year for %s', (cell, western) => {
    const [found] = row({ year: cell }).problems;
    expect(found?.code).toBe('value_not_year');
    expect(found === undefined ? '' : problemHint(found, 'ja')).toBe(
      `西暦で ${western} と書いてください。`,
    );
    expect(found === undefined ? '' : problemHint(found, 'en')).toBe(
      `Write the western year: ${western}.`,
    );
  });

  it.each(['令和0', '礼和5', '23'])('says that %s is no known year', (cell) => {
    const [found] = row({ year: cell }).problems;
    expect(found?.code).toBe('value_not_year');
    expect(found === undefined ? '' : problemHint(found, 'en')).toBe(
      'Write four digits, such as 2023. No such era or year is known.',
    );
  });

  it.each(['2011', '2011-06', '2011-06-04', '2021-02/2021-03'])('reads the date %s', (cell) => {
    expect(row({ date: cell }).rows.map((r) => r.date)).toEqual([cell]);
  });

  it.each(['2011-6', '2011-13', '2011-06-32', '2011/06', '平成23年6月', '2021-02/'])(
    'refuses %s as a date',
    (cell) => {
      const { rows, problems } = row({ date: cell });
      expect(rows).toEqual([]);
      expect(problems.map((p) => [p.line, p.column, p.field, p.value])).toEqual([
        [2, 6, 'date', cell],
      ]);
    },
  );

  it.each(['at_least', 'approximate'] as const)('wants %s to be true or false', (field) => {
    expect(row({ [field]: 'true' }).rows.map((r) => r[field])).toEqual([true]);
    expect(row({ [field]: '' }).problems.map((p) => [p.line, p.field])).toEqual([[2, field]]);
    expect(row({ [field]: '○' }).problems.map((p) => [p.line, p.field])).toEqual([[2, field]]);
  });

  it('refuses an unsafe id', () => {
    expect(row({ fact_id: 'Fact_1' }).problems.map((p) => [p.code, p.column])).toEqual([
      ['name_unsafe', 1],
    ]);
  });

  it('lists what an enumeration allows', () => {
    const header = 'use_id,plan_id,section_id,indicator_id,level,printed_label,repeat_of,locator';
    const { problems } = readTable('uses.csv', `${header}\r\nu,p,s,i,KPI,x,,l\r\n`, uses);
    expect(problems.map((p) => [p.code, p.value, p.column, p.values['allowed']])).toEqual([
      ['value_not_allowed', 'KPI', 5, 'kgi, kpi, numeric_target, verification'],
    ]);
  });

  it('tells every problem of every row in one run and keeps the sound rows', () => {
    const found = read(
      HEADER,
      'a,old,x,R5,,,約80,false,false,,1,l',
      'b,old,x,2020,,,1,false,false,,1,l',
      'c,old,x,,,,x,false,false,,1,l',
    );
    expect(found.problems.map((p) => [p.code, p.line, p.field])).toEqual([
      ['value_not_year', 2, 'year'],
      ['value_not_number', 2, 'value'],
      ['value_not_number', 4, 'value'],
    ]);
    expect(found.rows.map((r) => r.fact_id)).toEqual(['b']);
    expect(found.canonical).toBeNull();
  });

  it('tells of a missing column and gives no rows', () => {
    const found = read(HEADER.replace(',unit', ''), 'a,old,x,2020,,,1,false,false,1,l');
    expect(brief(found.problems)).toEqual([
      { code: 'csv_column_missing', file: FILE, line: 1, column: null, field: 'unit', value: null },
    ]);
    expect(found.rows).toEqual([]);
    expect(found.canonical).toBeNull();
  });

  it('suggests the missing column for a renamed one', () => {
    const found = read(
      HEADER.replace('printed_value', 'printed_valeu'),
      'a,old,x,2020,,,1,false,false,,1,l',
    );
    expect(found.problems.map((p) => [p.code, p.column, p.field, p.values['nearest']])).toEqual([
      ['csv_column_unknown', 11, 'printed_valeu', 'printed_value'],
      ['csv_column_missing', null, 'printed_value', undefined],
    ]);
  });

  it('tells of a column that stands twice, at the second', () => {
    const found = read(`${HEADER},subject`, 'a,old,x,2020,,,1,false,false,,1,l,y');
    expect(found.problems.map((p) => [p.code, p.column, p.field])).toEqual([
      ['csv_column_duplicate', 13, 'subject'],
    ]);
    expect(found.canonical).toBeNull();
  });

  it('tells of a key used twice and of the line that has it first', () => {
    const found = read(
      HEADER,
      'a,old,x,,,,,false,false,,1,l',
      'b,old,x,,,,,false,false,,1,l',
      '',
      'a,new,y,,,,,false,false,,2,l',
    );
    expect(brief(found.problems)).toEqual([
      { code: 'duplicate_key', file: FILE, line: 5, column: 1, field: 'fact_id', value: 'a' },
    ]);
    expect(found.problems[0]?.values['first']).toBe('content/facts.csv:2');
  });

  it('asks an empty file for its header', () => {
    const { problems, rows, canonical } = readTable(FILE, '', facts);
    expect(problems.map((p) => [p.code, p.line, p.values['columns']])).toEqual([
      ['csv_header_empty', 1, HEADER],
    ]);
    expect(rows).toEqual([]);
    expect(canonical).toBeNull();
  });

  it('remembers where each row stands', () => {
    const found = read(HEADER, '', 'a,old,x,,,,,false,false,,1,l');
    const [only] = found.rows;
    const place = only === undefined ? undefined : found.places.get(only);
    expect(placeOf(place, 'year', '')).toEqual({
      file: FILE,
      line: 3,
      column: 4,
      field: 'year',
      value: '',
    });
  });

  it('writes the canonical form: columns in order, rows by key as numbers, values unchanged', () => {
    const found = read(
      'document_id,fact_id,subject,year,period_type,date,value,at_least,approximate,unit,printed_value,locator',
      'old,t-r10,x,2020,,,1.50,false,false,,"1,5",l',
      'old,t-r2,"y",,,,,false,false,,2,l',
    );
    expect(found.problems).toEqual([]);
    expect(found.canonical).toBe(
      `\uFEFF${HEADER}\r\nt-r2,old,y,,,,,false,false,,2,l\r\nt-r10,old,x,2020,,,1.50,false,false,,"1,5",l\r\n`,
    );
  });

  it('leaves the canonical form as it is', () => {
    const { canonical } = read(
      HEADER,
      't-r10,old,"x,y",2020,,,1.50,false,false,,1,l',
      't-r2,old,y,,,,,false,false,,2,l',
    );
    expect(readTable(FILE, (canonical ?? '').slice(1), facts).canonical).toBe(canonical);
  });
});

describe('compareIds', () => {
  it('orders the numbers in ids as numbers', () => {
    const ids = ['t2-r10-c1', 't10-r1-c1', 't2-r9-c10', 't2-r9-c9', 't2-r9', 'a', 't2-r9-c9-p2'];
    expect(ids.toSorted(compareIds)).toEqual([
      'a',
      't2-r9',
      't2-r9-c9',
      't2-r9-c9-p2',
      't2-r9-c10',
      't2-r10-c1',
      't10-r1-c1',
    ]);
  });

  it('orders SDG targets', () => {
    expect(['11.b', '9.4', '11.2', '2.10', '11.11'].toSorted(compareIds)).toEqual([
      '2.10',
      '9.4',
      '11.2',
      '11.11',
      '11.b',
    ]);
  });

  it('is 0 for the same id only', () => {
    expect(compareIds('a-1', 'a-1')).toBe(0);
    expect(compareIds('a-1', 'a-2')).toBeLessThan(0);
    expect(compareIds('b-1', 'a-2')).toBeGreaterThan(0);
  });
});
