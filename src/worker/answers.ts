import { fallbackPage, keepFallback, keepPage, visitedPages } from './visited.ts';
import { assetsName, visitedName } from './names.ts';
import { pageAddress, segmentOf } from './routes.ts';
import { savedLanguages } from './saved.ts';
import type { FetchEvent } from './scope.ts';
import type { WorkerSite } from './site.ts';

/** A page that is on the device is shown when the network has said nothing for so long, in milliseconds. */
const PATIENCE = 5000;

/** Returns a page from the network, else from the device, else the page that says it is not there. */
export async function answerPage(event: FetchEvent, site: WorkerSite): Promise<Response> {
  const { url } = event.request;
  const network = fetch(event.request);
  event.waitUntil(
    network.then(
      (answer) => keep(site, url, answer.clone()),
      () => undefined,
    ),
  );
  const patience = new Promise<null>((done) => {
    setTimeout(done, PATIENCE, null);
  });
  const first = await Promise.race([network, patience]).catch(() => null);
  if (first !== null && first.status < 500) return first;
  const kept = await keptPage(site, url);
  if (kept !== undefined) return kept;
  return network.catch(async () => (await homeOf(site, url)) ?? missing(site, event.request));
}

/** Returns a download from the network; without one, the page that says so. */
export async function answerOther(request: Request, site: WorkerSite): Promise<Response> {
  const answer = await fetch(request).catch(() => null);
  return answer ?? missing(site, request);
}

/** Returns an asset from wherever it is: its name changes with its content. */
export async function answerAsset(request: Request, site: WorkerSite): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true, ignoreSearch: true });
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok && new URL(request.url).pathname.startsWith(`${site.base}_assets/`)) {
    const cache = await caches.open(assetsName(site.base));
    // A full device is no reason to withhold the asset.
    await cache.put(request, answer.clone()).catch(() => undefined);
  }
  return answer;
}

/** Returns a file from the network, else from the device; a page that a script reads is such a file. */
export async function answerFile(request: Request, site: WorkerSite): Promise<Response> {
  const answer = await fetch(request).catch(() => null);
  if (answer !== null && answer.status < 500) return answer;
  const { url } = request;
  const isPage = segmentOf(new URL(url).pathname, site) !== null;
  const kept = isPage ? await keptPage(site, url) : await savedFile(site, url);
  return kept ?? answer ?? Response.error();
}

/** A visited page is as new as the saved language or newer: saving forgets those before. */
async function keptPage(site: WorkerSite, url: string): Promise<Response | undefined> {
  const address = pageAddress(url);
  const visited = await caches.open(visitedName(site.base));
  return (await visited.match(address)) ?? savedFile(site, address);
}

async function savedFile(site: WorkerSite, url: string): Promise<Response | undefined> {
  const found: Response[] = [];
  for (const { cache } of await savedLanguages(site)) {
    const file = await caches.match(url, { ignoreSearch: true, cacheName: cache });
    if (file !== undefined) found.push(file);
  }
  return url.includes('/pagefind/pagefind-entry.json') ? entryOf(found) : found[0];
}

interface Entry {
  readonly languages: Readonly<Record<string, object>>;
}

/** The entry of the search names one index a language; each saved language brings its own. */
async function entryOf(saved: readonly Response[]): Promise<Response | undefined> {
  const entries = (await Promise.all(saved.map((file) => file.json()))) as Entry[];
  const [newest] = entries;
  if (newest === undefined) return undefined;
  const languages = Object.assign(
    {},
    ...entries.map((entry) => entry.languages).reverse(),
  ) as object;
  return Response.json({ ...newest, languages });
}

async function keep(site: WorkerSite, url: string, answer: Response): Promise<void> {
  const segment = segmentOf(new URL(url).pathname, site);
  await keepPage(site, url, answer);
  if (segment !== null && (await fallbackPage(site, segment))?.segment !== segment)
    await keepFallback(site, segment);
}

/** The site's root leads on to a language that is on the device. */
async function homeOf(site: WorkerSite, url: string): Promise<Response | null> {
  const { origin, pathname } = new URL(url);
  if (pathname !== site.base) return null;
  for (const { segment } of site.languages) {
    const home = `${origin}${site.base}${segment}/`;
    if ((await keptPage(site, home)) !== undefined) return Response.redirect(home);
  }
  return null;
}

async function missing(site: WorkerSite, { url, referrer }: Request): Promise<Response> {
  const asked = [url, referrer].map((address) =>
    address === '' ? null : segmentOf(new URL(address).pathname, site),
  );
  const page = await fallbackPage(site, asked.find((segment) => segment !== null) ?? null);
  if (page === null) return Response.error();
  const visited = await visitedPages(site, page.segment);
  const links = visited.map(({ path, title }) => `<li><a href="${path}">${title}</a></li>`);
  const html =
    links.length === 0
      ? page.html
      : page.html
          .replace(/ data-offline-visited hidden/u, '')
          .replace('<li data-offline-here></li>', () => links.join(''));
  return new Response(html, {
    status: 503,
    statusText: 'Offline',
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}
