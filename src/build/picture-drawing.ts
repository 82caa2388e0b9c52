import { CHART_SCALE, measuredChartLayout, paintChart } from '../pictures/chart-picture.ts';
import { lightPalette } from '../charts/export.ts';
import { paintShare } from '../pictures/share-picture.ts';
import type { Inks, PictureSize, Surface } from '../pictures/surface.ts';
import { SHARE_SIZE, type ChartPicture, type SharePicture } from '../views/picture.ts';
import { makeSurface } from './picture-surface.ts';
import { encodePng, mixedPalette } from './png.ts';

/** A picture to draw: plain values only, so that it can be handed to another thread. */
export type PictureTask =
  | { readonly kind: 'share'; readonly picture: SharePicture }
  | { readonly kind: 'chart'; readonly picture: ChartPicture };

/** Returns a picture as PNG. */
export function drawPicture(task: PictureTask): Uint8Array<ArrayBuffer> {
  if (task.kind === 'chart') return drawnChart(task.picture);
  const { picture } = task;
  return drawn(SHARE_SIZE, inksOf(picture.brand), (surface, inks) => {
    paintShare(surface, picture, inks);
  });
}

function drawnChart(picture: ChartPicture): Uint8Array<ArrayBuffer> {
  // Texts decide the height, and only a canvas knows their widths.
  const layout = measuredChartLayout(makeSurface({ width: 1, height: 1 }).surface.context, picture);
  const size = {
    width: layout.width * CHART_SCALE,
    height: Math.ceil(layout.height) * CHART_SCALE,
  };
  return drawn(size, inksOf(picture.brand), (surface, inks) => {
    paintChart(surface, picture, layout, inks);
  });
}

function drawn(
  size: PictureSize,
  inks: Inks,
  paint: (surface: Surface, inks: Inks) => void,
): Uint8Array<ArrayBuffer> {
  const { surface, pixels } = makeSurface(size);
  paint(surface, inks);
  const palette = mixedPalette(inks['ground'] ?? '#ffffff', Object.values(inks));
  return encodePng(pixels(), size.width, size.height, palette);
}

function inksOf(brand: string | null): Inks {
  return brand === null ? lightPalette : { ...lightPalette, brand };
}
