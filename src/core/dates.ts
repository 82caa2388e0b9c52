/** Dates of one language, by Intl; in UTC, so that no machine's zone moves a day. */
export interface Dates {
  /** A day: 2011-06-04 → "4 June 2011". */
  readonly day: (iso: string) => string;
  /** As far as it is known: 2011, 2011-06, 2011-06-04, or a span of two such (2021-02/2021-03). */
  readonly partial: (iso: string) => string;
  /** Name of a month, 1 for January. */
  readonly month: (month: number) => string;
  /** Calendar years from first to last. */
  readonly years: (start: number, end: number) => string;
}

type DatePart = Pick<Intl.DateTimeFormatPart, 'type' | 'value'>;

/** Days of the month that are not read as a number and にち. */
const DAYS: Readonly<Record<string, string>> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
};
const LITERALS: Readonly<Record<string, string>> = {
  年: '｜年《ねん》',
  月: '｜月《がつ》',
  日: '｜日《にち》',
};

/** Returns date parts as one text in which every kanji has its reading. */
function spokenParts(parts: readonly DatePart[]): string {
  return parts
    .map(({ type, value }, index) => {
      const day = parts[index + 1]?.value.startsWith('日') === true ? DAYS[value] : undefined;
      if (type === 'day' && day !== undefined) return `｜${value}日《${day}》`;
      if (type !== 'literal' && type !== 'month') return value;
      const before = parts[index - 1];
      const said = type === 'literal' && before?.type === 'day' && before.value in DAYS;
      return (said ? value.replace('日', '') : value).replace(
        /[年月日]/gu,
        (kanji) => LITERALS[kanji] ?? kanji,
      );
    })
    .join('');
}

/** Returns the dates of a language. `read` writes a reading over every kanji. */
export function makeDates(locale: string, read: boolean): Dates {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    const one = (date: Date) => (read ? spokenParts(made.formatToParts(date)) : made.format(date));
    return {
      one,
      range: (from: Date, to: Date) =>
        // Intl writes Japanese months and days of a span as 2021/02～2021/03.
        locale.startsWith('ja')
          ? [...new Set([from, to].map(one))].join(read ? 'から ' : '～')
          : made.formatRange(from, to),
    };
  };
  const full = format({ year: 'numeric', month: 'long', day: 'numeric' });
  const monthYear = format({ year: 'numeric', month: 'long' });
  const year = format({ year: 'numeric' });
  const month = format({ month: 'long' });
  const finest = (iso: string) => [year, monthYear, full][iso.split('-').length - 1] ?? full;
  const instant = (iso: string) =>
    new Date(`${iso}${'-01'.repeat(3 - iso.split('-').length)}T00:00:00Z`);
  return {
    day: (iso) => full.one(instant(iso)),
    partial: (iso) => {
      const [from = iso, to] = iso.split('/');
      return to === undefined
        ? finest(from).one(instant(from))
        : finest(from).range(instant(from), instant(to));
    },
    month: (number) => month.one(new Date(Date.UTC(2000, number - 1, 15))),
    years: (start, end) => year.range(new Date(Date.UTC(start, 6)), new Date(Date.UTC(end, 6))),
  };
}
