import { describe, expect, it } from 'vitest';
import { coverageOf, keepsOriginal } from '../../src/core/coverage.ts';
import { sourceTexts } from '../../src/core/translate.ts';
import { changedCity, cityTexts, contentOf, csv, encode } from './make.ts';

const HEAD = 'dataset,id,field,text,state';
const EASY = { tag: 'ja-x-easy', segment: 'ja-easy', name: 'やさしい', readings: 'shown' };

/** The small city in Japanese, English and easy Japanese, with files of its own. */
function coverage(files: Readonly<Record<string, string>> = {}) {
  const city = changedCity({
    'content/site.json': (text) => {
      const site = JSON.parse(text) as { languages: unknown[] };
      return JSON.stringify({ ...site, languages: [...site.languages, EASY] });
    },
  });
  const own = encode(new Map(Object.entries(files)));
  const content = contentOf(new Map([...city, ...own]));
  return new Map(coverageOf(content).map((c) => [c.tag, c]));
}
const essential = sourceTexts(contentOf(encode(cityTexts()))).filter((s) => s.essential);

describe('coverageOf', () => {
  it('tells the languages in menu order', () => {
    expect([...coverage().keys()]).toEqual(['ja', 'en', 'ja-x-easy']);
  });

  it('misses nothing in the language of the content', () => {
    expect(coverage().get('ja')).toMatchObject({ reviewed: 0, machine: 0, missing: 0 });
  });

  it('misses every essential text of a language that has none', () => {
    expect(essential.length).toBeGreaterThan(10);
    expect(coverage().get('en')).toEqual({
      tag: 'en',
      reviewed: 0,
      machine: 0,
      missing: essential.length,
      narrative: 0,
      narrative_of: 0,
    });
  });

  it('counts texts by who translated them, and misses one less for each', () => {
    const { reviewed, machine, missing } =
      coverage({
        'content/translations/en.csv': csv(
          HEAD,
          'indicators,share,name,Share,reviewed',
          'indicators,wells,name,Wells,machine',
          'topics,water,name,Water,reviewed',
        ),
      }).get('en') ?? {};
    expect([reviewed, machine, missing]).toEqual([2, 1, essential.length - 3]);
  });

  it('does not miss a text that few meet, though it counts its translation', () => {
    const { reviewed, missing } =
      coverage({
        'content/translations/en.csv': csv(HEAD, 'site,site,publisher,Office,reviewed'),
      }).get('en') ?? {};
    expect([reviewed, missing]).toEqual([1, essential.length]);
  });

  it('does not take one language’s translations for another’s', () => {
    const all = coverage({
      'content/translations/en.csv': csv(HEAD, 'topics,water,name,Water,reviewed'),
    });
    expect(all.get('ja-x-easy')?.reviewed).toBe(0);
  });

  it('does not ask an easy language for official names', () => {
    const official = essential.filter(
      (s) =>
        ['official_name', 'publisher'].includes(s.field) ||
        (s.field === 'name' && ['plans', 'documents'].includes(s.dataset)),
    );
    expect(official.length).toBeGreaterThan(4);
    expect(coverage().get('ja-x-easy')?.missing).toBe(essential.length - official.length);
  });

  it('counts narrative beside the original’s', () => {
    const all = coverage({
      'content/plans/plan/ja/index.mdx': '文\n',
      'content/plans/plan/ja/a.mdx': '文\n',
      'content/plans/plan/en/index.mdx': 'Text\n',
    });
    expect([...all.values()].map((c) => [c.narrative, c.narrative_of])).toEqual([
      [2, 2],
      [1, 2],
      [0, 2],
    ]);
  });
});

describe('keepsOriginal', () => {
  it('is said of official names in easy languages alone', () => {
    expect(keepsOriginal(true, 'plans', 'name')).toBe(true);
    expect(keepsOriginal(true, 'indicators', 'official_name')).toBe(true);
    expect(keepsOriginal(true, 'documents', 'publisher')).toBe(true);
    expect(keepsOriginal(true, 'plans', 'short_name')).toBe(false);
    expect(keepsOriginal(true, 'indicators', 'name')).toBe(false);
    expect(keepsOriginal(false, 'plans', 'name')).toBe(false);
  });
});
