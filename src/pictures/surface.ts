import type { IndicatorChartConfiguration } from '../charts/indicator-chart.ts';

/** What a picture is drawn on: a canvas of the machine that builds, given from outside. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  /** Makes a path of SVG path data. */
  readonly path: (d: string) => Path2D;
  /** Draws a chart at a place, in pixels whatever the context's scale, `scale` times its size. */
  readonly chart: (
    config: IndicatorChartConfiguration,
    size: PictureSize,
    at: { readonly x: number; readonly y: number; readonly scale: number },
  ) => void;
}

/** Width and height of a picture in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The family under which our fonts are loaded: a name no machine has, so that no other font comes in. */
export const PICTURE_FONT = 'Shirube Picture';

/** Returns the canvas font of a text. */
export function fontOf(size: number, bold: boolean): string {
  return `${bold ? '700' : '400'} ${String(size)}px "${PICTURE_FONT}"`;
}

/** Width of a text in pixels. */
export type Measure = (text: string, size: number, bold: boolean) => number;

/** Returns the widths as the canvas itself will set them. */
export function canvasMeasure(context: CanvasRenderingContext2D): Measure {
  return (text, size, bold) => {
    context.font = fontOf(size, bold);
    return context.measureText(text).width;
  };
}

/** A colour by the role it has on the pages. */
export type Inks = Readonly<Record<string, string>>;

/** @throws Error when the palette has no such role. */
export function inkOf(inks: Inks, role: string): string {
  const colour = inks[role];
  if (colour === undefined) throw new Error(`The palette has no colour for ${role}.`);
  return colour;
}
