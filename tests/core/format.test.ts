import { describe, expect, it } from 'vitest';
import { decimal, formatDecimal } from '../../src/core/decimal.ts';
import { makeFormat, type FactFigure, type FormatKey } from '../../src/core/format.ts';
import { makeWords } from '../../src/core/i18n.ts';
import type { Unit } from '../../src/core/model.ts';
import type { Translate } from '../../src/core/translate.ts';

const UNITS: readonly Unit[] = [
  {
    id: 'percent',
    label: '％',
    pattern: '{value}％',
    difference: '{value}ポイント',
    base: 'percent',
    multiplier: 1,
  },
  { id: 'ten-thousand-m3', label: '万㎥', pattern: '{value}万㎥', base: 'm3', multiplier: 10000 },
  { id: 'kilotonne', label: '千トン', pattern: '{value}千トン', base: 't', multiplier: 1000 },
  { id: 'well', label: '本', pattern: '{value}本', base: 'well', multiplier: 1 },
];

const ENGLISH: Readonly<Record<string, string>> = {
  'percent/label': '%',
  'percent/pattern': '{value}%',
  'percent/difference': '{value} percentage points',
  'percent/difference.one': '{value} percentage point',
  'ten-thousand-m3/label': 'million m³',
  'ten-thousand-m3/pattern': '{value} million m³',
  'ten-thousand-m3/multiplier': '1000000',
  'kilotonne/pattern': '{value} t',
  'kilotonne/multiplier': '1',
  'well/label': 'wells',
  'well/pattern': '{value} wells',
  'well/pattern.one': '{value} well',
};

/** Words of the test’s own, so that a better wording of the site breaks nothing here. */
const WORDS: Readonly<Record<'ja' | 'en', Readonly<Record<FormatKey, string>>>> = {
  ja: {
    'year.fiscal': '{year}年度',
    'year.calendar': '{year}年',
    'year.fiscal_era': '{year}年度・{era}年度',
    'year.calendar_era': '{year}年・{era}年',
    'year.fiscal_span': '{start}–{end}年度',
    'year.from': '{year}から',
    'era.meiji': '明治',
    'era.taisho': '大正',
    'era.showa': '昭和',
    'era.heisei': '平成',
    'era.reiwa': '令和',
    'era.year': '{era}{year}',
    'fact.approximate': '約{value}',
    'fact.at_least': '{value}以上',
    'size.kilobytes': '{size} kB',
    'size.bytes': '{size} B',
  },
  en: {
    'year.fiscal': 'FY{year}',
    'year.calendar': '{year}',
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
  },
};

function format(tag: 'ja' | 'en' | 'ja-x-easy', eras = true) {
  const translate: Translate = (dataset, id, field, original) => {
    const text = tag === 'en' && dataset === 'units' ? ENGLISH[`${id}/${field}`] : undefined;
    return text === undefined
      ? { text: original, lang: 'ja', state: 'original' }
      : { text, lang: 'en', state: 'reviewed' };
  };
  return makeFormat(
    makeWords(tag, WORDS[tag === 'en' ? 'en' : 'ja']),
    translate,
    new Map(UNITS.map((u) => [u.id, u])),
    { calendar: { fiscal_year_start_month: 4, eras }, readings: tag === 'ja-x-easy' },
  );
}

const ja = format('ja');
const en = format('en');

describe('number', () => {
  it('keeps the value’s own decimals and groups thousands', () => {
    expect(ja.number(decimal('50.0'))).toBe('50.0');
    expect(ja.number(decimal('50'))).toBe('50');
    expect(en.number(decimal('1234567.80'))).toBe('1,234,567.80');
  });

  it('writes a minus sign, not a hyphen', () => {
    expect(ja.number(decimal('-115.6'))).toBe('\u2212115.6');
    expect(en.number(decimal('-1'))).toBe('\u22121');
  });

  it('is exact beyond the safe integers', () => {
    expect(ja.number(decimal('9007199254740993'))).toBe('9,007,199,254,740,993');
  });

  it('writes whole numbers', () => {
    expect(en.integer(20108)).toBe('20,108');
  });
});

