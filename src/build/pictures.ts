import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawSvg } from '../charts/draw.ts';
import { lightPalette } from '../charts/export.ts';
import { indicatorChart, type ChartWidth } from '../charts/indicator-chart.ts';
import { PROJECT_FOLDER } from '../io/city.ts';
import { CHART_SCALE, measuredChartLayout, paintChart } from '../pictures/chart-picture.ts';
import { paintShare } from '../pictures/share-picture.ts';
import type { Inks, PictureSize, Surface } from '../pictures/surface.ts';
import { SHARE_SIZE, type ChartPicture, type SharePicture } from '../views/picture.ts';
import { pictureCache } from './picture-cache.ts';
import { pictureFonts } from './picture-fonts.ts';
import { makeSurface } from './picture-surface.ts';
import { encodePng, mixedPalette } from './png.ts';

/** Makes the PNG files of a site; each is drawn once and then kept in a folder. */
export interface Pictures {
  readonly share: (picture: SharePicture) => Uint8Array<ArrayBuffer>;
  readonly chart: (picture: ChartPicture) => Uint8Array<ArrayBuffer>;
  /** Characters no font had so far, with the picture they first stood in. */
  readonly missing: ReadonlyMap<string, string>;
}

/** Sources that decide what a picture looks like: when one changes, every picture is drawn again. */
const SOURCES = ['src/pictures', 'src/charts'] as const;
const OWN_SOURCES = ['pictures', 'picture-surface', 'picture-fonts', 'png'] as const;
const PACKAGES = ['@napi-rs/canvas', 'chart.js'] as const;

/** Returns the folder in which builds of all cities keep their pictures. */
export function pictureFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { SHIRUBE_PICTURES } = environment;
  return SHIRUBE_PICTURES === undefined || SHIRUBE_PICTURES === ''
    ? join(PROJECT_FOLDER, '.build', 'cache', 'pictures')
    : SHIRUBE_PICTURES;
}

/** Returns the maker of pictures that keeps them in a folder; `say` is told of a character without a glyph. */
export function makePictures(folder: string, say: (text: string) => void): Pictures {
  const cache = pictureCache(folder);
  const code = codeHash();
  const missing = new Map<string, string>();
  const report = (title: string, texts: string): void => {
    for (const character of pictureFonts().missing(texts)) {
      if (missing.has(character)) continue;
      missing.set(character, title);
      say(missingText(character, title));
    }
  };
  return {
    missing,
    share: (picture) => {
      const drawing = picture.chart === null ? '' : svgOf(picture.chart, 'narrow');
      const { chart: _, ...texts } = picture;
      const all = JSON.stringify(texts);
      report(picture.title, `${textsOf(texts)} ${wordsOf(drawing)}`);
      return cache.get(keyOf([code, 'share', all, drawing]), () =>
        drawn(SHARE_SIZE, inksOf(picture.brand), (surface, inks) => {
          paintShare(surface, picture, inks);
        }),
      );
    },
    chart: (picture) => {
      const drawing = svgOf(picture.input, 'wide');
      const { input: _, ...texts } = picture;
      report(picture.title, `${textsOf(texts)} ${wordsOf(drawing)}`);
      return cache.get(keyOf([code, 'chart', JSON.stringify(texts), drawing]), () =>
        drawnChart(picture),
      );
    },
  };
}

/** The line a build says where a text cannot be drawn as it is. */
function missingText(character: string, title: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return `絵の中で「${character}」（${code}）は〓になります。書体にない文字です：${title} / Pictures show “${character}” (${code}) as 〓, which their font does not have: ${title}`;
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

/** The chart as it is written for pages: every text and place of it, so two charts alike are one picture. */
function svgOf(input: ChartPicture['input'], width: ChartWidth): string {
  const { config, size } = indicatorChart(input, width);
  return drawSvg(config, size, { label: '' });
}

function wordsOf(svg: string): string {
  return [...svg.matchAll(/>([^<]+)</gu)]
    .map(([, text = '']) => text.replace(/&(?:#\d+|\w+);/gu, ' '))
    .join(' ');
}

/** Every text of a value, whatever its key. */
function textsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return '';
  return Object.values(value).map(textsOf).join(' ');
}

function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}

function codeHash(): string {
  const read = (path: string): string => readFileSync(join(PROJECT_FOLDER, path), 'utf8');
  const files = [
    ...SOURCES.flatMap((folder) =>
      readdirSync(join(PROJECT_FOLDER, folder))
        .toSorted()
        .map((name) => `${folder}/${name}`),
    ),
    ...OWN_SOURCES.map((name) => `src/build/${name}.ts`),
  ];
  const versions = PACKAGES.map((name) => {
    const { version } = JSON.parse(read(`node_modules/${name}/package.json`)) as {
      version: string;
    };
    return `${name} ${version}`;
  });
  return keyOf([pictureFonts().hash, process.versions.zlib, ...versions, ...files.map(read)]);
}
