import { describe, expect, it } from 'vitest';
import { LANGUAGE_WORDS } from '../../src/search/language-words.ts';
import { lookUp, makeLexicon, NO_WORDS, type Words } from '../../src/search/lexicon.ts';
import { distanceUpTo, nearMiss } from '../../src/search/near-miss.ts';
import { goalTerm, nearWords, readQuery } from '../../src/search/query.ts';

const plain = (text: string) => [{ text, reading: null }];

const japanese: Words = lookUp(
  makeLexicon(
    LANGUAGE_WORDS.get('ja') ?? NO_WORDS,
    [['井戸水', 'くみ水']],
    new Map([
      ['図書館', ['としょかん']],
      ['人口', ['じんこう']],
      ['井戸水', ['いどみず']],
      ['公園', ['こうえん']],
      ['講演', ['こうえん']],
      ['水', ['みず']],
      ['数', ['かず']],
    ]),
    ['図書館長の人口 フェアトレード', '温室効果ガス'],
    (word) =>
      word === '図書館長'
        ? [
            { text: '図書館', reading: 'としょかん' },
            { text: '長', reading: 'ちょう' },
          ]
        : plain(word),
    ['川北市', '川北', '市'],
  ),
);
const english: Words = lookUp(
  makeLexicon(
    LANGUAGE_WORDS.get('en') ?? NO_WORDS,
    [],
    new Map([['防災', ['ぼうさい']]]),
    ['Groundwater withdrawal', 'Older people and neighbourhood groups'],
    plain,
  ),
);

const asked = (text: string, words: Words) => readQuery(text, words).tokens.map((t) => t.asked);
const forms = (text: string, words: Words) =>
  readQuery(text, words).tokens.map((t) => t.forms.map((f) => f.text));

describe('a query in Japanese', () => {
  it.each([
    ['図書館は何人', ['図書館']],
    ['図書館の人口', ['図書館', '人口']],
    ['図書館 人口', ['図書館', '人口']],
    ['としょかんの かず', ['としょかん', 'かず']],
    ['としょかんのじんこう', ['としょかん', 'じんこう']],
    ['人口はどのくらいですか？', ['人口']],
    ['R5 人口', ['人口']],
    ['令和5年度 人口', ['人口']],
    ['人口 2023年', ['人口']],
    ['人口って何', ['人口']],
    ['生きがい', ['生きがい']],
  ])('%s asks for %j', (text, expected) => {
    expect(asked(text, japanese)).toEqual(expected);
  });

  it('is asked as it is where it has small words alone', () => {
    expect(asked('どのくらい', japanese)).toEqual(['どのくらい']);
    expect(readQuery('', japanese).tokens).toEqual([]);
  });

  it('looks for the kanji of a word in kana first', () => {
    expect(forms('としょかん', japanese)[0]?.slice(0, 2)).toEqual(['図書館', 'としょかん']);
  });

  it('does not take a word in kanji for another that sounds the same', () => {
    expect(forms('公園', japanese)[0]).not.toContain('講演');
    expect(forms('こうえん', japanese)[0]).toEqual(expect.arrayContaining(['公園', '講演']));
  });

  it('knows spellings and words of the same meaning, those as asked first', () => {
    const [found = []] = forms('子供', japanese);
    expect(found[0]).toBe('子供');
    expect(found).toContain('子ども');
    expect(forms('井戸水', japanese)[0]).toContain('くみ水');
  });

  it('reads Latin letters as kana', () => {
    expect(forms('toshokan', japanese)[0]).toContain('図書館');
    expect(forms('としょかんちょう', japanese)[0]).toContain('図書館長');
  });

  it('turns an unknown foreign word into katakana', () => {
    expect(forms('ふらんす', japanese)[0]).toContain('フランス');
  });

  it('hears a word without its long vowel, and one wrong letter in a long word', () => {
    expect(forms('じんこ', japanese)[0]).toContain('人口');
    expect(forms('温室硬化ガス', japanese)[0]).toContain('温室効果ガス');
  });
});

describe('what chooses nothing', () => {
  it.each([
    ['川北市の図書館', ['図書館']],
    ['川北 人口', ['人口']],
    ['川北市', ['川北市']],
    ['図書館だけの人口', ['図書館', '人口']],
    ['人口という図書館', ['人口', '図書館']],
  ])('the site’s own place and grammar: %s asks for %j', (text, expected) => {
    expect(asked(text, japanese)).toEqual(expected);
  });
});

