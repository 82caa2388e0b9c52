import { describe, expect, it } from 'vitest';
import { eraYear, westernYear } from '../../src/core/era.ts';

describe('westernYear', () => {
  it.each([
    ['令和5年度', 2023],
    ['令和５年度', 2023],
    ['令和 5 年度', 2023],
    ['令和5年', 2023],
    ['令和5', 2023],
    ['令5', 2023],
    ['R5', 2023],
    ['r5', 2023],
    ['Ｒ５', 2023],
    ['R5年度', 2023],
    ['  R5 ', 2023],
    ['㋿5', 2023],
    ['令和元年', 2019],
    ['令和元年度', 2019],
    ['R元', 2019],
    ['平成31年', 2019],
    ['H31', 2019],
    ['㍻30', 2018],
    ['平成元年', 1989],
    ['昭和64年', 1989],
    ['S63', 1988],
    ['大正1年', 1912],
    ['明治元年', 1868],
  ])('reads %s as %i', (text, year) => {
    expect(westernYear(text)).toBe(year);
  });

  it('converts years an era never reached, as old plans print them', () => {
    expect(westernYear('平成35年度')).toBe(2023);
    expect(westernYear('H31年度')).toBe(2019);
  });

  it.each([
    '令和0年',
    'R0',
    '礼和5年',
    '礼和',
    '令和',
    '令和年',
    'R',
    'X5',
    '2023',
    '2023年度',
    '令和五年',
    '',
    'R5.4',
    'R-5',
    '令和5年4月',
    'R1234',
    'R5 R6',
  ])('gives null for %j', (text) => {
    expect(westernYear(text)).toBeNull();
  });
});

describe('eraYear', () => {
  it('names the year by the era that began in it', () => {
    expect(eraYear(2019)).toEqual({ kanji: '令和', letter: 'R', year: 1 });
    expect(eraYear(2018)).toEqual({ kanji: '平成', letter: 'H', year: 30 });
    expect(eraYear(1989)).toEqual({ kanji: '平成', letter: 'H', year: 1 });
    expect(eraYear(1988)).toEqual({ kanji: '昭和', letter: 'S', year: 63 });
    expect(eraYear(1926)?.kanji).toBe('昭和');
    expect(eraYear(1912)?.kanji).toBe('大正');
  });

  it('goes back to 1868 and no further', () => {
    expect(eraYear(1868)).toEqual({ kanji: '明治', letter: 'M', year: 1 });
    expect(eraYear(1867)).toBeNull();
  });

  it('is undone by westernYear for every year', () => {
    for (let year = 1868; year <= 2199; year += 1) {
      const era = eraYear(year);
      expect(westernYear(`${era?.kanji ?? ''}${String(era?.year)}年度`)).toBe(year);
      expect(westernYear(`${era?.letter ?? ''}${String(era?.year)}`)).toBe(year);
    }
  });
});
