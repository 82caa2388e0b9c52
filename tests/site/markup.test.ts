import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markupFindings } from '../../scripts/lib/markup.ts';
import { sampleOf } from '../../scripts/lib/sample.ts';
import { listFiles } from '../../src/build/output.ts';
import { firstSite, samplePages, sites } from '../lib/sites.ts';

/** Of the first city, whose pages are many, one of each kind and language and some more; else all. */
function pagesOf(site: (typeof sites)[number]): string[] {
  const all = listFiles(site.folder).filter((file) => file.endsWith('.html'));
  if (site.name !== firstSite.name) return all;
  const kinds = samplePages(site).map(({ address }) => `${address}index.html`);
  return [...new Set(['index.html', '404.html', ...kinds, ...sampleOf(all, 40, 1)])];
}

describe.each(sites.map((site) => [site.name, site] as const))('%s', (_, site) => {
  it('has valid markup on every page', { timeout: 120_000 }, async () => {
    const pages = pagesOf(site);
    expect(pages.length).toBeGreaterThan(50);
    const found: string[] = [];
    for (const file of pages) {
      const said = await markupFindings(readFileSync(join(site.folder, file), 'utf8'));
      found.push(...said.map((what) => `${file}: ${what}`));
    }
    expect(found).toEqual([]);
  });
});

it.each([
  ['a block inside a phrase', '<p><span><div>x</div></span></p>', /element-permitted-content/u],
  ['an element that is not closed', '<section><h2>x</h2>', /close-order|unclosed/u],
  ['an attribute twice', '<p id="a" id="b">x</p>', /no-dup-attr/u],
  ['a style of its own', '<p style="color:red">x</p>', /no-inline-style/u],
])('finds %s', async (_, body, rule) => {
  const html = `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>${body}</body></html>`;
  expect((await markupFindings(html)).join('\n')).toMatch(rule);
});
