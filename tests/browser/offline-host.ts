import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { serve } from '../../scripts/lib/serve.ts';
import { writeOffline } from '../../src/build/offline.ts';
import { listFiles } from '../../src/build/output.ts';
import { builtSites } from '../lib/build-sites.ts';
import type { BuiltSite } from '../lib/sites.ts';

/** Answers the request for a pack in another way than a host does. */
export type PackAnswer = (response: ServerResponse, pack: Buffer) => void;

/** A host that can really go away, come back with another build, and break a download. */
export interface Host {
  readonly url: string;
  /** Paths asked for since the last `forget`, below the base path. */
  readonly asked: string[];
  packAnswer: PackAnswer | null;
  readonly close: () => Promise<void>;
  readonly open: (folder?: string) => Promise<void>;
}

/** Serves a built site under its base path; `close` leaves nobody there. */
export async function openHost({ folder, base }: BuiltSite): Promise<Host> {
  let server: Server;
  let port = 0;
  const asked: string[] = [];
  const host = {
    url: '',
    asked,
    packAnswer: null as PackAnswer | null,
    open: async (from = folder) => {
      const served = await serve(from, base, port);
      server = served.server;
      port = Number(new URL(served.url).port);
      host.url = served.url;
      const [answer] = server.listeners('request') as ((
        request: IncomingMessage,
        response: ServerResponse,
      ) => void)[];
      server.removeAllListeners('request');
      server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        const path = (request.url ?? '').slice(base.length);
        asked.push(path);
        if (host.packAnswer !== null && path.startsWith('packs/'))
          host.packAnswer(response, readFileSync(join(from, path)));
        else answer?.(request, response);
      });
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
  await host.open();
  return host;
}

/** The words that the second build has behind each heading. */
export const NEWER = '(second build)';

/** Returns a copy of a built site as the next build could have it: other words, another style sheet. */
export async function secondBuild({ folder, base, languages }: BuiltSite): Promise<string> {
  const copy = mkdtempSync(join(builtSites, 'second-'));
  rmSync(copy, { recursive: true });
  cpSync(folder, copy, { recursive: true });
  const files = listFiles(copy);
  const style = files.find((file) => /^_assets\/.*\.css$/u.test(file)) ?? '';
  const newStyle = style.replace(/[\w-]{8}\.css$/u, 'SecondBd.css');
  renameSync(join(copy, style), join(copy, newStyle));
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const html = readFileSync(join(copy, file), 'utf8');
    writeFileSync(
      join(copy, file),
      html.replaceAll(style, newStyle).replace('</h1>', ` ${NEWER}</h1>`),
    );
  }
  await writeOffline(copy, base, languages);
  return copy;
}

/** Waits until the page says that its language is in a state. */
export async function waitForState(page: Page, state: string): Promise<void> {
  await page.waitForSelector(`[data-offline-state="${state}"]`, { state: 'attached' });
}

/** Waits until the page says why its language could not be saved. */
export async function waitForError(page: Page, error: string): Promise<void> {
  await page.waitForSelector(`[data-offline-error="${error}"]`, { state: 'attached' });
}

/** Opens the page about reading offline and presses its first button. */
export async function save(page: Page, url: string, segment: string): Promise<void> {
  await page.goto(`${url}${segment}/offline/`);
  await page.locator('main button').first().click();
}

/** Names of the caches of packs that are there, finished or not. */
export async function packCaches(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => caches.keys());
  return names.filter((name) => name.includes(' pack '));
}

/** Waits until the worker holds the page, its style sheet and the page for what it does not hold. */
export function waitUntilKept(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const address = location.href.replace(/[?#].*$/u, '');
    const style = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.href ?? '';
    const foot = document.querySelector<HTMLAnchorElement>('.site-foot a[href$="/offline/"]');
    for (const url of [address, style, `${foot?.href ?? ''}missing/`]) {
      while ((await caches.match(url)) === undefined)
        await new Promise((done) => setTimeout(done, 20));
    }
  });
}

/** Waits until the worker of a newer build is the one at work: its fallback page is there. */
export function waitForBuild(page: Page, words: string): Promise<void> {
  return page.evaluate(async (newer) => {
    const foot = document.querySelector<HTMLAnchorElement>('.site-foot a[href$="/offline/"]');
    const isNewer = async (): Promise<boolean> => {
      const kept = await caches.match(`${foot?.href ?? ''}missing/`);
      const registration = await navigator.serviceWorker.getRegistration();
      const isSettled = registration?.installing === null && registration.waiting === null;
      const isActive = isSettled && registration.active?.state === 'activated';
      return isActive && (await kept?.text())?.includes(newer) === true;
    };
    while (!(await isNewer())) await new Promise((done) => setTimeout(done, 20));
  }, words);
}
