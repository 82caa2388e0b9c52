import { PAGES_KEPT } from '../core/offline.ts';
import { assetsName, visitedName } from './names.ts';
import { assetsIn, pageAddress, segmentOf } from './routes.ts';
import type { WorkerSite } from './site.ts';

/** A visited page, for a list of links. Title as HTML text without tags. */
export interface Visited {
  readonly path: string;
  readonly title: string;
}

/** Keeps a page as it was answered. Only whole pages of our own are kept. */
export async function keepPage(site: WorkerSite, url: string, answer: Response): Promise<void> {
  if (!isPage(answer)) return;
  const cache = await caches.open(visitedName(site.base));
  const address = pageAddress(url);
  const page = await copyOf(answer);
  // Deleted first: the order of a cache is the order of its visits.
  await cache.delete(address);
  await cache.put(address, page);
  const pages = await cache.keys();
  for (const oldest of pages.slice(0, Math.max(0, pages.length - PAGES_KEPT)))
    await cache.delete(oldest);
}

/** Keeps a page that was open before the worker, and what it had loaded, from the browser's own cache. */
export async function keepVisited(
  site: WorkerSite,
  url: string,
  loaded: readonly string[],
): Promise<void> {
  const answer = await fetch(url, { cache: 'force-cache' });
  await keepPage(site, url, answer);
  const assets = `${new URL(url).origin}${site.base}_assets/`;
  await keepAssets(
    site,
    loaded.filter((address) => address.startsWith(assets)),
  );
}

/** Keeps assets that are not on the device yet. */
export async function keepAssets(site: WorkerSite, addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(assetsName(site.base));
  for (const address of addresses) {
    if ((await caches.match(address, { ignoreVary: true })) !== undefined) continue;
    const answer = await fetch(address, { cache: 'force-cache' });
    if (answer.ok) await cache.put(address, answer);
  }
}

/**
 * Keeps the page of a language that says "not on this device", with the assets it needs, for the time
 * without network. It stands among the assets: no visit pushes it out.
 */
export async function keepFallback(site: WorkerSite, segment: string): Promise<void> {
  const cache = await caches.open(assetsName(site.base));
  const address = fallbackAddress(site, segment);
  const answer = await fetch(address, { cache: 'no-cache' });
  if (!isPage(answer)) return;
  const html = await answer.clone().text();
  await cache.put(address, await copyOf(answer));
  await keepAssets(
    site,
    assetsIn(html).map((name) => `${site.base}_assets/${name}`),
  );
}

/** Returns the fallback page of a language, or of any other where that one was never met. */
export async function fallbackPage(
  site: WorkerSite,
  segment: string | null,
): Promise<{ html: string; segment: string } | null> {
  const cache = await caches.open(assetsName(site.base));
  const segments = [segment, ...site.languages.map((language) => language.segment)];
  for (const tried of segments.filter((s) => s !== null)) {
    const found =
      (await cache.match(fallbackAddress(site, tried))) ??
      (await caches.match(fallbackAddress(site, tried)));
    if (found !== undefined) return { html: await found.text(), segment: tried };
  }
  return null;
}

/** Returns the segments of the languages whose fallback page is kept. */
export async function fallbackSegments(site: WorkerSite): Promise<string[]> {
  const cache = await caches.open(assetsName(site.base));
  const kept = await Promise.all(
    site.languages.map(async ({ segment }) =>
      (await cache.match(fallbackAddress(site, segment))) === undefined ? [] : [segment],
    ),
  );
  return kept.flat();
}

/** Returns the visited pages of a language, the last visited first. */
export async function visitedPages(site: WorkerSite, segment: string): Promise<Visited[]> {
  const cache = await caches.open(visitedName(site.base));
  const found: Visited[] = [];
  for (const request of (await cache.keys()).toReversed()) {
    const path = new URL(request.url).pathname;
    if (segmentOf(path, site) !== segment) continue;
    const page = await cache.match(request);
    if (page !== undefined) found.push({ path, title: titleOf(await page.text()) });
  }
  return found;
}

/** Returns how many visited pages of a language are kept. */
export async function visitedCount(site: WorkerSite, segment: string): Promise<number> {
  const cache = await caches.open(visitedName(site.base));
  return (await cache.keys()).filter(
    ({ url }) => segmentOf(new URL(url).pathname, site) === segment,
  ).length;
}

/** Forgets the visited pages of a language: its pack has newer ones, or the reader wants them gone. */
export async function forgetVisited(site: WorkerSite, segment: string): Promise<void> {
  const cache = await caches.open(visitedName(site.base));
  for (const request of await cache.keys()) {
    if (segmentOf(new URL(request.url).pathname, site) === segment) await cache.delete(request);
  }
}

/** Removes the assets that neither a kept page nor another needed asset names. */
export async function removeUnneededAssets(site: WorkerSite): Promise<void> {
  const assets = await caches.open(assetsName(site.base));
  const visited = await caches.open(visitedName(site.base));
  const texts: string[] = [];
  for (const cache of [visited, assets]) {
    for (const page of await cache.matchAll()) {
      if (isPage(page)) texts.push(await page.text());
    }
  }
  const needed = new Set<string>();
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    for (const name of assetsIn(text)) {
      if (needed.has(name)) continue;
      needed.add(name);
      const asset = await assets.match(`${site.base}_assets/${name}`);
      if (asset !== undefined && /\.(?:js|css)$/u.test(name)) texts.push(await asset.text());
    }
  }
  for (const request of await assets.keys()) {
    const name = new URL(request.url).pathname.split('/').at(-1) ?? '';
    if (name !== '' && !needed.has(name)) await assets.delete(request);
  }
}

function fallbackAddress({ base }: WorkerSite, segment: string): string {
  return `${base}${segment}/offline/missing/`;
}

function isPage(answer: Response): boolean {
  const type = answer.headers.get('content-type') ?? '';
  return answer.status === 200 && !answer.redirected && type.startsWith('text/html');
}

/** A copy with nothing of the server's headers but the type: some would forbid or vary its use. */
async function copyOf(answer: Response): Promise<Response> {
  const type = answer.headers.get('content-type') ?? '';
  return new Response(await answer.arrayBuffer(), { headers: { 'content-type': type } });
}

/** The heading as escaped text, without its readings. */
function titleOf(html: string): string {
  const heading = /<h1[^>]*>([\s\S]*?)<\/h1>/u.exec(html)?.[1] ?? '';
  return heading
    .replace(/<(rt|rp)\b[^>]*>[\s\S]*?<\/\1>/gu, '')
    .replace(/<[^>]*>/gu, '')
    .replace(/[<>]/gu, '')
    .trim();
}
