import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { openContext, startBrowser } from '../lib/browser.ts';
import { firstSite, serveSite, stop, type ServedSite } from '../lib/sites.ts';

let browser: Browser;
let served: ServedSite;
beforeAll(async () => {
  browser = await startBrowser();
  served = await serveSite(firstSite);
});
afterAll(async () => {
  await browser.close();
  await stop(served);
});

const PAGE = 'plans/sdgs-2022/groundwater-city/';
const address = (segment: string) => `${served.url}${segment}/${PAGE}`;

async function open(
  segment: string,
  width = 390,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, { viewport: { width, height: 844 } });
  const page = await context.newPage();
  await page.goto(address(segment));
  return { context, page };
}

/** What a screen reader meets, in order: the names of the nodes that are not ignored. */
async function spokenNames(page: Page): Promise<string[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter((node) => !node.ignored && node.role?.value === 'StaticText')
    .map((node) => String(node.name?.value ?? ''));
}

/** Where every line of text stands, to a tenth of a pixel. */
const lines = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, p, li, dt, dd')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map((n) => Math.round(n * 10) / 10);
    }),
  );

describe('easy Japanese', () => {
  it('shows a reading over every kanji of its own text', async () => {
    const { context, page } = await open('ja-easy');
    const bare = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        const text = walker.currentNode.textContent ?? '';
        if (parent?.closest('ruby, script') !== null) continue;
        if (parent.closest('[lang]')?.getAttribute('lang') !== 'ja-x-easy') continue;
        if (/\p{sc=Han}/u.test(text)) found.push(text.trim());
      }
      return found;
    });
    expect(bare).toEqual([]);
    expect(
      await page
        .locator('main rt')
        .first()
        .evaluate((rt) => getComputedStyle(rt).visibility),
    ).toBe('visible');
    await context.close();
  });

  it('is said once by a screen reader: the words, not their readings as well', async () => {
    const { context, page } = await open('ja-easy');
    const names = await spokenNames(page);
    expect(names.join('')).toContain('地下水');
    expect(names.filter((name) => /^ちかすい$|^（$|^）$/u.test(name))).toEqual([]);
    await context.close();
  });

  it('has titles, labels and drawings in kana, with no sign of the notation', async () => {
    const { context, page } = await open('ja-easy');
    await page.goto(`${served.url}ja-easy/indicators/community-activity/`);
    expect(await page.title()).toMatch(/^ちいきの かつどうに/u);
    const drawn = await page.locator('svg text').allTextContents();
    const labels = await page
      .locator('[aria-label]')
      .evaluateAll((all) => all.map((e) => e.getAttribute('aria-label') ?? ''));
    expect(drawn.some((text) => text.includes('もくひょう'))).toBe(true);
    expect([...drawn, ...labels].filter((text) => /[｜《》\p{sc=Han}]/u.test(text))).toEqual([]);
    await context.close();
  });
});

describe('the switch for readings', () => {
  it('is off at first, moves no line, and is remembered on the next page', async () => {
    const { context, page } = await open('ja');
    const visibility = (on: Page) =>
      on
        .locator('main rt')
        .first()
        .evaluate((rt) => getComputedStyle(rt).visibility);
    expect(await visibility(page)).toBe('hidden');
    const before = await lines(page);
    await page.click('#readings');
    expect(await page.getAttribute('#readings', 'aria-pressed')).toBe('true');
    expect(await visibility(page)).toBe('visible');
    expect(await lines(page)).toEqual(before);
    await page.goto(`${served.url}ja/glossary/`);
    expect(await visibility(page)).toBe('visible');
    await page.click('#readings');
    await page.reload();
    expect(await visibility(page)).toBe('hidden');
    await context.close();
  });

  it('can be used with the keyboard alone', async () => {
    const { context, page } = await open('ja');
    await page.focus('#readings');
    await page.keyboard.press('Space');
    expect(await page.getAttribute('#readings', 'aria-pressed')).toBe('true');
    await context.close();
  });

  it('is not there without JavaScript, and on no page of another language', async () => {
    const context = await openContext(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address('ja'));
    expect(await page.isVisible('#readings')).toBe(false);
    await page.goto(address('en'));
    expect(await page.locator('#readings').count()).toBe(0);
    await context.close();
  });

  it.each([320, 390, 1280])('leaves no page wider than a window of %i pixels', async (width) => {
    const { context, page } = await open('ja', width);
    for (const path of [PAGE, 'about/', 'measures/', 'checks/', 'glossary/']) {
      await page.goto(`${served.url}ja/${path}`);
      await page.evaluate(() => (document.documentElement.dataset['readings'] = 'on'));
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, over]).toEqual([path, 0]);
    }
    await context.close();
  });
});

describe('words that a page explains', () => {
  it.each(['ja', 'ja-easy', 'en'])(
    'lead from their first use to an explanation on the page in %s, without JavaScript',
    async (segment) => {
      const context = await openContext(browser, { javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(address(segment));
      const targets = await page
        .locator('a.term')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
      expect(targets.length).toBeGreaterThan(0);
      expect(new Set(targets).size).toBe(targets.length);
      for (const target of targets) {
        expect((await page.locator(`${target} dd`).textContent())?.trim()).not.toBe('');
      }
      await context.close();
    },
  );
});
