import type { WorkerSite } from './site.ts';

/**
 * How a request is answered. `page`: from the network, else from the device. `asset`: its name changes
 * with its content, so any copy is right. `file`: from the network, else from a saved language.
 * `other`: a download, shown by the fallback page where there is no network. `leave`: not our business.
 */
export type Route = 'page' | 'asset' | 'file' | 'other' | 'leave';

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly mode: string;
  /** "document", "iframe", "script" … */
  readonly destination: string;
}

type Place = Pick<WorkerSite, 'base' | 'languages'>;

/** Returns how a request of a page at `origin` is answered. */
export function routeOf(asked: Asked, origin: string, site: Place): Route {
  const url = new URL(asked.url);
  const { base } = site;
  if (asked.method !== 'GET' || url.origin !== origin || !url.pathname.startsWith(base))
    return 'leave';
  const path = url.pathname.slice(base.length);
  if (/^(?:packs\/|sw\.js$)/u.test(path)) return 'leave';
  if (asked.mode === 'navigate') {
    if (asked.destination !== 'document') return 'leave';
    return path === '' || segmentOf(url.pathname, site) !== null ? 'page' : 'other';
  }
  if (path.startsWith('data/')) return 'leave';
  return isAsset(path) ? 'asset' : 'file';
}

/** Returns whether a path below the base has its content's hash in its name. */
export function isAsset(path: string): boolean {
  return /^(?:_assets\/|pagefind\/(?:index|fragment|filter)\/|pagefind\/[^/]+\.pf_meta$)/u.test(
    path,
  );
}

/** Returns the segment of the language a path belongs to, or null. */
export function segmentOf(pathname: string, { base, languages }: Place): string | null {
  const [first] = pathname.slice(base.length).split('/');
  return languages.find(({ segment }) => segment === first)?.segment ?? null;
}

/** Returns the address under which a page is kept: without query, and as a folder. */
export function pageAddress(address: string): string {
  const { origin, pathname } = new URL(address);
  const path = pathname.replace(/(?:^|\/)index\.html$/u, '/');
  return `${origin}${/\/$|\.[a-z]+$/u.test(path) ? path : `${path}/`}`;
}

/** Returns the assets that a text (a page, a style sheet, a script) names, as their file names. */
export function assetsIn(text: string): string[] {
  return [...new Set(text.match(/[\w.-]+\.[\w-]{6,}\.(?:js|css|svg|png|webp|woff2)\b/gu))];
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** Returns the content type of a file by its name. */
export function typeOf(path: string): string {
  return TYPES[/\.([a-z]+)$/u.exec(path)?.[1] ?? ''] ?? 'application/octet-stream';
}

/** Returns the address of a file of a pack: pages are asked for as folders. */
export function addressOf(path: string, base: string): string {
  return `${base}${path.replace(/(^|\/)index\.html$/u, '$1')}`;
}
