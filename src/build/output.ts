import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { loadsOf } from './loads.ts';
import { policyFindings } from './policy.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What a page says that matters to the checks of the output. */
export interface OutputPage {
  /** Path inside the output folder: "ja/checks/index.html". */
  readonly file: string;
  readonly ids: ReadonlySet<string>;
  readonly repeatedIds: readonly string[];
  readonly links: readonly OutputLink[];
  /** Addresses that a browser loads by itself. */
  readonly loads: readonly string[];
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

/** Returns what one page links to, names and does against the rules. */
export function readPage(file: string, html: string): OutputPage {
  const ids: string[] = [];
  const links: OutputLink[] = [];
  const elements: Element[] = [];
  const visit = (node: Node): void => {
    if ('attrs' in node) {
      elements.push(node);
      for (const { name, value } of node.attrs) {
        if (name === 'id') ids.push(value);
        if (ADDRESSES.has(name) && node.tagName !== 'meta') links.push({ attribute: name, value });
      }
      // The picture of a shared link is asked for by others than the reader's browser, but must be there.
      const shared = node.attrs.some((a) => a.name === 'property' && a.value === 'og:image');
      const content = shared ? node.attrs.find((a) => a.name === 'content') : undefined;
      if (content !== undefined) links.push({ attribute: 'content', value: content.value });
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
    if ('content' in node) visit(node.content);
  };
  visit(parse(html));
  const findings = [...elements.flatMap(elementFindings), ...policyFindings(elements)];
  if (/>\s*(?:undefined|null|NaN|\[object Object\])\s*</u.test(html))
    findings.push('a value that is none');
  if (/<\/html>\s*\S/u.test(html)) findings.push('something behind the end of the page');
  const seen = new Set<string>();
  const repeatedIds = ids.filter((id) => seen.has(id) || (seen.add(id), false));
  const braced = textOf(html).match(/\{\w+\}/gu) ?? [];
  const loads = elements.flatMap(loadsOf);
  return { file, ids: new Set(ids), repeatedIds, links, loads, findings, braced };
}

/** What no element of a page may do. */
function elementFindings({ tagName, attrs }: Element): string[] {
  const value = (name: string) => attrs.find((a) => a.name === name)?.value;
  const refresh = value('http-equiv')?.toLowerCase() === 'refresh' ? value('content') : undefined;
  return [
    ...attrs.flatMap(({ name, value: said }) => [
      ...(name === 'style' ? [`style attribute on <${tagName}>`] : []),
      ...(name.startsWith('on') ? [`${name} attribute on <${tagName}>`] : []),
      ...(runsCode(said) && (ADDRESSES.has(name) || name === 'formaction' || name === 'content')
        ? [`an address that runs code: ${said}`]
        : []),
    ]),
    ...(tagName === 'img' && value('alt') === undefined ? ['<img> without alt'] : []),
    ...(value('target') === '_blank' && !/\bnoopener\b/u.test(value('rel') ?? '')
      ? [`target="_blank" without rel="noopener" on <${tagName}>`]
      : []),
    ...(/^\s*\d+\s*;\s*url=\s*["']?(?:\w+:)?\/\//iu.test(refresh ?? '')
      ? [`sends the reader to another host: ${refresh ?? ''}`]
      : []),
  ];
}

/** Browsers drop tabs and line ends inside an address and blanks around it. */
function runsCode(address: string): boolean {
  return /(?:^|url=)(?:javascript|vbscript):/iu.test(address.replace(/[\p{Cc}\s]/gu, ''));
}

/** The words of a page without scripts and data blocks. */
function textOf(html: string): string {
  return html.replace(/<script[\s\S]*?<\/script>/gu, '').replace(/\sdata-words="[^"]*"/gu, '');
}
