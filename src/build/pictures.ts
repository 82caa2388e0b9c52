import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../io/city.ts';
import type { ChartPicture, SharePicture } from '../views/picture.ts';
import { pictureCache } from './picture-cache.ts';
import type { PictureTask } from './picture-drawing.ts';
import { pictureFonts } from './picture-fonts.ts';
import { pictureThreads } from './picture-threads.ts';

/** Makes the PNG files of a site; each is drawn once and then kept in a folder. */
export interface Pictures {
  readonly share: (picture: SharePicture) => Promise<Uint8Array<ArrayBuffer>>;
  readonly chart: (picture: ChartPicture) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Sources that decide what a picture looks like: when one changes, every picture is drawn again. */
const SOURCES = ['src/pictures', 'src/charts'] as const;
const OWN_SOURCES = ['picture-drawing', 'picture-surface', 'picture-fonts', 'png'] as const;
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
  const draw = pictureThreads();
  const told = new Set<string>();
  const make = (task: PictureTask): Promise<Uint8Array<ArrayBuffer>> => {
    const { picture } = task;
    for (const character of pictureFonts().missing(textsOf(picture))) {
      if (told.has(character)) continue;
      told.add(character);
      say(missingText(character, picture.title));
    }
    return cache.get(keyOf([code, JSON.stringify(task)]), () => draw(task));
  };
  return {
    share: (picture) => make({ kind: 'share', picture }),
    chart: (picture) => make({ kind: 'chart', picture }),
  };
}

/** The line a build says where a text cannot be drawn as it is. */
function missingText(character: string, title: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return `絵の中で「${character}」（${code}）は〓になります。書体にない文字です：${title} / Pictures show “${character}” (${code}) as 〓, which their font does not have: ${title}`;
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
