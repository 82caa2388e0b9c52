import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'playwright-core';
import { BARS } from '../../scripts/lib/bars.ts';
import { openContext } from '../lib/browser.ts';
import { samplePages, sites } from '../lib/sites.ts';
import { visit } from '../lib/visit.ts';

const { bytes: MOST_BYTES, script: MOST_SCRIPT_BYTES, requests: MOST_REQUESTS } = BARS.firstView;

describe.each(sites.map((site) => [site.name, site] as const))('%s', (_, site) => {
  const phone = { viewport: { width: 390, height: 844 } };
  const seen = visit(site, phone);
  beforeAll(async () => {
    await seen.page.addInitScript(() => {
      const shifts = { sum: 0 };
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if ('value' in entry && typeof entry.value === 'number') shifts.sum += entry.value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
  });

  const indicators = samplePages(site)
    .filter(({ kind }) => kind === 'indicator')
    .map(({ address }) => address);

  it.each(indicators)('keeps the first view of /%s small', async (address) => {
    // A context of its own: nothing comes from the cache of another page, and the worker may begin.
    const own = await openContext(seen.browser, { ...phone, serviceWorkers: 'allow' });
    const page = await own.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(`${seen.url}${address}`, { waitUntil: 'networkidle' });
    const sizes = await Promise.all(
      responses.map(async (response) => ({
        type: response.headers()['content-type'] ?? '',
        bytes: gzipSync(await response.body()).length,
      })),
    );
    const sum = (type: RegExp) =>
      sizes.filter((s) => type.test(s.type)).reduce((total, s) => total + s.bytes, 0);
    expect(sizes.length).toBeGreaterThanOrEqual(3);
    expect(sizes.length).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(sum(/html/u)).toBeGreaterThan(0);
    expect(sum(/css/u)).toBeGreaterThan(0);
    expect(sum(/./u)).toBeLessThanOrEqual(MOST_BYTES);
    expect(sum(/javascript/u)).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
    await own.close();
  });

  it.each(indicators)('lets nothing but one style sheet hold up /%s', async (address) => {
    const page = await seen.open(address);
    const blocking = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(
          (entry) => 'renderBlockingStatus' in entry && entry.renderBlockingStatus === 'blocking',
        )
        .map((entry) => new URL(entry.name).pathname),
    );
    expect(blocking).toEqual([expect.stringMatching(/\.css$/u)]);
  });

  it.each(
    (
      [
        [390, 844],
        [1280, 800],
      ] as const
    ).flatMap(([width, height]) => indicators.map((address) => [address, width, height] as const)),
  )('moves nothing while /%s opens and is read (%i × %i)', async (address, width, height) => {
    await seen.page.setViewportSize({ width, height });
    const page = await seen.open(address);
    const shifts = () =>
      page.evaluate(async () => {
        for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
          scrollTo({ top: y, behavior: 'instant' });
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }
        scrollTo({ top: 0, behavior: 'instant' });
        await new Promise((done) => setTimeout(done, 100));
        return (window as unknown as { shifts: { sum: number } }).shifts.sum;
      });
    expect(await shifts()).toBe(0);
    // The measure works: a block put in above the text is seen.
    await page.evaluate(() => {
      const block = document.createElement('p');
      block.textContent = '…';
      block.className = 'answer';
      document.querySelector('main')?.before(block, block.cloneNode(true));
    });
    expect(await shifts()).toBeGreaterThan(0);
  });
});
