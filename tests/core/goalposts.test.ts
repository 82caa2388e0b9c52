import { describe, expect, it } from 'vitest';
import { goalpostsOf } from '../../src/core/goalposts.ts';
import type { Indicator, Observation } from '../../src/core/model.ts';
import { makeDocument, makeIndicator, makeObservation as seen } from './make.ts';

const documents = [makeDocument('a', 0), makeDocument('b', 1), makeDocument('c', 2)];
const posts = (...observations: Observation[]) =>
  goalpostsOf([makeIndicator()], observations, documents);
const kinds = (...observations: Observation[]) => posts(...observations).map((g) => g.kind);
const words = (document: string, year: number, printed: string, over: Partial<Observation> = {}) =>
  seen(document, 'target', year, null, { printed_value: printed, ...over });

describe('goalpostsOf', () => {
  it('tells raised from lowered by the figure alone', () => {
    expect(kinds(seen('a', 'target', 2023, '500'), seen('b', 'target', 2023, '850'))).toEqual([
      'raised',
    ]);
    expect(kinds(seen('a', 'target', 2023, '850'), seen('b', 'target', 2023, '500'))).toEqual([
      'lowered',
    ]);
    expect(
      goalpostsOf(
        [makeIndicator({ direction: 'decrease' })],
        [seen('a', 'target', 2023, '5'), seen('b', 'target', 2023, '6')],
        documents,
      ).map((g) => g.kind),
    ).toEqual(['raised']);
  });

  it('is unchanged for the same value and year, whatever the decimals', () => {
    expect(kinds(seen('a', 'target', 2023, '50'), seen('b', 'target', 2023, '50.0'))).toEqual([
      'unchanged',
    ]);
  });

  it('is postponed or brought forward where only the year moved', () => {
    expect(kinds(seen('a', 'target', 2023, '50'), seen('b', 'target', 2027, '50'))).toEqual([
      'postponed',
    ]);
    expect(kinds(seen('a', 'target', 2027, '50'), seen('b', 'target', 2023, '50'))).toEqual([
      'brought_forward',
    ]);
  });

  it('is raised, not postponed, where figure and year moved', () => {
    expect(kinds(seen('a', 'target', 2023, '50'), seen('b', 'target', 2027, '60'))).toEqual([
      'raised',
    ]);
  });

  it('differs, and is not moved, where two plans set one year’s target', () => {
    const other = { plan_id: 'other' };
    expect(kinds(seen('a', 'target', 2023, '50'), seen('b', 'target', 2023, '80', other))).toEqual([
      'differs',
    ]);
    expect(kinds(seen('a', 'target', 2023, '50'), seen('b', 'target', 2023, '50', other))).toEqual([
      'unchanged',
    ]);
  });

  it('takes a lower figure for an earlier year for a step on the way', () => {
    expect(kinds(seen('a', 'target', 2030, '50'), seen('b', 'target', 2023, '44'))).toEqual([]);
  });

  it('takes a same figure for an earlier year for a step too, where its document goes on to the later one', () => {
    expect(
      kinds(
        seen('a', 'target', 2023, '50'),
        seen('b', 'target', 2019, '50'),
        seen('b', 'target', 2023, '50'),
      ),
    ).toEqual(['unchanged']);
  });

  it('takes one column for one year, though a figure in it lags behind', () => {
    const column = { fiscal_year: 2023 };
    expect(
      kinds(
        seen('a', 'target', 2023, '50', column),
        seen('b', 'target', 2022, '50', { ...column, plan_id: 'other' }),
      ),
    ).toEqual(['unchanged']);
  });

  it('is reworded where words change, or words and number take each other’s place', () => {
    expect(kinds(words('a', 2023, '365日24時間'), words('b', 2023, '毎日'))).toEqual(['reworded']);
    expect(
      kinds(
        words('a', 2023, '上昇', { trend: 'increase' }),
        words('b', 2023, '維持', { trend: 'keep' }),
      ),
    ).toEqual(['reworded']);
    expect(
      kinds(words('a', 2023, '上昇', { trend: 'increase' }), seen('b', 'target', 2023, '9')),
    ).toEqual(['reworded']);
    expect(
      kinds(
        seen('a', 'target', 2023, '9', { trend: 'increase' }),
        words('b', 2023, '上昇', { trend: 'increase' }),
      ),
    ).toEqual(['reworded']);
  });

  it('does not take a year printed in the cell for other words', () => {
    expect(
      kinds(
        words('a', 2023, '上昇', { trend: 'increase' }),
        words('b', 2023, '2023年 上昇', { trend: 'increase' }),
      ),
    ).toEqual(['unchanged']);
    expect(
      kinds(words('a', 2023, '365日24時間'), words('b', 2023, '2023年度 365日24時間')),
    ).toEqual(['unchanged']);
    expect(kinds(words('a', 2023, '毎日'), words('b', 2027, '2027年 毎日'))).toEqual(['postponed']);
  });

  it('compares each document with the one before that sets a target', () => {
    const found = posts(
      seen('c', 'target', 2023, '70'),
      seen('a', 'target', 2023, '50'),
      seen('b', 'actual', 2022, '60'),
    );
    expect(
      found.map((g) => [
        g.goalpost_id,
        g.from_document_id,
        g.to_document_id,
        g.from_target,
        g.to_target,
        g.from_year,
        g.to_year,
      ]),
    ).toEqual([['thing-a-c-2023', 'a', 'c', '50', '70', 2023, 2023]]);
  });

  it('matches targets of the same year, else takes the earlier document’s last', () => {
    const found = posts(
      seen('a', 'target', 2023, '50'),
      seen('a', 'target', 2030, '80'),
      seen('b', 'target', 2023, '55'),
      seen('b', 'target', 2031, '80'),
    );
    expect(found.map((g) => [g.to_year, g.kind, g.from_year])).toEqual([
      [2023, 'raised', 2023],
      [2031, 'postponed', 2030],
    ]);
  });

  it('leaves out repeats, baselines, actuals and other indicators', () => {
    expect(
      posts(
        seen('a', 'target', 2023, '50'),
        seen('a', 'target', 2023, '60', { repeat_of: 'x' }),
        seen('b', 'target', 2023, '50'),
        seen('b', 'target', 2023, '50', { repeat_of: 'y' }),
        seen('b', 'target', 2023, '70', { indicator_id: 'other' }),
        seen('b', 'actual', 2023, '9'),
      ).map((g) => g.kind),
    ).toEqual(['unchanged']);
  });

  it('is empty where one document alone sets targets', () => {
    expect(posts(seen('a', 'target', 2023, '50'), seen('a', 'target', 2030, '80'))).toEqual([]);
  });

  it('shows a target in words as printed', () => {
    const [post] = posts(words('a', 2023, '上昇'), seen('b', 'target', 2023, '50.0'));
    expect([post?.from_target, post?.to_target]).toEqual(['上昇', '50.0']);
  });

  it('finds the same year in any earlier document, not only in the one before', () => {
    const found = posts(
      seen('a', 'target', 2019, '30'),
      seen('b', 'target', 2023, '44', { plan_id: 'other' }),
      seen('c', 'target', 2019, '42', { plan_id: 'third' }),
      seen('c', 'target', 2023, '44', { plan_id: 'third' }),
    );
    expect(found.map((g) => [g.kind, g.from_document_id, g.to_document_id, g.to_year])).toEqual([
      ['raised', 'a', 'b', 2023],
      ['differs', 'a', 'c', 2019],
      ['unchanged', 'b', 'c', 2023],
    ]);
  });
});

