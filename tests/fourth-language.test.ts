import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Files } from '../src/core/content.ts';
import { decimal } from '../src/core/decimal.ts';
import { page } from '../src/core/paths.ts';
import { sourceTexts } from '../src/core/translate.ts';
import { english } from '../src/i18n/index.ts';
import { inspectCity } from '../src/inspect.ts';
import { readContentFiles } from '../src/io/read-content.ts';
import { readDictionaries } from '../src/io/read-dictionaries.ts';
import { makeEditions } from '../src/views/edition.ts';
import { glossaryView } from '../src/views/glossary.ts';
import { indicatorView } from '../src/views/indicator.ts';
import { measureView } from '../src/views/measure.ts';
import { allPages, languagesOf } from '../src/views/pages.ts';
import { encode } from './core/make.ts';
import { PROJECT, SECOND_CITY } from './lib/city.ts';

/** A language that nothing in src knows of, added to the second city by files alone. */
const TAG = 'ga';
const SEGMENT = 'gaeilge';

const WORDS = {
  'nav.home': 'Baile',
  'nav.measures': 'Bearta',
  'year.calendar': 'bliain {year}',
};
const TRANSLATIONS = [
  'dataset,id,field,text,state',
  'glossary,weir,explanation,Balla íseal trasna na habhann.,machine',
  'glossary,weir,term,Cora,reviewed',
  'indicators,river-nitrate,name,Níotráit san abhainn,reviewed',
  'plans,tide-2020,name,Plean na Taoide 2020–2029,reviewed',
  'units,visitor,pattern,{value} cuairteoir,reviewed',
];
const NARRATIVE = [
  '---',
  'state: machine',
  '---',
  '',
  'Féachann an plean ar <Fact id="shore-length" /> den chladach.',
  '',
  '- <Value observation="tide-2020-plan-t1-r1-c1" />, <Value observation="tide-2020-plan-t1-r1-c3" />',
  '- <Value observation="tide-2020-plan-t2-r1-c1" />, <Value observation="tide-2020-plan-t2-r1-c2" />',
  '',
];

const city = readContentFiles(SECOND_CITY);
interface Site {
  readonly languages: readonly Readonly<Record<string, string>>[];
}

/** The second city with the language's files laid over it. */
function withLanguage(): Files {
  const text = new TextDecoder().decode(city.get('content/site.json'));
  const site = JSON.parse(text) as Site;
  const language = { tag: TAG, segment: SEGMENT, name: 'Gaeilge' };
  return new Map([
    ...city,
    ...encode(
      new Map([
        [
          'content/site.json',
          JSON.stringify({ ...site, languages: [...site.languages, language] }, null, 2),
        ],
        [`content/i18n/${TAG}.json`, JSON.stringify(WORDS, null, 2)],
        [
          `content/translations/${TAG}.csv`,
          `\uFEFF${TRANSLATIONS.map((line) => `${line}\r\n`).join('')}`,
        ],
        [`content/plans/tide-2020/${TAG}/index.mdx`, NARRATIVE.join('\n')],
      ]),
    ),
  ]);
}

const dictionaries = readDictionaries();
const { content, model, problems } = inspectCity(withLanguage(), dictionaries);
if (content === null || model === null)
  throw new Error(problems.map((p) => `${p.file}:${String(p.line)} ${p.code}`).join('\n'));
const editions = makeEditions(model, dictionaries, model.site.url);
const edition = editions.find((e) => e.tag === TAG);
if (edition === undefined) throw new Error('no edition');

