import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/core/decimal.ts';
import type { Assessment, Document, Indicator, Observation } from '../../src/core/model.ts';
import {
  leadingPromise,
  movedFromStart,
  promisesOf,
  type TargetPromise,
} from '../../src/core/promise.ts';
import { makeAssessment, makeDocument, makeIndicator, makeObservation as seen } from './make.ts';

const old = makeDocument('old', 0);
const recent = makeDocument('new', 1);

interface Setting {
  readonly observations: readonly Observation[];
  readonly assessments?: readonly Assessment[];
  readonly documents?: readonly Document[];
  readonly indicator?: Partial<Indicator>;
  readonly asOf?: string;
}

function promises({
  observations,
  assessments = [],
  documents = [old, recent],
  indicator = {},
  asOf = '2026-01-01',
}: Setting) {
  const calendar = { fiscal_year_start_month: 4, eras: true };
  return promisesOf(makeIndicator(indicator), observations, assessments, documents, {
    as_of: asOf,
    calendar,
  });
}

function only(setting: Setting): TargetPromise {
  const found = promises(setting);
  expect(found).toHaveLength(1);
  const [promise] = found;
  if (promise === undefined) throw new Error('No promise');
  return promise;
}

const start = seen('old', 'baseline', 2020, '30.0');
const goal = seen('old', 'target', 2023, '50.0');
const shown = (value: Parameters<typeof formatDecimal>[0] | null | undefined) =>
  value === null || value === undefined ? null : formatDecimal(value);

describe('promisesOf: the state', () => {
  it('is reached where the result of the target’s year is at the target', () => {
    const promise = only({ observations: [start, goal, seen('new', 'actual', 2023, '50.0')] });
    expect([
      promise.state,
      promise.meets,
      shown(promise.gap),
      shown(promise.result?.value),
    ]).toEqual(['reached', true, '0.0', '50.0']);
  });

  it('is not_reached where the result falls short', () => {
    const promise = only({ observations: [start, goal, seen('new', 'actual', 2023, '49.9')] });
    expect([promise.state, promise.meets, shown(promise.gap)]).toEqual([
      'not_reached',
      false,
      '0.1',
    ]);
  });

  it('is reached by going down where less is better', () => {
    const down = [seen('old', 'baseline', 2020, '8162'), seen('old', 'target', 2023, '6652')];
    const indicator = { direction: 'decrease' } as const;
    expect(
      only({ observations: [...down, seen('new', 'actual', 2023, '6352')], indicator }).state,
    ).toBe('reached');
    expect(
      only({ observations: [...down, seen('new', 'actual', 2023, '7000')], indicator }).state,
    ).toBe('not_reached');
  });

  it('judges by the newest document where two print the target’s year', () => {
    const observations = [
      start,
      goal,
      seen('old', 'actual', 2023, '40.0'),
      seen('new', 'actual', 2023, '50.0'),
    ];
    expect(only({ observations }).state).toBe('reached');
  });

  it('is passed_unknown exactly from the day after the fiscal year ends', () => {
    const observations = [start, goal, seen('new', 'actual', 2022, '40.0')];
    expect(only({ observations, asOf: '2024-03-31' }).state).toBe('ahead');
    expect(only({ observations, asOf: '2024-04-01' }).state).toBe('passed_unknown');
  });

  it('ends a calendar year in December, unless the indicator counts fiscal years', () => {
    const target = { ...goal, period_type: 'calendar_year' } as const;
    const calendar = { period_type: 'calendar_year' } as const;
    const observations = [start, target];
    expect(only({ observations, indicator: calendar, asOf: '2023-12-31' }).state).toBe('ahead');
    expect(only({ observations, indicator: calendar, asOf: '2024-01-01' }).state).toBe(
      'passed_unknown',
    );
    expect(only({ observations, asOf: '2024-03-31' }).state).toBe('ahead');
  });

  it('is passed_unknown, not reached, where an earlier figure was at the target already', () => {
    const promise = only({ observations: [start, goal, seen('new', 'actual', 2022, '60.0')] });
    expect([promise.state, promise.meets, promise.result]).toEqual(['passed_unknown', true, null]);
  });

  it('does not take a later year’s figure for the result', () => {
    const promise = only({ observations: [start, goal, seen('new', 'actual', 2024, '60.0')] });
    expect(promise.state).toBe('passed_unknown');
  });

  it('is nearly only where the city’s own mark for that year says so', () => {
    const documents = [{ ...old, marks: { '△': 'nearly', '○': 'reached' } as const }, recent];
    const observations = [start, goal, seen('old', 'actual', 2023, '49.9')];
    const mark = (over: Partial<Assessment>) =>
      only({
        observations,
        documents,
        assessments: [makeAssessment('old', { actual_year: 2023, published_mark: '△', ...over })],
      }).state;
    expect(mark({})).toBe('nearly');
    expect(mark({ published_mark: '×' })).toBe('not_reached');
    expect(mark({ published_mark: '○' })).toBe('not_reached');
    expect(mark({ actual_year: 2022 })).toBe('not_reached');
    expect(mark({ target_year: 2030 })).toBe('not_reached');
    expect(mark({ document_id: 'new' })).toBe('not_reached');
    expect(only({ observations, documents }).state).toBe('not_reached');
  });

  it('stays reached where the figures reach and the mark says nearly', () => {
    const documents = [{ ...old, marks: { '△': 'nearly' } as const }, recent];
    const assessments = [makeAssessment('old', { actual_year: 2023, published_mark: '△' })];
    expect(
      only({
        observations: [start, goal, seen('old', 'actual', 2023, '50.0')],
        documents,
        assessments,
      }).state,
    ).toBe('reached');
  });

  it('is in_words for a target in words', () => {
    const words = seen('old', 'target', 2023, null, { printed_value: '365日24時間' });
    const promise = only({ observations: [start, words, seen('new', 'actual', 2023, '40')] });
    expect([promise.state, promise.meets, promise.gap, promise.rate, promise.path]).toEqual([
      'in_words',
      null,
      null,
      null,
      null,
    ]);
  });

  it('judges a target that names only a trend', () => {
    const rise = seen('old', 'target', 2023, null, { printed_value: '上昇', trend: 'increase' });
    const state = (value: string) =>
      only({ observations: [start, rise, seen('new', 'actual', 2023, value)] }).state;
    expect([state('30.1'), state('30.0'), state('29.9')]).toEqual([
      'reached',
      'not_reached',
      'not_reached',
    ]);
    const keep = { ...rise, trend: 'keep' } as const;
    expect(only({ observations: [start, keep, seen('new', 'actual', 2023, '30')] }).state).toBe(
      'reached',
    );
    expect(only({ observations: [start, rise, seen('new', 'actual', 2022, '31')] }).state).toBe(
      'passed_unknown',
    );
  });

  it('lets the target’s trend override the indicator’s direction', () => {
    const fall = seen('old', 'target', 2023, null, { printed_value: '減少', trend: 'decrease' });
    expect(only({ observations: [start, fall, seen('new', 'actual', 2023, '29')] }).state).toBe(
      'reached',
    );
    const less = seen('old', 'target', 2023, '20', { trend: 'decrease' });
    expect(only({ observations: [start, less, seen('new', 'actual', 2023, '19')] }).state).toBe(
      'reached',
    );
    expect(only({ observations: [start, less, seen('new', 'actual', 2023, '21')] }).state).toBe(
      'not_reached',
    );
  });

  it('does not say that a printed result is unknown where a trend has no start', () => {
    const rise = seen('old', 'target', 2023, null, { printed_value: '上昇', trend: 'increase' });
    expect(only({ observations: [rise, seen('new', 'actual', 2023, '9')] }).state).toBe('in_words');
  });

  it('is not_computable, with its reason, without a target value or without a figure', () => {
    const open = seen('old', 'target', 2023, null, { status: 'not_yet', printed_value: '未定' });
    const promise = only({ observations: [start, open] });
    expect([promise.state, promise.reason]).toEqual(['not_computable', 'no_target_value']);
    const nothing = only({ observations: [goal], asOf: '2022-01-01' });
    expect([nothing.state, nothing.reason]).toEqual(['not_computable', 'no_figure']);
    expect(only({ observations: [goal] }).state).toBe('passed_unknown');
  });
});

