import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/core/i18n.ts';
import { checksView } from '../../src/views/checks.ts';
import { homeView } from '../../src/views/home.ts';
import { goalViews, sectionTree, stateCounts, topicGroups } from '../../src/views/lists.ts';
import { edition } from './first-city.ts';

const ja = edition('ja');
const en = edition('en');

describe('stateCounts', () => {
  it('counts every indicator once', () => {
    const counts = stateCounts(ja, ja.model.indicators);
    expect(counts.reduce((sum, c) => sum + c.count, 0)).toBe(ja.model.indicators.length);
  });

  it('parts the promises without a result by how the last figure stood', () => {
    const shapes = stateCounts(ja, ja.model.indicators).map((c) => [c.status.shape, c.count]);
    expect(shapes).toEqual([
      ['passed_met', 5],
      ['passed_short', 8],
      ['passed_unknown', 1],
      ['below', 1],
    ]);
  });
});

describe('topicGroups', () => {
  it('shows every indicator under one topic', () => {
    const ids = topicGroups(ja).flatMap((group) => group.rows.map((row) => row.id));
    expect(ids.toSorted()).toEqual(ja.model.indicators.map((i) => i.id).toSorted());
  });
});

describe('goalViews', () => {
  it('lists all 17 goals and under a target the indicators that documents attach to it', () => {
    const goals = goalViews(ja);
    expect(goals).toHaveLength(17);
    expect(goals[5]?.targets.find((t) => t.code === '6.b')?.rows).toHaveLength(3);
    expect(goals[15]?.targets).toEqual([]);
  });
});

describe('sectionTree', () => {
  it('counts the indicators of each heading and links to its page', () => {
    const [plan] = ja.model.plans;
    if (plan === undefined) throw new Error('no plan');
    const tree = sectionTree(ja, plan, null);
    expect(tree).toHaveLength(5);
    const pillars = tree[2]?.children[0]?.children ?? [];
    expect(pillars.map((p) => p.indicators)).toEqual([2, 1, 2, 3, 3, 1]);
    expect(pillars[0]?.href).toBe('/ja/plans/sdgs-2022/pillar-1/');
  });
});

describe('checksView', () => {
  it('counts verdicts and tells the differing check with its formula and its reason', () => {
    const view = checksView(ja);
    expect(view.counts.map((c) => c.count)).toEqual([21, 1, 0]);
    expect(view.differing).toHaveLength(1);
    const row = view.differing[0]?.row;
    expect(row?.formula).toBe('（10,268 − 10,446）÷（10,600 − 10,446）× 100');
    expect(row?.computed).toBe('−115.6％');
    expect(row?.explanation?.text).toContain('当初値より大きく');
  });

  it('marks a mark in the language of the reader', () => {
    const row = checksView(en).tables[1]?.rows.find((r) => r.kind === 'mark');
    expect(row?.published.text).toBe('達成 (reached)');
    expect(row?.computed).toBe('reached');
    expect(row?.verdict).toBe('reproduced');
  });

  it('lists the gaps of each document', () => {
    expect(checksView(ja).gaps.map((g) => g.rows.length)).toEqual([20, 15]);
  });
});

describe('homeView', () => {
  it('leads with what is known of the target years, and says the rest apart', () => {
    const { lead, more } = homeView(ja);
    expect(plainText(lead)).toContain('まだありません');
    expect(more.map(plainText)).toEqual([
      '14件は、目標の年を過ぎ、結果が文書にありません。',
      '目標の年より前のいちばん新しい値では、5件が目標に届く値、8件が目標の手前でした。',
      '1件は、はじまりより後の値が文書にありません。',
      '1件は、目標の年がまだこれからです。',
    ]);
  });
});
