import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/core/csv.ts';
import { firstSite } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';

/**
 * Queries as people type them, with the page that should come first (or one of several that are equally
 * right). They were written before the search was tuned; queries of later documents are added before a
 * result for them is looked at.
 */
const FOLDER = join(import.meta.dirname, '../search');

interface Asked {
  readonly query: string;
  readonly expected: readonly string[];
}

/** Shares that must be found first and among the first three, and the fewest queries that say so. */
const BARS = [
  { tag: 'ja', first: 0.9, three: 0.97, queries: 100 },
  { tag: 'ja-x-easy', first: 0.85, three: 0.95, queries: 60 },
  { tag: 'en', first: 0.9, three: 0.97, queries: 60 },
] as const;

function queriesOf(tag: string): Asked[] {
  const file = join(FOLDER, `${tag}.csv`);
  return parseCsv(file, readFileSync(file, 'utf8')).rows.map(({ cells }) => ({
    query: cells[0] ?? '',
    expected: (cells[1] ?? '').split('|'),
  }));
}

describe.each(BARS)('the queries in $tag', ({ tag, first, three, queries }) => {
  const seen = visit(firstSite);
  const asked = queriesOf(tag);
  const { segment } = firstSite.languages.find((language) => language.tag === tag) ?? {
    segment: '',
  };

  it('are many, asked once each, for pages that are there', () => {
    expect(asked.length).toBeGreaterThanOrEqual(queries);
    expect(new Set(asked.map(({ query }) => query)).size).toBe(asked.length);
    const missing = asked
      .flatMap(({ expected }) => expected)
      .filter((path) => !existsSync(join(firstSite.folder, segment, path, 'index.html')));
    expect(missing).toEqual([]);
  });

  it('find the right page first, or among the first three', async () => {
    const { url } = seen;
    const page = await seen.open(`${segment}/search/`);
    const ranks: { readonly query: string; readonly rank: number }[] = [];
    for (const { query, expected } of asked) {
      const links = await page.evaluate(async (text) => {
        const list = document.querySelector<HTMLElement>('#search-results');
        const input = document.querySelector<HTMLInputElement>('#q');
        if (list === null || input === null) throw new Error('no search');
        input.value = text;
        const settled = new Promise<void>((done) => {
          const watch = new MutationObserver(() => {
            if (list.dataset['searchState'] === 'loading') return;
            watch.disconnect();
            done();
          });
          watch.observe(list, { attributes: true });
        });
        input.form?.requestSubmit();
        await settled;
        return [...list.querySelectorAll('li')].map((item) => item.querySelector('a')?.href ?? '');
      }, query);
      const rank = links.findIndex((link) =>
        expected.some((path) => link === `${url}${segment}/${path}`),
      );
      ranks.push({ query, rank: rank < 0 ? Infinity : rank + 1 });
    }
    const share = (most: number) => ranks.filter(({ rank }) => rank <= most).length / ranks.length;
    const said = [1, 3, 10].map((most) => `${String(most)}: ${(share(most) * 100).toFixed(1)} %`);
    process.stdout.write(
      `${tag}, ${String(ranks.length)} queries, found in the first ${said.join(', ')}\n`,
    );
    const missed = ranks.filter(({ rank }) => rank > 3).map(({ query }) => query);
    expect({ missed, enough: share(3) >= three }).toEqual({ missed, enough: true });
    expect(share(1)).toBeGreaterThanOrEqual(first);
  });
});

it('are typed in kana for the most part in easy Japanese', () => {
  const easy = queriesOf('ja-x-easy');
  const kana = easy.filter(({ query }) => /^[\p{sc=Hira}\p{sc=Kana}ー\s]+$/u.test(query));
  expect(kana.length / easy.length).toBeGreaterThan(0.5);
});
