import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/core/decimal.ts';
import { partsOfGroup, withoutGroups } from '../../src/core/groups.ts';
import { marksByChapter } from '../../src/core/marks.ts';
import { leadingPromise } from '../../src/core/promise.ts';
import { fullCity } from '../views/first-city.ts';

/** The largest table of the sources, as it is printed and judged. */
const DOCUMENT = 'comprehensive-7-review';
const model = fullCity();
const observations = model.observations.filter((o) => o.document_id === DOCUMENT);
const marks = model.assessments.filter((a) => a.document_id === DOCUMENT);
const cells = (indicator: string) => observations.filter((o) => o.indicator_id === indicator);
const printed = (indicator: string) => cells(indicator).map((o) => o.printed_value);
const leading = (id: string) => leadingPromise(model.promises.get(id) ?? []);
const check = (id: string) =>
  model.checks.find((c) => c.document_id === DOCUMENT && c.subject_id === id && c.kind === 'mark');

describe('the review of the 7th comprehensive plan', () => {
  it('has every cell of its 55 rows, and one mark for each of its 52 indicators', () => {
    expect(observations).toHaveLength(556);
    expect(new Set(observations.map((o) => `${o.table_id}/${String(o.row_no)}`)).size).toBe(55);
    expect(marks).toHaveLength(52);
    const counts = Map.groupBy(marks, (a) => a.published_mark);
    expect([...counts].map(([mark, own]) => [mark, own.length]).toSorted()).toEqual(
      [
        ['○', 22],
        ['△', 3],
        ['×', 27],
      ].toSorted(),
    );
  });

  it('keeps what was printed beside what it means', () => {
    const births = cells('births');
    expect(births.map((o) => o.printed_value)).toEqual([
      '7,039(H26)',
      '6,797',
      '6,746',
      '6,766',
      '6,293',
      '7,000以上',
      '6,101',
      '6,093',
      '5,792',
      '5,345（概数）',
      '7,000以上',
    ]);
    const last = births.at(-1);
    expect([last?.at_least, last?.value && formatDecimal(last.value)]).toEqual([true, '7000']);
    expect(births.map((o) => o.provisional).indexOf(true)).toBe(9);
    expect(births[0]?.reference_year).toBe(2014);
  });

  it('takes △ and ▲ for minus in a cell of figures', () => {
    const value = (id: string, at: number) => {
      const found = cells(id)[at]?.value;
      return found == null ? null : formatDecimal(found);
    };
    expect([value('health-insurance-growth', 2), value('health-insurance-growth', 3)]).toEqual([
      '-0.18',
      '-5.43',
    ]);
    expect(value('test-scores-junior-high', 9)).toBe('-1.4');
  });

  it('tells missing figures apart: not surveyed, method changed, not given, in words', () => {
    const missing = (id: string) =>
      cells(id)
        .filter((o) => o.value === null)
        .map((o) => o.status);
    expect(missing('test-scores-elementary')).toEqual(['not_surveyed', 'not_surveyed']);
    expect(missing('greenhouse-gas-city')).toEqual(['definition_changed', 'definition_changed']);
    expect(missing('renewed-wells')).toEqual(Array(5).fill('not_available'));
    expect(new Set(missing('emergency-clinics'))).toEqual(new Set(['text']));
  });

  it('has two parts where one cell holds two figures, each for its own year', () => {
    const two = cells('survival-rate').filter((o) => o.part_no !== null);
    expect(two.map((o) => [o.printed_value, o.reference_year])).toEqual([
      ['18.6（H27）', 2015],
      ['19.1（H28）', 2016],
    ]);
  });

  it('reads the year a figure is for where it lags behind its column', () => {
    expect(printed('city-gross-product')).toContain('2,533（R2）');
    const result = cells('city-gross-product').findLast((o) => o.role === 'actual');
    expect([result?.fiscal_year, result?.reference_year]).toEqual([2023, 2020]);
    const targets = cells('public-transport-users').filter((o) => o.role === 'target');
    expect(targets.map((o) => [o.fiscal_year, o.reference_year])).toEqual([
      [2019, 2018],
      [2023, 2022],
    ]);
  });
});

