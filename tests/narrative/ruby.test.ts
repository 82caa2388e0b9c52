import { describe, expect, it } from 'vitest';
import {
  normalForm,
  partsOf,
  readingsIn,
  spoken,
  unread,
  withoutReadings,
} from '../../src/narrative/ruby.ts';

const TEXT = '｜市《し》の ｜地下水《ちかすい》を まもる';

describe('the notation of readings', () => {
  it('is left out for readers of kanji', () => {
    expect(withoutReadings(TEXT)).toBe('市の 地下水を まもる');
  });

  it('is said in kana where there is no room for ruby', () => {
    expect(spoken(TEXT)).toBe('しの ちかすいを まもる');
  });

  it('tells each word with its reading, in order', () => {
    expect(readingsIn(TEXT)).toEqual([
      { base: '市', reading: 'し' },
      { base: '地下水', reading: 'ちかすい' },
    ]);
  });

  it('leaves what has no reading when the words that have one are taken out', () => {
    expect(unread('｜市《し》の水と ｜町《まち》')).toBe('の水と ');
  });

  it('cuts a text into parts that together are the whole text', () => {
    expect(partsOf(TEXT)).toEqual([
      { text: '市', reading: 'し' },
      { text: 'の ', reading: null },
      { text: '地下水', reading: 'ちかすい' },
      { text: 'を まもる', reading: null },
    ]);
    expect(
      partsOf(TEXT)
        .map((p) => p.text)
        .join(''),
    ).toBe(withoutReadings(TEXT));
  });

  it('holds words that stand side by side apart', () => {
    expect(partsOf('｜未来《みらい》｜都市《とし》')).toEqual([
      { text: '未来', reading: 'みらい' },
      { text: '都市', reading: 'とし' },
    ]);
  });

  it('is no part of an ordinary text', () => {
    expect(partsOf('市の水')).toEqual([{ text: '市の水', reading: null }]);
    expect(partsOf('')).toEqual([]);
    expect(readingsIn('市の水')).toEqual([]);
  });

  it.each([
    ['a word without its bar', '市《し》'],
    ['a bar without a reading', '｜市'],
    ['an empty word', '｜《し》'],
    ['an empty reading', '｜市《》'],
    ['a reading that never ends', '｜市《し'],
    ['a word broken by a line', '｜市\n町《し》'],
    ['a reading broken by a line', '｜市《し\nまち》'],
  ])('is not %s', (_, text) => {
    expect([withoutReadings(text), spoken(text), unread(text)]).toEqual([text, text, text]);
    expect(readingsIn(text)).toEqual([]);
  });

  it('begins at the last bar before a reading', () => {
    expect(partsOf('甲｜乙｜丙《へい》')).toEqual([
      { text: '甲｜乙', reading: null },
      { text: '丙', reading: 'へい' },
    ]);
  });

  it('outlives the normal form of texts, which makes a full-width bar half as wide', () => {
    expect(normalForm('ＳＤＧｓ ｜市《し》')).toBe('SDGs ｜市《し》');
    expect(readingsIn(normalForm(TEXT))).toEqual(readingsIn(TEXT));
    expect(normalForm('甲｜乙')).toBe('甲|乙');
  });
});
