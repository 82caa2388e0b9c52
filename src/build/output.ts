import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** What a page says that matters to the checks of the output. */
export interface OutputPage {
  /** Path inside the output folder: "ja/checks/index.html". */
  readonly file: string;
  readonly ids: ReadonlySet<string>;
  readonly repeatedIds: readonly string[];
  readonly links: readonly OutputLink[];
  readonly findings: readonly string[];
  /** Words in braces: an interface text whose value was not put in, or a text of the city. */
  readonly braced: readonly string[];
}

export interface OutputLink {
  readonly attribute: string;
  readonly value: string;
}

/** Attributes that hold addresses. */
const ADDRESSES = new Set(['href', 'src', 'action', 'poster', 'data-src']);

/** Returns every file below a folder, with forward slashes, in order. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

/** Returns what each HTML page of an output folder links to, names and does against the rules. */
export function readOutput(folder: string, files: readonly string[]): OutputPage[] {
  return files
    .filter((file) => file.endsWith('.html'))
    .map((file) => readPage(file, readFileSync(join(folder, file), 'utf8')));
}

function readPage(file: string, html: string): OutputPage {
  const ids: string[] = [];
  const links: OutputLink[] = [];
  const findings: string[] = [];
  const visit = (node: Node): void => {
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        if (name === 'id') ids.push(value);
        if (name === 'style') findings.push(`style attribute on <${node.tagName}>`);
        if (name.startsWith('on')) findings.push(`${name} attribute on <${node.tagName}>`);
        if (ADDRESSES.has(name) && node.tagName !== 'meta') links.push({ attribute: name, value });
      }
      // The picture of a shared link is asked for by others than the reader's browser, but must be there.
      const shared = node.attrs.some((a) => a.name === 'property' && a.value === 'og:image');
      const content = shared ? node.attrs.find((a) => a.name === 'content') : undefined;
      if (content !== undefined) links.push({ attribute: 'content', value: content.value });
      if (node.tagName === 'img' && !node.attrs.some((a) => a.name === 'alt'))
        findings.push('<img> without alt');
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
    if ('content' in node) visit(node.content);
  };
  visit(parse(html));
  if (/>\s*(?:undefined|null|NaN|\[object Object\])\s*</u.test(html))
    findings.push('a value that is none');
  const seen = new Set<string>();
  const repeatedIds = ids.filter((id) => seen.has(id) || (seen.add(id), false));
  const braced = textOf(html).match(/\{\w+\}/gu) ?? [];
  return { file, ids: new Set(ids), repeatedIds, links, findings, braced };
}

/** The words of a page without scripts and data blocks. */
function textOf(html: string): string {
  return html.replace(/<script[\s\S]*?<\/script>/gu, '').replace(/\sdata-words="[^"]*"/gu, '');
}