describe('its promises', () => {
  it.each([
    ['births', 'not_reached'],
    ['lifelong-learning', 'reached'],
    ['survival-rate', 'not_reached'],
    ['population-density', 'nearly'],
    ['renewed-wells', 'nearly'],
    ['water-effective-rate', 'not_reached'],
    ['emergency-clinics', 'in_words'],
    ['greenhouse-gas-city', 'passed_unknown'],
    ['city-gross-product', 'passed_unknown'],
    ['public-transport-users', 'not_reached'],
  ])('stand for %s as %s', (id, state) => {
    expect(leading(id)?.state).toBe(state);
  });

  it('lead with the last target, not with the step on the way', () => {
    expect(leading('greenhouse-gas-city')?.target.reference_year).toBe(2023);
    expect(leading('emergency-clinics')?.target.reference_year).toBe(2023);
  });

  it('have no path across a change of the question', () => {
    expect([leading('lifelong-learning')?.broken, leading('lifelong-learning')?.path]).toEqual([
      true,
      null,
    ]);
    expect(leading('greenhouse-gas-city')?.broken).toBe(false);
  });
});

describe('its marks', () => {
  it('are counted by chapter', () => {
    const own = marksByChapter(model).filter((m) => m.document_id === DOCUMENT);
    expect(
      own.map((m) => [m.chapter.tail, ...['○', '△', '×'].map((k) => m.counts.get(k) ?? 0)]),
    ).toEqual([
      ['1', 1, 0, 1],
      ['2', 4, 0, 2],
      ['3', 5, 1, 3],
      ['4', 1, 0, 3],
      ['5', 3, 0, 4],
      ['6', 1, 0, 1],
      ['7', 3, 0, 0],
      ['8', 2, 2, 5],
      ['promotion', 2, 0, 8],
    ]);
  });

  it('stand on the group where two rows share one, and the parts are judged', () => {
    const groups = ['infectious-disease-cases', 'test-scores', 'farm-fishery-output'];
    for (const group of groups) expect(partsOfGroup(model, group)).toHaveLength(2);
    expect(groups.map((id) => [check(id)?.published, check(id)?.computed])).toEqual([
      ['△', 'partly'],
      ['×', 'not_reached'],
      ['○', 'reached'],
    ]);
    expect(groups.map((id) => check(id)?.verdict)).toEqual([
      'not_computable',
      'reproduced',
      'reproduced',
    ]);
    expect(withoutGroups(model)).toHaveLength(model.indicators.length - groups.length);
  });

  it('agree with the figures in 47 of 52, differ nowhere, and five cannot be checked', () => {
    const own = model.checks.filter((c) => c.document_id === DOCUMENT && c.kind === 'mark');
    const open = own.filter((c) => c.verdict === 'not_computable').map((c) => c.subject_id);
    expect(open.toSorted()).toEqual([
      'emergency-clinics',
      'greenhouse-gas-city',
      'infectious-disease-cases',
      'population-density',
      'renewed-wells',
    ]);
    expect(own.filter((c) => c.verdict === 'reproduced')).toHaveLength(47);
  });
});

describe('the published share of indicators going well', () => {
  const shares = model.checks.filter((c) => c.kind === 'share');
  const ways = (published: string) =>
    shares
      .find((c) => c.published === published)
      ?.countings.filter((c) => c.agrees)
      .map((c) => [c.way, c.count, c.of]);

  it('is that of one way of counting in two years, and of none in three', () => {
    expect(ways('48.1')).toEqual([['marks_nearly', 25, 52]]);
    expect(ways('28.8')).toEqual([
      ['marks_final', 15, 52],
      ['marks_next', 15, 52],
    ]);
    for (const published of ['45.5', '23.6', '21.8']) expect(ways(published)).toEqual([]);
    expect(shares.map((c) => [c.published, c.verdict])).toEqual([
      ['45.5', 'differs'],
      ['23.6', 'differs'],
      ['21.8', 'differs'],
      ['28.8', 'reproduced'],
      ['48.1', 'reproduced'],
    ]);
  });

  it('counts marks only for the year they are about', () => {
    const first = shares.find((c) => c.published === '45.5');
    expect(first?.countings.map((c) => c.way)).toEqual([
      'rows_final',
      'marks_final',
      'rows_next',
      'marks_next',
    ]);
  });
});
