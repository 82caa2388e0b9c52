import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { annotation, problemsJson } from '../scripts/lib/report.ts';
import { problemHint, problemMessage, type Problem } from '../src/core/problem.ts';
import { inspectCity } from '../src/inspect.ts';
import { readContentFiles } from '../src/io/read-content.ts';
import { readDictionaries } from '../src/io/read-dictionaries.ts';
import {
  CODES,
  codeOf,
  essence,
  expectedProblems,
  invalidFixtures,
  overlaidFiles,
  sameProblem,
  SECOND_CITY,
} from './lib/city.ts';

/** Every folder of fixtures/invalid is a test: the second city with a mistake laid over it. */
const dictionaries = readDictionaries();
const sound = inspectCity(readContentFiles(SECOND_CITY), dictionaries);
const standing = sound.problems.map(essence);
const fixtures = invalidFixtures();
const expected = new Map(fixtures.map((name) => [name, expectedProblems(name)]));
const found = new Map(
  fixtures.map((name) => [name, inspectCity(overlaidFiles(name), dictionaries)]),
);

/** All problems of a fixture but the warnings that the sound city has too. */
function told(name: string): Problem[] {
  const wanted = expected.get(name) ?? [];
  return (found.get(name)?.problems ?? []).filter(
    (p) =>
      wanted.some((w) => sameProblem(w, essence(p))) ||
      !standing.some((s) => sameProblem(s, essence(p))),
  );
}

const shown = (p: Problem) =>
  (['ja', 'en'] as const).flatMap((language) => [
    problemMessage(p, language),
    problemHint(p, language),
  ]);

const said = z.object({ ja: z.string().min(1), en: z.string().min(1) });

describe('the second city', () => {
  it('has no error, so that a fixture’s problems are its own', () => {
    expect(standing.filter((p) => p.severity === 'error')).toEqual([]);
  });
});

describe('invalid content', () => {
  it('has a folder for every problem code, and no folder for another', () => {
    const named = new Set(fixtures.map(codeOf));
    expect(CODES.filter((code) => !named.has(code))).toEqual([]);
    expect([...named].filter((name) => !CODES.some((code) => code === name))).toEqual([]);
  });

  it.each(fixtures)('tells exactly what is wrong with %s', (name) => {
    const wanted = expected.get(name) ?? [];
    expect(wanted.map((p) => p.code)).toContain(codeOf(name));
    expect(told(name).map(essence)).toEqual(wanted);
  });

  it.each(fixtures)(
    'builds no model of %s when it has an error, and one when it has none',
    (name) => {
      const errors = (expected.get(name) ?? []).some((p) => p.severity === 'error');
      expect(found.get(name)?.model === null).toBe(errors);
    },
  );

  it.each(fixtures)(
    'says of %s what is wrong and what to do, in Japanese and English, with every blank filled',
    (name) => {
      for (const p of found.get(name)?.problems ?? []) {
        for (const text of shown(p)) {
          expect(text, p.code).not.toMatch(/\{\w+\}|undefined|\[object|\bnull\b|NaN/u);
          expect(text.trim(), p.code).not.toBe('');
        }
        const [messageJa = '', hintJa = '', messageEn = '', hintEn = ''] = shown(p);
        expect(messageEn).not.toBe(messageJa);
        expect(hintJa).not.toBe(messageJa);
        expect(hintEn).not.toBe(messageEn);
      }
    },
  );

  it.each(fixtures)('shows the offending value of %s where there is one', (name) => {
    for (const p of found.get(name)?.problems ?? []) {
      expect(p.file.startsWith('content/'), p.code).toBe(true);
      if (p.value !== null) expect(p.value.length, p.code).toBeLessThan(2000);
    }
  });

  it('tells the mistakes of several files in one run', () => {
    const problems = told('value_not_number--among-others');
    expect(new Set(problems.map((p) => p.file)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(problems.map((p) => p.code)).size).toBeGreaterThanOrEqual(8);
  });

  it('orders problems by gravity, then file, line and column', () => {
    for (const { problems } of found.values()) {
      const firstWarning = problems.findIndex((p) => p.severity === 'warning');
      const errors = problems.filter((p) => p.severity === 'error');
      if (firstWarning >= 0) expect(firstWarning).toBe(errors.length);
      const places = errors.map(
        (p) =>
          `${p.file}\u0000${String(p.line ?? 0).padStart(6, '0')}\u0000${String(p.column ?? 0).padStart(6, '0')}`,
      );
      expect(places).toEqual(places.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    }
  });

  it('tells the value as it stands in the file', () => {
    const values = (name: string, code: string) =>
      told(name)
        .filter((p) => p.code === code)
        .map((p) => p.value);
    expect(values('value_not_number', 'value_not_number')).toEqual(['約80']);
    expect(values('value_not_year', 'value_not_year')).toEqual(['R5']);
    expect(values('name_unsafe--dots-in-a-cell', 'name_unsafe')).toEqual(['../../ferry-fleet']);
    expect(values('unknown_reference', 'unknown_reference')).toEqual(['lighthouse-visitor']);
    expect(values('id_vanished', 'id_vanished')).toEqual(['tide-2020-plan-m-003']);
  });

  it('advises what a person would: the western year, the nearest id, the encoding', () => {
    const hint = (name: string) =>
      told(name)
        .map((p) => problemHint(p, 'en'))
        .join('\n');
    const message = (name: string) =>
      told(name)
        .map((p) => problemMessage(p, 'en'))
        .join('\n');
    expect(hint('value_not_year')).toContain('2023');
    expect(hint('value_not_year--era')).toContain('2018');
    expect(hint('value_not_year--era-year-zero')).toContain('No such era or year');
    expect(hint('unknown_reference')).toContain('lighthouse-visitors');
    expect(hint('file_unknown')).toContain('observations.csv');
    expect(hint('csv_column_unknown--renamed')).toContain('printed_value');
    expect(hint('dictionary_key_unknown')).toContain('nav.home');
    expect(message('encoding_not_utf8')).toContain('Shift_JIS');
    expect(message('encoding_not_utf8--utf-16')).toContain('UTF-16LE');
    expect(message('encoding_not_utf8--utf-16-big-endian')).toContain('UTF-16BE');
    expect(message('encoding_not_utf8--utf-16-without-mark')).toContain('UTF-16');
    expect(message('id_changed')).toMatch(/before: .*\[kilometre\], now: .*\[decibel\]/u);
  });

  it('says in each language what a JSON file lacks or has too much of', () => {
    const [missing] = told('json_invalid--missing-key');
    const [month] = told('json_invalid--month');
    if (missing === undefined || month === undefined) throw new Error('A fixture tells nothing');
    expect(shown(missing)).toEqual([
      '「unit」の値が正しくありません: この項目がありません',
      '→ string',
      'The value of “unit” is not right: it is missing',
      '→ string',
    ]);
    expect(problemMessage(month, 'ja')).toMatch(/12/u);
    expect(problemMessage(month, 'ja')).not.toContain('Too big');
    expect(problemHint(month, 'en')).toBe('→ ≤ 12');
  });

  it.each(fixtures)(
    'can be given to programs as JSON, and to a build as annotations (%s)',
    (name) => {
      const problems = found.get(name)?.problems ?? [];
      const parsed = z
        .array(z.object({ message: said, hint: said }))
        .parse(JSON.parse(problemsJson(problems)));
      expect(parsed).toHaveLength(problems.length);
      for (const p of problems)
        expect(annotation(p)).toMatch(/^::(?:error|warning) file=content\/\S*[^\n]*::[^\n]+$/u);
    },
  );
});
