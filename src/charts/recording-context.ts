import {
  anchors,
  baselines,
  colourPaint,
  parseFont,
  rectangle,
  strokePaint,
  textExtent,
  unsupported,
  written,
  type Drawn,
  type Paint,
  type Recorded,
  type State,
} from './paint.ts';
import { rounded, svgMarkup } from './svg-markup.ts';
import { identity, multiply, SvgPath, uniformScale, type Extent, type Matrix } from './svg-path.ts';
import { textWidth } from './text-width.ts';

/**
 * A 2D drawing context which writes down what is drawn on it as SVG.
 *
 * It has the part of CanvasRenderingContext2D that Chart.js and our plugins draw
 * with. Text stays text; a form filled and then stroked becomes one element; the
 * colours may be anything an SVG attribute takes, `var(--role)` too. What would
 * change the picture and cannot be written (images, cut forms, gradients, text
 * squeezed to a width, uneven scales) throws an error that names it. The object is
 * sealed, so a property the canvas has and the recorder has not throws as well.
 *
 * Clipping is obeyed, not written: a clipPath needs an id, and ids clash when two
 * charts stand on one page. Chart.js clips to be safe, to the strip of an axis for
 * its texts, where nothing sticks out; so a clip to a rectangle is remembered, and
 * drawing what it would cut throws. Datasets may touch the edge: `drawSvg` sets
 * `clip: false` for them.
 */
export class RecordingContext implements Recorded {
  /** Read by Chart.js for the size of the surface. */
  readonly canvas: { width: number; height: number };
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  miterLimit = 10;
  lineDashOffset = 0;
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  /** Shadows are accepted and not drawn: the site has none. */
  shadowBlur = 0;
  shadowColor = 'transparent';
  shadowOffsetX = 0;
  shadowOffsetY = 0;

  #matrix: Matrix = identity;
  #clip: Extent | null = null;
  #lineDash: readonly number[] = [];
  #stack: State[] = [];
  #path = new SvgPath();
  /** The path as it was when last filled, to see that a stroke follows it. */
  #filled: SvgPath | null = null;
  #drawn: Drawn[] = [];

  /** @param canvas the surface drawn on; its width and height are pixels. */
  constructor(canvas: { width: number; height: number }) {
    this.canvas = canvas;
    Object.seal(this);
  }

