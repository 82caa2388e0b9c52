import { makeDates } from './dates.ts';
import { divide, formatDecimal, integer, multiply, toNumber, type Decimal } from './decimal.ts';
import { eraYear } from './era.ts';
import { intlLocale, type Words } from './i18n.ts';
import type { Fact, Unit } from './model.ts';
import type { SiteInput } from './records.ts';
import { USUAL_AMOUNT_UNIT } from './tables.ts';
import type { Translate } from './translate.ts';

/** Dictionary keys that formatting needs. */
export type FormatKey =
  | 'year.fiscal'
  | 'year.calendar'
  | 'year.fiscal_era'
  | 'year.calendar_era'
  | 'year.fiscal_span'
  | 'year.from'
  | 'era.meiji'
  | 'era.taisho'
  | 'era.showa'
  | 'era.heisei'
  | 'era.reiwa'
  | 'era.year'
  | 'fact.approximate'
  | 'fact.at_least'
  | 'size.kilobytes'
  | 'size.bytes';

/** A value cut at its number, so that the unit can stand smaller. */
export interface ValueParts {
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

/** One size in which a unit is shown: 億円, 兆円. */
type Scale = Pick<Unit, 'label' | 'pattern' | 'multiplier'>;

export interface Format {
  readonly tag: string;
  /** A bare number with the language's separators and its own decimals. */
  readonly number: (value: Decimal) => string;
  readonly integer: (value: number) => string;
  /** A number of a unit in the language's own scale (26.16 of "million m³" for 2616 万㎥). */
  readonly scaled: (value: Decimal, unit: string) => Decimal;
  /** The same with the language's separators, without its unit; a unit of differences has its sign. */
  readonly bare: (value: Decimal, unit: string) => string;
  readonly value: (value: Decimal, unit: string) => string;
  readonly valueParts: (value: Decimal, unit: string) => ValueParts;
  /** A number that is in the language's own scale already, with its unit. */
  readonly ownScale: (value: Decimal, unit: string) => string;
  /** A difference of two values: "13.5ポイント" where the values are percentages. */
  readonly difference: (value: Decimal, unit: string) => string;
  /**
   * An amount of money for reading: three significant digits and a large unit (“約57億円”, “¥5.7 billion”),
   * marked as about where digits were left out, unless `bare`; every digit in a language of plain words.
   */
  readonly amount: (thousands: number, bare?: boolean) => string;
  /** A whole amount of the city's currency: “15,000円”, “¥15,000”. */
  readonly money: (whole: number) => string;
  readonly unit: (unit: string) => string;
  /** Whether a unit's figures are differences with a sign; a change of one needs both ends to be understood. */
  readonly signed: (unit: string) => boolean;
  /** "2022年度", "FY2022", "2030年". */
  readonly year: (year: number, periodType: string) => string;
  /** With the era where the city counts in eras: "2022年度（令和4年度）". */
  readonly longYear: (year: number, periodType: string) => string;
  /** Short era year for axes: "R4"; null where the city or the language has none. */
  readonly shortEra: (year: number) => string | null;
  /** From the first fiscal year to the last; `end` is null where no document prints it. */
  readonly yearSpan: (start: number, end: number | null) => string;
  /** Name of a month, 1 for January. */
  readonly month: (month: number) => string;
  readonly date: (iso: string) => string;
  /** A date as far as it is known: a year, a month or a day. */
  readonly printedDate: (iso: string) => string;
  /**
   * A fact as running text says it: its value with unit and "about" or "or more", else its date, else its
   * year, else the words printed.
   */
  readonly fact: (fact: FactFigure) => string;
  /** The year a fact is for; empty where it has none. */
  readonly factYear: (fact: FactFigure) => string;
  readonly list: (items: readonly string[]) => string;
  readonly bytes: (count: number) => string;
}

export type FactFigure = Pick<
  Fact,
  'value' | 'unit' | 'year' | 'period_type' | 'date' | 'at_least' | 'approximate' | 'printed_value'
>;

/** How a language says years and dates. */
export interface Manner {
  readonly calendar: SiteInput['calendar'];
  /** True for a language in which every kanji carries its reading: eras are left out there. */
  readonly readings: boolean;
  /** The unit of amounts of measures, a thousand of the city's currency. */
  readonly amountUnit?: string | undefined;
}

const ERA_KEYS = {
  明治: 'era.meiji',
  大正: 'era.taisho',
  昭和: 'era.showa',
  平成: 'era.heisei',
  令和: 'era.reiwa',
} as const satisfies Record<string, FormatKey>;

const SIGNIFICANT = 3;

/** A value's own decimals, for Intl: 1.0 has another plural form than 1. */
function decimals(scale: number) {
  return { minimumFractionDigits: scale, maximumFractionDigits: scale };
}

/** Returns a function that makes each thing once. */
function onceEach<T>(make: (key: number) => T): (key: number) => T {
  const made = new Map<number, T>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

/** The large units of Japanese numbers, and its money, with their readings. */
const READ = {
  兆: '｜兆《ちょう》',
  億: '｜億《おく》',
  万: '｜万《まん》',
  円: '｜円《えん》',
} as const;
type Sign = keyof typeof READ;

/** Returns the formatting of a language: numbers, units, years, dates and lists, by Intl. */
export function makeFormat(
  words: Words<FormatKey>,
  translate: Translate,
  units: ReadonlyMap<string, Unit>,
  { calendar, readings, amountUnit = USUAL_AMOUNT_UNIT }: Manner,
): Format {
  const locale = intlLocale(words.tag);
  const showEras = calendar.eras && locale.startsWith('ja') && !readings;
  const lists = new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' });
  const dates = makeDates(locale, readings);

  // Making one takes far longer than using it.
  const numbers = onceEach((scale) => new Intl.NumberFormat(locale, decimals(scale)));
  const plurals = onceEach((scale) => new Intl.PluralRules(locale, decimals(scale)));

  const number = (value: Decimal): string => {
    return numbers(value.scale)
      .formatToParts(formatDecimal(value) as `${number}`)
      .map((part) => (part.type === 'minusSign' ? '−' : part.value))
      .join('');
  };

  const signed = (id: string): boolean => units.get(id)?.signed === true;

  const ofUnit = (own: Decimal, id: string): string =>
    signed(id) && own.digits > 0n ? `+${number(own)}` : number(own);

  const unitText = (id: string, field: string, original: string): string =>
    translate('units', id, field, original).text;

  // A language that says nothing of a unit takes the scales that the city's own readers know.
  const scalesOf = (id: string): readonly Scale[] => {
    const unit = units.get(id);
    if (unit === undefined) return [];
    const { text, state } = translate('units', id, 'pattern', unit.pattern);
    if (state === 'original' && unit.shown !== undefined) return unit.shown;
    const label = unitText(id, 'label', unit.label);
    const multiplier = Number(unitText(id, 'multiplier', String(unit.multiplier)));
    return [{ label, pattern: text, multiplier }];
  };

  const into = (value: Decimal, id: string, scale: Scale | undefined): Decimal => {
    const unit = units.get(id);
    if (unit === undefined || scale === undefined || scale.multiplier === unit.multiplier) {
      return value;
    }
    const base = multiply(value, integer(unit.multiplier));
    const shift = String(scale.multiplier).length - String(unit.multiplier).length;
    const digits = Math.max(0, value.scale + shift);
    return divide(base, integer(scale.multiplier), digits);
  };

  const scaled = (value: Decimal, id: string): Decimal => into(value, id, scalesOf(id).at(-1));

  // Running text takes the largest scale in which the number is not a fraction of one.
  const fitting = (value: Decimal, id: string): { own: Decimal; scale: Scale | undefined } => {
    const scales = scalesOf(id);
    const scale = scales.findLast((s) => Math.abs(toNumber(into(value, id, s))) >= 1) ?? scales[0];
    return { own: into(value, id, scale), scale };
  };

  const pattern = (
    value: Decimal,
    id: string,
    scale: Scale | undefined,
    field: 'pattern' | 'difference',
  ): string => {
    const usual = scale?.pattern ?? '{value}';
    const other = unitText(id, 'difference', units.get(id)?.difference ?? '');
    const base = field === 'difference' && other !== '' ? other : usual;
    const kind = field === 'difference' && other !== '' ? 'difference' : 'pattern';
    const one = plurals(value.scale).select(Number(formatDecimal(value))) === 'one';
    return one ? unitText(id, `${kind}.one`, base) : base;
  };

  const valueParts = (value: Decimal, id: string): ValueParts => {
    const { own, scale } = fitting(value, id);
    const [before = '', after = ''] = pattern(own, id, scale, 'pattern').split('{value}');
    return { before, number: ofUnit(own, id), after };
  };

  const era = (year: number): string | null => {
    const found = showEras ? eraYear(year) : null;
    if (found === null) return null;
    const key = ERA_KEYS[found.kanji as keyof typeof ERA_KEYS];
    return words.t('era.year', { era: words.t(key), year: String(found.year) });
  };

  // A fiscal year that starts in January is the calendar year, and is called so.
  const calendarYears = calendar.fiscal_year_start_month === 1;
  const fiscal = (periodType: string): boolean => periodType === 'fiscal_year' && !calendarYears;
  const year = (value: number, periodType: string): string =>
    words.t(fiscal(periodType) ? 'year.fiscal' : 'year.calendar', { year: String(value) });

  const value = (amount: Decimal, id: string): string => {
    const parts = valueParts(amount, id);
    return `${parts.before}${parts.number}${parts.after}`;
  };

  // Intl knows the large units of a language (億, million) and where it puts its money's name.
  const compact = new Intl.NumberFormat(locale, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: SIGNIFICANT,
    useGrouping: 'always',
  });
  const currency = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: units.get(amountUnit)?.base ?? 'JPY',
    currencyDisplay: locale.startsWith('ja') ? 'name' : 'narrowSymbol',
    maximumFractionDigits: 0,
  });
  const named = (text: string): string =>
    currency
      .formatToParts(0)
      .map((part) => (part.type === 'integer' ? text : part.value))
      .join('');
  const money = (whole: number): string =>
    readings
      ? value({ digits: BigInt(whole), scale: 3 }, amountUnit)
      : named(number(integer(whole)));
  const amount = (thousands: number, bare = false): string => {
    const short = named(compact.format(thousands * 1000));
    const said = readings ? short.replace(/[兆億万円]/gu, (sign) => READ[sign as Sign]) : short;
    const exact = Number(thousands.toPrecision(SIGNIFICANT)) === thousands;
    return exact || bare ? said : words.t('fact.approximate', { value: said });
  };

  const factYear = (fact: FactFigure): string =>
    fact.year === null ? '' : year(fact.year, fact.period_type ?? 'calendar_year');

  const fact = (fact: FactFigure): string => {
    if (fact.value !== null) {
      const plain = fact.unit === null ? number(fact.value) : value(fact.value, fact.unit);
      const about = fact.approximate ? words.t('fact.approximate', { value: plain }) : plain;
      return fact.at_least ? words.t('fact.at_least', { value: about }) : about;
    }
    if (fact.date !== null) return dates.partial(fact.date);
    return fact.year === null ? fact.printed_value : factYear(fact);
  };

  return {
    tag: words.tag,
    number,
    integer: (value) => number(integer(value)),
    scaled,
    bare: (value, id) => ofUnit(scaled(value, id), id),
    value,
    valueParts,
    ownScale: (value, id) =>
      pattern(value, id, scalesOf(id).at(-1), 'pattern').replace('{value}', ofUnit(value, id)),
    difference: (value, id) => {
      const { own, scale } = fitting(value, id);
      return pattern(own, id, scale, 'difference').replace('{value}', number(own));
    },
    amount,
    money,
    unit: (id) => scalesOf(id).at(-1)?.label ?? id,
    signed,
    year,
    longYear: (value, periodType) => {
      const inEra = era(value);
      if (inEra === null) return year(value, periodType);
      const key = fiscal(periodType) ? 'year.fiscal_era' : 'year.calendar_era';
      return words.t(key, { year: String(value), era: inEra });
    },
    shortEra: (value) => {
      const found = showEras ? eraYear(value) : null;
      return found === null ? null : `${found.letter}${String(found.year)}`;
    },
    yearSpan: (start, end) =>
      end === null
        ? words.t('year.from', { year: year(start, 'fiscal_year') })
        : calendarYears
          ? dates.years(start, end)
          : words.t('year.fiscal_span', { start: String(start), end: String(end) }),
    month: dates.month,
    date: dates.day,
    printedDate: dates.partial,
    fact,
    factYear,
    list: (items) => lists.format(items),
    bytes: (count) =>
      count < 1000
        ? words.t('size.bytes', { size: number(integer(count)) })
        : words.t('size.kilobytes', { size: number(divide(integer(count), integer(1000), 0)) }),
  };
}
