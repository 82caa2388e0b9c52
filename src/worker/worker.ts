import { answerAsset, answerFile, answerOther, answerPage } from './answers.ts';
import { reasonOf } from './download.ts';
import { routeOf, segmentOf } from './routes.ts';
import { removeLanguage, removeUnfinished, saveLanguage, wholeLanguage } from './saved.ts';
import type { FetchEvent, WorkerScope } from './scope.ts';
import {
  channelName,
  type OfflineError,
  type Report,
  type Request,
  type WorkerSite,
} from './site.ts';
import {
  fallbackSegments,
  forgetVisited,
  keepFallback,
  keepVisited,
  removeUnneededAssets,
  visitedCount,
} from './visited.ts';

/** The service worker: what it hears, and what it does about it. */

declare const SITE: WorkerSite;
declare const self: WorkerScope;

const channel = new BroadcastChannel(channelName(SITE.base));
/** Languages that are being saved, with the share that is here. */
const saving = new Map<string, number>();

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

self.addEventListener('fetch', (event) => {
  const answer = answerTo(event);
  if (answer !== null) event.respondWith(answer);
});

self.addEventListener('message', (event) => {
  event.waitUntil(hear(event.data as Request));
});

/** Fetches the fallback pages of the languages that are read here, and nothing else. */
async function install(): Promise<void> {
  const clients = await self.clients.matchAll({ includeUncontrolled: true });
  const open = clients.map(({ url }) => segmentOf(new URL(url).pathname, SITE));
  const segments = new Set([...(await fallbackSegments(SITE)), ...open]);
  await Promise.allSettled(
    [...segments].filter((s) => s !== null).map((segment) => keepFallback(SITE, segment)),
  );
  // Pages of the older version go on: their assets stay, and an asset is right wherever it lies.
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  await removeUnfinished(SITE);
  await removeUnneededAssets(SITE);
  await self.clients.claim();
  for (const { segment } of SITE.languages) await report(segment);
}

function answerTo(event: FetchEvent): Promise<Response> | null {
  const { request } = event;
  switch (routeOf(request, self.location.origin, SITE)) {
    case 'page':
      return answerPage(event, SITE);
    case 'other':
      return answerOther(request, SITE);
    case 'asset':
      return answerAsset(request, SITE);
    case 'file':
      return answerFile(request, SITE);
    case 'leave':
      return null;
  }
}

async function hear(request: Request): Promise<void> {
  switch (request.ask) {
    case 'visited':
      return keepVisited(SITE, request.page, request.loaded).catch(() => undefined);
    case 'status':
      if (saving.size === 0) await alone(() => removeUnfinished(SITE));
      return report(request.segment);
    case 'save':
      return save(request.segment);
    case 'remove':
      return remove(request.segment);
  }
}

/** Saves a language, unless it is whole and up to date; a second wish while one is at work is the same. */
async function save(segment: string): Promise<void> {
  const language = SITE.languages.find((known) => known.segment === segment);
  if (language === undefined) return;
  const saved = await wholeLanguage(SITE, segment);
  if (saving.has(segment) || saved?.build === SITE.build) return report(segment);
  saving.set(segment, 0);
  await report(segment);
  let error: OfflineError | null = null;
  try {
    await alone(() =>
      saveLanguage(SITE, language, (share) => {
        const told = saving.get(segment);
        // What still arrives after a failure to write must not look like saving.
        if (told === undefined || (share < 1 && share - told < 0.02)) return;
        saving.set(segment, share);
        void report(segment, null, true);
      }),
    );
    await forgetVisited(SITE, segment);
  } catch (caught) {
    error = reasonOf(caught);
    // The pack may be gone because a newer version is out.
    if (error === 'network') void self.registration.update().catch(() => undefined);
  }
  saving.delete(segment);
  await report(segment, error);
}

async function remove(segment: string): Promise<void> {
  await alone(() => removeLanguage(SITE, segment));
  await forgetVisited(SITE, segment);
  await report(segment);
}

/** One at a time, over all workers of the site: the next version's may be here already. */
async function alone(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(channelName(SITE.base), work);
}

/** Tells every open page how it stands with a language; `passing` news only while it is saved. */
async function report(
  segment: string,
  error: OfflineError | null = null,
  passing = false,
): Promise<void> {
  const language = SITE.languages.find((known) => known.segment === segment);
  if (language === undefined) return;
  const saved = await wholeLanguage(SITE, segment);
  const visited = await visitedCount(SITE, segment);
  const share = saving.get(segment);
  if (passing && share === undefined) return;
  const settled = saved === null ? 'none' : saved.build === SITE.build ? 'saved' : 'outdated';
  channel.postMessage({
    segment,
    state: share === undefined ? settled : 'saving',
    error,
    share: share ?? 0,
    download: language.download,
    disk: language.disk,
    saved_at: saved?.at ?? null,
    visited,
  } satisfies Report);
}
