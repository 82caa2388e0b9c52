import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** Attributes by which a browser loads something, or sends something, without a link being followed. */
const LOADED = new Set(['src', 'poster', 'action', 'formaction', 'background', 'manifest']);
/** Elements whose own attribute loads, which on others is a link to follow or nothing. */
const LOADED_BY: Readonly<Record<string, readonly string[]>> = {
  object: ['data'],
  use: ['href', 'xlink:href'],
  image: ['href', 'xlink:href'],
  feimage: ['href', 'xlink:href'],
};
const LOADING_RELATIONS =
  /\b(?:stylesheet|icon|apple-touch-icon|mask-icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|prerender|manifest)\b/iu;

/** Returns every address that a browser loads by itself because of an element. */
export function loadsOf(element: Element): string[] {
  const own = new Set(LOADED_BY[element.tagName.toLowerCase()]);
  const relation = element.attrs.find(({ name }) => name === 'rel')?.value ?? '';
  if (element.tagName === 'link' && LOADING_RELATIONS.test(relation)) own.add('href');
  return element.attrs.flatMap(({ name, value, prefix }) => {
    const full = prefix === undefined || prefix === '' ? name : `${prefix}:${name}`;
    if (LOADED.has(full) || own.has(full)) return [value.trim()];
    if (full === 'srcset' || full === 'imagesrcset') return sourcesOf(value);
    if (full === 'style') return cssLoads(value);
    return [];
  });
}

/** A set of sources is "address descriptor, address descriptor"; data addresses hold commas of their own. */
function sourcesOf(set: string): string[] {
  return set
    .split(/,\s+|,(?!\S*;base64)/u)
    .map((source) => source.trim().split(/\s+/u)[0] ?? '')
    .filter((address) => address !== '');
}

/** Returns every address that a style sheet loads: url(…), and @import with or without it. */
export function cssLoads(css: string): string[] {
  const text = css.replace(/\/\*[\s\S]*?\*\//gu, '');
  const form =
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/giu;
  return [...text.matchAll(form)].map(
    ([, a, b, c, d, e]) => [a, b, c, d, e].find((found) => found !== undefined) ?? '',
  );
}

/** Returns whether an address leads to another host than the site's; `origin` is "https://example.org". */
export function isElsewhere(address: string, origin: string): boolean {
  if (/^data:/iu.test(address)) return false;
  const page = `${origin}/`;
  if (!URL.canParse(address, page)) return true;
  return new URL(address, page).origin !== origin;
}
