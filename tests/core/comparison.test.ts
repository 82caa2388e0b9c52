import { describe, expect, it } from 'vitest';
import { missingWord, pairYears, readAsked } from '../../src/core/comparison.ts';

describe('pairYears', () => {
  it('has the years of both tables, each once and in order, with the row of each', () => {
    const first = [2019, 2021].map((year) => ({ year, from: 'first' }));
    const second = [2022, 2021].map((year) => ({ year, from: 'second' }));
    expect(pairYears(first, second)).toEqual([
      { year: 2019, first: first[0], second: null },
      { year: 2021, first: first[1], second: second[1] },
      { year: 2022, first: null, second: second[0] },
    ]);
  });

  it('is empty for two tables without a year', () => {
    expect(pairYears([], [])).toEqual([]);
  });
});

it('says of a year to come that there is no figure yet, of one that is over that none is given', () => {
  const words = { not_printed: 'not given', not_yet: 'not yet' };
  expect([2024, 2025, 2026].map((year) => missingWord(year, 2025, words))).toEqual([
    'not given',
    'not given',
    'not yet',
  ]);
});

describe('readAsked', () => {
  const known = new Set(['water', 'noise']);
  const state = (query: string) => readAsked(query, known);

  it('knows nothing asked, one of two, one twice, and two', () => {
    expect(state('')).toEqual({ state: 'idle' });
    expect(state('?a=water')).toEqual({ state: 'choose' });
    expect(state('?a=&b=noise')).toEqual({ state: 'choose' });
    expect(state('?a=water&b=water')).toEqual({ state: 'same' });
    expect(state('?b=noise&a=water')).toEqual({ state: 'both', first: 'water', second: 'noise' });
  });

  it('names what is not there, and never takes it for an address', () => {
    expect(state('?a=water&b=../../x')).toEqual({ state: 'unknown', id: '../../x' });
    expect(state('?a=moon')).toEqual({ state: 'unknown', id: 'moon' });
  });
});
