import { describe, expect, it } from 'vitest';
import { explanationProblems, referenceProblems } from '../../src/core/references.ts';
import { brief, changedCity, contentOf, csv, observationsCsv } from './make.ts';

const OLD = 'content/documents/old/observations.csv';
const NEW = 'content/documents/new/observations.csv';
const RATES = 'content/documents/new/assessments.csv';
const LINKS = 'content/links.csv';
const NOTED = new Set(['id_new', 'translation_missing']);

type Changes = Parameters<typeof changedCity>[0];
/** What the small city says after some changes, without what it always says. */
function found(changes: Changes) {
  return referenceProblems(contentOf(changedCity(changes))).filter((p) => !NOTED.has(p.code));
}
const short = (changes: Changes) => brief(found(changes));

describe('referenceProblems', () => {
  it('finds nothing in a sound city', () => {
    expect(short({})).toEqual([]);
  });

  it('finds an assessment that differs from the observation of its row', () => {
    expect(short({ [RATES]: (t) => t.replace('2022,40.0', '2022,40.1') })).toEqual([
      {
        code: 'assessment_differs',
        file: RATES,
        line: 2,
        column: 9,
        field: 'actual',
        value: '40.1',
      },
    ]);
    expect(
      short({ [RATES]: (t) => t.replace('2020,30.0', '2020,') }).map((p) => [p.code, p.field]),
    ).toEqual([['assessment_differs', 'baseline']]);
    expect(short({ [RATES]: (t) => t.replace('2022,40.0', '2022,40') })).toEqual([]);
  });

  it('finds a value that is not the printed one', () => {
    expect(
      short({
        [NEW]: (t) => t.replace('actual,40.0,false', 'actual,41.0,false'),
        [RATES]: (t) => t.replace('2022,40.0', '2022,41.0'),
      }),
    ).toEqual([
      {
        code: 'value_not_as_printed',
        file: NEW,
        line: 3,
        column: 15,
        field: 'value',
        value: '41.0',
      },
    ]);
  });

  it('compares values printed with a unit that holds a digit', () => {
    const printed = (value: string) => ({
      [OLD]: (t: string) => t.replace('ok,8,,', `ok,${value},,`),
    });
    expect(short(printed('8万㎥'))).toEqual([]);
    expect(short(printed('9万㎥')).map((p) => p.code)).toEqual(['value_not_as_printed']);
    expect(short(printed('△8')).map((p) => p.code)).toEqual(['value_not_as_printed']);
  });

  it('finds a repeat that differs from its first', () => {
    const cells = (value: string, over = {}) =>
      observationsCsv('old-t1', [
        {
          id: 'old-t1-r1-c1',
          row: 1,
          column: 1,
          indicator: 'share',
          year: 2020,
          role: 'baseline',
          value: '30.0',
        },
        {
          id: 'old-t1-r9-c1',
          row: 9,
          column: 1,
          indicator: 'share',
          year: 2020,
          role: 'baseline',
          value,
          repeatOf: 'old-t1-r1-c1',
          ...over,
        },
      ]);
    expect(short({ [OLD]: cells('30.0') })).toEqual([]);
    expect(short({ [OLD]: cells('31.0') })).toEqual([
      {
        code: 'repeat_differs',
        file: OLD,
        line: 3,
        column: 25,
        field: 'repeat_of',
        value: 'old-t1-r1-c1',
      },
    ]);
    expect(short({ [OLD]: cells('30.0', { year: 2021 }) }).map((p) => p.code)).toEqual([
      'repeat_differs',
    ]);
    expect(short({ [OLD]: cells('30.0', { role: 'actual' }) }).map((p) => p.code)).toEqual([
      'repeat_differs',
    ]);
    expect(short({ [OLD]: cells('30.0', { indicator: 'wells' }) }).map((p) => p.code)).toEqual([
      'repeat_differs',
    ]);
  });

  it('finds a status that contradicts its value, and a target that is neither number nor words', () => {
    const one = (cell: Partial<Parameters<typeof observationsCsv>[1][number]>) =>
      short({
        [OLD]: observationsCsv('old-t1', [
          {
            id: 'o',
            row: 1,
            column: 1,
            indicator: 'share',
            year: 2023,
            role: 'target',
            value: '5',
            ...cell,
          },
        ]),
      }).map((p) => [p.code, p.field]);
    expect(one({})).toEqual([]);
    expect(one({ status: 'not_yet' })).toEqual([['status_contradicts_value', 'status']]);
    expect(one({ value: '', printed: '毎日' })).toEqual([['status_contradicts_value', 'status']]);
    expect(one({ value: '', printed: '毎日', status: 'text' })).toEqual([]);
    expect(one({ value: '', printed: '上昇', status: 'text', trend: 'increase' })).toEqual([]);
    expect(one({ value: '', printed: '', status: 'not_yet' })).toEqual([
      ['target_direction_unclear', 'value'],
    ]);
  });

  it('finds unknown ids in tables, with the nearest known one', () => {
    const [problem] = found({ [OLD]: (t) => t.replaceAll(',wells,wells,', ',well,wells,') });
    expect(brief(problem === undefined ? [] : [problem])).toEqual([
      {
        code: 'unknown_reference',
        file: OLD,
        line: 4,
        column: 8,
        field: 'indicator_id',
        value: 'well',
      },
    ]);
    expect(problem?.values).toEqual({ target: 'indicators', nearest: 'wells' });
    expect(
      short({ [RATES]: (t) => t.replace('50,,,Chapter', '50,,no-comment,Chapter') }).map((p) => [
        p.field,
        p.value,
      ]),
    ).toEqual([['comment_key', 'no-comment']]);
    expect(
      short({ 'content/facts.csv': (t) => t.replace('people,old', 'people,odl') }).map((p) => [
        p.field,
        p.value,
        p.column,
      ]),
    ).toEqual([['document_id', 'odl', 2]]);
    expect(
      short({ 'content/explanations.csv': csv('check_id,text', 'new-t1-r2-rate,Why.') }).map(
        (p) => [p.field, p.value],
      ),
    ).toEqual([['check_id', 'new-t1-r2-rate']]);
  });

  it('finds unknown targets of links, by their kind', () => {
    const measures = 'content/documents/old/measures.csv';
    const withMeasure = (t: string) => `${t}m-1,plan,plan-a,2022,,,,,,事業,,,,,,,Chapter\r\n`;
    const link = (kind: string, target: string) =>
      short({
        [measures]: withMeasure,
        [LINKS]: csv(
          'measure_id,target_kind,target_id,basis,reason',
          `m-1,${kind},${target},printed,x`,
        ),
      });
    expect(link('indicator', 'share')).toEqual([]);
    expect(link('section', 'plan-a-1')).toEqual([]);
    expect(link('indicator', 'plan-a-1')).toEqual([
      {
        code: 'unknown_reference',
        file: LINKS,
        line: 2,
        column: 3,
        field: 'target_id',
        value: 'plan-a-1',
      },
    ]);
    expect(link('section', 'share').map((p) => p.code)).toEqual(['unknown_reference']);
  });

  it('finds unknown ids in JSON, with line and column', () => {
    expect(
      short({ 'content/indicators/share.json': (t) => t.replace('"percent"', '"percnt"') }),
    ).toEqual([
      {
        code: 'unknown_reference',
        file: 'content/indicators/share.json',
        line: 8,
        column: 11,
        field: 'unit',
        value: 'percnt',
      },
    ]);
    expect(
      short({ 'content/indicators/share.json': (t) => t.replace('"water"', '"watr"') }).map((p) => [
        p.line,
        p.field,
        p.value,
      ]),
    ).toEqual([[13, 'topics.0', 'watr']]);
    expect(
      short({
        'content/plans/plan/plan.json': (t) =>
          t.replace('"predecessor": null', '"predecessor": "plna"'),
      }).map((p) => [p.line, p.column, p.value]),
    ).toEqual([[7, 18, 'plna']]);
    expect(
      short({ 'content/site.json': (t) => t.replace('"new"\n', '"nww"\n') }).map((p) => [
        p.field,
        p.value,
      ]),
    ).toEqual([['documents', 'nww']]);
    expect(
      short({
        'content/documents/old/document.json': (t) => t.replace('"plan"\n', '"paln"\n'),
      }).map((p) => [p.field, p.value]),
    ).toEqual([['plans', 'paln']]);
  });

  it('finds an id that two documents use', () => {
    const [problem] = found({ [NEW]: (t) => t.replace('new-t1-r1-c2', 'old-t1-r1-c2') });
    expect([problem?.code, problem?.value]).toEqual(['duplicate_key', 'old-t1-r1-c2']);
    // Each place names the other.
    expect(
      [`${problem?.file ?? ''}:${String(problem?.line)}`, problem?.values['first']].toSorted(),
    ).toEqual([`${NEW}:3`, `${OLD}:3`]);
  });

  it('finds files of a language the site does not have', () => {
    const table = csv('dataset,id,field,text,state');
    expect(
      short({
        'content/translations/fr.csv': table,
        'content/i18n/fr.json': '{}',
        'content/plans/plan/fr/index.mdx': 'x',
      }).map((p) => [p.code, p.file, p.value]),
    ).toEqual([
      ['unknown_language', 'content/translations/fr.csv', 'fr'],
      ['unknown_language', 'content/i18n/fr.json', 'fr'],
      ['unknown_language', 'content/plans/plan/fr/index.mdx', 'fr'],
    ]);
  });

  it('finds narrative that belongs to no section', () => {
    expect(
      short({
        'content/plans/plan/ja/a.mdx': '文',
        'content/plans/plan/ja/a-1.mdx': '文',
        'content/plans/plan/ja/index.mdx': '文',
      }),
    ).toEqual([]);
    expect(
      short({ 'content/plans/plan/ja/b.mdx': '文' }).map((p) => [p.code, p.file, p.value]),
    ).toEqual([['unknown_reference', 'content/plans/plan/ja/b.mdx', 'b']]);
  });

  it('finds translations of nothing, and allows a language’s own plural form and scale', () => {
    const table = (...rows: string[]) => ({
      'content/translations/en.csv': csv('dataset,id,field,text,state', ...rows),
    });
    expect(
      short(
        table(
          'units,well,pattern.one,{value} well,reviewed',
          'units,well,multiplier,10,reviewed',
          'indicators,share,name,Share,reviewed',
        ),
      ),
    ).toEqual([]);
    expect(
      short(table('indicators,share,nam,Share,reviewed')).map((p) => [p.code, p.line, p.value]),
    ).toEqual([['unknown_reference', 2, 'indicators/share/nam']]);
    expect(short(table('units,nothing,pattern.one,x,reviewed')).map((p) => p.value)).toEqual([
      'units/nothing/pattern.one',
    ]);
  });

  it('counts missing translations of what everybody meets, for each further language', () => {
    const of = (changes: Changes) =>
      referenceProblems(contentOf(changedCity(changes))).filter(
        (p) => p.code === 'translation_missing',
      );
    const all = Number(of({})[0]?.values['count']);
    expect(of({}).map((p) => [p.severity, p.file, p.values['tag']])).toEqual([
      ['warning', 'content/translations/en.csv', 'en'],
    ]);
    const one = of({
      'content/translations/en.csv': csv(
        'dataset,id,field,text,state',
        'indicators,share,name,Share,reviewed',
      ),
    });
    expect(Number(one[0]?.values['count'])).toBe(all - 1);
  });
});

describe('explanationProblems', () => {
  const said = (rate: string, ...explained: string[]) =>
    explanationProblems(
      contentOf(
        changedCity({
          [RATES]: (t) => t.replace(',50,,,Chapter', `,${rate},,,Chapter > X`),
          'content/explanations.csv': csv('check_id,text', ...explained),
        }),
      ),
    ).map((p) => [p.code, p.severity, p.value]);

  it('asks for one where a check differs', () => {
    expect(said('51')).toEqual([['explanation_missing', 'warning', 'new-t1-r1-rate']]);
    expect(said('51', 'new-t1-r1-rate,Why.')).toEqual([]);
  });

  it('refuses one where a check reproduces', () => {
    expect(said('50')).toEqual([]);
    expect(said('50', 'new-t1-r1-rate,Why.')).toEqual([
      ['explanation_not_needed', 'error', 'new-t1-r1-rate'],
    ]);
  });
});
