import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/core/nearest.ts';

describe('nearest', () => {
  it('finds the candidate with the fewest changes', () => {
    expect(nearest('indicatr_id', ['plan_id', 'indicator_id', 'section_id'])).toBe('indicator_id');
    expect(nearest('share', ['shares', 'share', 'shore'])).toBe('share');
  });

  it('gives null where nothing is near', () => {
    expect(nearest('share', ['groundwater-recharge', 'zzzzzzzz'])).toBeNull();
    expect(nearest('share', [])).toBeNull();
  });

  it('allows two changes in a short text and half of a long one', () => {
    expect(nearest('ab', ['xy'])).toBe('xy');
    expect(nearest('abcdefgh', ['abcdwxyz'])).toBe('abcdwxyz');
    expect(nearest('abcdefgh', ['abcvwxyz'])).toBeNull();
  });

  it('takes the first of equally near ones', () => {
    expect(nearest('b', ['a', 'c'])).toBe('a');
  });
});
