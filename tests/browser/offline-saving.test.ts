import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openContext, startBrowser } from '../lib/browser.ts';
import { firstSite, sites } from '../lib/sites.ts';
import { loadAxe, violations } from './axe.ts';
import {
  NEWER,
  openHost,
  packCaches,
  save,
  secondBuild,
  waitUntilKept,
  waitForBuild,
  waitForError,
  waitForState,
  type Host,
} from './offline-host.ts';

/** Saving a language: whole or not at all, whatever happens. On the smaller city, under its base path. */

const site = sites.find(({ base }) => base !== '/') ?? firstSite;
const [{ segment }, other] = site.languages;
const otherSegment = other?.segment ?? '';

let browser: Browser;
let newer: string;
let host: Host;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  newer = await secondBuild(site);
});
afterAll(async () => {
  await browser.close();
  rmSync(newer, { recursive: true, force: true });
});
beforeEach(async () => {
  host = await openHost(site);
  context = await openContext(browser, { serviceWorkers: 'allow' });
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await host.close();
});

const packs = () => host.asked.filter((path) => path.startsWith('packs/'));
const heading = () => page.innerText('h1');

describe('a download that fails', () => {
  it.each([
    ['the connection is cut in the middle', 'network', cut],
    ['the answer is an error', 'network', (response) => response.writeHead(500).end()],
    [
      'bytes in the middle are changed',
      'corrupt',
      (response, pack) => response.end(flipped(pack, 0.5)),
    ],
    ['its first bytes are changed', 'corrupt', (response, pack) => response.end(flipped(pack, 0))],
    ['its last bytes are changed', 'corrupt', (response, pack) => response.end(flipped(pack, 1))],
    [
      'something follows it',
      'corrupt',
      (response, pack) => response.end(Buffer.concat([pack, pack])),
    ],
    [
      'it is another file altogether',
      'corrupt',
      (response, pack) => response.end(Buffer.alloc(pack.length, '<p>')),
    ],
  ] satisfies readonly (readonly [string, string, Host['packAnswer'] & object])[])(
    'leaves nothing behind and says why, and works when pressed again: %s',
    async (_, error, answer) => {
      host.packAnswer = answer;
      await save(page, host.url, segment);
      await waitForError(page, error);
      await waitForState(page, 'none');
      expect(await page.locator(`[data-offline-when="error-${error}"]`).isVisible()).toBe(true);
      expect(await packCaches(page)).toEqual([]);
      host.packAnswer = null;
      await page.locator('main button').first().click();
      await waitForState(page, 'saved');
      expect(await page.locator('[data-offline-error]').count()).toBe(0);
    },
  );

  it('says that there is no room from the start, and works when there is some', async () => {
    await page.goto(`${host.url}${segment}/offline/`);
    await page.waitForSelector('[data-offline-fill="disk"]:not(:empty)');
    await waitUntilKept(page);
    await room(1000);
    await page.locator('main button').first().click();
    await waitForError(page, 'quota');
    expect(await packCaches(page)).toEqual([]);
    await waitForState(page, 'none');
    await room(Number.MAX_SAFE_INTEGER);
    await save(page, host.url, segment);
    await waitForState(page, 'saved');
  });

  it('does not look like saving when more arrives after there was no room', async () => {
    let sendRest = (): void => undefined;
    host.packAnswer = (response, pack) => {
      const half = pack.length / 2;
      response.writeHead(200, { 'content-length': pack.length });
      response.write(pack.subarray(0, half));
      sendRest = () => response.end(pack.subarray(half));
    };
    await page.goto(`${host.url}${segment}/offline/`);
    await page.waitForSelector('[data-offline-fill="disk"]:not(:empty)');
    await waitUntilKept(page);
    await room(1000);
    await page.locator('main button').first().click();
    await waitForError(page, 'quota');
    sendRest();
    await page.waitForTimeout(1000);
    expect(
      await page.locator('[data-offline-error="quota"][data-offline-state="none"]').count(),
    ).toBeGreaterThan(0);
  });

  it('says that there is no room when it runs out in the middle, and leaves nothing behind', async () => {
    let sendRest = (): void => undefined;
    host.packAnswer = (response, pack) => {
      response.writeHead(200, { 'content-length': pack.length });
      response.write(pack.subarray(0, pack.length / 2));
      sendRest = () => response.end(pack.subarray(pack.length / 2));
    };
    await save(page, host.url, segment);
    await filesInPack(page);
    await room(1000);
    sendRest();
    await waitForError(page, 'quota');
    expect(await packCaches(page)).toEqual([]);
    expect(await page.locator('[data-offline-state="none"]').count()).toBe(1);
    host.packAnswer = null;
    await room(Number.MAX_SAFE_INTEGER);
    await save(page, host.url, segment);
    await waitForState(page, 'saved');
  });

  it('says that there is no connection where there is none', async () => {
    await page.goto(`${host.url}${segment}/offline/`);
    await page.waitForSelector('[data-offline-fill="disk"]:not(:empty)');
    await host.close();
    await page.locator('main button').first().click();
    await waitForError(page, 'network');
    await host.open();
  });
});