describe('value', () => {
  it('puts the number into the unit’s pattern', () => {
    expect(ja.value(decimal('34.5'), 'percent')).toBe('34.5％');
    expect(en.value(decimal('34.5'), 'percent')).toBe('34.5%');
    expect(ja.value(decimal('2616'), 'ten-thousand-m3')).toBe('2,616万㎥');
  });

  it('turns 万㎥ into million m³ where the language counts so, without losing a digit', () => {
    expect(en.value(decimal('2616'), 'ten-thousand-m3')).toBe('26.16 million m³');
    expect(en.value(decimal('3000'), 'ten-thousand-m3')).toBe('30.00 million m³');
    expect(en.value(decimal('10446.5'), 'ten-thousand-m3')).toBe('104.465 million m³');
    expect(en.value(decimal('-5'), 'ten-thousand-m3')).toBe('\u22120.05 million m³');
    expect(formatDecimal(ja.scaled(decimal('2616'), 'ten-thousand-m3'))).toBe('2616');
  });

  it('turns a larger unit into a smaller one', () => {
    expect(en.value(decimal('6352'), 'kilotonne')).toBe('6,352,000 t');
  });

  it('takes the singular for 1 alone', () => {
    expect(en.value(decimal('1'), 'well')).toBe('1 well');
    expect(en.value(decimal('9'), 'well')).toBe('9 wells');
    expect(en.value(decimal('0'), 'well')).toBe('0 wells');
    expect(ja.value(decimal('1'), 'well')).toBe('1本');
  });

  it('writes a unit it does not know as the number alone', () => {
    expect(ja.value(decimal('5'), 'nothing')).toBe('5');
    expect(ja.unit('nothing')).toBe('nothing');
  });

  it('cuts a value at its number', () => {
    expect(en.valueParts(decimal('2616'), 'ten-thousand-m3')).toEqual({
      before: '',
      number: '26.16',
      after: ' million m³',
    });
    expect(ja.valueParts(decimal('34.5'), 'percent')).toEqual({
      before: '',
      number: '34.5',
      after: '％',
    });
  });

  it('leaves a number that is in the language’s scale already', () => {
    expect(en.ownScale(decimal('26.16'), 'ten-thousand-m3')).toBe('26.16 million m³');
    expect(en.ownScale(decimal('1'), 'well')).toBe('1 well');
  });

  it('names the unit', () => {
    expect([ja.unit('ten-thousand-m3'), en.unit('ten-thousand-m3')]).toEqual([
      '万㎥',
      'million m³',
    ]);
  });
});

describe('difference', () => {
  it('of percentages is in points', () => {
    expect(ja.difference(decimal('13.5'), 'percent')).toBe('13.5ポイント');
    expect(en.difference(decimal('13.5'), 'percent')).toBe('13.5 percentage points');
    expect(en.difference(decimal('1'), 'percent')).toBe('1 percentage point');
  });

  it('has the plural for 1.0, as English does', () => {
    expect(en.difference(decimal('1.0'), 'percent')).toBe('1.0 percentage points');
  });

  it('of other units is a value, scaled and singular as one', () => {
    expect(en.difference(decimal('384'), 'ten-thousand-m3')).toBe('3.84 million m³');
    expect(en.difference(decimal('1'), 'well')).toBe('1 well');
    expect(ja.difference(decimal('384'), 'ten-thousand-m3')).toBe('384万㎥');
  });
});

