import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/core/decimal.ts';
import { printedNumber } from '../../src/core/printed.ts';

function read(printed: string): string | null {
  const value = printedNumber(printed);
  return value === null ? null : formatDecimal(value);
}

describe('printedNumber', () => {
  it.each([
    ['△0.18', '-0.18'],
    ['△ 0.18', '-0.18'],
    ['▲4.37', '-4.37'],
    ['▲１２', '-12'],
    ['-126%', '-126'],
    ['−1', '-1'],
    ['－１％', '-1'],
  ])('reads %s as a negative number', (printed, value) => {
    expect(read(printed)).toBe(value);
  });

  it.each([
    ['7,000以上', '7000'],
    ['5,345（概数）', '5345'],
    ['約80', '80'],
    ['1,234,567人', '1234567'],
    ['２箇所', '2'],
    ['3６．５％', '36.5'],
    ['50.0', '50.0'],
    ['13%', '13'],
    ['0', '0'],
  ])('reads past what stands around the number in %s', (printed, value) => {
    expect(read(printed)).toBe(value);
  });

  it.each([
    ['2,415万㎥', '2415'],
    ['120㎡', '120'],
    ['12km²', '12'],
    ['30 t-CO2', '30'],
    ['0.5ｍ３', '0.5'],
  ])('does not take the digit of a unit for a second number: %s', (printed, value) => {
    expect(read(printed)).toBe(value);
  });

  it.each([
    ['2020年度 32.1 ％', '32.1'],
    ['2018年度 2,620 十億円', '2620'],
    ['2030年 50.0 ％', '50.0'],
    ['令和5年度 -3', '-3'],
    ['24 (H26)', '24'],
    ['24（Ｒ５）', '24'],
    ['全体：83.31', '83.31'],
  ])('reads past the year or label in %s', (printed, value) => {
    expect(read(printed)).toBe(value);
  });

  it.each([
    '2021年度より制度運用開始',
    '2023年 上昇',
    '2021～2023年',
    '2021〜2023年度',
    '令和5年3月',
    'R5',
    '達成',
    '維持',
    '-',
    '―',
    'ー',
    '',
    '△',
    '○',
  ])('finds no number in %j', (printed) => {
    expect(read(printed)).toBeNull();
  });

  it.each(['365日24時間', '10～20', '1,234 5,678', '100(50)', '12,34', '1.2.3', '3/19', '10,0000'])(
    'gives null for more than one number: %s',
    (printed) => {
      expect(read(printed)).toBeNull();
    },
  );

  it('never glues a circled or raised digit to a number', () => {
    expect(read('①12人')).toBe('12');
    expect(read('12人※¹')).toBe('12');
  });
});
