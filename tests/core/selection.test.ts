import { describe, expect, it } from 'vitest';
import { readSelection, writeSelection, type Field } from '../../src/core/selection.ts';

const FIELDS: readonly Field[] = [
  { name: 'q', values: null, many: false, usual: '' },
  { name: 'plan', values: ['', 'tide', 'harbour'], many: false, usual: '' },
  { name: 'state', values: ['reached', 'below', 'none'], many: true, usual: '' },
  { name: 'sort', values: ['amount', '-amount', 'name'], many: false, usual: 'amount' },
];
const read = (query: string) => Object.fromEntries(readSelection(query, FIELDS));
const address = (query: string) => writeSelection(readSelection(query, FIELDS), FIELDS);

describe('readSelection', () => {
  it('reads words, one value, several values and an order', () => {
    expect(read('?q=ground+water&plan=tide&state=below&state=reached&sort=-amount')).toEqual({
      q: ['ground water'],
      plan: ['tide'],
      state: ['reached', 'below'],
      sort: ['-amount'],
    });
  });

  it('leaves out what the list does not have: fields, values, second values', () => {
    expect(read('?from=mail&plan=moon&plan=harbour&plan=tide&state=x&sort=size')).toEqual({
      plan: ['tide'],
    });
  });

  it('takes the usual and the empty for no choice, and spaces around words for none', () => {
    expect(read('?q=%20%20&plan=&sort=amount')).toEqual({});
    expect(read('?q=%20%E6%B0%B4%E3%80%80%20%E9%87%8F%20')).toEqual({ q: ['水 量'] });
    expect(read('')).toEqual({});
  });
});

describe('writeSelection', () => {
  it('writes nothing where nothing is chosen', () => {
    expect(address('?sort=amount&plan=')).toBe('');
  });

  it('gives one choice one address, whatever the order it was made in', () => {
    const asked = '?sort=name&state=below&plan=tide&q=%E6%B0%B4&state=reached';
    expect(address(asked)).toBe('?q=%E6%B0%B4&plan=tide&state=reached&state=below&sort=name');
    expect(address(address(asked))).toBe(address(asked));
  });

  it('keeps letters that mean something in addresses', () => {
    const words = 'A&B=C #1 +2 “水”';
    const query = writeSelection(new Map([['q', [words]]]), FIELDS);
    expect(query).not.toMatch(/[#"“\s]/u);
    expect(read(query)).toEqual({ q: [words] });
  });
});