describe('years', () => {
  it('tell fiscal from calendar years', () => {
    expect([ja.year(2023, 'fiscal_year'), ja.year(2030, 'calendar_year')]).toEqual([
      '2023年度',
      '2030年',
    ]);
    expect([en.year(2023, 'fiscal_year'), en.year(2030, 'calendar_year')]).toEqual([
      'FY2023',
      '2030',
    ]);
  });

  it('never group the digits', () => {
    expect(en.yearSpan(2022, 2024)).toBe('FY2022–2024');
  });

  it('stand beside their era in Japanese', () => {
    expect(ja.longYear(2023, 'fiscal_year')).toBe('2023年度・令和5年度');
    expect(ja.longYear(2018, 'calendar_year')).toBe('2018年・平成30年');
    expect(ja.shortEra(2023)).toBe('R5');
    expect(ja.shortEra(2018)).toBe('H30');
  });

  it('have no era in other languages, in cities that count otherwise, and before 1868', () => {
    expect(en.longYear(2023, 'fiscal_year')).toBe('FY2023');
    expect(en.shortEra(2023)).toBeNull();
    expect(format('ja', false).longYear(2023, 'fiscal_year')).toBe('2023年度');
    expect(format('ja', false).shortEra(2023)).toBeNull();
    expect(ja.longYear(1867, 'calendar_year')).toBe('1867年');
  });

  it('have no era where every kanji carries its reading: easy language writes western years', () => {
    const easy = format('ja-x-easy');
    expect(easy.shortEra(2023)).toBeNull();
    expect(easy.longYear(2023, 'fiscal_year')).toBe('2023年度');
  });
});

describe('fact', () => {
  const fact = (over: Partial<FactFigure>): FactFigure => ({
    value: null,
    unit: null,
    year: null,
    period_type: null,
    date: null,
    at_least: false,
    approximate: false,
    printed_value: '多数',
    ...over,
  });

  it('is its value with its unit, and with “about” or “or more” where that is printed', () => {
    const wells = { value: decimal('1200'), unit: 'well', year: 2020 };
    expect(ja.fact(fact(wells))).toBe('1,200本');
    expect(en.fact(fact({ ...wells, approximate: true }))).toBe('about 1,200 wells');
    expect(ja.fact(fact({ ...wells, at_least: true }))).toBe('1,200本以上');
    expect(ja.fact(fact({ ...wells, at_least: true, approximate: true }))).toBe('約1,200本以上');
    expect(ja.fact(fact({ value: decimal('5.90') }))).toBe('5.90');
  });

  it('is its date where it has no value, else its year, else the words printed', () => {
    const dated = { date: '2011-06', year: 2011 };
    expect(ja.fact(fact(dated))).toBe('2011年6月');
    expect(en.fact(fact(dated))).toBe('June 2011');
    expect(ja.fact(fact({ year: 2019 }))).toBe('2019年');
    expect(ja.fact(fact({ year: 2019, period_type: 'fiscal_year' }))).toBe('2019年度');
    expect(ja.fact(fact({}))).toBe('多数');
  });

  it('has the year it is for, without an era, or none', () => {
    expect(ja.factYear(fact({ year: 2019, period_type: 'fiscal_year' }))).toBe('2019年度');
    expect(en.factYear(fact({ year: 2019, period_type: 'calendar_year' }))).toBe('2019');
    expect(ja.factYear(fact({}))).toBe('');
  });
});

describe('date', () => {
  it('is the day that was written, in every time zone', () => {
    expect(ja.date('2026-11-21')).toBe('2026年11月21日');
    expect(en.date('2026-01-01')).toBe('1 January 2026');
  });
});

describe('list', () => {
  it('joins by the language', () => {
    expect(ja.list(['経済', '社会', '環境'])).toBe('経済、社会、環境');
    expect(en.list(['economy', 'society'])).toBe('economy, society');
  });
});

describe('bytes', () => {
  it('counts bytes up to a thousand, then kilobytes', () => {
    expect(en.bytes(999)).toBe('999 B');
    expect(en.bytes(1000)).toBe('1 kB');
    expect(en.bytes(1499)).toBe('1 kB');
    expect(en.bytes(1500)).toBe('2 kB');
    expect(en.bytes(3_456_789)).toBe('3,457 kB');
  });
});
