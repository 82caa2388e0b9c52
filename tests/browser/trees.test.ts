import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  firstSite,
  PAGE_KINDS,
  samplePages,
  samplesInTurn,
  sites,
  type SamplePage,
} from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';
import { treeOf, treeText } from './tree.ts';

/**
 * What a screen reader meets on each kind of page, stored to be read in review. A page that was meant to
 * change renews its tree: `npx vitest run --project sites trees -u`, then the difference is read like a text.
 */
const folder = join(import.meta.dirname, 'trees');

/** Of the first city, whose content grows, only what shows every part and all its languages. */
const FIRST = ['home', 'indicator'];
const PHONE = { viewport: { width: 390, height: 844 } };

describe.each(sites.map((site) => [site.name, site] as const))('%s', (name, site) => {
  const seen = visit(site, { ...PHONE, locale: 'is-IS' });
  const kept = samplePages(site).filter((page, index, all) =>
    name === firstSite.name ? FIRST.includes(page.kind) && isFirst(page, index, all) : inTurn(page),
  );
  const file = ({ kind, language }: SamplePage) => `${kind}.${language.segment}.txt`;

  it.each(kept.map((sample) => [file(sample), sample] as const))(
    'sounds like %s, with every part named and nothing said twice',
    async (stored, { address }) => {
      const page = await seen.open(address);
      const text = treeText(await treeOf(seen.context, page));
      expect(faults(text)).toEqual([]);
      // Sizes of files follow every small change of the data: they are no news here.
      await expect(text.replace(/\d[\d.,]* (?=k?B\b)/gu, '# ')).toMatchFileSnapshot(
        join(folder, name, stored),
      );
    },
  );

  it('keeps no tree of a page that is gone', () => {
    const stored = existsSync(join(folder, name)) ? readdirSync(join(folder, name)) : [];
    expect(stored.filter((tree) => !kept.some((sample) => file(sample) === tree))).toEqual([]);
    expect(new Set(kept.map(({ kind }) => kind))).toEqual(
      new Set(name === firstSite.name ? FIRST : PAGE_KINDS.map(({ kind }) => kind)),
    );
  });

  it.each(
    samplesInTurn(site)
      .filter((sample) => !kept.some(({ address }) => address === sample.address))
      .map(({ address }) => address),
  )('names every part of /%s and says nothing twice', async (address) => {
    const page = await seen.open(address);
    expect(faults(treeText(await treeOf(seen.context, page)))).toEqual([]);
  });
});

describe('the measure', () => {
  const seen = visit(firstSite);

  it('hears a part without a name, a word said twice, a drawing read out and an empty paragraph', async () => {
    const page =
      await seen.show(`<main><nav><a href="/">Home</a></nav>      <p>Weir <span>Weir</span></p><a href="/"></a>
      <svg role="img" aria-label="Half"><text>1</text></svg><p> </p></main>`);
    expect(faults(treeText(await treeOf(seen.context, page)))).toEqual([
      'navigation',
      'Weir Weir',
      'link',
      'image “Half”: 1',
    ]);
  });
});

/** The kinds of the invented cities take turns through the languages, by name: a new kind moves none. */
function inTurn({ kind, language, site }: SamplePage): boolean {
  if (kind === 'indicator') return true;
  const turn = Array.from(kind, (letter) => letter.codePointAt(0) ?? 0).reduce((a, b) => a + b, 0);
  return site.languages[turn % site.languages.length]?.segment === language.segment;
}

/** The first of several chosen pages of a kind in a language. */
function isFirst(page: SamplePage, index: number, all: readonly SamplePage[]): boolean {
  const same = (other: SamplePage) => other.kind === page.kind && other.language === page.language;
  return all.findIndex(same) === index;
}

/** Roles that say nothing without a name. */
const NAMED =
  /^(?:navigation|region|complementary|form|link|button|image|table|textbox|searchbox|heading|checkbox|slider)$/u;

/** Lines of a tree that a listener would stumble over. */
function faults(tree: string): string[] {
  const lines = tree.split('\n');
  return lines.flatMap((line, index) => {
    const text = line.trim();
    const bare = text.replace(
      / (?:level|expanded|pressed|checked|required|invalid|live)=\S+/gu,
      '',
    );
    const depth = (at: string) => at.length - at.trimStart().length;
    const next = lines[index + 1] ?? '';
    if (NAMED.test(bare)) return [bare];
    const said = /“(.*)”/u.exec(bare)?.[1] ?? bare;
    if (/^(\S{3,}) ?\1$/u.test(said)) return [said];
    if (bare.startsWith('image ') && depth(next) > depth(line)) return [`${bare}: ${next.trim()}`];
    return [];
  });
}
