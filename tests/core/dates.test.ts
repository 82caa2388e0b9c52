import { describe, expect, it } from 'vitest';
import { makeDates } from '../../src/core/dates.ts';
import { unread } from '../../src/narrative/ruby.ts';

const ja = makeDates('ja', false);
const en = makeDates('en-GB', false);
const read = makeDates('ja', true);

describe('a day', () => {
  it('is written as the language does', () => {
    expect(ja.day('2011-06-04')).toBe('2011年6月4日');
    expect(en.day('2011-06-04')).toBe('4 June 2011');
  });

  it('is the day that was written, on machines east and west of Greenwich', () => {
    const zone = process.env['TZ'];
    try {
      for (const [there, minutes] of [
        ['Pacific/Kiritimati', -840],
        ['Pacific/Pago_Pago', 660],
      ] as const) {
        process.env['TZ'] = there;
        expect(new Date(2011, 0, 1).getTimezoneOffset()).toBe(minutes);
        expect(makeDates('en-GB', false).day('2011-01-01')).toBe('1 January 2011');
        expect(makeDates('ja', true).day('2010-12-31')).toContain(
          '2010｜年《ねん》12｜月《がつ》31',
        );
        expect(makeDates('ja', false).month(1)).toBe('1月');
        expect(makeDates('en-GB', false).years(2020, 2021)).toMatch(/^2020\D+2021$/u);
      }
    } finally {
      process.env['TZ'] = zone;
    }
  });
});

describe('a date as far as it is known', () => {
  it.each([
    ['2011', '2011年', '2011'],
    ['2011-06', '2011年6月', 'June 2011'],
    ['2011-06-04', '2011年6月4日', '4 June 2011'],
  ])('%s has no month or day that was not written', (iso, inJa, inEn) => {
    expect([ja.partial(iso), en.partial(iso)]).toEqual([inJa, inEn]);
  });

  it('may be a span', () => {
    expect(en.partial('2021-02/2021-03').replaceAll(/\s/gu, ' ')).toBe('February – March 2021');
    expect(en.partial('2011-06-01/2011-06-04').replaceAll(/\s/gu, ' ')).toBe('1 – 4 June 2011');
    expect(ja.partial('2020/2021')).toBe('2020年～2021年');
  });

  it('keeps 年 and 月 in a Japanese span', () => {
    expect(ja.partial('2021-02/2021-03')).toBe('2021年2月～2021年3月');
    expect(ja.partial('2011-06-01/2012-07-21')).toBe('2011年6月1日～2012年7月21日');
  });

  it('is said once where a span ends as it begins', () => {
    expect([ja, en, read].map((d) => d.partial('2021/2021'))).toEqual([
      '2021年',
      '2021',
      '2021｜年《ねん》',
    ]);
  });
});

describe('months and years', () => {
  it('are named by the language', () => {
    expect([ja.month(4), ja.month(12)]).toEqual(['4月', '12月']);
    expect([en.month(1), en.month(12)]).toEqual(['January', 'December']);
  });

  it('span calendar years', () => {
    expect(ja.years(2020, 2024)).toBe('2020年～2024年');
    expect(en.years(2020, 2024)).toMatch(/^2020\s?–\s?2024$/u);
    expect(read.years(2020, 2024)).toBe('2020｜年《ねん》から 2024｜年《ねん》');
  });
});

describe('dates with a reading over every kanji', () => {
  it('read 年 as ねん and 月 as がつ', () => {
    expect(read.partial('2011')).toBe('2011｜年《ねん》');
    expect(read.partial('2011-06')).toBe('2011｜年《ねん》6｜月《がつ》');
    expect(read.month(9)).toBe('9｜月《がつ》');
  });

  it.each([
    ['01', '｜1日《ついたち》'],
    ['02', '｜2日《ふつか》'],
    ['03', '｜3日《みっか》'],
    ['04', '｜4日《よっか》'],
    ['05', '｜5日《いつか》'],
    ['06', '｜6日《むいか》'],
    ['07', '｜7日《なのか》'],
    ['08', '｜8日《ようか》'],
    ['09', '｜9日《ここのか》'],
    ['10', '｜10日《とおか》'],
    ['14', '｜14日《じゅうよっか》'],
    ['20', '｜20日《はつか》'],
    ['24', '｜24日《にじゅうよっか》'],
  ])('read the %s of a month in one with its number', (day, said) => {
    expect(read.day(`2011-06-${day}`)).toBe(`2011｜年《ねん》6｜月《がつ》${said}`);
  });

  it('read 日 as にち on every other day', () => {
    const special = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 20, 24]);
    const others = Array.from({ length: 31 }, (_, i) => i + 1).filter((day) => !special.has(day));
    expect(others.map((day) => read.day(`2011-01-${String(day).padStart(2, '0')}`))).toEqual(
      others.map((day) => `2011｜年《ねん》1｜月《がつ》${String(day)}｜日《にち》`),
    );
  });

  it('say a span in words, with neither a wave dash nor a slash', () => {
    expect(read.partial('2020/2021')).toBe('2020｜年《ねん》から 2021｜年《ねん》');
    expect(read.partial('2021-02/2021-03')).toBe(
      '2021｜年《ねん》2｜月《がつ》から 2021｜年《ねん》3｜月《がつ》',
    );
    expect(read.partial('2011-06-01/2011-06-21')).toBe(
      '2011｜年《ねん》6｜月《がつ》｜1日《ついたち》から 2011｜年《ねん》6｜月《がつ》21｜日《にち》',
    );
  });

  it('leave no kanji unread', () => {
    const dates = Array.from({ length: 366 }, (_, i) =>
      new Date(Date.UTC(2012, 0, 1 + i)).toISOString().slice(0, 10),
    );
    expect(dates.filter((iso) => /\p{sc=Han}/u.test(unread(read.day(iso))))).toEqual([]);
  });
});
