import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  coded,
  date,
  decimalNumber,
  fieldsOf,
  flag,
  id,
  ID_PATTERN,
  oneOf,
  optional,
  printed,
  text,
  wholeNumber,
  year,
} from '../../src/core/field.ts';

const accepts = (schema: z.ZodType, cell: string) => schema.safeParse(cell).success;

describe('id', () => {
  it.each(['a', 'share', 'sdgs-2022-1', '3-a', 'doc-t1-r2-c3'])('accepts %s', (cell) => {
    expect(accepts(id(), cell)).toBe(true);
  });

  it.each(['', 'Share', 'a_b', '-a', 'a-', 'a--b', 'ａ', '水', 'a b', 'a.b', '../a', 'a/b', 'a\n'])(
    'refuses %j',
    (cell) => {
      expect(accepts(id(), cell)).toBe(false);
      expect(ID_PATTERN.test(cell)).toBe(false);
    },
  );
});

describe('wholeNumber', () => {
  it('reads ASCII whole numbers as numbers', () => {
    expect(wholeNumber().parse('1234')).toBe(1234);
    expect(wholeNumber().parse('-5')).toBe(-5);
    expect(wholeNumber().parse('0')).toBe(0);
  });

  it.each(['', '1,000', '007', '1.0', '１２', '+1', '1e3', ' 1', '約80', '-'])(
    'refuses %j',
    (cell) => {
      expect(accepts(wholeNumber(), cell)).toBe(false);
    },
  );
});

describe('decimalNumber', () => {
  it('keeps the decimals that were written', () => {
    expect(decimalNumber().parse('50.0')).toEqual({ digits: 500n, scale: 1 });
    expect(decimalNumber().parse('-0.18')).toEqual({ digits: -18n, scale: 2 });
  });

  it.each(['', '1,000', '.5', '1.', '１２', '+1', '1e3', '△1', '50%'])(
    'refuses %j and never reads it as 0',
    (cell) => {
      expect(accepts(decimalNumber(), cell)).toBe(false);
    },
  );
});

describe('year', () => {
  it.each(['1868', '1999', '2023', '2199'])('accepts %s', (cell) => {
    expect(year().parse(cell)).toBe(Number(cell));
  });

  it.each(['', 'R5', '令和5', '23', '02023', '1799', '2200', '2023年', '２０２３', '2023.0'])(
    'refuses %j',
    (cell) => {
      expect(accepts(year(), cell)).toBe(false);
    },
  );
});

describe('date', () => {
  it('accepts YYYY-MM-DD only', () => {
    expect(accepts(date(), '2024-04-01')).toBe(true);
    expect(
      ['2024-4-1', '2024/04/01', '2024-13-01', '2024-00-10', '2024-01-32', ''].filter((c) =>
        accepts(date(), c),
      ),
    ).toEqual([]);
  });
});

describe('flag', () => {
  it('reads true and false and nothing else', () => {
    expect(flag().parse('true')).toBe(true);
    expect(flag().parse('false')).toBe(false);
    expect(['TRUE', '1', '0', 'yes', '', '○'].filter((c) => accepts(flag(), c))).toEqual([]);
  });
});

describe('oneOf, coded, text', () => {
  it('hold their form', () => {
    expect(accepts(oneOf(['kpi', 'kgi']), 'kgi')).toBe(true);
    expect(accepts(oneOf(['kpi', 'kgi']), 'KGI')).toBe(false);
    expect(accepts(coded(/^\d{2}$/u, '12'), '12')).toBe(true);
    expect(accepts(coded(/^\d{2}$/u, '12'), '1')).toBe(false);
    expect(accepts(text(), '')).toBe(false);
  });
});

describe('optional, fieldsOf', () => {
  it('gives the columns in order with what their schema carries', () => {
    const row = z.object({
      key: id({ dataset: 'plans', field: 'plan_id' }),
      amount: optional(decimalNumber('printed_unit')),
      label: printed(),
      sort: optional(oneOf(['a', 'b'])),
    });
    expect(fieldsOf(row).map(({ name, type, required }) => [name, type, required])).toEqual([
      ['key', 'id', true],
      ['amount', 'decimal', false],
      ['label', 'string', true],
      ['sort', 'enum', false],
    ]);
    const [key, amount, label, sort] = fieldsOf(row);
    expect(key?.references).toEqual({ dataset: 'plans', field: 'plan_id' });
    expect(amount?.unit).toBe('printed_unit');
    expect(label?.printed).toBe(true);
    expect(sort?.values).toEqual(['a', 'b']);
  });

  it('leaves null null', () => {
    expect(optional(decimalNumber()).parse(null)).toBeNull();
    expect(accepts(optional(decimalNumber()), '')).toBe(false);
  });

  it('throws for a column without meta', () => {
    expect(() => fieldsOf(z.object({ bare: z.string() }))).toThrow('Column bare has no field meta');
  });
});
