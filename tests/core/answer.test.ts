import { describe, expect, it } from 'vitest';
import { answer } from '../../src/core/answer.ts';
import { makeFormat } from '../../src/core/format.ts';
import { makeWords, plainText } from '../../src/core/i18n.ts';
import type { Observation } from '../../src/core/model.ts';
import { newestFigure } from '../../src/core/progress.ts';
import { leadingPromise, promisesOf } from '../../src/core/promise.ts';
import { english, type WordKey } from '../../src/i18n/index.ts';
import { readDictionaries } from '../../src/io/read-dictionaries.ts';
import { makeAssessment, makeDocument, makeIndicator, makeObservation as seen } from './make.ts';

const calendar = { fiscal_year_start_month: 4, eras: true };
const units = new Map([
  [
    'percent',
    {
      id: 'percent',
      label: '%',
      pattern: '{value}%',
      difference: '{value} points',
      base: 'percent',
      multiplier: 1,
    },
  ],
]);

/** Words of the test’s own, so that a better wording of the site breaks nothing here. */
const own: Readonly<Record<WordKey, string>> = {
  ...english,
  'year.fiscal': 'FY{year}',
  'answer.nothing': 'nothing',
  'answer.no_target': 'no target: {value} in {year}',
  'answer.reached': 'reached {target}: {value} in {year}',
  'answer.reached.above': 'reached, above {target}: {value} in {year}',
  'answer.reached.below': 'reached, below {target}: {value} in {year}',
  'answer.not_reached.above': 'not reached, above {target}: {value} in {year}',
  'answer.nearly': 'nearly {target}: {value} in {year}',
  'answer.not_reached': 'not reached {target}: {value} in {year}',
  'answer.ahead': 'ahead: {value} in {year}, {gap} to {target} in {target_year}',
  'answer.ahead_met': 'ahead, met: {value} in {year}, {target} in {target_year}',
  'answer.ahead_trend': 'ahead, trend: {value} in {year}, {moved}, {target} in {target_year}',
  'answer.passed_met': 'passed, met: {value} in {year}, {target} in {target_year}',
  'answer.passed_met.above': 'passed, above: {value} in {year}, {target} in {target_year}',
  'answer.passed_met.below': 'passed, below: {value} in {year}, {target} in {target_year}',
  'answer.passed_short': 'passed, short: {value} in {year}, {gap} to {target} in {target_year}',
  'answer.passed_trend': 'passed, trend: {value} in {year}, {moved}, {target} in {target_year}',
  'answer.passed_start': 'passed, start: {value} in {year}, {target} in {target_year}',
  'answer.passed_nothing': 'passed, nothing: {target} in {target_year}',
  'answer.in_words': 'in words: {value} in {year}, {target} in {target_year}',
  'answer.moved.increase': 'up',
  'answer.moved.decrease': 'down',
  'answer.moved.keep': 'same',
  'trend.increase': 'rise',
};

function said(
  observations: readonly Observation[],
  asOf = '2026-01-01',
  marks: Readonly<Record<string, 'nearly'>> = {},
  dictionary: Readonly<Record<WordKey, string>> = own,
  direction: 'increase' | 'decrease' = 'increase',
) {
  const words = makeWords('en', dictionary);
  const format = makeFormat(
    words,
    (_, __, ___, text) => ({ text, lang: 'en', state: 'original' }),
    units,
    { calendar, readings: false },
  );
  const documents = [makeDocument('old', 0, { marks }), makeDocument('new', 1)];
  const assessments = [makeAssessment('old', { actual_year: 2023, published_mark: '△' })];
  const promise = leadingPromise(
    promisesOf(makeIndicator({ direction }), observations, assessments, documents, {
      as_of: asOf,
      calendar,
    }),
  );
  return plainText(
    answer(promise, newestFigure(observations, documents), 'percent', words, format),
  );
}

const start = seen('old', 'baseline', 2020, '30.0');
const goal = seen('old', 'target', 2023, '50.0');
const rise = seen('old', 'target', 2023, null, { printed_value: '上昇', trend: 'increase' });
const words = seen('old', 'target', 2023, null, { printed_value: '365日24時間' });
const open = seen('old', 'target', 2023, null, { status: 'not_yet', printed_value: '未定' });
const result = (value: string) => seen('new', 'actual', 2023, value);
const before = (value: string) => seen('new', 'actual', 2022, value);

