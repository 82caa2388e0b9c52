import type { Page } from 'playwright-core';

/**
 * What a line of text is left out for: readings stand outside the lines on purpose, texts for screen
 * readers alone are clipped to a pixel, and the name of the city in the header has room or is not there.
 */
const APART = 'rt, rp, .visually-hidden, .tool-word, .lang summary span, .site-head .wordmark span';

/**
 * Returns the texts that a reader cannot see whole: cut by a box that does not scroll, or beyond the edge of
 * the window. Each with its first words.
 */
export function cutOff(page: Page, apart = APART): Promise<string[]> {
  return page.evaluate((left) => {
    const found = new Set<string>();
    const wide = document.documentElement.clientWidth;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (text === '' || parent?.closest(left) !== null) continue;
      if (!parent.checkVisibility({ visibilityProperty: true })) continue;
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width * height > 1);
      let scrolls = false;
      for (let box: Element | null = parent; box !== null; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box);
        // What a box scrolls out of sight can be scrolled into it again.
        scrolls ||= /auto|scroll/u.test(overflowX);
        if (scrolls) break;
        const { left: l, right: r, top: t, bottom: b } = box.getBoundingClientRect();
        // A body's overflow is the window's: it scrolls.
        if (box === document.body) break;
        for (const rect of rects) {
          const across =
            /hidden|clip/u.test(overflowX) && (rect.left < l - 2 || rect.right > r + 2);
          const down = /hidden|clip/u.test(overflowY) && (rect.top < t - 6 || rect.bottom > b + 6);
          if (across || down) found.add(text.slice(0, 40));
        }
      }
      if (!scrolls && rects.some(({ left: l, right: r }) => l < -1 || r > wide + 1))
        found.add(text.slice(0, 40));
    }
    return [...found];
  }, apart);
}

/**
 * Returns the pairs of lines that stand on each other, by their first words. Only the middle of a line
 * counts: the boxes of lines close together touch where their letters do not.
 */
export function crossing(page: Page, apart = APART): Promise<string[]> {
  return page.evaluate((left) => {
    const lines: { text: string; l: number; r: number; t: number; b: number }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (text === '' || parent?.closest(left) !== null) continue;
      if (!parent.checkVisibility({ visibilityProperty: true })) continue;
      range.selectNodeContents(node);
      for (const { left: l, right: r, top, height } of range.getClientRects()) {
        if (r - l < 2 || height < 2) continue;
        // The space behind a letter is no letter.
        const space = Math.min(height / 4, (r - l) / 3);
        lines.push({ text, l: l + 1, r: r - space, t: top + height * 0.3, b: top + height * 0.7 });
      }
    }
    lines.sort((one, other) => one.t - other.t);
    const found = new Set<string>();
    lines.forEach((one, index) => {
      for (const other of lines.slice(index + 1, index + 60)) {
        if (other.t >= one.b) break;
        if (other.l < one.r && one.l < other.r)
          found.add(`${one.text.slice(0, 30)} × ${other.text.slice(0, 30)}`);
      }
    });
    return [...found];
  }, apart);
}

/** Sets every text as WCAG 1.4.12 lets a reader set it. A built style sheet is none that a policy forbids. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}
