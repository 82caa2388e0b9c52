import type { Page } from 'playwright-core';

/** What a walk with the Tab key met. */
export interface Walk {
  /** Each stop in the order it was reached. */
  readonly reached: readonly string[];
  /** Stops whose focus no outline shows. */
  readonly unmarked: readonly string[];
  /** Stops that are not in the window when they have the focus, or lie under something. */
  readonly covered: readonly string[];
}

const STOPS =
  'a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, summary, [tabindex="0"]';

/** Returns what a reader can use on a page, in the order of the document. */
export function stopsOf(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const names = [...document.querySelectorAll<HTMLElement>(selector)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => element.closest('[inert]') === null)
      .filter((element, _, all) => {
        // Of radio buttons with one name, one is a stop.
        if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
        const group = all.filter((e) => e instanceof HTMLInputElement && e.name === element.name);
        return element === (group.find((e) => (e as HTMLInputElement).checked) ?? group[0]);
      })
      .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 60)}`);
    return names;
  }, STOPS);
}

/** Presses Tab from the top of a page, and tells what it met. */
export async function walk(page: Page, steps: number): Promise<Walk> {
  await page.evaluate(() => {
    const met = { reached: [] as string[], unmarked: [] as string[], covered: [] as string[] };
    Object.assign(window, { met });
    // When the key comes up, the focus has moved and the page has scrolled to it.
    document.addEventListener('keyup', ({ key }) => {
      const element = document.activeElement;
      if (key !== 'Tab' || element === null || element === document.body) return;
      const name = `${element.tagName} ${element.textContent.trim().slice(0, 60)}`;
      met.reached.push(name);
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) met.unmarked.push(name);
      // A link over two lines is seen where its first line is.
      const rect = element.getClientRects()[0] ?? element.getBoundingClientRect();
      const bottom = Math.min(rect.bottom, innerHeight);
      const hit = document.elementFromPoint(
        Math.min(Math.max(rect.left + Math.min(rect.width, innerWidth) / 2, 0), innerWidth - 1),
        (Math.max(rect.top, 0) + bottom) / 2,
      );
      const inside = rect.top < innerHeight && rect.bottom > 0 && rect.width > 1 && rect.height > 1;
      if (!inside || hit === null || !(element.contains(hit) || hit.contains(element)))
        met.covered.push(name);
    });
  });
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('Tab');
  return page.evaluate(() => (window as unknown as { met: Walk }).met);
}