describe('answer', () => {
  it.each([
    ['no figure and no target', [], 'nothing'],
    ['a figure without a target', [before('40.0')], 'no target: 40.0% in FY2022'],
    ['reached', [start, goal, result('50.0')], 'reached 50.0%: 50.0% in FY2023'],
    [
      'reached and beyond it, on which side',
      [start, goal, result('51.5')],
      'reached, above 50.0%: 51.5% in FY2023',
    ],
    [
      'passed and beyond it, on which side',
      [start, goal, before('51.5')],
      'passed, above: 51.5% in FY2022, 50.0% in FY2023',
    ],
    [
      'a bound as the target’s own words',
      [start, { ...goal, at_least: true }, result('51.5')],
      'reached 50.0% or more: 51.5% in FY2023',
    ],
    ['not reached', [start, goal, result('36.5')], 'not reached 50.0%: 36.5% in FY2023'],
    [
      'passed, short',
      [start, goal, before('36.5')],
      'passed, short: 36.5% in FY2022, 13.5 points to 50.0% in FY2023',
    ],
    [
      'passed, at the level',
      [start, goal, before('50.0')],
      'passed, met: 50.0% in FY2022, 50.0% in FY2023',
    ],
    [
      'passed, the start alone known',
      [start, goal],
      'passed, start: 30.0% in FY2020, 50.0% in FY2023',
    ],
    ['passed, nothing known', [goal], 'passed, nothing: 50.0% in FY2023'],
    [
      'passed, a trend',
      [start, rise, before('29.0')],
      'passed, trend: 29.0% in FY2022, down, rise in FY2023',
    ],
    [
      'a target in words',
      [start, words, before('31.0')],
      'in words: 31.0% in FY2022, 365日24時間 in FY2023',
    ],
    ['a target in words without a figure', [words], 'passed, nothing: 365日24時間 in FY2023'],
    [
      'a trend without a start',
      [rise, before('31.0')],
      'in words: 31.0% in FY2022, rise in FY2023',
    ],
    [
      'a target still open, and does not deny the figure',
      [start, open],
      'no target: 30.0% in FY2020',
    ],
    ['a target still open, without a figure', [open], 'nothing'],
  ])('says %s', (_, observations, expected) => {
    expect(said(observations)).toBe(expected);
  });

  it('says on which side a figure stands that was to come down and did not', () => {
    const low = seen('old', 'target', 2023, '20.0');
    expect(said([start, low, result('36.5')], '2026-01-01', {}, own, 'decrease')).toBe(
      'not reached, above 20.0%: 36.5% in FY2023',
    );
  });

  it.each([
    [
      'short',
      [start, goal, before('40.0')],
      'ahead: 40.0% in FY2022, 10.0 points to 50.0% in FY2023',
    ],
    ['met', [start, goal, before('51.0')], 'ahead, met: 51.0% in FY2022, 50.0% in FY2023'],
    ['a trend', [start, rise, before('31.0')], 'ahead, trend: 31.0% in FY2022, up, rise in FY2023'],
    [
      'a trend, unmoved',
      [start, rise, before('30.0')],
      'ahead, trend: 30.0% in FY2022, same, rise in FY2023',
    ],
    [
      'a trend without a start',
      [rise, before('31.0')],
      'in words: 31.0% in FY2022, rise in FY2023',
    ],
  ])('says what is still ahead: %s', (_, observations, expected) => {
    expect(said(observations, '2022-06-01')).toBe(expected);
  });

  it('says “nearly” by the city’s own mark', () => {
    expect(said([start, goal, result('49.0')], '2026-01-01', { '△': 'nearly' })).toBe(
      'nearly 50.0%: 49.0% in FY2023',
    );
  });

  it('leads with the newest figure over all documents', () => {
    expect(said([start, goal, seen('old', 'actual', 2021, '33.0'), before('40.0')])).toContain(
      '40.0% in FY2022',
    );
  });

  it.each([...readDictionaries()])(
    'leaves no name unfilled in the words of %s',
    (_, dictionary) => {
      const full = { ...english, ...dictionary };
      const cases = [
        [],
        [goal],
        [words],
        [rise],
        [open],
        [start, rise],
        [start, words],
        [start, open],
        [start],
        [start, goal, result('1.0')],
        [start, goal, before('1.0')],
      ];
      for (const observations of cases) {
        for (const asOf of ['2022-01-01', '2026-01-01'])
          expect(said(observations, asOf, {}, full)).not.toMatch(/[{}]/u);
      }
    },
  );
});
