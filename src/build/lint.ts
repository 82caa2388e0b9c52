import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkFindings, type Finding, type LinkContext } from './links.ts';
import { listFiles, readOutput, type OutputPage } from './output.ts';

/** Attributes by which a browser loads something at once; a link to follow is no request. */
const LOADED = new Set(['src', 'poster', 'action']);

/** Returns everything wrong with a built site: links, anchors, rules of the policy, repeated ids. */
export function lintOutput(folder: string, site: Omit<LinkContext, 'files'>): Finding[] {
  const files = listFiles(folder);
  const pages = readOutput(folder, files);
  return [
    ...linkFindings(pages, { ...site, files: new Set(files) }),
    ...pages.flatMap((page) => pageFindings(page, `${site.origin}/`)),
    ...placeholderFindings(pages, publishedBraces(folder, files)),
    ...files.filter((file) => file.endsWith('.css')).flatMap((file) => cssFindings(folder, file)),
  ];
}

function pageFindings(page: OutputPage, origin: string): Finding[] {
  const said = [
    ...page.findings,
    ...page.repeatedIds.map((id) => `id used twice: ${id}`),
    ...page.links
      .filter(
        ({ attribute, value }) =>
          LOADED.has(attribute) && /^(?:https?:)?\/\//u.test(value) && !value.startsWith(origin),
      )
      .map(({ value }) => `loads from another host: ${value}`),
  ];
  return said.map((what) => ({ page: page.file, what }));
}

function placeholderFindings(
  pages: readonly OutputPage[],
  published: ReadonlySet<string>,
): Finding[] {
  return pages.flatMap((page) =>
    page.braced
      .filter((word) => !published.has(word))
      .map((word) => ({ page: page.file, what: `an unfilled ${word}` })),
  );
}

/** What the city's own texts have in braces, as its published data say; readings drop the spaces. */
function publishedBraces(folder: string, files: readonly string[]): Set<string> {
  const data = files.filter((file) => /^data\/[^/]+\.json$/u.test(file));
  return new Set(
    data
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/\{[^{}"\n]+\}/gu) ?? [])
      .map((word) => word.replace(/\s/gu, '')),
  );
}

function cssFindings(folder: string, file: string): Finding[] {
  const css = readFileSync(join(folder, file), 'utf8');
  return [...css.matchAll(/url\(\s*["']?((?:https?:)?\/\/[^)"']+)/gu)].map((match) => ({
    page: file,
    what: `loads from another host: ${match[1] ?? ''}`,
  }));
}
