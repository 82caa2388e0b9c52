import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { ChartData } from '../../src/charts/indicator-chart.ts';
import { openContext, startBrowser } from '../lib/browser.ts';
import { firstSite, serveSite, sites, stop, type ServedSite } from '../lib/sites.ts';
import { openWatched } from './watch.ts';

/** Share of pixels that differ clearly (by 96 of 255 in a colour) between drawing and live chart. */
const MOST_DIFFERENT = 0.006;
const MOST_LIBRARY_BYTES = 60_000;
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
const LIBRARY = /live-chart/u;
const INDICATORS = ['community-activity', 'city-gross-product', 'healthy-habits'];
const READ = 'indicators/city-gross-product/';
/** Two documents' figures of one year can stand closer than a finger is exact; in pixels. */
const CLOSE = 10;

let browser: Browser;
let served: ServedSite;
let context: BrowserContext;
beforeAll(async () => {
  browser = await startBrowser();
  served = await serveSite(firstSite);
  context = await openContext(browser, { viewport: PHONE, hasTouch: true });
});
afterAll(async () => {
  await browser.close();
  await stop(served);
});

const stageOf = (page: Page): Locator => page.locator('.chart-stage');
const live = (page: Page) => page.waitForSelector('.chart-stage[data-live]');
const readout = (page: Page): Locator => page.locator('.chart-readout');
const valueText = (page: Page) => stageOf(page).getAttribute('aria-valuetext');
const [ja] = firstSite.languages;
const address = (path: string, segment = ja.segment) => `${served.url}${segment}/${path}`;

async function open(path: string, segment = ja.segment): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address(path, segment));
  return page;
}

async function openLive(path: string, segment = ja.segment): Promise<Page> {
  const page = await open(path, segment);
  await stageOf(page).scrollIntoViewIfNeeded();
  await live(page);
  return page;
}

function dataOf(page: Page): Promise<ChartData> {
  return page
    .locator('.chart-stage > script')
    .evaluate((script) => JSON.parse(script.textContent) as ChartData);
}

/** Returns the share of pixels that differ by more than 96 in a colour; 1 where the sizes differ. */
function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const read = async (picture: string) => {
        const image = new Image();
        image.src = `data:image/png;base64,${picture}`;
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), {
          width: image.width,
          height: image.height,
        });
        const pen = canvas.getContext('2d');
        pen?.drawImage(image, 0, 0);
        const pixels = pen?.getImageData(0, 0, image.width, image.height).data;
        return new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0));
      };
      const [a = new Uint32Array(), b = new Uint32Array()] = await Promise.all(pictures.map(read));
      if (a.length !== b.length || a.length === 0) return 1;
      let different = 0;
      a.forEach((one, at) => {
        const other = b[at] ?? 0;
        if (one === other) return;
        const apart = [0, 8, 16].some(
          (bits) => Math.abs(((one >> bits) & 255) - ((other >> bits) & 255)) > 96,
        );
        if (apart) different += 1;
      });
      return different / a.length;
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