describe('a newer build', () => {
  it('takes the place of the saved one when the reader wants it, whole, and not before', async () => {
    await save(page, host.url, segment);
    await waitForState(page, 'saved');
    const [old] = await packCaches(page);
    await host.close();

    // Away: nothing changes.
    await page.goto(`${host.url}${segment}/offline/`);
    await waitForState(page, 'saved');
    expect(await heading()).not.toContain(NEWER);

    // The new build is out: pages come from it, what is saved stays.
    await host.open(newer);
    await page.goto(`${host.url}${segment}/checks/`);
    expect(await heading()).toContain(NEWER);
    await waitForState(page, 'outdated');
    expect(
      await page.locator('.site-foot [data-offline-when="outdated"]').first().isVisible(),
    ).toBe(true);
    expect(await packCaches(page)).toEqual([old]);

    // A renewal that breaks off leaves the old one, which still works, with its own style sheet.
    host.packAnswer = cut;
    await page.locator('.site-foot [data-offline-ask="save"]').click();
    await waitForError(page, 'network');
    await waitForState(page, 'outdated');
    expect(await packCaches(page)).toEqual([old]);
    await host.close();
    await page.goto(`${host.url}${segment}/goals/`);
    expect(await heading()).not.toContain(NEWER);
    expect(await isStyled(page)).toBe(true);
    // This page was visited in the new build: it and its style sheet are of that one.
    await page.goto(`${host.url}${segment}/checks/`);
    expect(await heading()).toContain(NEWER);
    expect(await isStyled(page)).toBe(true);
    await page.goto(`${host.url}${segment}/search/?q=CSV`);
    await page.waitForSelector('[data-search-state="done"]');

    // Renewed: everything is of the new build, and the old one is gone.
    host.packAnswer = null;
    await host.open(newer);
    await save(page, host.url, segment);
    await waitForState(page, 'saved');
    const renewed = await packCaches(page);
    expect(renewed).toHaveLength(1);
    expect(renewed).not.toContain(old);
    await host.close();
    for (const path of ['goals/', 'checks/', 'indicators/']) {
      await page.goto(`${host.url}${segment}/${path}`);
      expect(await heading()).toContain(NEWER);
      expect(await isStyled(page)).toBe(true);
    }
    await host.open(newer);
  });

  it('leaves visited pages of the old build their own style sheet', async () => {
    await page.goto(`${host.url}${segment}/goals/`);
    await waitUntilKept(page);
    await host.close();
    await host.open(newer);
    // The page about reading offline looks for the newer worker; its fallback page is of that build.
    await page.goto(`${host.url}${segment}/offline/`);
    await waitForBuild(page, NEWER);
    await host.close();
    await page.goto(`${host.url}${segment}/goals/`);
    expect(await heading()).not.toContain(NEWER);
    expect(await isStyled(page)).toBe(true);
    await host.open(newer);
  });
});