describe('a plan that follows another', () => {
  const plans = [
    { id: 'one', predecessor: null },
    { id: 'two', predecessor: 'one' },
  ];
  const of = (indicator: string, plan: string, document: string): Observation =>
    seen(document, 'target', 2023, '1', { indicator_id: indicator, plan_id: plan });
  const between = (indicators: Indicator[], observations: Observation[]) =>
    goalpostsOf(indicators, observations, documents, plans)
      .filter(({ kind }) => kind === 'dropped' || kind === 'new')
      .map((g) => [g.indicator_id, g.kind, g.from_document_id, g.to_document_id, g.from_target]);
  const kept = makeIndicator({ id: 'kept' });
  const gone = makeIndicator({ id: 'gone' });
  const fresh = makeIndicator({ id: 'fresh' });

  it('drops the targets it does not take over, and sets new ones', () => {
    expect(
      between(
        [kept, gone, fresh],
        [
          of('kept', 'one', 'a'),
          of('gone', 'one', 'a'),
          of('kept', 'two', 'b'),
          of('fresh', 'two', 'b'),
        ],
      ),
    ).toEqual([
      ['gone', 'dropped', 'a', 'b', '1'],
      ['fresh', 'new', 'a', 'b', null],
    ]);
  });

  it('drops nothing where its documents print no target at all', () => {
    expect(between([gone], [of('gone', 'one', 'a')])).toEqual([]);
  });

  it('drops nothing where another document of the same plan leaves a target out', () => {
    expect(
      between(
        [kept, gone],
        [of('kept', 'one', 'a'), of('gone', 'one', 'a'), of('kept', 'one', 'b')],
      ),
    ).toEqual([]);
  });

  it('takes a part for its group', () => {
    const part = makeIndicator({ id: 'part', parent: 'kept' });
    expect(between([kept, part], [of('kept', 'one', 'a'), of('part', 'two', 'b')])).toEqual([]);
  });
});
