import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { lintOutput } from '../../src/build/lint.ts';
import { listFiles, readOutput } from '../../src/build/output.ts';
import { pagePaths, sites } from '../lib/sites.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Types of script blocks that are data, not code. */
const DATA_BLOCK = /^application\/(?:ld\+)?json$/u;

interface Page {
  readonly file: string;
  readonly html: string;
  readonly elements: readonly Element[];
}

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

const attribute = (element: Element, name: string) =>
  element.attrs.find((a) => a.name === name)?.value;

const text = (element: Element) =>
  element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');

const policyOf = ({ elements }: Page) =>
  elements
    .filter((e) => e.tagName === 'meta')
    .filter((e) => attribute(e, 'http-equiv')?.toLowerCase() === 'content-security-policy')
    .map((e) => attribute(e, 'content') ?? '');

describe.each(sites.map((site) => [site.name, site] as const))('every page of %s', (_, site) => {
  const files = listFiles(site.folder);
  const pages: readonly Page[] = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(site.folder, file), 'utf8');
      return { file, html, elements: elementsOf(html) };
    });

  it('is there', () => {
    expect(files).toEqual(expect.arrayContaining(['index.html', '404.html', 'favicon.svg']));
    expect(pages.length).toBeGreaterThan(50);
  });

  it('is there in every language', () => {
    const [first, ...others] = site.languages.map(({ segment }) => pagePaths(site, segment));
    for (const paths of others) expect(paths).toEqual(first);
  });

  it('leads somewhere with every link and anchor, loads from nowhere else, repeats no id', () => {
    expect(lintOutput(site.folder, { base: site.base, origin: site.origin })).toEqual([]);
  });

  it('keeps all its addresses below the base path', () => {
    const outside = readOutput(site.folder, files).flatMap(({ file, links }) =>
      links
        .map(({ value }) => value)
        .filter((value) => !/^(?:https?:|mailto:|#)/u.test(value) && !value.startsWith(site.base))
        .map((value) => `${file}: ${value}`),
    );
    expect(outside).toEqual([]);
    const linked = readOutput(site.folder, files).flatMap(({ links }) => links);
    expect(linked.filter(({ value }) => value.startsWith(site.base)).length).toBeGreaterThan(500);
  });

  it('sends its forms, scripts and data to addresses that exist', () => {
    const bundles = pages.flatMap(({ html }) =>
      [...html.matchAll(/&quot;bundle&quot;:&quot;([^&]+)&quot;/gu)].map((match) => match[1] ?? ''),
    );
    expect(new Set(bundles)).toEqual(new Set([`${site.base}pagefind/`]));
    expect(existsSync(join(site.folder, 'pagefind/pagefind.js'))).toBe(true);
  });

  it('has a policy that allows nothing inline and no other host', () => {
    for (const page of pages) {
      const [policy = '', ...more] = policyOf(page);
      expect([page.file, more]).toEqual([page.file, []]);
      expect(policy).toMatch(/default-src 'self'/u);
      expect(policy).toMatch(/script-src 'self'/u);
      expect(policy).toMatch(/style-src 'self'/u);
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|unsafe-hashes|https?:|\*/u);
    }
  });

  it('states its policy before anything it governs', () => {
    for (const { file, elements } of pages) {
      const governed = elements.findIndex(
        (e) =>
          e.tagName === 'script' ||
          e.tagName === 'style' ||
          (e.tagName === 'link' && attribute(e, 'rel') === 'stylesheet'),
      );
      const policy = elements.findIndex(
        (e) => attribute(e, 'http-equiv') === 'content-security-policy',
      );
      expect([file, policy >= 0 && (governed === -1 || policy < governed)]).toEqual([file, true]);
    }
  });

  it('has no style attribute, no event attribute and no script address', () => {
    const found = pages.flatMap(({ file, elements }) =>
      elements.flatMap(({ tagName, attrs }) =>
        attrs
          .filter(
            ({ name, value }) =>
              name === 'style' || name.startsWith('on') || /^\s*javascript:/iu.test(value),
          )
          .map(({ name }) => `${file}: ${tagName} ${name}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it('has no inline script or style that its policy does not name by its hash', () => {
    expect(pages.flatMap((page) => unnamed(page))).toEqual([]);
  });

  it('has one main heading, a language, a title and a description', () => {
    for (const { file, elements } of pages) {
      const of = (tag: string) => elements.filter(({ tagName }) => tagName === tag);
      expect([file, of('h1').length]).toEqual([file, 1]);
      expect([file, of('title').some((title) => text(title).trim() !== '')]).toEqual([file, true]);
      const segment = file.split('/')[0];
      const language =
        site.languages.find((l) => file.includes('/') && l.segment === segment) ??
        site.languages[0];
      expect([
        file,
        of('html')
          .map((html) => attribute(html, 'lang'))
          .join(),
      ]).toEqual([file, language.tag]);
    }
  });
});

/** Inline code of a page whose hash its policy does not have. */
function unnamed(page: Page): string[] {
  const policy = policyOf(page).join(' ');
  return page.elements
    .filter(({ tagName }) => tagName === 'script' || tagName === 'style')
    .filter(
      (e) => attribute(e, 'src') === undefined && !DATA_BLOCK.test(attribute(e, 'type') ?? ''),
    )
    .filter((e) => {
      const hash = createHash('sha256').update(text(e)).digest('base64');
      return !policy.includes(`'sha256-${hash}'`);
    })
    .map((e) => `${page.file}: <${e.tagName}> ${text(e).slice(0, 60)}`);
}

it('finds inline code without a hash, and lets data and named code be', () => {
  const code = 'document.title = 1';
  const hash = createHash('sha256').update(code).digest('base64');
  const html = `<meta http-equiv="content-security-policy" content="script-src 'sha256-${hash}'">
    <script>${code}</script><script>${code};</script><script type="application/json">{}</script><style>p{}</style>`;
  expect(unnamed({ file: 'bad.html', html, elements: elementsOf(html) })).toEqual([
    `bad.html: <script> ${code};`,
    'bad.html: <style> p{}',
  ]);
});
