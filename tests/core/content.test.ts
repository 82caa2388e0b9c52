import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/core/content.ts';
import { brief, changedCity, cityTexts, encode } from './make.ts';

const problems = (changes: Parameters<typeof changedCity>[0]) =>
  brief(readContent(changedCity(changes)).problems);
const codes = (changes: Parameters<typeof changedCity>[0]) =>
  problems(changes).map((p) => [p.code, p.file]);

describe('readContent', () => {
  it('reads a sound city without a problem', () => {
    const { content, problems: found } = readContent(encode(cityTexts()));
    expect(found).toEqual([]);
    expect(content?.documents.map((d) => [d.id, d.tables.observations.length])).toEqual([
      ['new', 3],
      ['old', 4],
    ]);
    expect(content?.indicators.map((i) => i.id)).toEqual(['share', 'wells']);
  });

  it('says that there is no city without site.json', () => {
    expect(codes({ 'content/site.json': null })).toEqual([['content_empty', 'content/site.json']]);
    expect(readContent(new Map()).content).toBeNull();
  });

  it('names a missing file, also an empty table', () => {
    expect(codes({ 'content/units.json': null })).toEqual([['file_missing', 'content/units.json']]);
    expect(codes({ 'content/documents/old/gaps.csv': null })).toEqual([
      ['file_missing', 'content/documents/old/gaps.csv'],
    ]);
    expect(
      codes({ 'content/documents/extra/README.md': 'x' }).filter(
        ([code]) => code === 'file_missing',
      ),
    ).toHaveLength(9);
  });

  it('warns of a file it does not read, with the nearest name', () => {
    const { problems: found } = readContent(
      changedCity({ 'content/documents/old/observation.csv': 'x' }),
    );
    expect(found.map((p) => [p.code, p.severity, p.file, p.values['nearest']])).toEqual([
      ['file_unknown', 'warning', 'content/documents/old/observation.csv', 'observations.csv'],
    ]);
  });

  it('reads past files outside content/', () => {
    expect(codes({ 'public/logo.svg': 'x', 'README.md': 'x' })).toEqual([]);
  });

  it('refuses names that cannot be addresses', () => {
    const texts = cityTexts();
    texts.set('content/indicators/Share_2.json', texts.get('content/indicators/share.json') ?? '');
    expect(brief(readContent(encode(texts)).problems).map((p) => [p.code, p.value])).toEqual([
      ['name_unsafe', 'Share_2'],
    ]);
  });

  it('warns of a table that is not in its canonical form', () => {
    const file = 'content/facts.csv';
    expect(codes({ [file]: (t) => t.slice(1) })).toEqual([['csv_not_canonical', file]]);
    expect(codes({ [file]: (t) => t.replaceAll('\r\n', '\n') })).toEqual([
      ['csv_not_canonical', file],
    ]);
    expect(codes({ [file]: (t) => t.replace('people', '"people"') })).toEqual([
      ['csv_not_canonical', file],
    ]);
  });

  it('goes on after a file it cannot read', () => {
    const found = codes({
      'content/indicators/share.json': '{',
      'content/indicators/wells.json': (t) => t.replace('"decrease"', '"down"'),
    });
    expect(found).toEqual([
      ['json_syntax', 'content/indicators/share.json'],
      ['json_invalid', 'content/indicators/wells.json'],
    ]);
  });

  it('finds narrative with its plan, language and place', () => {
    const { content } = readContent(changedCity({ 'content/plans/plan/ja-x-easy/a-1.mdx': '文' }));
    expect(content?.narrative).toEqual([
      {
        file: 'content/plans/plan/ja-x-easy/a-1.mdx',
        plan: 'plan',
        tag: 'ja-x-easy',
        name: 'a-1',
        text: '文',
      },
    ]);
  });

  it('wants a direction for every indicator', () => {
    expect(
      problems({
        'content/indicators/share.json': (t) => t.replace(/ {2}"direction": "increase",\n/u, ''),
      }).map((p) => [p.code, p.field]),
    ).toEqual([['json_invalid', 'direction']]);
  });
});
