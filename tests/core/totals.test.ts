import { describe, expect, it } from 'vitest';
import { decimal, formatDecimal } from '../../src/core/decimal.ts';
import type { Fact, Measure, Section, Total, Unit } from '../../src/core/model.ts';
import { countedOnce, parseOver, recompute, type Rows } from '../../src/core/totals.ts';

const UNITS: readonly Unit[] = [
  { id: 'thousand', label: 't', pattern: '{value}', base: 'JPY', multiplier: 1000 },
  { id: 'large', label: 'l', pattern: '{value}', base: 'JPY', multiplier: 100_000_000 },
  { id: 'project', label: 'p', pattern: '{value}', base: 'project', multiplier: 1 },
  { id: 'times', label: 'x', pattern: '{value}', base: 'ratio', multiplier: 1 },
];

function section(id: string, parent: string | null): Section {
  return {
    id,
    plan_id: 'plan',
    parent_id: parent,
    kind: 'section',
    code: null,
    name: id,
    position: 1,
    depth: 0,
    tail: id,
    has_page: true,
  };
}

function measure(
  id: string,
  place: string,
  amount: number | null,
  over: Partial<Measure> = {},
): Measure {
  return {
    document_id: 'doc',
    measure_id: id,
    plan_id: 'plan',
    section_id: place,
    fiscal_year: 2025,
    part: null,
    row_no: null,
    category: null,
    bureau: null,
    division: null,
    name: id,
    summary_key: null,
    amount_thousand_yen: amount,
    amount_kind: null,
    amount_note: null,
    part_of: null,
    repeat_of: null,
    locator: 'here',
    ...over,
  };
}

function fact(id: string, value: string, unit: string | null): Fact {
  return {
    fact_id: id,
    document_id: 'doc',
    subject: id,
    year: null,
    period_type: null,
    date: null,
    value: decimal(value),
    at_least: false,
    approximate: false,
    unit,
    printed_value: value,
    locator: 'here',
  };
}

const ROWS: Rows = {
  sections: [section('all', null), section('one', 'all'), section('two', 'all')],
  measures: [
    measure('a', 'one', 1200),
    measure('b', 'one', 34),
    measure('c', 'two', 766),
    measure('again', 'two', 34, { repeat_of: 'b' }),
    measure('inside', 'two', 700, { part_of: 'c' }),
  ],
  facts: [
    fact('before', '1.1', 'large'),
    fact('after', '1.3', 'large'),
    fact('zero', '0', 'large'),
  ],
  observations: [],
  units: new Map(UNITS.map((unit) => [unit.id, unit])),
  amount_unit: 'thousand',
};

const total = (kind: Total['kind'], value: string, unit: string, over: string): Total => ({
  document_id: 'doc',
  total_id: 'total',
  kind,
  subject_type: 'section',
  subject_id: 'all',
  printed_value: value,
  value: decimal(value),
  unit,
  over,
  locator: 'here',
});

const asked = (kind: Total['kind'], value: string, unit: string, over: string) => {
  const { result, agrees } = recompute(total(kind, value, unit, over), ROWS);
  return [result === null ? null : formatDecimal(result), agrees];
};

describe('parseOver', () => {
  it('reads every form, and nothing else', () => {
    expect(parseOver('section:one')).toEqual({ kind: 'section', ids: ['one'] });
    expect(parseOver('facts:a b')).toEqual({ kind: 'facts', ids: ['a', 'b'] });
    expect(parseOver('fiscal_year:2023')).toEqual({ kind: 'fiscal_year', year: 2023 });
    expect(parseOver('not_printed')).toEqual({ kind: 'not_printed' });
    for (const wrong of ['', 'Table E', 'section:', 'section:a b', 'measures:', 'fiscal_year:R5'])
      expect(parseOver(wrong), wrong).toBeNull();
  });
});

describe('countedOnce', () => {
  it('leaves out what is printed again or is part of another, where that other is in the list', () => {
    const ids = (list: readonly Measure[]) => countedOnce(list).map((m) => m.measure_id);
    expect(ids(ROWS.measures)).toEqual(['a', 'b', 'c']);
    expect(ids(ROWS.measures.filter((m) => m.section_id === 'two'))).toEqual(['c', 'again']);
    expect(ids(ROWS.measures.filter((m) => m.measure_id === 'inside'))).toEqual(['inside']);
  });
});

describe('recompute', () => {
  it('adds up a heading with all below it, each row once', () => {
    expect(asked('sum', '2000', 'thousand', 'section:all')).toEqual(['2000', true]);
    expect(asked('sum', '1234', 'thousand', 'section:one')).toEqual(['1234', true]);
    expect(asked('sum', '1235', 'thousand', 'section:one')).toEqual(['1234', false]);
  });

  it('adds up named rows as often as they are named, also facts', () => {
    expect(asked('sum', '34', 'thousand', 'measures:again')).toEqual(['34', true]);
    expect(asked('sum', '3.6', 'large', 'facts:before before after zero')).toEqual(['3.5', false]);
  });

  it('rounds half away from zero to the printed decimals, in the printed unit', () => {
    expect(asked('sum', '0.02', 'large', 'section:all')).toEqual(['0.02', true]);
    expect(asked('sum', '0.01', 'large', 'section:one')).toEqual(['0.01234', true]);
    expect(asked('sum', '0', 'large', 'section:all')).toEqual(['0.02', true]);
  });

  it('counts rows once', () => {
    expect(asked('count', '3', 'project', 'section:all')).toEqual(['3', true]);
    expect(asked('count', '4', 'project', 'section:all')).toEqual(['3', false]);
    expect(asked('count', '2', 'project', 'measures:a b')).toEqual(['2', true]);
  });

  it('divides the later figure by the earlier', () => {
    expect(asked('growth', '1.2', 'times', 'facts:before after')).toEqual(['1.18182', true]);
    expect(asked('growth', '1.1', 'times', 'facts:before after')).toEqual(['1.18182', false]);
    expect(asked('growth', '1', 'times', 'facts:zero after')).toEqual([null, false]);
    expect(asked('growth', '1', 'times', 'facts:before')).toEqual([null, false]);
  });

  it('says nothing where a figure is not printed', () => {
    const rows = { ...ROWS, measures: [...ROWS.measures, measure('blank', 'one', null)] };
    expect(recompute(total('sum', '1234', 'thousand', 'section:one'), rows).result).toBeNull();
    expect(asked('sum', '1', 'thousand', 'not_printed')).toEqual([null, false]);
    expect(asked('sum', '1', 'thousand', 'facts:nobody')).toEqual([null, false]);
    expect(asked('sum', '1', 'project', 'section:one')).toEqual([null, false]);
  });
});
