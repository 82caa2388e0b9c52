import { describe, expect, it } from 'vitest';
import {
  find,
  readFirst,
  readNext,
  type Card,
  type Hit,
  type Index,
} from '../../src/search/find.ts';
import type { Query } from '../../src/search/query.ts';
import { placesOf, splitAt } from '../../src/search/show.ts';

interface Page {
  readonly id: string;
  readonly text: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** An index that finds a word in quotes where it stands, and one without where any word begins alike. */
function indexOf(pages: readonly Page[], asked: string[] = []): Index {
  const hit = (page: Page, score: number): Hit => ({
    id: page.id,
    score,
    data: () =>
      Promise.resolve({ url: `/${page.id}/`, excerpt: '', meta: page.meta } satisfies Card),
  });
  return {
    search: (word) => {
      asked.push(word);
      const exact = /^"(.*)"$/u.exec(word)?.[1];
      const start = word.slice(0, 3);
      return Promise.resolve(
        pages.flatMap((page) => {
          const held =
            exact === undefined
              ? page.text.split(' ').filter((w) => w.startsWith(start)).length
              : page.text.includes(exact)
                ? 1
                : 0;
          return held > 0 ? [hit(page, held)] : [];
        }),
      );
    },
  };
}

const query = (...tokens: (readonly string[])[]): Query => ({
  text: tokens.map(([first]) => first).join(' '),
  tokens: tokens.map((forms) => ({
    asked: forms[0] ?? '',
    forms: forms.map((text, at) => ({ text, weight: at === 0 ? 1 : 0.6 })),
  })),
  meaning: false,
  codes: [],
});
const ids = async (index: Index, asked: Query) => (await find(index, asked)).pages.map((p) => p.id);

const river = { id: 'river', text: 'river water', meta: { title: 'River', kind_id: 'section' } };
const well = { id: 'well', text: 'well water', meta: { title: 'Wells', kind_id: 'indicator' } };
const kidney = { id: 'kidney', text: 'kidney', meta: { title: 'Kidney', kind_id: 'measure' } };
const child = { id: 'child', text: 'children', meta: { title: 'Children', kind_id: 'measure' } };

describe('find', () => {
  it('puts pages with every word before pages with some', async () => {
    const found = await find(indexOf([river, well]), query(['well'], ['water']));
    expect(found.pages.map(({ id, held }) => [id, held])).toEqual([
      ['well', 2],
      ['river', 1],
    ]);
  });

  it('takes another form where a word stands nowhere, and no word that only begins alike', async () => {
    expect((await ids(indexOf([kidney, child]), query(['kids', 'children'])))[0]).toBe('child');
  });

  it('takes what begins alike where nothing else is found', async () => {
    expect(await ids(indexOf([kidney, river]), query(['kidx']))).toEqual(['kidney']);
  });

  it('finds nothing where nothing fits', async () => {
    expect(await ids(indexOf([river]), query(['zzz']))).toEqual([]);
    expect(await ids(indexOf([river]), query())).toEqual([]);
  });

  it('tells which spelling was found in place of the one asked for', async () => {
    const asked: Query = {
      ...query(['かわ']),
      tokens: [{ asked: 'かわ', forms: [{ text: 'river', weight: 0.97 }] }],
    };
    expect((await find(indexOf([river]), asked)).heard).toEqual([['かわ', 'river']]);
    expect((await find(indexOf([river]), query(['river']))).heard).toEqual([]);
    const goal: Query = {
      ...asked,
      tokens: [{ ...asked.tokens[0], asked: '6', forms: [{ text: 'river', weight: 1 }] }],
      codes: ['6'],
    };
    expect((await find(indexOf([river]), goal)).heard).toEqual([]);
  });

  it('looks for no further meanings when enough pages hold the word', async () => {
    const pages = Array.from({ length: 12 }, (_, at) => ({ ...river, id: `r${String(at)}` }));
    const asked: string[] = [];
    await find(indexOf(pages, asked), query(['river', 'stream']));
    expect(asked).not.toContain('"stream"');
  });
});

describe('a compound that stands nowhere', () => {
  const asked: Query = {
    ...query(['xyzwell']),
    tokens: [
      {
        asked: 'xyzwell',
        forms: [{ text: 'xyzwell', weight: 1 }],
        parts: query(['well'], ['water']).tokens,
      },
    ],
  };

  it('is found by its parts, first where all of them stand', async () => {
    expect(await ids(indexOf([river, well]), asked)).toEqual(['well', 'river']);
  });

  it('is found by pages with all its parts alone where it stands somewhere', async () => {
    const whole = { ...kidney, id: 'whole', text: 'xyzwell' };
    const found = await ids(indexOf([river, well, whole]), asked);
    expect(found).toEqual(['whole', 'well']);
  });
});

describe('reading results', () => {
  const page = (id: string, meta: Readonly<Record<string, string>>): Page => ({
    id,
    text: 'water',
    meta: { kind_id: 'section', ...meta },
  });

  it('puts first whose title says it, before whose text does', async () => {
    const pages = [page('a', { title: 'Other' }), page('b', { title: 'Water' })];
    const { pages: found } = await find(indexOf(pages), query(['water']));
    expect((await readFirst(found, query(['water'])))[0]?.found.id).toBe('b');
  });

  it('puts a page first that is called so', async () => {
    const pages = [
      page('a', { title: 'Water and more' }),
      page('b', { title: 'Other', names: 'x, water' }),
    ];
    const { pages: found } = await find(indexOf(pages), query(['water']));
    expect((await readFirst(found, query(['water'])))[0]?.found.id).toBe('b');
  });

  it('leaves the glossary behind a page about the term, and puts it first for a meaning', async () => {
    const pages = [
      page('terms', { title: 'Terms', terms: 'water', kind_id: 'glossary' }),
      page('about', { title: 'Rivers', description: 'water' }),
    ];
    const { pages: found } = await find(indexOf(pages), query(['water']));
    const first = async (asked: Query) => (await readFirst(found, asked))[0]?.found.id;
    expect(await first(query(['water']))).toBe('about');
    expect(await first({ ...query(['water']), meaning: true })).toBe('terms');
  });

  it('counts a name more than a synonym, and letters only where a word begins', async () => {
    const pages = [
      page('d', { title: 'Freshwater' }),
      page('b', { title: 'Other', synonyms: 'water' }),
      page('a', { title: 'Other', terms: 'water' }),
    ];
    const { pages: found } = await find(indexOf(pages), query(['water']));
    const order = (await readFirst(found, query(['water']))).map((r) => r.found.id);
    expect(order).toEqual(['a', 'b', 'd']);
  });

  it('gives every result once, in steps', async () => {
    const pages = Array.from({ length: 27 }, (_, at) => page(`p${String(at)}`, { title: 'Water' }));
    const { pages: found } = await find(indexOf(pages), query(['water']));
    const next = readNext(found, query(['water']), 10);
    const steps = [await next(), await next(), await next(), await next()];
    expect(steps.map((step) => step.length)).toEqual([10, 10, 7, 0]);
    expect(new Set(steps.flat().map((r) => r.found.id)).size).toBe(27);
  });
});

describe('showing results', () => {
  it('marks words as they are written, longest first, and none inside another', () => {
    expect(splitAt('Groundwater use, because', ['use', 'groundwater', 'water'])).toEqual([
      { text: 'Groundwater', found: true },
      { text: ' ', found: false },
      { text: 'use', found: true },
      { text: ', because', found: false },
    ]);
    expect(splitAt('水', ['水'])).toEqual([{ text: '水', found: false }]);
    expect(splitAt('', ['a'])).toEqual([]);
  });

  it('names the places of a page that were asked for', () => {
    const places = JSON.stringify([
      { id: 'goal-6', label: 'Goal 6', words: ['goal6', 'goal6x1'] },
      { id: 'goal-7', words: ['goal7'] },
    ]);
    const card = { url: '/', excerpt: '', meta: { places } };
    expect(placesOf(card, query(['goal6x1']))).toEqual([{ id: 'goal-6', label: 'Goal 6' }]);
    // A term of the glossary is called by its first word.
    expect(placesOf(card, query(['goal7']))).toEqual([{ id: 'goal-7', label: 'goal7' }]);
    expect(placesOf({ ...card, meta: {} }, query(['goal6']))).toEqual([]);
    expect(placesOf({ ...card, meta: { places: '[{"cut' } }, query(['goal6']))).toEqual([]);
  });
});
