import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkFindings, type Finding, type LinkContext } from './links.ts';
import { cssLoads, isElsewhere } from './loads.ts';
import { listFiles, readOutput, type OutputPage } from './output.ts';
import { leakFindings } from './secrets.ts';

/** Where a site is published, and what must not show of the machine that built it. */
export interface LintContext extends Omit<LinkContext, 'files'> {
  /** Folders of this machine that no file may name: the project's, the city's. */
  readonly machine?: readonly string[];
}

/** Files whose text is read for what they give away. */
const TEXT = /(?:\.(?:html|css|js|mjs|json|jsonld|csv|svg|xml|txt|webmanifest|map)|_headers)$/u;

/** Returns everything wrong with a built site: links, anchors, policy, what it loads, what it gives away. */
export function lintOutput(folder: string, site: LintContext): Finding[] {
  const files = listFiles(folder);
  const pages = readOutput(folder, files);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  return [
    ...linkFindings(pages, { ...site, files: new Set(files) }),
    ...pages.flatMap((page) => pageFindings(page, site.origin)),
    ...placeholderFindings(pages, publishedBraces(folder, files)),
    ...files
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) => loadFindings(file, cssLoads(read(file)), site.origin)),
    ...files
      .filter((file) => TEXT.test(file))
      .flatMap((file) =>
        leakFindings(read(file), site.machine ?? []).map((what) => ({ page: file, what })),
      ),
  ];
}

function pageFindings(page: OutputPage, origin: string): Finding[] {
  const said = [...page.findings, ...page.repeatedIds.map((id) => `id used twice: ${id}`)];
  return [
    ...said.map((what) => ({ page: page.file, what })),
    ...loadFindings(page.file, page.loads, origin),
  ];
}

/** Nothing comes from another host, nor from ours without encryption where it has it. */
function loadFindings(page: string, loads: readonly string[], origin: string): Finding[] {
  return loads
    .filter((address) => isElsewhere(address, origin))
    .map((address) => ({ page, what: `loads from another host: ${address}` }));
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
