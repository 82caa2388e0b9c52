import { describe, expect, it } from 'vitest';
import { decimal, formatDecimal } from '../../src/core/decimal.ts';
import { makeFormat, type FactFigure, type FormatKey } from '../../src/core/format.ts';
import { makeWords } from '../../src/core/i18n.ts';
import type { Unit } from '../../src/core/model.ts';
import type { Translate } from '../../src/core/translate.ts';

/** Words of the test’s own. */
const WORDS: Readonly<Record<FormatKey, string>> = {
  'year.fiscal': 'FY{year}',
  'year.calendar': 'year {year}',
  'year.fiscal_era': 'FY{year} ({era})',
  'year.calendar_era': '{year} ({era})',
  'year.fiscal_span': 'FY{start}–{end}',
  'year.from': 'from {year}',
  'era.meiji': 'Meiji',
  'era.taisho': 'Taisho',
  'era.showa': 'Showa',
  'era.heisei': 'Heisei',
  'era.reiwa': 'Reiwa',
  'era.year': '{era} {year}',
  'fact.approximate': 'about {value}',
  'fact.at_least': '{value} or more',
  'size.kilobytes': '{size} kB',
  'size.bytes': '{size} B',
};

const UNITS: readonly Unit[] = [
  { id: 'tree', label: 'trees', pattern: '{value} trees', base: 'tree', multiplier: 1 },
  {
    id: 'hundred-million-yen',
    label: '億円',
    pattern: '{value}億円',
    base: 'JPY',
    multiplier: 100_000_000,
  },
  {
    id: 'billion-yen',
    label: '十億円',
    pattern: '{value}十億円',
    base: 'JPY',
    multiplier: 1_000_000_000,
    shown: [
      { label: '億円', pattern: '{value}億円', multiplier: 100_000_000 },
      { label: '兆円', pattern: '{value}兆円', multiplier: 1_000_000_000_000 },
    ],
  },
  { id: 'change', label: '%', pattern: '{value}%', base: 'percent', multiplier: 1, signed: true },
  { id: 'ten-thousand-m3', label: '万㎥', pattern: '{value}万㎥', base: 'm3', multiplier: 10_000 },
];

/** A format whose language counts some units in a scale of its own. */
function format(scales: Readonly<Record<string, string>> = {}, startMonth = 4) {
  const translate: Translate = (dataset, id, field, original) => {
    const own = dataset === 'units' ? scales[`${id}/${field}`] : undefined;
    return own === undefined
      ? { text: original, lang: 'ja', state: 'original' }
      : { text: own, lang: 'en', state: 'reviewed' };
  };
  return makeFormat(makeWords('en', WORDS), translate, new Map(UNITS.map((u) => [u.id, u])), {
    calendar: { fiscal_year_start_month: startMonth, eras: true },
    readings: false,
  });
}
const en = format();

function figure(over: Partial<FactFigure>): FactFigure {
  return {
    value: null,
    unit: null,
    year: null,
    period_type: null,
    date: null,
    at_least: false,
    approximate: false,
    printed_value: 'as printed',
    ...over,
  };
}

describe('fact', () => {
  it('is its value with its unit', () => {
    expect(en.fact(figure({ value: decimal('1200'), unit: 'tree' }))).toBe('1,200 trees');
    expect(en.fact(figure({ value: decimal('1200.50') }))).toBe('1,200.50');
    expect(en.fact(figure({ value: decimal('0'), unit: 'tree' }))).toBe('0 trees');
  });

  it('says “about” of a figure that is printed so, and “or more”', () => {
    const value = decimal('50');
    expect(en.fact(figure({ value, unit: 'tree', approximate: true }))).toBe('about 50 trees');
    expect(en.fact(figure({ value, unit: 'tree', at_least: true }))).toBe('50 trees or more');
    expect(en.fact(figure({ value, approximate: true, at_least: true }))).toBe('about 50 or more');
  });

  it('has its value before its date and year', () => {
    const fact = figure({ value: decimal('7'), date: '2011-06', year: 2011 });
    expect(en.fact(fact)).toBe('7');
  });

  it('is its date, as far as it is known, where it has no value', () => {
    expect(en.fact(figure({ date: '2011', year: 2011 }))).toBe('2011');
    expect(en.fact(figure({ date: '2011-06', year: 2011 }))).toBe('June 2011');
    expect(en.fact(figure({ date: '2011-06-04', year: 2011 }))).toBe('4 June 2011');
  });

  it('is a span of dates', () => {
    const said = en.fact(figure({ date: '2021-02/2021-03', year: 2021 }));
    expect(said.replaceAll(/\s/gu, ' ')).toBe('February – March 2021');
  });

  it('is its year where it has neither', () => {
    expect(en.fact(figure({ year: 2019, period_type: 'fiscal_year' }))).toBe('FY2019');
    expect(en.fact(figure({ year: 2019, period_type: 'calendar_year' }))).toBe('year 2019');
  });

  it('is the words printed where it has nothing else', () => {
    expect(en.fact(figure({ printed_value: 'four ferries' }))).toBe('four ferries');
  });

  it('says neither “about” nor “or more” of a date or of words', () => {
    const loose = { approximate: true, at_least: true };
    expect(en.fact(figure({ ...loose, date: '2011' }))).toBe('2011');
    expect(en.fact(figure({ ...loose, year: 2011 }))).toBe('year 2011');
    expect(en.fact(figure(loose))).toBe('as printed');
  });
});

