import { escapeXml, rounded, type SvgElement } from './svg-markup.ts';
import { SvgPath, uniformScale, type Extent, type Matrix } from './svg-path.ts';
import { textWidth } from './text-width.ts';

/** What the recording context keeps while it draws, and how canvas values become SVG attributes. */

/** The methods of a canvas's 2D context which the recorder has, with the canvas's own signatures. */
export type Recorded = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'translate'
  | 'scale'
  | 'rotate'
  | 'transform'
  | 'resetTransform'
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'quadraticCurveTo'
  | 'rect'
  | 'arc'
  | 'ellipse'
  | 'fillRect'
  | 'strokeRect'
  | 'clearRect'
  | 'setLineDash'
  | 'getLineDash'
  | 'fillText'
  | 'strokeText'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'miterLimit'
  | 'lineDashOffset'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'globalAlpha'
>;

/** Attributes of one element: name and value. */
export type Paint = readonly (readonly [string, string])[];

export interface State {
  readonly matrix: Matrix;
  readonly clip: Extent | null;
  readonly fillStyle: string;
  readonly strokeStyle: string;
  readonly lineWidth: number;
  readonly lineCap: CanvasLineCap;
  readonly lineJoin: CanvasLineJoin;
  readonly miterLimit: number;
  readonly lineDash: readonly number[];
  readonly lineDashOffset: number;
  readonly globalAlpha: number;
  readonly font: string;
  readonly textAlign: CanvasTextAlign;
  readonly textBaseline: CanvasTextBaseline;
}

/** What was drawn, kept open so that a stroke can join the fill of the same form. */
export interface Drawn {
  readonly kind: 'shape' | 'text';
  readonly tag: SvgElement['tag'];
  readonly form: SvgElement['form'];
  readonly text: string | null;
  fill: Paint | null;
  stroke: Paint | null;
  readonly rest: Paint;
}

/** How far a baseline lies below the named line of the em box, in em. */
export const baselines: Readonly<Record<CanvasTextBaseline, number>> = {
  alphabetic: 0,
  ideographic: -0.12,
  bottom: -0.12,
  middle: 0.36,
  hanging: 0.8,
  top: 0.88,
};

export const anchors: Readonly<Record<CanvasTextAlign, string>> = {
  left: 'start',
  start: 'start',
  center: 'middle',
  right: 'end',
  end: 'end',
};

export function textExtent(
  matrix: Matrix,
  text: string,
  {
    x,
    down,
    size,
    bold,
    align,
  }: { x: number; down: number; size: number; bold: boolean; align: string },
): Extent | null {
  const width = textWidth(text, size, bold);
  const left = align === 'start' ? x : align === 'end' ? x - width : x - width / 2;
  const corners = new SvgPath();
  rectangle(corners, matrix, left, down - 0.88 * size, width, size);
  return corners.extent;
}

export function written(paint: Paint): string {
  return paint.map(([name, value]) => `${name}=${escapeXml(value)}`).join(' ');
}

export function unsupported(what: string): never {
  throw new Error(`${what} is not supported by the recording context.`);
}

export function rectangle(
  path: SvgPath,
  matrix: Matrix,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  path.moveTo(matrix, x, y);
  path.lineTo(matrix, x + width, y);
  path.lineTo(matrix, x + width, y + height);
  path.lineTo(matrix, x, y + height);
  path.close();
}

export function colourPaint(name: 'fill' | 'stroke', colour: unknown, alpha: number): Paint | null {
  if (typeof colour !== 'string') return unsupported(`a ${name}Style which is not a colour string`);
  if (colour === '' || colour === 'transparent' || alpha <= 0) return null;
  return alpha < 1
    ? [
        [name, colour],
        [`${name}-opacity`, String(Math.round(alpha * 100) / 100)],
      ]
    : [[name, colour]];
}

/** Size in pixels and boldness of a canvas font string; the family belongs to the page. @throws Error when it cannot be read. */
export function parseFont(font: string): { readonly size: number; readonly bold: boolean } {
  const match = /^(?<words>(?:[\w-]+ )*)(?<size>\d+(?:\.\d+)?)px /.exec(`${font} `);
  const size = Number(match?.groups?.['size']);
  if (match === null || !(size > 0)) return unsupported(`the font "${font}"`);
  const words = (match.groups?.['words'] ?? '')
    .split(' ')
    .filter((word) => word !== '' && word !== 'normal');
  const bold = words.some((word) => word === 'bold' || Number(word) >= 600);
  const unknown = words.find((word) => word !== 'bold' && !/^\d00$/.test(word));
  if (unknown !== undefined) return unsupported(`the font style "${unknown}"`);
  return { size, bold };
}

/** Line settings of a context. */
type Line = Pick<
  Recorded,
  'lineWidth' | 'lineCap' | 'lineJoin' | 'miterLimit' | 'lineDashOffset' | 'globalAlpha'
> & { readonly strokeStyle: unknown };

/** The attributes of a stroke; null when it would show nothing. A `sharp` path has corners to mitre. */
export function strokePaint(
  line: Line,
  dash: readonly number[],
  matrix: Matrix,
  sharp: boolean,
): Paint | null {
  const colour = colourPaint('stroke', line.strokeStyle, line.globalAlpha);
  if (colour === null || !(line.lineWidth > 0)) return null;
  const scale = uniformScale(matrix) ?? unsupported('stroke under an uneven scale');
  const paint: [string, string][] = colour.map(([name, value]) => [name, value]);
  const width = rounded(line.lineWidth * scale);
  if (width !== '1') paint.push(['stroke-width', width]);
  if (line.lineCap !== 'butt') paint.push(['stroke-linecap', line.lineCap]);
  if (line.lineJoin !== 'miter') paint.push(['stroke-linejoin', line.lineJoin]);
  else if (sharp) paint.push(['stroke-miterlimit', rounded(line.miterLimit)]);
  if (dash.length > 0) {
    paint.push(['stroke-dasharray', dash.map((length) => rounded(length * scale)).join(' ')]);
    if (line.lineDashOffset !== 0) {
      paint.push(['stroke-dashoffset', rounded(line.lineDashOffset * scale)]);
    }
  }
  return paint;
}
