import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATASETS } from '../../src/core/datasets.ts';
import { intlLocale } from '../../src/core/i18n.ts';
import { english } from '../../src/i18n/index.ts';
import { readDictionaries } from '../../src/io/read-dictionaries.ts';

const dictionaries = readDictionaries();
const others = [...dictionaries].filter(([tag]) => tag !== 'en');
const en: Readonly<Record<string, string>> = english;

/** Keys in plural forms that English has and a language does not use. */
function unusedForm(tag: string, key: string): boolean {
  const categories = new Intl.PluralRules(intlLocale(tag)).resolvedOptions().pluralCategories;
  return (
    /\.(?:zero|one|two|few|many)$/u.test(key) && !categories.some((c) => key.endsWith(`.${c}`))
  );
}

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map((m) => m[1] ?? ''))].toSorted();
const tags = (text: string) =>
  [...text.matchAll(/<(\/?)(\w+)>/gu)].map((m) => `${m[1] ?? ''}${m[2] ?? ''}`);

/** Short technical words that are the same in every language. */
const SAME_EVERYWHERE = new Set([
  'code.level.kgi',
  'code.level.kpi',
  'download.json',
  'size.bytes',
  'size.kilobytes',
  // SDGs is the name of the thing; the language menu says its word in English on every page.
  'kind.goals',
  'nav.goals',
  'lang.label',
]);

