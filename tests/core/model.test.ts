import { describe, expect, it } from 'vitest';
import { buildModel, flatten } from '../../src/core/model.ts';
import { changedCity, cityTexts, contentOf, csv, encode } from './make.ts';

const model = buildModel(contentOf(encode(cityTexts())));

describe('buildModel', () => {
  it('orders documents from the oldest, as site.json lists them', () => {
    expect(model.documents.map((d) => [d.id, d.order])).toEqual([
      ['old', 0],
      ['new', 1],
    ]);
  });

  it('puts documents and plans that site.json does not list last', () => {
    const changed = buildModel(
      contentOf(changedCity({ 'content/site.json': (t) => t.replace('"old",\n', '') })),
    );
    expect(changed.documents.map((d) => d.id)).toEqual(['new', 'old']);
  });

  it('gives every row the document that printed it', () => {
    expect(model.observations.map((o) => `${o.document_id} ${o.observation_id}`)).toEqual([
      'old old-t1-r1-c1',
      'old old-t1-r1-c2',
      'old old-t1-r2-c1',
      'old old-t1-r2-c2',
      'new new-t1-r1-c1',
      'new new-t1-r1-c2',
      'new new-t1-r1-c3',
    ]);
    expect(model.assessments.map((a) => a.document_id)).toEqual(['new']);
  });

  it('joins what follows from the content', () => {
    expect(model.promises.get('share')?.map((p) => [p.document.id, p.state])).toEqual([
      ['new', 'passed_unknown'],
      ['old', 'passed_unknown'],
    ]);
    expect(model.promises.get('wells')?.map((p) => p.state)).toEqual(['passed_unknown']);
    expect(model.checks.map((c) => [c.check_id, c.verdict, c.computed])).toEqual([
      ['new-t1-r1-rate', 'reproduced', '50.0'],
    ]);
    expect(model.goalposts.map((g) => [g.indicator_id, g.kind])).toEqual([['share', 'unchanged']]);
  });

  it('gives each use its SDG targets in number order', () => {
    const { uses } = buildModel(
      contentOf(
        changedCity({
          'content/documents/old/uses.csv': csv(
            'use_id,plan_id,section_id,indicator_id,level,printed_label,repeat_of,locator',
            'u-1,plan,plan-a,share,kpi,x,,l',
          ),
          'content/documents/old/use_sdg_targets.csv': csv(
            'use_id,sdg_target',
            'u-1,11.b',
            'u-1,9.4',
            'u-1,11.2',
            'u-2,1.1',
          ),
        }),
      ),
    );
    expect(uses.map((u) => u.sdg_targets)).toEqual([['9.4', '11.2', '11.b']]);
  });
});

describe('flatten', () => {
  it('lists a tree in reading order with parents, places and tails', () => {
    const tree = [
      {
        id: 'p-1',
        kind: 'chapter',
        name: 'One',
        sections: [
          { id: 'p-1-a', kind: 'policy', name: 'A', page: false },
          { id: 'other', kind: 'policy', name: 'B' },
        ],
      },
      { id: 'p-2', kind: 'chapter', code: '２', name: 'Two' },
    ];
    expect(
      flatten('p', tree, null, 0).map((s) => [
        s.id,
        s.parent_id,
        s.position,
        s.depth,
        s.tail,
        s.has_page,
        s.code,
      ]),
    ).toEqual([
      ['p-1', null, 1, 0, '1', true, null],
      ['p-1-a', 'p-1', 1, 1, '1-a', false, null],
      ['other', 'p-1', 2, 1, 'other', true, null],
      ['p-2', null, 2, 0, '2', true, '２'],
    ]);
  });
});
