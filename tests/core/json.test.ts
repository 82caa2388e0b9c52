import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { positionAt, readJson } from '../../src/core/json.ts';
import { problemMessage } from '../../src/core/problem.ts';
import { brief } from './make.ts';

const FILE = 'content/site.json';
const schema = z.strictObject({
  name: z.string(),
  year: z.int(),
  kind: z.enum(['plan', 'budget']).optional(),
  parts: z.array(z.strictObject({ id: z.string() })).optional(),
});
const read = (text: string) => readJson(FILE, text, schema);

describe('positionAt', () => {
  it('counts lines and characters from 1', () => {
    expect(positionAt('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
    expect(positionAt('ab\ncd', 3)).toEqual({ line: 2, column: 1 });
    expect(positionAt('ab\r\ncd', 5)).toEqual({ line: 2, column: 2 });
  });
});

describe('readJson', () => {
  it('gives the value and no problem for a sound file', () => {
    const { value, problems } = read('{"name": "a", "year": 2023}');
    expect(value).toEqual({ name: 'a', year: 2023 });
    expect(problems).toEqual([]);
  });

  it.each([
    ['a trailing comma', '{\n  "name": "a",\n  "year": 2023,\n}', 4, 1],
    ['a missing comma', '{\n  "name": "a"\n  "year": 2023\n}', 3, 3],
    ['a full-width quote', '{\n  “name": "a"\n}', 2, 3],
    ['an ideographic space', '{\n\u3000"name": "a"\n}', 2, 1],
    ['a comment', '{\n  // no\n  "name": "a"\n}', 2, 3],
    ['a number with a leading zero', '{"year": 02023}', 1, 11],
    ['text after the end', '{} x', 1, 4],
    ['nothing at all', '', 1, 1],
  ])('tells where the syntax breaks: %s', (_, text, line, column) => {
    const { value, problems } = read(text);
    expect(value).toBeNull();
    expect(problems.map((p) => [p.code, p.severity, p.line, p.column])).toEqual([
      ['json_syntax', 'error', line, column],
    ]);
  });

  it('tells line and column of a wrong value, with what was expected', () => {
    const { value, problems } = read('{\n  "name": "a",\n  "year": "2023"\n}');
    expect(value).toBeNull();
    expect(brief(problems)).toEqual([
      { code: 'json_invalid', file: FILE, line: 3, column: 11, field: 'year', value: '"2023"' },
    ]);
    expect(problems[0]?.values['expected']).toBe('→ number');
  });

  it('lists what an enumeration allows', () => {
    const { problems } = read('{"name": "a", "year": 1, "kind": "plans"}');
    expect(problems.map((p) => [p.field, p.values['expected']])).toEqual([
      ['kind', '→ plan | budget'],
    ]);
  });

  it('tells of an unknown key at the key itself, one problem each', () => {
    const { problems } = read(
      '{\n  "name": "a",\n  "year": 1,\n  "yaer": 2,\n    "extra": true\n}',
    );
    expect(brief(problems)).toEqual([
      { code: 'json_invalid', file: FILE, line: 4, column: 3, field: 'yaer', value: '"yaer": 2' },
      {
        code: 'json_invalid',
        file: FILE,
        line: 5,
        column: 5,
        field: 'extra',
        value: '"extra": true',
      },
    ]);
    expect(problems[0] === undefined ? '' : problemMessage(problems[0], 'en')).toContain('yaer');
  });

  it('tells of an unknown key inside a list', () => {
    const { problems } = read(
      '{"name": "a", "year": 1, "parts": [\n  {"id": "x"},\n  {"id": "y", "idd": 1}\n]}',
    );
    expect(problems.map((p) => [p.line, p.column, p.field])).toEqual([[3, 15, 'parts.1.idd']]);
  });

  it('tells of a missing key at the object that lacks it', () => {
    const { problems } = read('\n{"name": "a"}');
    expect(problems.map((p) => [p.code, p.line, p.column, p.field])).toEqual([
      ['json_invalid', 2, 1, 'year'],
    ]);
  });

  it('tells all problems in one run', () => {
    expect(
      read('{"name": 1, "year": "x", "kind": 3, "z": 0}')
        .problems.map((p) => p.field)
        .toSorted(),
    ).toEqual(['kind', 'name', 'year', 'z']);
  });

  it('finds where a key stands later, or the start of the file', () => {
    const { at } = read('\n{"name": "a",\n "year": 1, "parts": [{"id": "x"},\n {"id": "y"}]}');
    expect(at(['parts', 1, 'id'])).toEqual({ line: 4, column: 9 });
    expect(at(['nothing'])).toEqual({ line: 2, column: 1 });
  });
});
