import { describe, expect, it } from 'vitest';
import { page } from '../../src/core/paths.ts';
import { pageOfPointer, parsePointer, POINTER_PAGES } from '../../src/core/pointers.ts';

describe('parsePointer', () => {
  it('reads a kind and an id', () => {
    expect(parsePointer('indicator:births')).toEqual({ kind: 'indicator', id: 'births' });
    expect(parsePointer('page:budget')).toEqual({ kind: 'page', id: 'budget' });
  });

  it.each(['births', 'indicator:', 'indicator:Births', 'thing:births', 'indicator:a:b', ''])(
    'refuses “%s”',
    (text) => {
      expect(parsePointer(text)).toBeNull();
    },
  );
});

describe('pageOfPointer', () => {
  it('knows the pages of the site, each with an address', () => {
    for (const name of POINTER_PAGES) {
      expect(pageOfPointer({ kind: 'page', id: name })).toBe(name);
      expect(page[name]()).toBe(`${name}/`);
    }
  });

  it('takes nothing else for a page', () => {
    expect(pageOfPointer({ kind: 'page', id: 'nowhere' })).toBeNull();
    expect(pageOfPointer({ kind: 'indicator', id: 'budget' })).toBeNull();
  });
});
