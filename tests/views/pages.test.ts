import { describe, expect, it } from 'vitest';
import { allPages } from '../../src/views/pages.ts';
import { firstCity } from './first-city.ts';

describe('allPages', () => {
  it('names each page once: every plan, section, indicator, measure and dataset', () => {
    const pages = allPages(firstCity());
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages.filter((p) => p.startsWith('indicators/'))).toHaveLength(1 + 15);
    expect(pages.filter((p) => p.startsWith('data/'))).toHaveLength(1 + 21);
    expect(pages.filter((p) => p.startsWith('plans/'))).toHaveLength(2 + 58);
    expect(pages.filter((p) => p.startsWith('measures/'))).toHaveLength(1 + 56);
    expect(pages).toEqual(expect.arrayContaining(['glossary/', 'accessibility/']));
  });
});