describe('a language added by its files alone', () => {
  it('is named nowhere in src', () => {
    const files = readdirSync(join(PROJECT, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const named = new RegExp(`(?<![\\w-])(?:${TAG}|${SEGMENT})(?![\\w-])`, 'iu');
    expect(files.length).toBeGreaterThan(100);
    expect(
      files.filter((file) => named.test(file) || named.test(readFileSync(file, 'utf8'))),
    ).toEqual([]);
    expect(dictionaries.has(TAG)).toBe(false);
  });

  it('brings no error, and is told what it still misses', () => {
    const own = problems.filter((p) => p.file.includes(`/${TAG}`));
    expect(own.map((p) => [p.code, p.severity, p.file])).toEqual([
      ['dictionary_incomplete', 'warning', `content/i18n/${TAG}.json`],
      ['translation_missing', 'warning', `content/translations/${TAG}.csv`],
    ]);
    const before = inspectCity(city, dictionaries).problems;
    expect(problems.filter((p) => !own.includes(p))).toEqual(before);
  });

  it('has an edition at the end of the menu, with addresses of its own', () => {
    expect(editions.map((e) => e.tag)).toEqual(['en', 'de', 'ja', TAG]);
    expect(edition).toMatchObject({ segment: SEGMENT, name: 'Gaeilge', readings: null });
    expect(edition.paths.page(TAG, page.indicator('sea-wall'))).toBe(
      `/rivermouth/${SEGMENT}/indicators/sea-wall/`,
    );
  });

  it('speaks with its own words, and in English where it has none', () => {
    expect(edition.words.t('nav.home')).toBe('Baile');
    expect(edition.words.t('nav.measures')).toBe('Bearta');
    expect(edition.words.t('nav.search')).toBe(english['nav.search']);
    const missing = Object.keys(english).length - Object.keys(WORDS).length;
    const [told] = problems.filter((p) => p.file === `content/i18n/${TAG}.json`);
    expect(told?.values['count']).toBe(String(missing));
  });

  it('writes years, units and dates in its own way', () => {
    expect(edition.format.year(2022, 'fiscal_year')).toBe('bliain 2022');
    expect(edition.format.value(decimal('9870'), 'visitor')).toBe('9,870 cuairteoir');
    expect(edition.format.value(decimal('27.4'), 'kilometre')).toBe('27.4 km');
    expect(edition.format.date('2025-06-30')).toBe('30 Meitheamh 2025');
  });

  it('shows translated names as its own, and others in the original, marked as such', () => {
    const name = (id: string) => {
      const indicator = model.indicators.find((i) => i.id === id);
      if (indicator === undefined) throw new Error(id);
      return indicatorView(edition, indicator).title;
    };
    expect(name('river-nitrate')).toEqual({
      text: 'Níotráit san abhainn',
      lang: TAG,
      state: 'reviewed',
    });
    expect(name('sea-wall')).toMatchObject({ lang: 'en', state: 'original' });
    expect(glossaryView(edition)[0]).toMatchObject({
      term: { text: 'Cora', lang: TAG },
      explanation: { lang: TAG, state: 'machine' },
      original: { term: { text: 'Weir', lang: 'en' } },
    });
    for (const measure of model.measures)
      expect(measureView(edition, measure).title).toMatchObject({
        text: measure.name,
        lang: 'en',
      });
  });

  it('takes nothing from the other translations', () => {
    const { text } = edition.translate('indicators', 'ferry-punctuality', 'name', 'original');
    expect(text).toBe('original');
  });

  it('is a language of every page but those whose narrative it lacks', () => {
    expect(languagesOf(model, page.plan('tide-2020'))).toEqual(['en', 'de', TAG]);
    expect(languagesOf(model, page.section('tide-2020', 'river'))).toEqual(['en']);
    expect(languagesOf(model, page.plan('harbour-2015'))).toEqual(['en']);
    expect(allPages(model).filter((path) => !languagesOf(model, path).includes(TAG))).toEqual([
      page.plan('harbour-2015'),
      page.section('tide-2020', 'river'),
    ]);
  });

  it('counts what it has of the content', () => {
    const essential = sourceTexts(content).filter((s) => s.essential);
    const translated = new Set(TRANSLATIONS.map((line) => line.split(',').slice(0, 3).join('/')));
    const missing = essential.filter((s) => !translated.has(`${s.dataset}/${s.id}/${s.field}`));
    expect(missing.length).toBe(essential.length - 5);
    expect(model.coverage.find((c) => c.tag === TAG)).toEqual({
      tag: TAG,
      reviewed: 4,
      machine: 1,
      missing: missing.length,
      narrative: 1,
      narrative_of: 3,
    });
  });

  it('leaves the other languages as they were', () => {
    const before = inspectCity(city, dictionaries).model;
    expect(model.coverage.slice(0, -1)).toEqual(before?.coverage);
    const path = page.section('tide-2020', 'river');
    expect(before === null ? null : languagesOf(before, path)).toEqual(languagesOf(model, path));
  });
});