describe('dictionaries', () => {
  it('are there for Japanese and English', () => {
    expect([...dictionaries.keys()]).toEqual(expect.arrayContaining(['en', 'ja']));
  });

  it.each(others)('%s has the keys of English, no more and no fewer', (tag, dictionary) => {
    expect(Object.keys(en).filter((key) => !(key in dictionary) && !unusedForm(tag, key))).toEqual(
      [],
    );
    const forms = new Set(Object.keys(en).map((key) => key.replace(/\.(?:one|other)$/u, '')));
    expect(
      Object.keys(dictionary).filter(
        (key) => !(key in en) && !forms.has(key.replace(/\.(?:zero|two|few|many)$/u, '')),
      ),
    ).toEqual([]);
  });

  it.each(others)('%s names the same values as English', (_, dictionary) => {
    const differing = Object.keys(en).filter(
      (key) =>
        key in dictionary &&
        JSON.stringify(placeholders(dictionary[key] ?? '')) !==
          JSON.stringify(placeholders(en[key] ?? '')),
    );
    expect(differing).toEqual([]);
  });

  it.each(others)('%s is not English left as it was', (_, dictionary) => {
    expect(
      Object.keys(en).filter(
        (key) =>
          dictionary[key] === en[key] &&
          /[A-Za-z]/u.test((en[key] ?? '').replace(/\{\w+\}/gu, '')) &&
          !SAME_EVERYWHERE.has(key),
      ),
    ).toEqual([]);
  });

  it.each([...dictionaries])(
    '%s has no empty text, except where nothing stands between sentences',
    (_, dictionary) => {
      expect(
        Object.keys(dictionary).filter(
          (key) => dictionary[key] === '' && key !== 'sentence.separator',
        ),
      ).toEqual([]);
    },
  );

  it.each([...dictionaries])('%s closes every tag inside its phrase', (_, dictionary) => {
    const wrong = Object.entries(dictionary).filter(
      ([, text]) =>
        text.split('|').some((phrase) => {
          const found = tags(phrase);
          return (
            found.some((tag, at) =>
              at % 2 === 0 ? tag.startsWith('/') : tag !== `/${found[at - 1] ?? ''}`,
            ) || found.length % 2 === 1
          );
        }) && /<\/?\w+>/u.test(text),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it.each([...dictionaries])('%s has well-formed names of values', (_, dictionary) => {
    expect(
      Object.entries(dictionary)
        .filter(([, text]) => /[{}]/u.test(text.replace(/\{\w+\}/gu, '')))
        .map(([key]) => key),
    ).toEqual([]);
  });

  it('has both English plural forms of every counted text', () => {
    const bases = Object.keys(en)
      .filter((key) => key.endsWith('.one') || key.endsWith('.other'))
      .map((key) => key.replace(/\.(?:one|other)$/u, ''));
    // Here “other” is a thing of its own, no plural form.
    const uncounted = new Set(['topic', 'section_kind', 'legend']);
    expect(
      [...new Set(bases)].filter(
        (base) => !uncounted.has(base) && !(`${base}.one` in en && `${base}.other` in en),
      ),
    ).toEqual([]);
  });
});

describe('keys', () => {
  const files = readdirSync(join(process.cwd(), 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro)$/u.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const source = files.join('\n');

  /** Keys put together from a part that is data: how they begin in the source, and which keys they make. */
  const DYNAMIC: readonly (readonly [source: string, keys: RegExp])[] = [
    ['`answer.moved.${', /^answer\.moved\./u],
    ['`answer.group.${', /^answer\.group\./u],
    ['`basis.${', /^basis\.\w+\.about$/u],
    ['`chart.title.${', /^chart\.title\./u],
    ['`budget.by_${', /^budget\.by_/u],
    ['`budget.download_${', /^budget\.download_/u],
    ['`check.met.${', /^check\.met\./u],
    ['`check.said_${', /^check\.said_/u],
    ['`code.${', /^code\./u],
    [
      '`dataset.${',
      new RegExp(`^dataset\\.(?:${DATASETS.map((d) => d.name).join('|')})(?:\\.about)?$`, 'u'),
    ],
    ['`counting.${', /^counting\./u],
    ['`direction.${', /^direction\./u],
    ['`document_kind.${', /^document_kind\./u],
    ['`download.${', /^download\./u],
    ['`field.${', /^field\./u],
    ['`flag.${', /^flag\.(?!with)/u],
    ['`goal.${', /^goal\./u],
    ['`goalpost.${', /^goalpost\./u],
    ['`goalposts.title.${', /^goalposts\.title\./u],
    ['`goalposts.about.${', /^goalposts\.about\./u],
    ['`chart.change_${', /^chart\.change_/u],
    ['`judgement.path_${', /^judgement\.path_/u],
    ['`judgement.moved_${', /^judgement\.moved_/u],
    ['`judgement.from_to_${', /^judgement\.from_to_/u],
    ['`state.${', /^state\.passed_(?:met|short)_year$/u],
    ['`line.${', /^line\./u],
    ['`missing.${', /^missing\./u],
    ['`names.${', /^names\./u],
    ['`offline.error_${', /^offline\.error_/u],
    ['`offline.state_${', /^offline\.state_/u],
    ['`period.${', /^period\./u],
    ['`section_kind.${', /^section_kind\./u],
    ['`trend.${', /^trend\./u],
    ['`type.${', /^type\./u],
    ['`verdict.${', /^verdict\./u],
  ];

  it.each(DYNAMIC)('%s… is still in the source', (start) => {
    expect(source.includes(start)).toBe(true);
  });

  it('are all used', () => {
    const literals = new Set(
      [...source.matchAll(/['"`]([a-z_0-9]+(?:\.[a-z_0-9]+)+)['"`]/gu)].map((m) => m[1] ?? ''),
    );
    const unused = Object.keys(en).filter(
      (key) =>
        !literals.has(key) &&
        !literals.has(key.replace(/\.(?:zero|one|two|few|many|other)$/u, '')) &&
        !DYNAMIC.some(([, keys]) => keys.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it('are all known: no page asks for one that is not there', () => {
    const asked = [
      ...source.matchAll(/\b(?:t|sentence)\(\s*'([a-z_0-9]+(?:\.[a-z_0-9]+)+)'/gu),
    ].map((m) => m[1] ?? '');
    expect(asked.length).toBeGreaterThan(50);
    expect([...new Set(asked)].filter((key) => !(key in en))).toEqual([]);
  });
});
