import { describe, expect, it } from 'vitest';
import common from '../../src/narrative/common-readings.json' with { type: 'json' };
import { approvedReadings, wordReader } from '../../src/narrative/readings.ts';
import type { Part } from '../../src/narrative/ruby.ts';

const read = wordReader(
  new Map([
    ['市', ['し']],
    ['場', ['ば']],
    ['市内', ['しない']],
    ['地下', ['ちか']],
    ['地下水', ['ちかすい']],
    ['水源', ['すいげん']],
    ['地下水かん養', ['ちかすい かんよう']],
    ['人気', ['にんき', 'ひとけ']],
  ]),
);

/** Parts as one text: [word|reading] for a word that got one. */
const shown = (parts: readonly Part[]) =>
  parts.map((p) => (p.reading === null ? p.text : `[${p.text}|${p.reading}]`)).join('');
const said = (text: string) => shown(read(text));

describe('wordReader', () => {
  it('gives a word its reading wherever it stands', () => {
    expect(said('地下水は地下水。')).toBe('[地下水|ちかすい]は[地下水|ちかすい]。');
    expect(said('市内')).toBe('[市内|しない]');
  });

  it('takes the longest word that fits', () => {
    expect(said('地下水かん養の地下')).toBe('[地下水かん養|ちかすいかんよう]の[地下|ちか]');
  });

  it('reads a run of kanji that is made of words, if need be with a shorter first word', () => {
    expect(said('市内地下水')).toBe('[市内|しない][地下水|ちかすい]');
    expect(said('地下水源')).toBe('[地下|ちか][水源|すいげん]');
  });

  it('never reads a part of a longer run: the rest might change the word', () => {
    expect(said('市場')).toBe('市場');
    expect(said('地下水位')).toBe('地下水位');
    expect(said('大地下')).toBe('大地下');
    expect(said('市内産')).toBe('市内産');
    expect(said('地下々')).toBe('地下々');
    expect(said('地下ヶ')).toBe('地下ヶ');
  });

  it('reads on after a run it could not read', () => {
    expect(said('大地下の地下水')).toBe('大地下の[地下水|ちかすい]');
  });

  it('leaves a single kanji alone: 市 is read in many ways', () => {
    expect(said('市と場')).toBe('市と場');
  });

  it('leaves a word alone that is read in more than one way', () => {
    expect(said('人気の地下')).toBe('人気の[地下|ちか]');
  });

  it('writes the reading in one piece', () => {
    expect(read('地下水かん養')).toEqual([{ text: '地下水かん養', reading: 'ちかすいかんよう' }]);
  });

  it('keeps a reading that the text brings itself', () => {
    expect(said('｜地下水《じかみず》と地下水')).toBe('[地下水|じかみず]と[地下水|ちかすい]');
  });

  it('changes no letter of a text', () => {
    const text = '2024年、地下水<b>地下</b>の市場 &amp; 人気。';
    expect(
      read(text)
        .map((p) => p.text)
        .join(''),
    ).toBe(text);
    expect(read('')).toEqual([]);
  });

  it('knows no word but the approved ones', () => {
    expect(shown(wordReader(new Map())('世界と地下水'))).toBe('世界と地下水');
  });

  it('reads the general words and the city’s own alike', () => {
    const city = wordReader(approvedReadings({ 湊川: 'みなとがわ' }));
    expect(shown(city('湊川の世界'))).toBe('[湊川|みなとがわ]の[世界|せかい]');
  });

  it('leaves a general word alone once the city reads it in another way', () => {
    expect(shown(wordReader(approvedReadings({ 世界: 'よのなか' }))('世界'))).toBe('世界');
  });
});

describe('approvedReadings', () => {
  it('joins the city’s words with the general ones', () => {
    const approved = approvedReadings({ 湊川: 'みなとがわ' });
    expect(approved.get('湊川')).toEqual(['みなとがわ']);
    expect(approved.get('世界')).toEqual(['せかい']);
    expect(approved.size).toBe(Object.keys(common).length + 1);
  });

  it('adds a city’s reading to the general one, each once', () => {
    expect(approvedReadings({ 世界: 'よのなか' }).get('世界')).toEqual(['せかい', 'よのなか']);
    expect(approvedReadings({ 世界: ['せかい', 'よのなか'] }).get('世界')).toEqual([
      'せかい',
      'よのなか',
    ]);
  });
});
