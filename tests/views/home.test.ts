import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/core/i18n.ts';
import { homeView } from '../../src/views/home.ts';
import { edition, fullCity } from './first-city.ts';

const model = fullCity();
const ja = homeView(edition('ja', model));
const en = homeView(edition('en', model));
const sum = (counts: readonly { readonly count: number }[]) =>
  counts.reduce((all, { count }) => all + count, 0);

describe('questions of citizens', () => {
  it('are all answered, in every language', () => {
    for (const view of [ja, en, homeView(edition('ja-x-easy', model))]) {
      expect(view.questions).toHaveLength(model.site.questions?.length ?? 0);
      expect(view.questions.filter(({ answer }) => answer.length === 0)).toEqual([]);
    }
  });

  it('are answered from the newest figure, with how far it has moved', () => {
    const babies = ja.questions.find(({ id }) => id === 'babies');
    expect(babies?.answer.map(plainText)).toEqual([
      '2014年から2023年までに1,694人減りました。',
      '2023年は5,345人。目標の7,000人以上には届きませんでした。',
    ]);
    expect(babies?.status?.shape).toBe('not_reached');
    expect(babies?.href).toBe('/ja/indicators/births/');
  });

  it('lead to the budget where they ask for money', () => {
    const money = en.questions.find(({ id }) => id === 'money');
    expect(money?.href).toBe('/en/budget/');
    expect(money?.answer.map(plainText).join('')).toContain('not the whole budget');
    expect(money?.parts.map(({ amount }) => amount)).toEqual([
      '¥11.2 billion',
      '¥1.08 billion',
      '¥68.8 billion',
    ]);
  });
});

describe('promises by plan', () => {
  it('count each indicator of a plan once', () => {
    for (const { plan, row } of model.plans.map((one, n) => ({ plan: one, row: ja.plans[n] }))) {
      const used = new Set(
        model.uses.filter((use) => use.plan_id === plan.id).map((use) => use.indicator_id),
      );
      expect([plan.id, sum(row?.states ?? [])]).toEqual([plan.id, used.size]);
    }
  });

  it('stand beside the city’s own count, marks from the best to the worst', () => {
    const said = ja.plans.map(({ city }) => city);
    expect(said[model.plans.findIndex(({ id }) => id === 'comprehensive-7')]).toBe(
      '市の評価：○ 22、△ 3、× 27',
    );
    expect(said[model.plans.findIndex(({ id }) => id === 'strategy-2')]).toBe(
      '市の評価は、文書にありません。',
    );
  });
});

it('counts every promise under one theme', () => {
  expect(ja.topics.reduce((all, { states }) => all + sum(states), 0)).toBe(ja.count);
});

it('calls a promise only what has a target', () => {
  const without = ja.states.find(({ status }) => status.shape === 'none')?.count ?? 0;
  expect(without).toBeGreaterThan(0);
  expect(plainText(ja.lead)).toContain(`${String(ja.count - without)}件の約束`);
});

it('leads from situations of life to pages that are there', () => {
  expect(ja.situations.map(({ links }) => links.length)).toEqual(
    (model.site.situations ?? []).map(({ links }) => links.length),
  );
  expect(ja.situations.length).toBeGreaterThan(0);
});
