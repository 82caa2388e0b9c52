import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listFiles } from '../../src/build/output.ts';
import { buildFolders, recover } from '../../src/build/publish.ts';
import { makePaths } from '../../src/core/paths.ts';
import { inspectCity } from '../../src/inspect.ts';
import { cityFolder, PROJECT_FOLDER, siteUrl } from '../../src/io/city.ts';
import { readContentFiles } from '../../src/io/read-content.ts';
import { readDictionaries } from '../../src/io/read-dictionaries.ts';

/** The site that was built last. */
export interface Built {
  readonly folder: string;
  readonly base: string;
  readonly files: readonly string[];
  /** In menu order. */
  readonly languages: readonly { readonly tag: string; readonly segment: string }[];
  /** Parts of the address that stand for a language. */
  readonly segments: readonly string[];
}

/** Returns the built site, or null, having said so, where there is none. */
export function builtSite(): Built | null {
  const folders = buildFolders(PROJECT_FOLDER);
  recover(folders);
  if (!existsSync(folders.dist)) {
    process.stdout.write(
      'dist がありません。npm run build を先に。/ No dist yet: run "npm run build" first.\n',
    );
    return null;
  }
  const { model } = inspectCity(readContentFiles(cityFolder()), readDictionaries());
  const languages = model?.site.languages ?? [];
  return {
    folder: folders.dist,
    base: makePaths(siteUrl(model?.site.url ?? 'http://localhost/'), []).base,
    files: listFiles(folders.dist),
    languages,
    segments: languages.map(({ segment }) => segment),
  };
}

/** Returns the addresses of all pages below the base path, "" for the root. */
export function pageAddresses({ files }: Pick<Built, 'files'>): string[] {
  return files
    .filter((f) => f.endsWith('.html'))
    .map((f) => f.replace(/(^|\/)index\.html$/u, '$1'));
}

/** Returns the kind of a page: its address below the language, ids left out ("indicators/…"). */
export function kindOf(address: string, segments: readonly string[]): string {
  const [first = '', ...rest] = address.split('/').filter((part) => part !== '');
  if (first === '') return 'root';
  const below = segments.includes(first) ? rest : [first, ...rest];
  if (below.length === 0) return 'home';
  return below.map((part, depth) => (depth === 0 ? part : '…')).join('/');
}

/** Returns the heaviest page of each kind in each language. */
export function heaviestPages(built: Built): { kind: string; segment: string; address: string }[] {
  const pages = pageAddresses(built)
    .filter((address) => built.segments.includes(address.split('/')[0] ?? ''))
    .map((address) => ({
      kind: kindOf(address, built.segments),
      segment: address.split('/')[0] ?? '',
      address,
      bytes: gzipSync(readFileSync(join(built.folder, fileOf(address)))).length,
    }));
  return [...Map.groupBy(pages, ({ kind, segment }) => `${kind} ${segment}`).values()]
    .flatMap((own) => own.toSorted((a, b) => b.bytes - a.bytes).slice(0, 1))
    .toSorted((a, b) => a.kind.localeCompare(b.kind, 'en'));
}

function fileOf(address: string): string {
  return address === '' || address.endsWith('/') ? `${address}index.html` : address;
}
