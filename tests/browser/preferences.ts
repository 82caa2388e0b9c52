import type { Page } from 'playwright-core';

/** Returns what moves on a page by itself or when it changes: scrolling, transitions, animations. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const long = (durations: string) =>
      durations
        .split(',')
        .some((d) => Number.parseFloat(d) * (d.trim().endsWith('ms') ? 1 : 1000) > 10);
    const found: string[] = [];
    if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth')
      found.push('HTML scrolls smoothly');
    for (const element of document.querySelectorAll('body, body *')) {
      for (const part of [null, '::before', '::after']) {
        const style = getComputedStyle(element, part);
        const animated = style.animationName !== 'none' && long(style.animationDuration);
        if (animated || long(style.transitionDuration))
          found.push(`${element.tagName}${part ?? ''}`);
      }
    }
    return found;
  });
}

/**
 * Returns what a reader with forced colours does not see: shapes, edges of buttons and fields, and outlines
 * of the focus with less than 3 : 1 against the ground (WCAG 1.4.11); with the count of shapes looked at.
 */
export function unseen(page: Page): Promise<{ shapes: number; found: string[] }> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const light = (colour: string): number | null => {
      if (canvas === null || colour === 'none') return null;
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      if (alpha < 128) return null;
      const part = (value: number) =>
        value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const ground = document.createElement('p');
    ground.style.setProperty('background-color', 'Canvas');
    document.body.append(ground);
    const below = light(getComputedStyle(ground).backgroundColor) ?? 1;
    ground.remove();
    const over = (colour: string, under: number): boolean => {
      const value = light(colour);
      if (value === null) return false;
      return (Math.max(value, under) + 0.05) / (Math.min(value, under) + 0.05) >= 3;
    };
    const seen = (colour: string) => over(colour, below);
    const found: string[] = [];
    let shapes = 0;
    for (const shape of document.querySelectorAll(
      'svg :is(path, circle, line, rect, ellipse, polygon, text)',
    )) {
      // Lines of the grid only help the eye.
      if (!shape.checkVisibility() || shape.closest('.g, defs, clipPath, mask') !== null) continue;
      shapes += 1;
      const { fill, stroke, strokeWidth } = getComputedStyle(shape);
      const filled = shape.tagName !== 'line' && seen(fill);
      // Cut out of the shape before it, in the colour of the ground.
      const cut = [fill, stroke].some((paint) => light(paint) === below);
      if (cut && shape.previousElementSibling !== null) continue;
      if (!filled && !(Number.parseFloat(strokeWidth) > 0 && seen(stroke)))
        found.push(`${shape.tagName} ${shape.getAttribute('class') ?? ''}`.trim());
    }
    const uses = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, summary'),
    ].filter((element) => element.checkVisibility({ visibilityProperty: true }));
    for (const element of uses.filter((e) =>
      e.matches('button:not(.tool, .sort), input, .button'),
    )) {
      const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
      const edge = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1;
      if (!edge || !seen(borderTopColor))
        found.push(
          `${element.tagName.toLowerCase()} without an edge: ${element.textContent.trim()}`,
        );
    }
    const groundOf = (element: Element | null): number => {
      for (let box = element; box !== null; box = box.parentElement) {
        const value = light(getComputedStyle(box).backgroundColor);
        if (value !== null) return value;
      }
      return below;
    };
    for (const element of uses) {
      // The browser lays the ground's colour under the text of links, whatever their own ground is.
      const { color } = getComputedStyle(element);
      if (!seen(color) || !over(color, groundOf(element)))
        found.push(`no text: ${element.textContent.trim()}`);
      element.focus({ preventScroll: true, focusVisible: true });
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 || !seen(outlineColor))
        found.push(`no focus: ${element.textContent.trim()}`);
    }
    return { shapes, found: [...new Set(found)] };
  });
}