describe('promisesOf: start, rate and path', () => {
  it('never uses another document’s baseline', () => {
    const observations = [
      start,
      seen('new', 'target', 2023, '50.0'),
      seen('new', 'actual', 2022, '40.0'),
    ];
    const promise = only({ observations });
    expect([promise.baseline, promise.rate, promise.path]).toEqual([null, null, null]);
  });

  it('uses the document’s own baseline where two print different ones', () => {
    const observations = [
      seen('old', 'baseline', 2018, '2567'),
      seen('old', 'target', 2023, '2692'),
      seen('new', 'baseline', 2018, '2620'),
      seen('new', 'target', 2023, '2692'),
      seen('new', 'actual', 2020, '2529'),
    ];
    expect(promises({ observations }).map((p) => [p.document.id, shown(p.rate)])).toEqual([
      ['new', '-126.4'],
      ['old', '-30.4'],
    ]);
  });

  it('has no start where the baseline is in words', () => {
    const words = seen('old', 'baseline', 2020, null, { printed_value: '2021年度より' });
    const promise = only({ observations: [words, goal, seen('new', 'actual', 2022, '40.0')] });
    expect([promise.baseline, promise.rate, promise.path, promise.state]).toEqual([
      words,
      null,
      null,
      'passed_unknown',
    ]);
  });

  it.each([
    ['45.0', 'on_or_above', '43.3', '1.7'],
    ['43.3', 'on_or_above', '43.3', '0.0'],
    ['43.2', 'below', '43.3', '0.1'],
    ['30.0', 'below', '43.3', '13.3'],
    ['29.9', 'behind_start', '43.3', '13.4'],
  ])('places %s against the straight path: %s', (value, place, path, difference) => {
    const promise = only({ observations: [start, goal, seen('new', 'actual', 2022, value)] });
    expect([
      promise.path?.place,
      shown(promise.path?.value),
      shown(promise.path?.difference),
    ]).toEqual([place, path, difference]);
  });

  it('turns the path over where less is better', () => {
    const down = [seen('old', 'baseline', 2020, '100'), seen('old', 'target', 2024, '60')];
    const place = (value: string) =>
      only({
        observations: [...down, seen('new', 'actual', 2022, value)],
        indicator: { direction: 'decrease' },
      }).path?.place;
    expect([place('79'), place('80'), place('81'), place('101')]).toEqual([
      'on_or_above',
      'on_or_above',
      'below',
      'behind_start',
    ]);
  });

  it('draws no path for a target looser than the start, and says so', () => {
    const observations = [
      seen('old', 'baseline', 2020, '10446'),
      seen('old', 'target', 2023, '10600'),
      seen('new', 'actual', 2021, '10268'),
    ];
    const promise = only({ observations, indicator: { direction: 'decrease' } });
    expect([promise.looser_than_start, promise.path, shown(promise.rate), promise.meets]).toEqual([
      true,
      null,
      '-115.6',
      true,
    ]);
    expect(only({ observations }).looser_than_start).toBe(false);
  });

  it('has no rate where the target equals the start', () => {
    const promise = only({
      observations: [start, { ...goal, value: start.value }, seen('new', 'actual', 2022, '31')],
    });
    expect([promise.rate, promise.looser_than_start]).toEqual([null, false]);
  });

  it('has no path before a figure after the start, nor for a figure after the target', () => {
    expect(only({ observations: [start, goal] }).path).toBeNull();
    expect(
      only({ observations: [start, goal, seen('new', 'actual', 2024, '50')] }).path,
    ).toBeNull();
  });

  it('takes a repeated target once and orders by document, then year', () => {
    const later = seen('old', 'target', 2030, '80');
    const observations = [
      later,
      goal,
      { ...goal, observation_id: 'again', repeat_of: goal.observation_id },
      seen('new', 'target', 2023, '50'),
    ];
    expect(promises({ observations }).map((p) => [p.document.id, p.target.reference_year])).toEqual(
      [
        ['new', 2023],
        ['old', 2023],
        ['old', 2030],
      ],
    );
  });
});