  /** The markup of everything drawn, without the <svg> around it. */
  markup(): string {
    return svgMarkup(
      this.#drawn.map(({ tag, form, text, fill, stroke, rest }) => {
        const halo: Paint =
          text !== null && fill !== null && stroke !== null ? [['paint-order', 'stroke']] : [];
        return {
          tag,
          form,
          text,
          paint: [...(fill ?? [['fill', 'none']]), ...(stroke ?? []), ...halo, ...rest],
        };
      }),
    );
  }

  save(): void {
    this.#stack.push({
      matrix: this.#matrix,
      clip: this.#clip,
      fillStyle: this.fillStyle,
      strokeStyle: this.strokeStyle,
      lineWidth: this.lineWidth,
      lineCap: this.lineCap,
      lineJoin: this.lineJoin,
      miterLimit: this.miterLimit,
      lineDash: this.#lineDash,
      lineDashOffset: this.lineDashOffset,
      globalAlpha: this.globalAlpha,
      font: this.font,
      textAlign: this.textAlign,
      textBaseline: this.textBaseline,
    });
  }

  restore(): void {
    const state = this.#stack.pop();
    if (state === undefined) return;
    const { matrix, clip, lineDash, ...properties } = state;
    this.#matrix = matrix;
    this.#clip = clip;
    this.#lineDash = lineDash;
    Object.assign(this, properties);
  }

  transform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.#matrix = multiply(this.#matrix, { a, b, c, d, e, f });
  }

  /** Only the form with six numbers. */
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.#matrix = { a, b, c, d, e, f };
  }

  resetTransform(): void {
    this.#matrix = identity;
  }

  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y);
  }

  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0);
  }

  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.transform(cos, sin, -sin, cos, 0, 0);
  }

  beginPath(): void {
    this.#path = new SvgPath();
    this.#filled = null;
  }

  closePath(): void {
    this.#path.close();
  }

  moveTo(x: number, y: number): void {
    this.#open().moveTo(this.#matrix, x, y);
  }

  lineTo(x: number, y: number): void {
    this.#open().lineTo(this.#matrix, x, y);
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#open().curveTo(this.#matrix, [x1, y1, x2, y2], x, y);
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    this.#open().curveTo(this.#matrix, [x1, y1], x, y);
  }

  rect(x: number, y: number, width: number, height: number): void {
    rectangle(this.#open(), this.#matrix, x, y, width, height);
  }

  /** Only with one radius for all corners or none. @throws Error for other radii. */
  roundRect(x: number, y: number, width: number, height: number, radius: unknown = 0): void {
    if (typeof radius !== 'number')
      throw new Error(
        'roundRect: only one radius for all corners is supported by the recording context.',
      );
    const r = Math.min(radius, Math.abs(width) / 2, Math.abs(height) / 2);
    if (r <= 0) {
      this.rect(x, y, width, height);
      return;
    }
    const [quarter, path, matrix] = [Math.PI / 2, this.#open(), this.#matrix];
    path.moveTo(matrix, x + r, y);
    path.ellipse(matrix, x + width - r, y + r, r, r, 0, -quarter, 0, false);
    path.ellipse(matrix, x + width - r, y + height - r, r, r, 0, 0, quarter, false);
    path.ellipse(matrix, x + r, y + height - r, r, r, 0, quarter, 2 * quarter, false);
    path.ellipse(matrix, x + r, y + r, r, r, 0, 2 * quarter, 3 * quarter, false);
    path.close();
  }

  arc(x: number, y: number, radius: number, from: number, to: number, backwards = false): void {
    this.#open().ellipse(this.#matrix, x, y, radius, radius, 0, from, to, backwards);
  }

  ellipse(
    x: number,
    y: number,
    rx: number,
    ry: number,
    rotation: number,
    from: number,
    to: number,
    backwards = false,
  ): void {
    this.#open().ellipse(this.#matrix, x, y, rx, ry, rotation, from, to, backwards);
  }

  /** Fills the current path by the nonzero rule. @throws Error for a given Path2D or the even-odd rule. */
  fill(path?: unknown, rule?: unknown): void {
    if ((path !== undefined && path !== 'nonzero') || rule !== undefined)
      unsupported('fill with a Path2D or a fill rule');
    this.#fillPath(this.#path);
    this.#filled = this.#path;
  }

  /** Strokes the current path. @throws Error for a given Path2D. */
  stroke(path?: unknown): void {
    if (path !== undefined) unsupported('stroke with a Path2D');
    this.#strokePath(this.#path);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const path = new SvgPath();
    rectangle(path, this.#matrix, x, y, width, height);
    this.#fillPath(path);
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    const path = new SvgPath();
    rectangle(path, this.#matrix, x, y, width, height);
    this.#filled = null;
    this.#strokePath(path);
  }

  /** Forgets everything drawn when the whole surface is cleared. @throws Error for a part of it which holds drawings. */
  clearRect(x: number, y: number, width: number, height: number): void {
    if (this.#drawn.length === 0) return;
    const whole =
      this.#matrix === identity &&
      x <= 0 &&
      y <= 0 &&
      x + width >= this.canvas.width &&
      y + height >= this.canvas.height;
    if (!whole) unsupported('clearRect of a part of the picture');
    this.#drawn = [];
    this.#filled = null;
  }

  setLineDash(segments: Iterable<number>): void {
    const dash = [...segments];
    // As on a canvas, an odd list is read twice.
    this.#lineDash = dash.length % 2 === 0 ? dash : [...dash, ...dash];
  }

  getLineDash(): number[] {
    return [...this.#lineDash];
  }

  fillText(text: string, x: number, y: number, maxWidth?: number): void {
    this.#text('fillText', text, x, y, maxWidth);
  }

  strokeText(text: string, x: number, y: number, maxWidth?: number): void {
    this.#text('strokeText', text, x, y, maxWidth);
  }

  /** The width of the text by the table of `textWidth`; no other metrics. */
  measureText(text: string): { readonly width: number } {
    const { size, bold } = parseFont(this.font);
    return { width: textWidth(text, size, bold) };
  }

  /**
   * From here to the next restore nothing may lie outside the current path.
   *
   * @throws Error when the path is not a rectangle, or later when something would be cut.
   */
  clip(path?: unknown): void {
    const { extent, rectangular } = this.#path;
    if (path !== undefined || extent === null || !rectangular)
      return unsupported('clip to anything but a rectangle');
    const outer = this.#clip ?? extent;
    this.#clip = {
      left: Math.max(outer.left, extent.left),
      top: Math.max(outer.top, extent.top),
      right: Math.min(outer.right, extent.right),
      bottom: Math.min(outer.bottom, extent.bottom),
    };
  }

  drawImage(): never {
    return unsupported('drawImage');
  }

  putImageData(): never {
    return unsupported('putImageData');
  }

  getImageData(): never {
    return unsupported('getImageData');
  }

  createLinearGradient(): never {
    return unsupported('createLinearGradient');
  }

  createRadialGradient(): never {
    return unsupported('createRadialGradient');
  }

  createConicGradient(): never {
    return unsupported('createConicGradient');
  }

  createPattern(): never {
    return unsupported('createPattern');
  }

  arcTo(): never {
    return unsupported('arcTo');
  }

  /** @throws Error when a clip would cut what lies in the extent; a pixel over is the error of the text widths. */
  #keepInside(what: string, extent: Extent | null): void {
    const clip = this.#clip;
    if (clip === null || extent === null) return;
    const inside =
      extent.left >= clip.left - 1 &&
      extent.right <= clip.right + 1 &&
      extent.top >= clip.top - 1 &&
      extent.bottom <= clip.bottom + 1;
    if (!inside) unsupported(`${what} which a clip would cut (give the chart \`clip: false\`)`);
  }

  /** The current path, known no longer to be the one last filled once something is added to it. */
  #open(): SvgPath {
    this.#filled = null;
    return this.#path;
  }

  #fillPath(path: SvgPath): void {
    if (path.empty) return;
    const fill = this.#fillPaint();
    if (fill === null) return;
    this.#keepInside('fill', path.extent);
    this.#drawn.push({
      kind: 'shape',
      ...path.element(),
      text: null,
      fill,
      stroke: null,
      rest: [],
    });
  }

  #strokePath(path: SvgPath): void {
    if (path.empty) return;
    const stroke = this.#strokePaint(path);
    if (stroke === null) return;
    this.#keepInside('stroke', path.extent);
    const last = this.#drawn.at(-1);
    if (this.#filled === path && last?.kind === 'shape' && last.stroke === null)
      last.stroke = stroke;
    else
      this.#drawn.push({
        kind: 'shape',
        ...path.element(),
        text: null,
        fill: null,
        stroke,
        rest: [],
      });
    this.#filled = null;
  }

  #fillPaint(): Paint | null {
    return colourPaint('fill', this.fillStyle, this.globalAlpha);
  }

  #strokePaint(path: SvgPath | null): Paint | null {
    return strokePaint(this, this.#lineDash, this.#matrix, path?.sharp === true);
  }

  #text(
    method: 'fillText' | 'strokeText',
    text: string,
    x: number,
    y: number,
    maxWidth: number | undefined,
  ): void {
    if (maxWidth !== undefined && this.measureText(text).width > maxWidth)
      unsupported(`${method} with a maxWidth narrower than the text`);
    if (text.trim() === '') return;
    const scale = uniformScale(this.#matrix) ?? unsupported(`${method} under an uneven scale`);
    const { size, bold } = parseFont(this.font);
    const { a, b, c, d, e, f } = this.#matrix;
    const down = y + baselines[this.textBaseline] * size;
    const [px, py] = [rounded(a * x + c * down + e), rounded(b * x + d * down + f)];
    const degrees = rounded((Math.atan2(b, a) * 180) / Math.PI);
    const form: [string, string][] = [
      ['x', px],
      ['y', py],
    ];
    if (degrees !== '0') form.push(['transform', `rotate(${degrees} ${px} ${py})`]);
    const rest: [string, string][] = [
      ['font-size', rounded(size * scale)],
      ['font-weight', bold ? '700' : '400'],
    ];
    const anchor = anchors[this.textAlign];
    if (anchor !== 'start') rest.push(['text-anchor', anchor]);
    const filling = method === 'fillText';
    const paint = filling ? this.#fillPaint() : this.#strokePaint(null);
    if (paint === null) return;
    if (this.#clip !== null)
      this.#keepInside(
        `${method} of "${text}"`,
        textExtent(this.#matrix, text, { x, down, size, bold, align: anchor }),
      );
    const last = this.#drawn.at(-1);
    const same =
      filling &&
      last?.kind === 'text' &&
      last.fill === null &&
      last.text === text &&
      written(last.form) === written(form) &&
      written(last.rest) === written(rest);
    if (same) last.fill = paint;
    else
      this.#drawn.push({
        kind: 'text',
        tag: 'text',
        form,
        text,
        fill: filling ? paint : null,
        stroke: filling ? null : paint,
        rest,
      });
    this.#filled = null;
  }
}
