import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROBLEM_TEXTS } from '../src/core/problem-texts.ts';
import { easyContext } from '../src/inspect-prose.ts';
import { readDictionaries } from '../src/io/read-dictionaries.ts';
import common from '../src/narrative/common-readings.json' with { type: 'json' };
import { easyFindings, type EasyContext } from '../src/narrative/easy.ts';
import { unread, withoutReadings } from '../src/narrative/ruby.ts';
import { PROJECT } from './lib/city.ts';

const dictionaries = readDictionaries();
function dictionary(tag: string): ReadonlyMap<string, string> {
  const found = dictionaries.get(tag);
  if (found === undefined) throw new Error(`no dictionary ${tag}`);
  return new Map(Object.entries(found));
}
const ja = dictionary('ja');
const easy = dictionary('ja-x-easy');

/** What a city without any words of its own gives the rules. */
const nothing: Parameters<typeof easyContext>[0] = {
  readings: { id: 'readings', file: '', value: {}, at: () => ({ line: 1, column: 1 }) },
  glossary: { id: 'glossary', file: '', value: [], at: () => ({ line: 1, column: 1 }) },
};
const context: EasyContext = easyContext(nothing);

/** Eras are never shown in easy Japanese. */
const shown = [...easy].filter(([key]) => !key.startsWith('era.'));
const errorsOf = (text: string) =>
  easyFindings(text, context).filter((f) => PROBLEM_TEXTS[f.code].severity === 'error');

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/gu)].map((m) => m[1] ?? '').toSorted();
const stressed = (text: string) => [...text.matchAll(/<b>(.*?)<\/b>/gu)].length;

describe('the words of easy Japanese', () => {
  it('are all there, and no others', () => {
    expect([...easy.keys()].toSorted()).toEqual([...ja.keys()].toSorted());
    expect(easy.size).toBeGreaterThan(700);
  });

  it('name the same values as the ordinary ones', () => {
    const differing = [...ja].filter(
      ([key, text]) =>
        JSON.stringify([...new Set(placeholders(text))]) !==
        JSON.stringify([...new Set(placeholders(easy.get(key) ?? ''))]),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('stress something wherever the ordinary ones do', () => {
    const plain = [...ja].filter(
      ([key, text]) => stressed(text) > 0 && stressed(easy.get(key) ?? '') === 0,
    );
    expect(plain.map(([key]) => key)).toEqual([]);
  });

  it('keep the rules, with the general readings alone', () => {
    expect(shown.length).toBeLessThan(easy.size);
    const found = shown.flatMap(([key, text]) =>
      errorsOf(text).map((f) => `${key}: ${f.code} ${f.value}`),
    );
    expect(found).toEqual([]);
  });

  it('would break them as ordinary Japanese', () => {
    const broken = [...ja].filter(([, text]) => errorsOf(text).length > 0);
    expect(broken.length).toBeGreaterThan(ja.size / 2);
  });

  it('have a reading over every kanji', () => {
    expect([...easy].filter(([, text]) => /[\p{sc=Han}々〆]/u.test(unread(text)))).toEqual([]);
  });

  it('hold no half of the notation', () => {
    expect(
      [...easy].filter(([, text]) => /[｜《》]/u.test(withoutReadings(text))).map(([key]) => key),
    ).toEqual([]);
  });

  it('are never the ordinary phrase left as it was', () => {
    const same = [...ja].filter(
      ([key, text]) =>
        text.replace(/\{\w+\}/gu, '').length > 8 &&
        /\p{sc=Hiragana}/u.test(text) &&
        (easy.get(key) === text || withoutReadings(easy.get(key) ?? '') === text),
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });
});

describe('the general readings', () => {
  const words = Object.entries<string | readonly string[]>(common);
  const listed = words.map(
    ([word, readings]) => [word, typeof readings === 'string' ? [readings] : readings] as const,
  );

  it('are written in hiragana', () => {
    const others = listed.filter(([, readings]) =>
      readings.some((reading) => !/^[\u3041-\u3096ー]+$/u.test(reading)),
    );
    expect(listed.length).toBeGreaterThan(500);
    expect(others).toEqual([]);
  });

  it('are of words that have a kanji', () => {
    expect(listed.filter(([word]) => !/\p{sc=Han}/u.test(word))).toEqual([]);
  });

  it('are a list only where there are several, each once', () => {
    expect(
      words.filter(
        ([, readings]) =>
          typeof readings !== 'string' &&
          (readings.length < 2 || new Set(readings).size < readings.length),
      ),
    ).toEqual([]);
  });

  it('name each word once: a second row would hide the first', () => {
    const file = readFileSync(join(PROJECT, 'src/narrative/common-readings.json'), 'utf8');
    const keys = [...file.matchAll(/"([^"]+)"\s*:/gu)].map(([, word]) => word);
    expect(keys.filter((word, at) => keys.indexOf(word) !== at)).toEqual([]);
    expect(keys).toHaveLength(words.length);
  });
});
