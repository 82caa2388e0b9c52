import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { LanguageSegment } from '../core/paths.ts';
import type { PackedFile } from '../worker/pack-format.ts';

/** Files that every language needs: the frame of the site, its looks and scripts, the search itself. */
const SHARED = [
  /^(?:index|404)\.html$/u,
  /^_assets\//u,
  /^icons\//u,
  /^(?:favicon\.svg|manifest\.webmanifest)$/u,
  /^pagefind\/pagefind\.js$/u,
  /^pagefind\/pagefind-entry\.json$/u,
];

/**
 * The rule of what is saved with a language: everything its pages and its search load. Downloads of data
 * are not. `wasm` names the search program of the language.
 */
export function isOfLanguage(
  path: string,
  { tag, segment }: LanguageSegment,
  wasm: string,
): boolean {
  return (
    SHARED.some((form) => form.test(path)) ||
    (path.startsWith(`${segment}/`) && path.endsWith('.html')) ||
    path === `search/${segment}.json` ||
    path === `search/${tag}.json` ||
    path === `pagefind/wasm.${wasm}.pagefind` ||
    path.startsWith(`pagefind/pagefind.${tag}_`) ||
    new RegExp(`^pagefind/(?:fragment|index|filter)/${tag}_`, 'u').test(path)
  );
}

interface Entry {
  readonly languages: Readonly<Record<string, { readonly wasm: string | null }>>;
}

const ENTRY = 'pagefind/pagefind-entry.json';

/** Returns the files of a language's pack as they are to lie on the device, in the order of the pack. */
export function packFiles(
  folder: string,
  files: readonly string[],
  language: LanguageSegment,
): PackedFile[] {
  const entry = JSON.parse(readFileSync(join(folder, ENTRY), 'utf8')) as Entry;
  const own = entry.languages[language.tag];
  const chosen = files.filter((path) => isOfLanguage(path, language, own?.wasm ?? 'unknown'));
  const packed = chosen.map((path): PackedFile => {
    if (path !== ENTRY) return { path, bytes: plain(readFileSync(join(folder, path))) };
    // Languages are saved at different times: each brings the entry of its own index only.
    const languages = own === undefined ? {} : { [language.tag]: own };
    return { path, bytes: new TextEncoder().encode(JSON.stringify({ ...entry, languages })) };
  });
  return besidePages(packed);
}

/** Pagefind's files come gzipped, and are taken plain as well: the pack is gzipped as a whole. */
function plain(bytes: Buffer): Uint8Array<ArrayBuffer> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return new Uint8Array(isGzip ? gunzipSync(bytes) : bytes);
}

/** Puts each page's entry of the search behind the page: what is alike stands close. */
function besidePages(files: readonly PackedFile[]): PackedFile[] {
  const fragments = new Map(
    files
      .filter(({ path }) => path.startsWith('pagefind/fragment/'))
      .map((file) => [pageOf(file.bytes), file] as const),
  );
  const beside = new Set<PackedFile>();
  const withPages = files.map((file) => {
    const fragment = fragments.get(file.path);
    if (fragment !== undefined) beside.add(fragment);
    return fragment === undefined ? [file] : [file, fragment];
  });
  return withPages.filter(([file]) => file !== undefined && !beside.has(file)).flat();
}

/** The page a fragment of the search tells of, as a path below the base: "ja/checks/index.html". */
function pageOf(bytes: Uint8Array): string {
  const url = /"url":"([^"]*)"/u.exec(new TextDecoder().decode(bytes.subarray(0, 2000)))?.[1];
  return url === undefined ? '' : `${url.replace(/^\//u, '')}index.html`;
}