describe('leadingPromise', () => {
  const lead = (...observations: Observation[]) => {
    const found = leadingPromise(promises({ observations }));
    return found === null ? null : [found.document.id, found.target.reference_year];
  };
  const actual = (year: number) => seen('new', 'actual', year, '40');

  it('is the one whose year the newest figure is for', () => {
    expect(lead(goal, seen('new', 'target', 2030, '80'), actual(2023))).toEqual(['old', 2023]);
  });

  it('is the newest document’s where both set that year', () => {
    expect(lead(goal, seen('new', 'target', 2023, '55'), actual(2023))).toEqual(['new', 2023]);
  });

  it('is the last that is due, not a step on the way, where one document sets both', () => {
    expect(
      lead(seen('new', 'target', 2019, '30'), seen('new', 'target', 2023, '50'), actual(2019)),
    ).toEqual(['new', 2023]);
  });

  it('is no step on the way of an older document either', () => {
    expect(
      lead(
        seen('old', 'target', 2018, '20'),
        seen('old', 'target', 2019, '30'),
        seen('new', 'target', 2023, '50'),
        actual(2018),
      ),
    ).toEqual(['new', 2023]);
  });

  it('is the last where nothing is printed in numbers', () => {
    expect(lead(seen('new', 'target', 2019, '30'), seen('new', 'target', 2023, '50'))).toEqual([
      'new',
      2023,
    ]);
  });

  it('else is the next due after the newest figure, of the newest document', () => {
    expect(
      lead(
        seen('old', 'target', 2022, '1'),
        seen('new', 'target', 2024, '1'),
        seen('new', 'target', 2030, '2'),
        actual(2021),
      ),
    ).toEqual(['new', 2024]);
  });

  it('else is the last, and null where no target is set', () => {
    expect(
      lead(seen('old', 'target', 2020, '1'), seen('old', 'target', 2021, '1'), actual(2023)),
    ).toEqual(['old', 2021]);
    expect(lead(actual(2023))).toBeNull();
  });
});

describe('movedFromStart', () => {
  it('is signed, and null without a start', () => {
    expect(
      shown(
        movedFromStart(only({ observations: [start, goal, seen('new', 'actual', 2022, '28.5')] })),
      ),
    ).toBe('-1.5');
    expect(
      movedFromStart(only({ observations: [goal, seen('new', 'actual', 2022, '28.5')] })),
    ).toBeNull();
  });
});
