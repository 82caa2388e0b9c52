import type { OutputPage } from './output.ts';

/** A finding in the built site: which page, what is wrong. */
export interface Finding {
  readonly page: string;
  readonly what: string;
}

export interface LinkContext {
  /** Base path with slashes at both ends. */
  readonly base: string;
  /** Address of the site's host: full addresses below the base path are checked like our own. */
  readonly origin: string;
  /** Every file of the output. */
  readonly files: ReadonlySet<string>;
}

/** Schemes that lead out of the site on purpose, and files that stand in the page itself. */
const OUTSIDE = /^(?:https?:|mailto:|data:)/u;

/** Returns a finding for each link and anchor of a page that leads nowhere. */
export function linkFindings(pages: readonly OutputPage[], context: LinkContext): Finding[] {
  const byFile = new Map(pages.map((page) => [page.file, page]));
  return pages.flatMap((page) =>
    page.links.flatMap(({ value }) => {
      // A full address of the same host may lead to the city's other files, beside this site.
      const own = value.startsWith(`${context.origin}${context.base}`);
      const local = own ? value.slice(context.origin.length) : value;
      if (OUTSIDE.test(local)) return [];
      const broken = brokenReason(local, page, byFile, context);
      return broken === null ? [] : [{ page: page.file, what: `${broken}: ${value}` }];
    }),
  );
}

function brokenReason(
  link: string,
  page: OutputPage,
  pages: ReadonlyMap<string, OutputPage>,
  { base, files }: LinkContext,
): string | null {
  const [address = '', hash = ''] = link.split('#');
  const path = address.split('?')[0] ?? '';
  if (path !== '' && !path.startsWith(base)) return 'link outside the base path';
  const file = path === '' ? page.file : fileOf(decodeURI(path.slice(base.length)));
  if (!files.has(file)) return 'broken link';
  if (hash === '') return null;
  return pages.get(file)?.ids.has(decodeURIComponent(hash)) === true ? null : 'broken anchor';
}

function fileOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
