import { describe, expect, it } from 'vitest';
import { intlLocale, layerDictionaries, makeWords, plainText } from '../../src/core/i18n.ts';

const words = <K extends string>(tag: string, dictionary: Readonly<Record<K, string>>) =>
  makeWords<K>(tag, dictionary);

describe('makeWords: t', () => {
  it('puts values in, as often as they are named', () => {
    const { t } = words('en', { a: '{x} and {y}, {x}' });
    expect(t('a', { x: '1', y: '2' })).toBe('1 and 2, 1');
  });

  it('leaves a name without a value visible', () => {
    expect(words('en', { a: '{x} {y}' }).t('a', { x: '1' })).toBe('1 {y}');
  });

  it('does not interpret a value: neither names nor replacement signs', () => {
    expect(words('en', { a: '{x}|{y}' }).t('a', { x: '{y}$&', y: '<b>' })).toBe('{y}$&|<b>');
  });
});

describe('makeWords: count', () => {
  const dictionary = { 'found.one': '{count} result', 'found.other': '{count} results' };

  it('takes the plural form of the language', () => {
    const en = words('en', dictionary);
    expect(en.count('found', 1, { count: '1' })).toBe('1 result');
    expect(en.count('found', 0, { count: '0' })).toBe('0 results');
    expect(en.count('found', 2, { count: '2' })).toBe('2 results');
    expect(
      words('ja', { 'found.one': 'x', 'found.other': '{count}件' }).count('found', 1, {
        count: '1',
      }),
    ).toBe('1件');
  });

  it('takes “other” where the language’s own form is not written', () => {
    expect(words('en', { 'found.other': '{count}件' }).count('found', 1, { count: '1' })).toBe(
      '1件',
    );
  });

  it('makes sentences of plural forms too', () => {
    const en = words('en', {
      'found.one': '<b>{count}</b> result',
      'found.other': '<b>{count}</b> results',
    });
    expect(en.countSentence('found', 1, { count: '<b>' })).toEqual([
      [
        { text: '<b>', strong: true },
        { text: ' result', strong: false },
      ],
    ]);
  });

  it('counts by the language, not by its private part', () => {
    expect(words('en-x-easy', dictionary).count('found', 1, { count: '1' })).toBe('1 result');
  });
});

describe('makeWords: sentence', () => {
  it('cuts phrases and marks what is stressed', () => {
    const { sentence } = words('ja', { a: '{year}は<b>{value}</b>。|目標に届きました。' });
    expect(sentence('a', { year: '2023年度', value: '36.5％' })).toEqual([
      [
        { text: '2023年度は', strong: false },
        { text: '36.5％', strong: true },
        { text: '。', strong: false },
      ],
      [{ text: '目標に届きました。', strong: false }],
    ]);
  });

  it('reads no markup in a value', () => {
    const { sentence } = words('ja', { a: '{x}と<b>{y}</b>' });
    expect(sentence('a', { x: '<b>|{y}</b>', y: 'a|b</b>' })).toEqual([
      [
        { text: '<b>|{y}</b>と', strong: false },
        { text: 'a|b</b>', strong: true },
      ],
    ]);
  });

  it('leaves out empty runs', () => {
    expect(words('ja', { a: '<b>{x}</b>{y}' }).sentence('a', { x: '1', y: '' })).toEqual([
      [{ text: '1', strong: true }],
    ]);
  });
});

describe('plainText', () => {
  it('puts the phrases together without marks', () => {
    expect(plainText(words('ja', { a: 'あ<b>い</b>|う' }).sentence('a'))).toBe('あいう');
  });
});

describe('intlLocale', () => {
  it('drops private-use parts', () => {
    expect(intlLocale('ja-x-easy')).toBe('ja');
    expect(intlLocale('zh-Hans')).toBe('zh-Hans');
    expect(intlLocale('en-US')).toBe('en-US');
  });
});

describe('layerDictionaries', () => {
  const fallback = { a: 'A', b: 'B', 'c.one': 'one', 'c.other': 'other' };

  it('takes the first layer that has a key, and the fallback last', () => {
    const { dictionary, missing } = layerDictionaries(
      'en',
      [{ a: 'city' }, { a: 'own', b: 'own' }],
      fallback,
    );
    expect(dictionary).toEqual({ a: 'city', b: 'own', 'c.one': 'one', 'c.other': 'other' });
    expect(missing).toEqual(['c.one', 'c.other']);
  });

  it('misses no plural form that the language does not use', () => {
    expect(layerDictionaries('ja', [{ a: 'あ', 'c.other': 'ほか' }], fallback).missing).toEqual([
      'b',
    ]);
    expect(
      layerDictionaries('ja-x-easy', [{ a: 'あ', b: 'い', 'c.other': 'ほか' }], fallback).missing,
    ).toEqual([]);
  });

  it('takes an empty text for a text', () => {
    const { dictionary, missing } = layerDictionaries('ja', [{ a: '' }], { a: 'A' });
    expect([dictionary.a, missing]).toEqual(['', []]);
  });

  it('leaves out keys the fallback does not know', () => {
    expect(layerDictionaries('ja', [{ a: 'x', zzz: 'y' }], { a: 'A' }).dictionary).toEqual({
      a: 'x',
    });
  });
});
