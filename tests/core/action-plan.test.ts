import { describe, expect, it } from 'vitest';
import { countedOnce, measuresUnder } from '../../src/core/totals.ts';
import { fullCity } from '../views/first-city.ts';

/** The budget of the action plan and the tables of both strategies, as they are printed and recomputed. */
const model = fullCity();
const BUDGET = 'comprehensive-8-action-2025';
const of = <T extends { readonly document_id: string }>(rows: readonly T[], document: string) =>
  rows.filter((row) => row.document_id === document);
const sum = (section: string) =>
  countedOnce(measuresUnder(model, section)).reduce((s, m) => s + (m.amount_thousand_yen ?? 0), 0);
const verdicts = (kind: string) =>
  of(model.checks, BUDGET)
    .filter((c) => c.kind === kind)
    .map((c) => [c.check_id.slice(BUDGET.length + 1), c.verdict]);

describe('the action plan for FY2025', () => {
  it('has every numbered row, box and titled item of its pages as a measure', () => {
    const ids = of(model.measures, BUDGET).map((m) => m.measure_id.slice(BUDGET.length + 1));
    const counts = Map.groupBy(ids, (id) => id.replace(/-\d+$/u, ''));
    expect(Object.fromEntries([...counts].map(([part, own]) => [part, own.length]))).toEqual({
      'p1-soft': 10,
      'p1-hard': 5,
      p2: 33,
      p3: 24,
      v1: 17,
      v2: 20,
      v3: 8,
      v4: 6,
      v5: 7,
      v6: 7,
      v7: 14,
      v8: 7,
      'ward-common': 1,
      'ward-chuo': 2,
      'ward-higashi': 2,
      'ward-nishi': 2,
      'ward-minami': 2,
      'ward-kita': 2,
    });
  });

  it('reproduces the four printed totals from the rows', () => {
    expect(sum('comprehensive-8-priority-1-soft')).toBe(1_145_100);
    expect(sum('comprehensive-8-priority-1-hard')).toBe(10_053_471);
    expect(sum('comprehensive-8-priority-1')).toBe(11_198_571);
    expect(sum('comprehensive-8-priority-2')).toBe(1_084_962);
  });

  it('counts 15 and 32 projects, and cannot count the 147 that are not listed', () => {
    expect(verdicts('count')).toEqual([
      ['p1-list-number-count', 'reproduced'],
      ['p1-number-count', 'reproduced'],
      ['p2-list-number-count', 'reproduced'],
      ['p2-number-count', 'reproduced'],
      ['p3-number-count', 'not_computable'],
    ]);
  });

  it('recomputes every growth factor', () => {
    expect(verdicts('growth')).toHaveLength(10);
    expect(new Set(verdicts('growth').map(([, verdict]) => verdict))).toEqual(
      new Set(['reproduced']),
    );
  });

  it('tells the one project with two amounts, and the box that leaves a row out', () => {
    const differing = of(model.checks, BUDGET).filter((c) => c.verdict === 'differs');
    expect(differing.map((c) => [c.check_id, c.published, c.computed])).toEqual([
      [`${BUDGET}-v5-water-rows-sum`, '13,690千円', '14490'],
      [`${BUDGET}-v4-005-twice`, '10400', '10220'],
    ]);
    expect(differing.every((c) => c.explanation !== null)).toBe(true);
  });

  it('leaves an amount that no box can be given for certain unpaired, and says so', () => {
    const without = of(model.measures, BUDGET)
      .filter((m) => m.amount_thousand_yen === null && m.repeat_of === null)
      .map((m) => m.measure_id.slice(BUDGET.length + 1));
    expect(without.filter((id) => !id.startsWith('p3-'))).toEqual(
      [
        'v1-001',
        'v3-006',
        'v6-003',
        'ward-minami-001',
        'ward-minami-002',
        'ward-kita-001',
        'ward-kita-002',
      ].toSorted((a, b) => without.indexOf(a) - without.indexOf(b)),
    );
    const printed = of(model.gaps, BUDGET)
      .map((gap) => gap.printed ?? '')
      .join(' ');
    for (const amount of ['29,752', '60,000', '2,997,542', '1,035', '574', '1,047'])
      expect(printed).toContain(amount);
  });
});

describe('the strategies', () => {
  it('have every cell with a year: 20 rows of two, and 20 rows of nine', () => {
    expect(of(model.observations, 'strategy-2-plan')).toHaveLength(40);
    expect(of(model.observations, 'strategy-1-review')).toHaveLength(180);
  });

  it('keep the baseline that stands in the target line, and say so', () => {
    const start = of(model.observations, 'strategy-1-review').find(
      (o) => o.indicator_id === 'waiting-children' && o.role === 'baseline',
    );
    expect([start?.printed_value, start?.note]).toEqual([
      '397',
      expect.stringContaining('目標値の行') as string,
    ]);
  });

  it('call the births of 2018 provisional where the review does, and print them again elsewhere', () => {
    const births = model.observations.filter(
      (o) => o.indicator_id === 'births' && o.reference_year === 2018 && o.repeat_of === null,
    );
    const flags = births
      .filter((o) => o.role !== 'target')
      .map((o) => [o.document_id, o.printed_value, o.provisional]);
    expect(flags).toContainEqual(['strategy-1-review', '6,766', true]);
    expect(flags).toContainEqual(['strategy-2-plan', '6,766', false]);
  });

  it('move no target backwards only because an older plan is reviewed later', () => {
    expect(model.goalposts.filter((g) => g.kind === 'brought_forward')).toEqual([]);
  });
});
