import { describe, expect, it } from 'vitest';
import { firstHaving, having } from '../../src/core/lookup.ts';

const rows = [
  { id: 'a', group: 'x' },
  { id: 'b', group: 'y' },
  { id: 'c', group: 'x' },
  { id: 'd', group: null },
];

describe('having', () => {
  it('gives the rows with a value in their order', () => {
    expect(having(rows, 'group', 'x').map(({ id }) => id)).toEqual(['a', 'c']);
    expect(having(rows, 'group', null).map(({ id }) => id)).toEqual(['d']);
  });

  it('gives none for a value that no row has', () => {
    expect(having(rows, 'group', 'z')).toEqual([]);
    expect(having(rows, 'id', undefined)).toEqual([]);
    expect(having([] as typeof rows, 'id', 'a')).toEqual([]);
  });

  it('keeps lists and fields apart', () => {
    const other = [{ id: 'a', group: 'y' }];
    expect(having(other, 'group', 'x')).toEqual([]);
    expect(having(other, 'group', 'y')).toEqual(other);
    expect(having(rows, 'id', 'x')).toEqual([]);
  });
});

describe('firstHaving', () => {
  it('gives the first row with a value, or nothing', () => {
    expect(firstHaving(rows, 'group', 'x')).toBe(rows[0]);
    expect(firstHaving(rows, 'id', 'z')).toBeUndefined();
  });
});
