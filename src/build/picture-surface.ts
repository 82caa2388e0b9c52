import { drawOn } from '../charts/draw.ts';
import { parseFont } from '../charts/paint.ts';
import { textWidth } from '../charts/text-width.ts';
import type { PictureSize, Surface } from '../pictures/surface.ts';
import { pictureFonts } from './picture-fonts.ts';

/** Returns a canvas of a size in pixels to draw a picture on, and a way to read what was drawn. */
export function makeSurface({ width, height }: PictureSize): {
  readonly surface: Surface;
  readonly pixels: () => Uint8ClampedArray;
} {
  const made = makeCanvas(width, height);
  const { canvas } = pictureFonts();
  return {
    surface: {
      context: made.context,
      path: (d) => new canvas.Path2D(d),
      chart: (config, size, { x, y, scale }) => {
        const { element, context } = makeCanvas(size.width, size.height);
        keepToPlan(context);
        drawOn(element, config, scale, () => {
          made.context.save();
          made.context.resetTransform();
          made.context.drawImage(element, x, y);
          made.context.restore();
        });
      },
    },
    pixels: () => made.context.getImageData(0, 0, width, height).data,
  };
}

function makeCanvas(width: number, height: number) {
  const { canvas, writable } = pictureFonts();
  const element = canvas.createCanvas(width, height) as unknown as HTMLCanvasElement;
  const context = element.getContext('2d');
  if (context === null) throw new Error('The canvas has no 2D context.');
  // The one door of texts to the canvas: what no font has never reaches it.
  const own = {
    fill: context.fillText.bind(context),
    stroke: context.strokeText.bind(context),
    measure: context.measureText.bind(context),
  };
  context.fillText = (text, x, y, width) => {
    own.fill(writable(text), x, y, width ?? Number.MAX_SAFE_INTEGER);
  };
  context.strokeText = (text, x, y, width) => {
    own.stroke(writable(text), x, y, width ?? Number.MAX_SAFE_INTEGER);
  };
  context.measureText = (text) => own.measure(writable(text));
  return { element, context };
}

/** A chart has planned its labels by a table of widths: where our font runs wider, it is set narrower. */
function keepToPlan(context: CanvasRenderingContext2D): void {
  const planned = (text: string): number => {
    const { size, bold } = parseFont(context.font);
    return Math.max(1, textWidth(text, size, bold));
  };
  const [fill, stroke] = [context.fillText.bind(context), context.strokeText.bind(context)];
  context.fillText = (text, x, y) => {
    fill(text, x, y, planned(text));
  };
  context.strokeText = (text, x, y) => {
    stroke(text, x, y, planned(text));
  };
}
