import { describe, expect, it } from 'vitest';
import { bareNumerals } from '../../src/narrative/prose.ts';

describe('bareNumerals', () => {
  it.each([
    ['市民の34.5％が参加した。', [{ offset: 3, text: '34.5％が参' }]],
    ['全部で３６本。', [{ offset: 3, text: '３６本。' }]],
    [
      'In 2023, 1,145 people',
      [
        { offset: 3, text: '2023,' },
        { offset: 9, text: '1,145' },
      ],
    ],
    ['२०२३ मा', [{ offset: 0, text: '२०२३' }]],
    ['△0.18', [{ offset: 1, text: '0.18' }]],
    ['R5年度', [{ offset: 1, text: '5年度' }]],
  ])('finds the numerals of %j', (text, expected) => {
    expect(bareNumerals(text)).toEqual(expected);
  });

  it.each([
    '三つの面をあわせて',
    '第2章と第１０節、第3次',
    'ゴール11、ターゲット 11.b、SDGs 17',
    'Goal 6 and Target 6.b, Chapter 2',
    'CO2とPM2.5、Society 5.0',
    '『計画2020』のとおり',
    '(1) はじめに',
    '1. First',
    '数字はない',
  ])('lets the form stand: %s', (text) => {
    expect(bareNumerals(text)).toEqual([]);
  });

  it('lets digits inside names stand, longer names first, and only whole names', () => {
    const names = ['計画2022', '計画2022～2024', '井戸'];
    expect(bareNumerals('計画2022～2024をみる', names)).toEqual([]);
    expect(bareNumerals('計画2022と計画2023', names)).toEqual([{ offset: 9, text: '2023' }]);
  });

  it('takes a name as it is, not as a pattern', () => {
    expect(bareNumerals('a1b', ['a.b', '1.', '(2']).map((n) => n.text)).toEqual(['1b']);
  });

  it('finds a figure beside an allowed form', () => {
    expect(bareNumerals('第2章では50％').map((n) => n.text)).toEqual(['50％']);
    expect(bareNumerals('第50').map((n) => n.text)).toEqual(['50']);
  });

  it('lets a list’s number stand at the start of a line only', () => {
    expect(bareNumerals('あ (1) い').map((n) => n.text)).toEqual(['1)']);
    expect(bareNumerals('あ\n(2) い')).toEqual([]);
  });
});
