import { describe, expect, it } from 'vitest';
import { buildModel } from '../../src/core/model.ts';
import { sourceTexts, translator } from '../../src/core/translate.ts';
import { changedCity, contentOf, csv } from './make.ts';

const TABLE = 'content/translations/en.csv';
const content = contentOf(
  changedCity({
    [TABLE]: csv(
      'dataset,id,field,text,state',
      'indicators,share,name,Share,reviewed',
      'indicators,wells,name,Wells,machine',
    ),
    'content/indicators/share.json': (text) =>
      text.replace(
        '"breaks": []',
        '"breaks": [{"id": "b", "year": 2021, "before": "前", "after": "後", "reason": "設問"}]',
      ),
  }),
);

describe('translator', () => {
  const en = translator(buildModel(content), 'en');

  it('gives the translation with its language and state', () => {
    expect(en('indicators', 'share', 'name', '割合')).toEqual({
      text: 'Share',
      lang: 'en',
      state: 'reviewed',
    });
    expect(en('indicators', 'wells', 'name', '井戸の数')).toEqual({
      text: 'Wells',
      lang: 'en',
      state: 'machine',
    });
  });

  it('falls back visibly to the original', () => {
    expect(en('indicators', 'share', 'official_name', '割合')).toEqual({
      text: '割合',
      lang: 'ja',
      state: 'original',
    });
    expect(en('sections', 'share', 'name', '割合').state).toBe('original');
  });

  it('gives originals in the first language', () => {
    expect(translator(buildModel(content), 'ja')('indicators', 'share', 'name', '割合')).toEqual({
      text: '割合',
      lang: 'ja',
      state: 'original',
    });
  });
});

describe('sourceTexts', () => {
  const keys = sourceTexts(content).map((s) => `${s.dataset}/${s.id}/${s.field}`);

  it('names every text once', () => {
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('knows the texts of every kind of thing, nested sections and breaks included', () => {
    expect(keys).toEqual(
      expect.arrayContaining([
        'site/site/name',
        'topics/water/name',
        'units/percent/difference',
        'plans/plan/short_name',
        'sections/plan-a-1/name',
        'documents/old/name',
        'indicators/share/official_name',
        'breaks/share.b/reason',
        'glossary/well/explanation',
        'facts/people/subject',
      ]),
    );
  });

  it('leaves out texts that are not there', () => {
    expect(keys).not.toContain('indicators/share/definition');
    expect(keys).not.toContain('units/well/difference');
  });

  it('says which ones everybody meets', () => {
    const essential = new Map(
      sourceTexts(content).map((s) => [`${s.dataset}/${s.field}`, s.essential]),
    );
    expect([
      essential.get('indicators/name'),
      essential.get('sections/name'),
      essential.get('units/difference'),
      essential.get('site/publisher'),
    ]).toEqual([true, true, false, false]);
  });
});
