import { download, SaveError } from './download.ts';
import { assetsName, packName, readPackName } from './names.ts';
import { addressOf, isAsset, typeOf } from './routes.ts';
import { PackError } from './pack-format.ts';
import type { WorkerLanguage, WorkerSite } from './site.ts';

/** The entry that is written last: a cache without it is no saved language. */
const MARK = 'packs/saved.json';

/** Files written at the same time. */
const AT_ONCE = 16;

/** A language that is on the device, whole. */
export interface Saved {
  readonly cache: string;
  readonly segment: string;
  readonly build: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Number of files it was saved with. */
  readonly files: number;
}

type Mark = Pick<Saved, 'at' | 'files'>;

/** Returns the saved languages, newest first. What was never finished does not count. */
export async function savedLanguages({ base }: WorkerSite): Promise<Saved[]> {
  const found: Saved[] = [];
  for (const name of await caches.keys()) {
    const pack = readPackName(base, name);
    if (pack === null) continue;
    // Never opened: a cache that is deleted in this moment would be made again.
    const marked = await caches.match(`${base}${MARK}`, { cacheName: name });
    if (marked === undefined) continue;
    const { at, files } = (await marked.json()) as Mark;
    found.push({ cache: name, segment: pack.segment, build: pack.build, at, files });
  }
  return found.sort((a, b) => b.at - a.at);
}

/** Returns the newest version of a language that still has every file; null where none is saved. */
export async function wholeLanguage(site: WorkerSite, segment: string): Promise<Saved | null> {
  for (const saved of await savedLanguages(site)) {
    if (saved.segment === segment && (await isWhole(saved))) return saved;
  }
  return null;
}

/** Removes what was never finished (a worker was stopped) and the languages the site no longer has. */
export async function removeUnfinished(site: WorkerSite): Promise<void> {
  const finished = new Set((await savedLanguages(site)).map(({ cache }) => cache));
  const known = new Set(site.languages.map(({ segment }) => segment));
  for (const name of await caches.keys()) {
    const pack = readPackName(site.base, name);
    if (pack !== null && !(finished.has(name) && known.has(pack.segment)))
      await caches.delete(name);
  }
}

/**
 * Saves a language whole or not at all. Only when the last file has been checked and written does it
 * take the place of an older version. Throws SaveError, PackError or the browser's QuotaExceededError.
 */
export async function saveLanguage(
  site: WorkerSite,
  language: WorkerLanguage,
  progress: (share: number) => void,
): Promise<void> {
  const { base, build } = site;
  const { segment } = language;
  await expectRoom(language.disk);
  const older = (await savedLanguages(site)).filter((saved) => saved.segment === segment);
  const name = packName(base, { segment, build, begun: Date.now() });
  try {
    const pack = await download(`${base}${language.pack}`, language.download, (here) => {
      progress(Math.min(1, here / language.download));
    });
    if (pack.header.build !== build || pack.header.segment !== segment)
      throw new PackError('another pack');
    const cache = await caches.open(name);
    const files = await writeFiles(cache, base, pack.files);
    await cache.put(`${base}${MARK}`, Response.json({ at: Date.now(), files } satisfies Mark));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  for (const { cache } of older) await retire(site, cache);
}

/** Removes a saved language, and nothing of another one. */
export async function removeLanguage(site: WorkerSite, segment: string): Promise<void> {
  for (const name of await caches.keys()) {
    if (readPackName(site.base, name)?.segment === segment) await caches.delete(name);
  }
}

/** The device's own word on its room, before anything is downloaded. */
async function expectRoom(bytes: number): Promise<void> {
  const { quota, usage } = await navigator.storage.estimate();
  if (quota !== undefined && usage !== undefined && quota - usage < bytes)
    throw new SaveError('quota');
}

async function writeFiles(
  cache: Cache,
  base: string,
  files: AsyncIterable<{ path: string; bytes: Uint8Array<ArrayBuffer> }>,
): Promise<number> {
  const writing = new Set<Promise<void>>();
  let count = 0;
  try {
    for await (const { path, bytes } of files) {
      count += 1;
      const headers = { 'content-type': typeOf(path) };
      const written = cache
        .put(addressOf(path, base), new Response(bytes, { headers }))
        .then(() => void writing.delete(written));
      writing.add(written);
      if (writing.size >= AT_ONCE) await Promise.race(writing);
    }
    await Promise.all(writing);
    return count;
  } catch (error) {
    await Promise.allSettled(writing);
    throw error;
  }
}

/** False where files have gone since: the browser, or a person, cleared a part. */
async function isWhole({ cache, files }: Saved): Promise<boolean> {
  if (!(await caches.has(cache))) return false;
  return (await (await caches.open(cache)).keys()).length === files + 1;
}

/** Removes an older version; its assets stay for pages of it that are open or were visited. */
async function retire({ base }: WorkerSite, name: string): Promise<void> {
  const cache = await caches.open(name);
  const assets = await caches.open(assetsName(base));
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname.slice(base.length);
    if (!path.startsWith('_assets/') || !isAsset(path)) continue;
    const asset = await cache.match(request);
    if (asset !== undefined) await assets.put(request, asset);
  }
  await caches.delete(name);
}