describe('what is saved', () => {
  it('is asked for once when two tabs press at the same time, and both say so', async () => {
    const second = await context.newPage();
    await page.goto(`${host.url}${segment}/offline/`);
    await second.goto(`${host.url}${segment}/about/`);
    for (const tab of [page, second])
      await tab.waitForSelector('.offline:not([data-waiting])', { state: 'attached' });
    await Promise.all([
      page.locator('main button').first().click(),
      second.locator('.site-foot [data-offline-ask="save"]').click(),
    ]);
    for (const tab of [page, second]) await waitForState(tab, 'saved');
    expect(packs()).toHaveLength(1);
    expect(await packCaches(page)).toHaveLength(1);
    // A press on what is saved already does nothing.
    await page.locator('main button').first().click();
    await page.reload();
    await waitForState(page, 'saved');
    expect(packs()).toHaveLength(1);
  });

  it.each([
    ['all', '.*'],
    ['one file', 'one'],
  ])('counts as not saved where it was cleared behind its back: %s', async (_, what) => {
    await save(page, host.url, segment);
    await waitForState(page, 'saved');
    await page.evaluate(async (part) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const [file] = await cache.keys();
        if (part === 'one' && file !== undefined) await cache.delete(file);
        else await caches.delete(name);
      }
    }, what);
    await page.reload();
    await page.waitForSelector('[data-offline-fill="disk"]:not(:empty)');
    expect(await page.locator('[data-offline-state="none"]').count()).toBe(1);
    expect((await page.goto(`${host.url}${segment}/checks/`))?.status()).toBe(200);
    await save(page, host.url, segment);
    await waitForState(page, 'saved');
  });

  it('stands beside other languages, and is removed without them', async () => {
    for (const language of [segment, otherSegment]) {
      await save(page, host.url, language);
      await waitForState(page, 'saved');
    }
    expect(await packCaches(page)).toHaveLength(2);
    await host.close();
    for (const language of [segment, otherSegment]) {
      expect((await page.goto(`${host.url}${language}/goals/`))?.status()).toBe(200);
      await page.goto(`${host.url}${language}/search/?q=CSV`);
      await page.waitForSelector('[data-search-state="done"]');
    }
    await page.goto(`${host.url}${segment}/offline/`);
    await page.locator('[data-offline-ask="remove"]').click();
    await waitForState(page, 'none');
    expect(await packCaches(page)).toHaveLength(1);
    expect((await page.goto(`${host.url}${segment}/goals/`))?.status()).toBe(503);
    expect((await page.goto(`${host.url}${otherSegment}/goals/`))?.status()).toBe(200);
    await host.open();
  });

  it('is told with its size and date, and has nothing against WCAG 2.2 AA in any state', async () => {
    await page.goto(`${host.url}${segment}/offline/`);
    await page.waitForSelector('[data-offline-fill="disk"]:not(:empty)');
    const found = new Map<string, string[]>();
    const look = async (state: string) => {
      await loadAxe(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const here = await violations(page, undefined, colorScheme === 'light' ? 'all' : 'colours');
        if (here.length > 0) found.set(`${state} ${colorScheme}`, here);
      }
    };
    await look('none');
    let finish = (): void => undefined;
    host.packAnswer = (response, pack) => {
      response.write(pack.subarray(0, pack.length / 2));
      finish = () => {
        response.end(pack.subarray(pack.length / 2));
      };
    };
    await page.locator('main button').first().click();
    await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0.3);
    await waitForState(page, 'saving');
    await look('saving');
    finish();
    await waitForState(page, 'saved');
    await look('saved');
    expect(await page.innerText('[data-offline-fill="download"]')).toMatch(/^0\.\d MB$/u);
    expect(await page.innerText('[data-offline-fill="disk"]')).toMatch(/^\d(?:\.\d)? MB$/u);
    expect(await page.innerText('[data-offline-fill="saved_at"]')).toMatch(/\d{4}.*\d{2}:\d{2}/u);
    await host.close();
    await host.open(newer);
    await page.reload();
    await waitForState(page, 'outdated');
    await look('outdated');
    host.packAnswer = (response) => response.writeHead(500).end();
    await page.locator('main button').first().click();
    await waitForError(page, 'network');
    await look('error');
    expect(Object.fromEntries(found)).toEqual({});
  });
});

/** Gives the site that much room on the device, in bytes. */
async function room(quotaSize: number): Promise<void> {
  // What a session sets is gone with it: it stays until the context is closed.
  const client = await context.newCDPSession(page);
  const { origin } = new URL(host.url);
  await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
}

/** Waits until the first files of a pack are written. */
function filesInPack(on: Page): Promise<void> {
  return on.evaluate(async () => {
    const count = async (): Promise<number> => {
      const name = (await caches.keys()).find((key) => key.includes(' pack '));
      return name === undefined ? 0 : (await (await caches.open(name)).keys()).length;
    };
    while ((await count()) === 0) await new Promise((done) => setTimeout(done, 20));
  });
}

/** Sends a half, and cuts the line. */
function cut(...[response, pack]: Parameters<NonNullable<Host['packAnswer']>>): void {
  response.writeHead(200, { 'content-length': pack.length });
  response.write(pack.subarray(0, pack.length / 2), () => {
    response.destroy();
  });
}

/** The pack with some bytes changed, at a share of its length. */
function flipped(pack: Buffer, share: number): Buffer {
  const copy = Buffer.from(pack);
  const start = Math.floor((copy.length - 8) * share);
  for (let at = start; at < start + 8; at += 1) copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

function isStyled(target: Page): Promise<boolean> {
  return target.evaluate(() => {
    const foot = document.querySelector('.site-foot');
    return foot !== null && getComputedStyle(foot).borderTopWidth === '4px';
  });
}