describe('the live chart', () => {
  it.each(INDICATORS)(
    'shows the same picture as the drawing of %s, phone and desktop, light and dark',
    async (id) => {
      const page = await openLive(`indicators/${id}/`);
      const blank = await context.newPage();
      const canvas = stageOf(page).locator('canvas');
      const put = (away: boolean) =>
        stageOf(page).evaluate((stage, hidden) => {
          stage.toggleAttribute('data-live', !hidden);
          stage.querySelector('canvas')?.toggleAttribute('hidden', hidden);
        }, away);
      const picture = () => canvas.evaluate((c: HTMLCanvasElement) => c.toDataURL());
      let last = '';
      // One change at a time, so that a new picture is the one that was asked for.
      for (const [viewport, colorScheme] of [
        [PHONE, 'light'],
        [PHONE, 'dark'],
        [DESKTOP, 'dark'],
        [DESKTOP, 'light'],
      ] as const) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        await expect.poll(picture).not.toBe(last);
        last = await picture();
        const after = await stageOf(page).screenshot();
        await put(true);
        const before = await stageOf(page).screenshot();
        expect(await difference(blank, before, after)).toBeLessThan(MOST_DIFFERENT);
        // The measure works: the picture without its ink is another one.
        await stageOf(page).evaluate((stage) => stage.toggleAttribute('data-live', true));
        const bare = await difference(blank, before, await stageOf(page).screenshot());
        expect(bare).toBeGreaterThan(2 * MOST_DIFFERENT);
        await put(false);
      }
      await Promise.all([page.close(), blank.close()]);
    },
  );

  it('moves nothing: not the page, the focus or the place on it', async () => {
    const page = await context.newPage();
    let come: () => void = () => undefined;
    const gate = new Promise<void>((done) => (come = done));
    await page.route(LIBRARY, async (route) => {
      await gate;
      await route.continue();
    });
    await page.addInitScript(() => {
      Object.assign(window, { shifts: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if ('value' in entry && typeof entry.value === 'number')
            Object.assign(window, {
              shifts: (Reflect.get(window, 'shifts') as number) + entry.value,
            });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(address(READ));
    // The reader is past the chart already when it comes.
    await page.locator('details.more > summary').focus();
    const state = () =>
      page.evaluate(() => ({
        focus: document.activeElement?.tagName,
        scroll: scrollY,
        height: document.documentElement.scrollHeight,
        stage: JSON.stringify(document.querySelector('.chart-stage')?.getBoundingClientRect()),
      }));
    const before = await state();
    expect(before).toMatchObject({ focus: 'SUMMARY' });
    come();
    await live(page);
    expect(await state()).toEqual(before);
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('chart-stage');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Tab');
    expect((await state()).focus).toBe('SUMMARY');
    expect(await page.evaluate(() => Reflect.get(window, 'shifts') as number)).toBe(0);
    await page.close();
  });

  it('is one node for a screen reader, with title, summary and the point being read', async () => {
    const page = await openLive(READ);
    const session = await context.newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const sliders = nodes.filter((node) => node.role?.value === 'slider');
    expect(sliders).toHaveLength(1);
    const data = await dataOf(page);
    expect(sliders[0]?.name?.value).toBe(data.label);
    const heard = nodes.filter((node) => !node.ignored);
    const below = (id: string): string[] =>
      nodes.filter((n) => n.parentId === id).flatMap((n) => [n.nodeId, ...below(n.nodeId)]);
    const inside = below(sliders[0]?.nodeId ?? '');
    expect(heard.filter((node) => inside.includes(node.nodeId))).toEqual([]);
    expect(heard.filter((node) => node.role?.value === 'Canvas')).toEqual([]);
    expect(sliders[0]?.value?.value).toBe(data.start + 1);
    const start = data.stops[data.start];
    expect(await valueText(page)).toBe(`${start?.head ?? ''}${data.separator}${start?.note ?? ''}`);
    await page.close();
  });

  it.each(firstSite.languages.map(({ segment }) => segment))(
    'reads every point by the keys, in the order of years, in %s',
    async (segment) => {
      const page = await openLive(READ, segment);
      const { stops, separator, start } = await dataOf(page);
      expect(stops.length).toBeGreaterThanOrEqual(4);
      const texts = stops.map(({ head, note }) => `${head}${separator}${note}`);
      expect(new Set(texts).size).toBe(texts.length);
      expect(texts.join('')).not.toMatch(/[｜《{]/u);
      expect(await valueText(page)).toBe(texts[start]);
      await stageOf(page).focus();
      await page.keyboard.press('Home');
      const heard = [await valueText(page)];
      for (let step = 1; step < stops.length; step += 1) {
        await page.keyboard.press('ArrowRight');
        heard.push(await valueText(page));
        expect(await inside(page)).toBe(true);
      }
      expect(heard).toEqual(texts);
      expect(await readout(page).innerText()).toContain(stops.at(-1)?.head);
      await page.keyboard.press('ArrowRight');
      expect(await valueText(page)).toBe(texts.at(-1));
      await page.keyboard.press('PageDown');
      await page.keyboard.press('End');
      expect(await stageOf(page).getAttribute('aria-valuenow')).toBe(String(stops.length));
      await page.keyboard.press('Escape');
      expect(await readout(page).isVisible()).toBe(false);
      await page.close();
    },
  );

  it('reads the nearest point under a pointer, lets it rest on the text, and puts it away', async () => {
    const page = await openLive(READ);
    await page.setViewportSize(DESKTOP);
    await stageOf(page).scrollIntoViewIfNeeded();
    const { stops } = await dataOf(page);
    const box = await stageOf(page).boundingBox();
    for (const { head, wide } of stops) {
      // The text of the last point may lie over this one, and rests under a pointer.
      await page.mouse.move(5, 5);
      await page.mouse.move((box?.x ?? 0) + wide[0] + 2, (box?.y ?? 0) + wide[1] + 2);
      const near = stops.filter(
        (other) => Math.hypot(other.wide[0] - wide[0], other.wide[1] - wide[1]) < CLOSE,
      );
      const text = await readout(page).innerText();
      expect(near.map((other) => other.head)).toContain(head);
      expect(near.map((other) => text.includes(other.head))).toContain(true);
      expect(await inside(page)).toBe(true);
    }
    const text = await readout(page).boundingBox();
    const middle = [(text?.x ?? 0) + 20, (text?.y ?? 0) + (text?.height ?? 0) / 2] as const;
    await page.mouse.move(...middle, { steps: 4 });
    expect(await readout(page).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await readout(page).isVisible()).toBe(false);
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 300);
    expect(await readout(page).isVisible()).toBe(true);
    await page.mouse.move(5, 5);
    expect(await readout(page).isVisible()).toBe(false);
    await page.close();
  });

  it('reads a value by a tap, and another tap beside the chart puts it away', async () => {
    const page = await openLive(READ);
    const { stops, start } = await dataOf(page);
    const [x = 0, y = 0] = stops[start]?.narrow ?? [];
    await stageOf(page).tap({ position: { x, y } });
    const text = await readout(page).innerText();
    const near = stops.filter(
      ({ narrow: [otherX, otherY] }) => Math.hypot(otherX - x, otherY - y) < CLOSE,
    );
    expect(near.filter(({ head }) => text.includes(head))).toHaveLength(1);
    await page.locator('.chart figcaption b').tap();
    expect(await readout(page).isVisible()).toBe(false);
    await page.close();
  });

  it('leaves the drawing, readable all the same, when the library does not come', async () => {
    const page = await context.newPage();
    let asked = 0;
    await page.route(LIBRARY, async (route) => {
      asked += 1;
      await route.abort();
    });
    await page.goto(address(READ));
    await stageOf(page).scrollIntoViewIfNeeded();
    await expect.poll(() => asked).toBe(1);
    await page.waitForLoadState('networkidle');
    expect(await stageOf(page).locator('canvas').count()).toBe(0);
    expect(await stageOf(page).locator('svg.chart-narrow').isVisible()).toBe(true);
    await stageOf(page).focus();
    await page.keyboard.press('Home');
    expect(await readout(page).isVisible()).toBe(true);
    await page.close();
  });

  it('prints the drawing', async () => {
    const page = await openLive(READ);
    await page.emulateMedia({ media: 'print' });
    expect(await stageOf(page).locator('canvas').isVisible()).toBe(false);
    expect(await stageOf(page).locator('svg.chart-narrow').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    expect(await stageOf(page).locator('canvas').isVisible()).toBe(true);
    await page.close();
  });

  it('is drawn again for dark, for forced colours and for another width', async () => {
    const page = await openLive(READ);
    const canvas = stageOf(page).locator('canvas');
    const picture = () => canvas.evaluate((c: HTMLCanvasElement) => c.toDataURL());
    const light = await picture();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(picture).not.toBe(light);
    const dark = await picture();
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await expect.poll(async () => [light, dark].includes(await picture())).toBe(false);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await expect.poll(picture).toBe(light);
    await page.setViewportSize(DESKTOP);
    await expect
      .poll(() => canvas.evaluate((c: HTMLCanvasElement) => [c.width, c.clientWidth]))
      .toEqual([880, 880]);
    await page.close();
  });

  it('has as many pixels as the screen', async () => {
    const sharp = await openContext(browser, { viewport: PHONE, deviceScaleFactor: 3 });
    const page = await sharp.newPage();
    await page.goto(address(READ));
    await stageOf(page).scrollIntoViewIfNeeded();
    await live(page);
    const size = await stageOf(page)
      .locator('canvas')
      .evaluate((c: HTMLCanvasElement) => [c.width / c.clientWidth, c.clientWidth]);
    expect(size).toEqual([3, 358]);
    await sharp.close();
  });
});

describe.each(sites.map((site) => [site.name, site] as const))('on the site "%s"', (_, site) => {
  it('loads the library in the view only, small, and without a complaint', async () => {
    const own = await serveSite(site);
    const fresh = await openContext(browser, { viewport: PHONE });
    const { page, complaints } = await openWatched(fresh, new URL(own.url).origin);
    const library: number[] = [];
    page.on('response', async (response) => {
      if (response.url().includes('live-chart'))
        library.push(gzipSync(await response.body()).length);
    });
    await page.goto(`${own.url}${site.languages[0].segment}/indicators/`);
    await page.locator('.goals h3 a').first().click();
    await page.waitForLoadState('networkidle');
    expect(library).toEqual([]);
    await stageOf(page).evaluate((stage) => {
      scrollTo({
        top: scrollY + stage.getBoundingClientRect().top - innerHeight - 20,
        behavior: 'instant',
      });
    });
    await page.waitForTimeout(500);
    expect(library).toEqual([]);
    await stageOf(page).scrollIntoViewIfNeeded();
    await live(page);
    await expect.poll(() => library.length).toBe(1);
    expect(library[0]).toBeLessThanOrEqual(MOST_LIBRARY_BYTES);
    expect(complaints).toEqual([]);
    await fresh.close();
    await stop(own);
  });
});

/** Whether the text that is read lies inside the chart. */
function inside(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [stage, text] = ['.chart-stage', '.chart-readout'].map((name) =>
      document.querySelector(name)?.getBoundingClientRect(),
    );
    return (
      stage !== undefined &&
      text !== undefined &&
      text.width > 0 &&
      text.left >= stage.left - 0.5 &&
      text.right <= stage.right + 0.5 &&
      text.top >= stage.top - 0.5 &&
      text.bottom <= stage.bottom + 0.5
    );
  });
}