describe('a word nobody knows', () => {
  it('has the parts of a compound: known words as far as they are, else two letters and the rest', () => {
    const parts = (text: string) => readQuery(text, japanese).tokens[0]?.parts?.map((t) => t.asked);
    expect(parts('有害生物')).toEqual(['有害', '生物']);
    expect(parts('図書館')).toBeUndefined();
    expect(readQuery('older people', english).tokens[0]?.parts?.map((t) => t.asked)).toEqual([
      'older',
      'people',
    ]);
  });

  it('is one word where it begins a name or leaves out its long vowels', () => {
    expect(asked('としょかんちょ', japanese)).toEqual(['としょかんちょ']);
    expect(forms('としょかんちょ', japanese)[0]?.[0]).toBe('図書館長');
    expect(nearMiss('としょか', japanese)).toContain('図書館');
  });
});

describe('a query in English', () => {
  it.each([
    ['what is the groundwater withdrawal', ['groundwater', 'withdrawal']],
    ['how many older people', ['older people']],
  ])('%s asks for %j', (text, expected) => {
    expect(asked(text, english)).toEqual(expected);
  });

  it('knows both spellings and everyday words', () => {
    expect(forms('neighborhood', english)[0]).toContain('neighbourhood');
    expect(forms('trash', english)[0]).toContain('waste');
  });

  it('forgives one wrong letter or swap in a long word, and none in a short one', () => {
    expect(forms('grondwater', english)[0]).toContain('groundwater');
    expect(forms('withdrawla', english)[0]).toContain('withdrawal');
    expect(forms('ader', english)[0]).toEqual(['ader']);
  });

  it('knows Japanese words in Latin letters', () => {
    expect(forms('bosai', english)[0]).toContain('防災');
  });
});

describe('numbers of goals', () => {
  it.each([
    ['SDG 6', ['6']],
    ['目標11', ['11']],
    ['ゴール13', ['13']],
    ['9.2', ['9.2']],
    ['target 4.7', ['4.7']],
    ['11.b', ['11.b']],
    ['2023', []],
    ['目標2023年', []],
  ])('%s names %j', (text, expected) => {
    expect(readQuery(text, japanese).codes).toEqual(expected);
  });

  it('are looked for by a word that stands nowhere else', () => {
    expect(forms('SDG 6', japanese)).toEqual([[goalTerm('6')]]);
    expect(goalTerm('9.2')).not.toContain('.');
  });
});

it('knows when a meaning is asked for', () => {
  expect(readQuery('人口って何', japanese).meaning).toBe(true);
  expect(readQuery('人口とは', japanese).meaning).toBe(true);
  expect(readQuery('図書館とはじめて', japanese).meaning).toBe(false);
  // まちがい (a mistake) is no ちがい (a difference).
  expect(readQuery('図書館のまちがい', japanese).meaning).toBe(false);
  expect(readQuery('what is groundwater', english).meaning).toBe(true);
  expect(readQuery('groundwater', english).meaning).toBe(false);
});

describe('near misses', () => {
  it('are the closest words alone, those that begin the same first', () => {
    expect(nearMiss('groundwatre', english)).toEqual(['groundwater']);
    expect(nearMiss('zzzzzzzz', english)).toEqual([]);
  });

  it('count a swap as one edit and stop at the limit', () => {
    expect(distanceUpTo('abcd', 'abdc', 3)).toBe(1);
    expect(distanceUpTo('abcd', 'abcd', 3)).toBe(0);
    expect(distanceUpTo('abcd', 'axxd', 3)).toBe(2);
    expect(distanceUpTo('abcd', 'wxyz', 2)).toBe(2);
    expect(distanceUpTo('生きがい', '生命', 2)).toBe(2);
  });

  it('are offered for a query that finds nothing', () => {
    expect(nearWords(readQuery('grxxndwater', english), english)).toContain('groundwater');
  });
});

it('reads a compound with kana by its parts', () => {
  const lexicon = makeLexicon(NO_WORDS, [], new Map(), ['温室ガス'], () => [
    { text: '温室', reading: 'おんしつ' },
    { text: 'ガス', reading: null },
  ]);
  expect(lexicon.readings).toContainEqual(['温室ガス', 'おんしつがす']);
});
