import type { Box, Place } from './label-placement.ts';
import { textWidth } from './text-width.ts';

/** How a label is set; sizes in pixels. */
export interface LabelStyle {
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
}

/** The side of its point a label likes best. */
export type Side = 'above' | 'below' | 'right';

/** Height of a line in font sizes; ascent and descent hold any character of it. */
export const leading = 1.25;
const ascent = 0.88;
const descent = 0.22;
/** Height of a figure. */
const capital = 0.73;

/** What lines of text cover when their first baseline is at y; `align` says what x is. */
export function textBox(
  lines: readonly string[],
  style: LabelStyle,
  x: number,
  y: number,
  align: Place['align'],
): Box {
  const width = Math.max(0, ...lines.map((line) => textWidth(line, style.size, style.bold)));
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return {
    left,
    right: left + width,
    top: y - ascent * style.size,
    bottom: y + ((lines.length - 1) * leading + descent) * style.size,
  };
}

/**
 * The places around a point at (x, y) of the given radius, nearest and best first by cost.
 *
 * @param reach how many steps away from the point it may stand; from the third on a hair line leads to it.
 * @param penalty added to every place, for a text which is a second choice.
 */
export function placesAround(
  point: { readonly x: number; readonly y: number; readonly radius: number },
  text: string,
  style: LabelStyle,
  side: Side,
  reach: number,
  penalty = 0,
): readonly Place[] {
  const { x, y, radius } = point;
  const { size } = style;
  const lines = [text];
  const width = textWidth(text, size, style.bold);
  const places: Place[] = [];
  const add = (
    px: number,
    py: number,
    align: Place['align'],
    cost: number,
    away: boolean,
  ): void => {
    places.push({
      box: textBox(lines, style, px, py, align),
      x: px,
      y: py,
      align,
      lines,
      hair: away ? [x, y] : null,
      cost: cost + penalty,
    });
  };
  const gap = size * 0.55;
  for (let step = 0; step <= reach; step += 1) {
    const off = radius + gap + step * size * 0.6;
    const far = step * 2.5;
    const away = step >= 2;
    for (const [vertical, py] of [
      ['above', y - off],
      ['below', y + off + capital * size],
    ] as const) {
      const disliked = far + (vertical === side ? 0 : side === 'right' ? 1 : 3);
      add(x, py, 'center', disliked, away);
      for (const shift of [0.25, -0.25]) add(x + shift * width, py, 'center', disliked + 0.8, away);
      add(x - radius, py, 'left', disliked + 1.4, away);
      add(x + radius, py, 'right', disliked + 1.6, away);
      add(x - 2, py, 'left', disliked + 1.8, away);
      add(x + 2, py, 'right', disliked + 2, away);
      add(x - 3, py, 'right', disliked + 2.4, away);
    }
    if (step > 2) continue;
    const beside = radius + 6;
    for (const rise of step === 0 ? [0] : [-step, step]) {
      const py = y + (capital * size) / 2 + rise * size * 0.55;
      const disliked = Math.abs(rise) * 1.2 + (side === 'right' ? 0 : 2.2);
      add(x + beside, py, 'left', disliked, false);
      add(x - beside, py, 'right', disliked + 0.8, false);
    }
  }
  return places;
}

/** Text cut into lines no wider than `width` where it allows: at spaces, or anywhere in text without spaces. */
export function wrap(text: string, style: LabelStyle, width: number): readonly string[] {
  if (textWidth(text, style.size, style.bold) <= width) return [text];
  const spaced = text.includes(' ');
  const lines: string[] = [];
  let line = '';
  for (const piece of spaced ? text.split(' ') : text) {
    const longer = line === '' ? piece : spaced ? `${line} ${piece}` : line + piece;
    if (line !== '' && textWidth(longer, style.size, style.bold) > width) {
      lines.push(line);
      line = piece;
    } else line = longer;
  }
  return [...lines, line];
}
