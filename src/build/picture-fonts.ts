import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Canvas from '@napi-rs/canvas';
import { PROJECT_FOLDER } from '../io/city.ts';
import { PICTURE_FONT } from '../pictures/surface.ts';
import { glyphsOf } from './font-glyphs.ts';

/** The fonts of pictures, files of packages: the fonts of the machine would make another picture of it. */
const FONTS = [
  '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  '@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
] as const;

/** Stands for a character without a glyph, as printers set it. */
export const NO_GLYPH = '〓';

// Asked of the project's own folder, past any bundler: the package holds a binary for this machine.
const require = createRequire(join(PROJECT_FOLDER, 'package.json'));

export interface PictureFonts {
  readonly canvas: typeof Canvas;
  /** Hash of the font files. */
  readonly hash: string;
  /** Returns a text as it can be drawn: composed, without invisible characters, 〓 where no glyph is. */
  readonly writable: (text: string) => string;
  /** Returns the characters of a text that no font has. */
  readonly missing: (text: string) => readonly string[];
}

let loaded: PictureFonts | null = null;

/** Returns the drawing library with our fonts and no others. @throws Error when a font cannot be loaded. */
export function pictureFonts(): PictureFonts {
  loaded ??= load();
  return loaded;
}

function load(): PictureFonts {
  process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1';
  const canvas = require('@napi-rs/canvas') as typeof Canvas;
  const files = FONTS.map((font) => readFileSync(require.resolve(font)));
  for (const file of files) {
    if (canvas.GlobalFonts.register(file, PICTURE_FONT) === null)
      throw new Error('A font of the pictures cannot be loaded: run "npm install" again.');
  }
  const glyphs = files.map(glyphsOf);
  const has = (character: string): boolean =>
    glyphs.every((font) => font(character.codePointAt(0) ?? 0));
  const hash = createHash('sha256');
  for (const file of files) hash.update(file);
  return {
    canvas,
    hash: hash.digest('hex'),
    writable: (text) => tidy(text).replace(/./gsu, (c) => (has(c) ? c : NO_GLYPH)),
    missing: (text) => [...new Set(tidy(text).match(/./gsu))].filter((c) => !has(c)),
  };
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s/gu, (space) => (space === '\u3000' ? space : ' '))
    .replace(/\p{Cc}/gu, '');
}
