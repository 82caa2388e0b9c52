import type { Browser } from 'playwright-core';
import { openContext } from './browser.ts';

/** How long a page takes on a slow phone, in milliseconds. */
export interface SlowPhone {
  readonly largestPaint: number;
  /** What tasks longer than 50 ms take beyond that. */
  readonly blocking: number;
}

const LONG_TASK = 50;
const BYTES_A_SECOND = 1_600_000 / 8;
const LATENCY = 150;
const SLOWER = 4;

/** Opens a page as a phone of 390 px does whose processor is a quarter as fast, over a slow line. */
export async function onSlowPhone(browser: Browser, url: string): Promise<SlowPhone> {
  const context = await openContext(browser, { viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const tools = await context.newCDPSession(page);
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: LATENCY,
      downloadThroughput: BYTES_A_SECOND,
      uploadThroughput: BYTES_A_SECOND / 2,
    });
    await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.addInitScript(() => {
      const seen = { paint: 0, tasks: [] as number[] };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.paint = Math.max(seen.paint, entry.startTime);
      }).observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.tasks.push(entry.duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    const { paint, tasks } = await page.evaluate(
      () => (window as unknown as { seen: { paint: number; tasks: number[] } }).seen,
    );
    const blocking = tasks.reduce((sum, task) => sum + Math.max(0, task - LONG_TASK), 0);
    return { largestPaint: Math.round(paint), blocking: Math.round(blocking) };
  } finally {
    await context.close();
  }
}
