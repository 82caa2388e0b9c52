import { describe, expect, it } from 'vitest';
import { hiragana, katakana, normalised, sound } from '../../src/search/normal.ts';
import { latinKey, romaji } from '../../src/search/romaji.ts';

describe('normalised', () => {
  it.each([
    ['ＣＯ２', 'co2'],
    ['ﾁｶｽｲ', 'チカスイ'],
    ['フェア・トレード', 'フェアトレード'],
    ['　 two　 words ', 'two words'],
    ['「水」って何？', '水 って何'],
    ['save‐water', 'save-water'],
    ["mayor's", 'mayors'],
    ['', ''],
  ])('makes one spelling of %s', (text, expected) => {
    expect(normalised(text)).toBe(expected);
  });
});

describe('sound', () => {
  it.each([
    ['フェアトレード', 'ふぇあとれーど'],
    ['フェアトレイド', 'フェアトレード'],
    ['ﾎﾞﾗﾝﾃｨｱ', 'ぼらんてぃあ'],
    ['モビリティー', 'モビリティ'],
  ])('hears %s and %s as one', (one, other) => {
    expect(sound(one)).toBe(sound(other));
  });

  it('keeps apart what sounds different', () => {
    expect(sound('かき')).not.toBe(sound('かぎ'));
  });

  it('turns one kana into the other and back', () => {
    expect(hiragana('ガス')).toBe('がす');
    expect(katakana('がす')).toBe('ガス');
    expect(hiragana('水gas')).toBe('水gas');
  });
});

describe('romaji', () => {
  it.each([
    ['ちかすい', 'tikasui'],
    ['ちかすい', 'chikasui'],
    ['ぼうさい', 'bosai'],
    ['ぼうさい', 'bōsai'],
    ['じてんしゃ', 'zitensya'],
    ['しょうがっこう', 'shōgakkō'],
    ['しんぶん', 'shimbun'],
    ['ふぇあ', 'fea'],
    ['ふじ', 'huzi'],
    ['つなみ', 'tunami'],
  ])('hears %s in %s', (kana, latin) => {
    expect(romaji(kana)).toBe(latinKey(latin));
  });

  it('does not hear one word in another', () => {
    expect(romaji('みず')).not.toBe(latinKey('mise'));
  });
});
