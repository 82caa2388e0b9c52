import { describe, expect, it } from 'vitest';
import {
  compareText,
  hasErrors,
  problem,
  problemHint,
  problemMessage,
  sortProblems,
} from '../../src/core/problem.ts';
import { PROBLEM_TEXTS, type ProblemCode } from '../../src/core/problem-texts.ts';

const CODES = Object.keys(PROBLEM_TEXTS) as ProblemCode[];
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map((m) => m[1] ?? '');

describe('problem', () => {
  it('takes its severity from the table of codes and leaves out nothing', () => {
    expect(
      problem(
        'duplicate_key',
        { file: 'a.csv', line: 3, column: 1, field: 'id', value: 'x' },
        { first: '2' },
      ),
    ).toEqual({
      code: 'duplicate_key',
      severity: 'error',
      file: 'a.csv',
      line: 3,
      column: 1,
      field: 'id',
      value: 'x',
      values: { first: '2' },
    });
    expect(problem('csv_not_canonical', { file: 'a.csv' })).toMatchObject({
      severity: 'warning',
      line: null,
      column: null,
    });
  });
});

describe('problemMessage, problemHint', () => {
  it('fill the sentences in both languages', () => {
    const found = problem(
      'value_not_number',
      { file: 'a.csv', field: 'value', value: '約80' },
      { example: '34.5' },
    );
    expect(problemMessage(found, 'ja')).toBe('「value」は数の列ですが、「約80」と書かれています。');
    expect(problemMessage(found, 'en')).toBe('“value” holds numbers, but says “約80”.');
    expect(problemHint(found, 'en')).toContain('such as 34.5');
  });

  it('show a long value on one line, cut', () => {
    const shown = problemMessage(
      problem('name_unsafe', { file: 'a', value: `x\n${'y'.repeat(200)}` }),
      'en',
    );
    expect(shown).toBe(`“x ${'y'.repeat(78)}…” cannot be an id or a folder name.`);
  });

  it('do not interpret a value as a template', () => {
    expect(problemMessage(problem('name_unsafe', { file: 'a', value: '{field}' }), 'en')).toContain(
      '“{field}”',
    );
  });

  it.each(CODES)('%s says the same in Japanese and English and ends its sentences', (code) => {
    const { message, hint } = PROBLEM_TEXTS[code];
    const known = (text: string) =>
      [...new Set(names(text))].filter((n) => n !== 'suggestion_en').toSorted();
    expect(known(message.en)).toEqual(known(message.ja));
    expect(message.ja).not.toBe(message.en);
    expect(message.ja).toMatch(/(?:。|\}）?)$/u);
    expect(message.en).toMatch(/(?:\.|\})$/u);
    expect(hint.ja).not.toBe('');
    expect(hint.en).not.toBe('');
  });
});

describe('sortProblems', () => {
  it('puts errors first, then files, lines and columns as numbers', () => {
    const at = (code: ProblemCode, file: string, line?: number, column?: number) =>
      problem(code, { file, line, column });
    const sorted = sortProblems([
      at('csv_not_canonical', 'a.csv', 1),
      at('value_required', 'b.csv', 10, 2),
      at('value_required', 'b.csv', 9, 11),
      at('value_required', 'b.csv', 9, 2),
      at('content_empty', 'b.csv'),
      at('value_required', 'a.csv', 5),
    ]);
    expect(sorted.map((p) => `${p.code} ${p.file}:${String(p.line)}:${String(p.column)}`)).toEqual([
      'value_required a.csv:5:null',
      'content_empty b.csv:null:null',
      'value_required b.csv:9:2',
      'value_required b.csv:9:11',
      'value_required b.csv:10:2',
      'csv_not_canonical a.csv:1:null',
    ]);
  });
});

describe('compareText', () => {
  it('orders by code unit, not by locale', () => {
    expect(['b', 'a', 'B', 'あ', 'ア'].toSorted(compareText)).toEqual(['B', 'a', 'b', 'あ', 'ア']);
    expect(compareText('a', 'a')).toBe(0);
  });
});

describe('hasErrors', () => {
  it('is false for warnings alone', () => {
    const warning = problem('csv_not_canonical', { file: 'a' });
    expect(hasErrors([])).toBe(false);
    expect(hasErrors([warning])).toBe(false);
    expect(hasErrors([warning, problem('value_required', { file: 'a' })])).toBe(true);
  });
});
