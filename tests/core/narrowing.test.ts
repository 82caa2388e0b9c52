import { describe, expect, it } from 'vitest';
import {
  ANY,
  fits,
  inOrder,
  readOrder,
  writeOrder,
  type Listed,
} from '../../src/core/narrowing.ts';

const thing = (text: string, facets: Readonly<Record<string, readonly string[]>>): Listed => ({
  text,
  facet: (name) => facets[name] ?? [],
});
const lower = (words: string) => words.toLowerCase();
const choice = (chosen: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(chosen));

describe('fits', () => {
  const river = thing('clean water of the river', { plan: ['tide', 'harbour'], amount: ['0'] });

  it('asks for every word, in any order and in the spelling of the texts', () => {
    expect(fits(river, choice({ q: ['RIVER wat'] }), lower)).toBe(true);
    expect(fits(river, choice({ q: ['river sea'] }), lower)).toBe(false);
  });

  it('asks for one of the values of each facet, and for all facets', () => {
    expect(fits(river, choice({ plan: ['moon', 'harbour'] }), lower)).toBe(true);
    expect(fits(river, choice({ plan: ['moon'] }), lower)).toBe(false);
    expect(fits(river, choice({ plan: ['tide'], topic: ['water'] }), lower)).toBe(false);
  });

  it('takes a value of nought for a value', () => {
    expect(fits(river, choice({ amount: [ANY] }), lower)).toBe(true);
    expect(fits(thing('', {}), choice({ amount: [ANY] }), lower)).toBe(false);
  });

  it('lets everything stay where nothing is chosen but an order', () => {
    expect(fits(river, choice({}), lower)).toBe(true);
    expect(fits(river, choice({ sort: ['name'] }), lower)).toBe(true);
  });
});

describe('inOrder', () => {
  const compare = (a: string, b: string) => a.localeCompare(b, 'en');
  const rows = [
    { id: 'b', amount: 5 },
    { id: 'none', amount: null },
    { id: 'a', amount: 30 },
    { id: 'c', amount: 5 },
  ];
  const ids = (sorted: typeof rows) => sorted.map(({ id }) => id);

  it('begins with the largest number, and the other way round with the smallest', () => {
    const by = (reversed: boolean) => ids(inOrder(rows, (r) => r.amount, reversed, compare));
    expect(by(false)).toEqual(['a', 'b', 'c', 'none']);
    expect(by(true)).toEqual(['b', 'c', 'a', 'none']);
  });

  it('begins with the first letter, and leaves the list as it was', () => {
    expect(ids(inOrder(rows, (r) => r.id, false, compare))).toEqual(['a', 'b', 'c', 'none']);
    expect(ids(inOrder(rows, (r) => r.id, true, compare))).toEqual(['none', 'c', 'b', 'a']);
    expect(ids(rows)).toEqual(['b', 'none', 'a', 'c']);
  });
});

it('writes an order as it reads it', () => {
  expect(readOrder('-amount')).toEqual({ key: 'amount', reversed: true });
  for (const order of ['amount', '-amount', '']) expect(writeOrder(readOrder(order))).toBe(order);
});
