import { describe, expect, it } from 'vitest';
import { inspectCity } from '../../src/inspect.ts';
import { readContentFiles } from '../../src/io/read-content.ts';
import { readDictionaries } from '../../src/io/read-dictionaries.ts';
import { makeEditions, type Edition } from '../../src/views/edition.ts';
import { glossaryView } from '../../src/views/glossary.ts';
import { SECOND_CITY } from '../lib/city.ts';
import { edition } from './first-city.ts';

const ja = edition('ja');
const en = edition('en');
const easy = edition('ja-x-easy');

function term(of: Edition, id: string) {
  const found = glossaryView(of).find((t) => t.id === id);
  if (found === undefined) throw new Error(`no term ${id}`);
  return found;
}

describe('glossaryView', () => {
  it('has every term once in every language', () => {
    const ids = ja.model.glossary.map((g) => g.id).toSorted();
    for (const of of [ja, en, easy])
      expect(
        glossaryView(of)
          .map((t) => t.id)
          .toSorted(),
      ).toEqual(ids);
  });

  it('is in the order of the readings in Japanese, however easy', () => {
    const order = new Intl.Collator('ja');
    const readings = glossaryView(ja).map((t) => t.reading ?? '');
    expect(readings).toEqual(readings.toSorted((a, b) => order.compare(a, b)));
    expect(readings.indexOf('こうく')).toBeLessThan(readings.indexOf('ちかすい かんよう'));
    expect(glossaryView(easy).map((t) => t.id)).toEqual(glossaryView(ja).map((t) => t.id));
  });

  it('is in the order of the alphabet in English', () => {
    const terms = glossaryView(en).map((t) => t.term.text);
    expect(terms).toEqual(terms.toSorted((a, b) => new Intl.Collator('en').compare(a, b)));
    expect(terms.slice(0, 2)).toEqual(['Accommodation tax', 'Achievement rate']);
  });

  it('shows the reading of a term in Japanese', () => {
    const { reading, original } = term(ja, 'groundwater-recharge');
    expect([reading, original]).toEqual(['ちかすい かんよう', null]);
  });

  it('shows the Japanese word with its reading beside the English one', () => {
    const { term: word, reading, original } = term(en, 'groundwater-recharge');
    expect([word.text, word.lang, reading]).toEqual(['Groundwater recharge', 'en', null]);
    expect(original).toEqual({
      term: { text: '地下水かん養', lang: 'ja', state: 'original' },
      reading: 'ちかすい かんよう',
    });
  });

  it('shows neither in easy Japanese, where the term itself carries its reading', () => {
    const { term: word, reading, original } = term(easy, 'school-district');
    expect([word.text, reading, original]).toEqual(['｜校区《こうく》', null, null]);
  });

  it('has a few words for running text in easy Japanese alone', () => {
    const glosses = (of: Edition) => glossaryView(of).filter((t) => t.gloss !== null);
    expect(glosses(ja)).toEqual([]);
    expect(glosses(easy).length).toBeGreaterThan(20);
    expect(term(easy, 'achievement-rate').gloss).toBe('どのくらい できたか');
  });

  it('has the other spellings of its own language', () => {
    expect(term(ja, 'school-district').variants).toEqual(['小学校区', '学区']);
    expect(term(en, 'school-district').variants).not.toContain('小学校区');
    expect(term(en, 'achievement-rate').variants.join(' ')).toContain('progress rate');
    expect(term(easy, 'school-district').variants).toEqual([]);
  });

  it('leads to its place on the page, and to a search for the word of the documents', () => {
    const { href, search } = term(en, 'school-district');
    expect(href).toBe('/en/glossary/#term-school-district');
    expect(search).toBe(`/en/search/?q=${encodeURIComponent('校区')}`);
  });

  it('keeps the original where a term has no translation, and no reading that only repeats it', () => {
    const { model } = inspectCity(readContentFiles(SECOND_CITY), readDictionaries());
    if (model === null) throw new Error('unreadable');
    const [english, german, japanese] = makeEditions(model, readDictionaries(), model.site.url).map(
      (of) => term(of, 'weir'),
    );
    expect([english?.term.text, english?.original, english?.variants]).toEqual([
      'Weir',
      null,
      ['barrage', 'river step'],
    ]);
    expect([german?.term.text, german?.original?.term.text, german?.original?.reading]).toEqual([
      'Wehr',
      'Weir',
      null,
    ]);
    expect(german?.variants).toEqual([]);
    expect([japanese?.term, japanese?.reading, japanese?.original]).toEqual([
      { text: 'Weir', lang: 'en', state: 'original' },
      null,
      null,
    ]);
  });

  it('takes commas, 、 and | for ends of a spelling', () => {
    const spelled: Edition = {
      ...en,
      translate: (dataset, id, field, text) =>
        field === 'variants'
          ? { text: 'one, two words、three | four', lang: 'en', state: 'reviewed' }
          : en.translate(dataset, id, field, text),
    };
    expect(glossaryView(spelled)[0]?.variants).toEqual(['one', 'two words', 'three', 'four']);
  });
});