describe('factYear', () => {
  it('is the year the fact is for, whatever the fact says', () => {
    const fact = figure({ value: decimal('7'), unit: 'tree', year: 2013 });
    expect(en.factYear({ ...fact, period_type: 'fiscal_year' })).toBe('FY2013');
    expect(en.factYear({ ...fact, period_type: 'calendar_year' })).toBe('year 2013');
  });

  it('is a calendar year where the document prints a point in time, or does not say', () => {
    expect(en.factYear(figure({ year: 2013, period_type: 'point' }))).toBe('year 2013');
    expect(en.factYear(figure({ year: 2013 }))).toBe('year 2013');
  });

  it('is called by its number alone where fiscal years begin in January', () => {
    const fact = figure({ year: 2013, period_type: 'fiscal_year' });
    expect(format({}, 1).factYear(fact)).toBe('year 2013');
    expect(format({}, 1).fact(fact)).toBe('year 2013');
  });

  it('is empty where no year is known', () => {
    expect(en.factYear(figure({ date: '2011-06' }))).toBe('');
  });
});

describe('a value in the language’s own scale', () => {
  const yen = format({
    'hundred-million-yen/multiplier': '1',
    'hundred-million-yen/pattern': '{value} yen',
  });

  it('has no decimals that the smaller unit does not need', () => {
    const value = decimal('1.8');
    expect(formatDecimal(yen.scaled(value, 'hundred-million-yen'))).toBe('180000000');
    expect(yen.value(value, 'hundred-million-yen')).toBe('180,000,000 yen');
    expect(yen.fact(figure({ value, unit: 'hundred-million-yen', approximate: true }))).toBe(
      'about 180,000,000 yen',
    );
  });

  it('loses no digit and adds none', () => {
    const scaled = (text: string) =>
      formatDecimal(yen.scaled(decimal(text), 'hundred-million-yen'));
    expect(scaled('2')).toBe('200000000');
    expect(scaled('1.80')).toBe('180000000');
    expect(scaled('-0.5')).toBe('-50000000');
    expect(scaled('0.123456789')).toBe('12345678.9');
    expect(scaled('0')).toBe('0');
  });

  it('keeps in a larger unit the decimals that say how exact the figure is', () => {
    const large = format({ 'ten-thousand-m3/multiplier': '1000000' });
    const scaled = (text: string) => formatDecimal(large.scaled(decimal(text), 'ten-thousand-m3'));
    expect([scaled('2616'), scaled('3000'), scaled('10.5')]).toEqual(['26.16', '30.00', '0.105']);
  });

  it('is the value itself where the language counts as the document does', () => {
    const value = decimal('1.80');
    expect(en.scaled(value, 'hundred-million-yen')).toBe(value);
    expect(en.scaled(value, 'no-such-unit')).toBe(value);
  });
});

describe('a unit whose printed scale is hard to read', () => {
  it('is said in the scale that fits the figure, and in the largest on charts and in tables', () => {
    const ja = format();
    expect(ja.value(decimal('2529'), 'billion-yen')).toBe('2.529兆円');
    expect(ja.difference(decimal('91'), 'billion-yen')).toBe('910億円');
    expect(ja.value(decimal('-1000'), 'billion-yen')).toBe('−1.000兆円');
    expect(ja.bare(decimal('91'), 'billion-yen')).toBe('0.091');
    expect(ja.unit('billion-yen')).toBe('兆円');
  });

  it('keeps the words of a language that has its own', () => {
    const other = format({ 'billion-yen/pattern': 'JPY {value} billion' });
    expect(other.value(decimal('2529'), 'billion-yen')).toBe('JPY 2,529 billion');
    expect(other.bare(decimal('2529'), 'billion-yen')).toBe('2,529');
  });
});

describe('a unit of changes', () => {
  it('has its sign, up as well as down', () => {
    expect(en.value(decimal('1'), 'change')).toBe('+1%');
    expect(en.value(decimal('-0.6'), 'change')).toBe('−0.6%');
    expect(en.bare(decimal('0'), 'change')).toBe('0');
  });
});
