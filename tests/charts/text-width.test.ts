import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/charts/text-width.ts';

describe('textWidth', () => {
  it('gives full-width characters one em and half-width kana half of it', () => {
    expect(textWidth('目標％', 10, false)).toBe(30);
    expect(textWidth('ｱｲ', 10, false)).toBe(10);
  });

  it('gives figures their own width, each the same', () => {
    expect(textWidth('1234567890', 10, false)).toBeCloseTo(62);
    expect(textWidth('i', 10, false)).toBeLessThan(textWidth('m', 10, false));
  });

  it('makes bold wider, full-width characters excepted', () => {
    expect(textWidth('50.0', 13, true)).toBeGreaterThan(textWidth('50.0', 13, false));
    expect(textWidth('目標', 13, true)).toBe(textWidth('目標', 13, false));
  });

  it('gives combining marks no width and unknown letters 0.6 em', () => {
    expect(textWidth('e\u0301', 10, false)).toBe(textWidth('e', 10, false));
    expect(textWidth('क', 10, false)).toBe(6);
  });

  it('counts a character outside the basic plane once', () => {
    expect(textWidth('𠮷', 10, false)).toBe(10);
  });
});
