import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { glyphsOf } from '../../src/build/font-glyphs.ts';
import { pictureCache } from '../../src/build/picture-cache.ts';
import { NO_GLYPH, pictureFonts } from '../../src/build/picture-fonts.ts';
import { makeSurface } from '../../src/build/picture-surface.ts';
import { drawPicture } from '../../src/build/picture-drawing.ts';
import { pictureThreads } from '../../src/build/picture-threads.ts';
import { makePictures } from '../../src/build/pictures.ts';
import { encodePng, mixedPalette } from '../../src/build/png.ts';
import { lightPalette } from '../../src/charts/export.ts';
import { paintShare } from '../../src/pictures/share-picture.ts';
import { PICTURE_FONT } from '../../src/pictures/surface.ts';
import type { ChartPicture } from '../../src/views/picture.ts';
import { shapes } from '../charts/inputs.ts';
import { readPng } from './read-png.ts';
import { sharePictureOf } from './share-inputs.ts';

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-pictures-'));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const said: string[] = [];
const folder = newFolder();
const pictures = makePictures(folder, (text) => said.push(text));
const [input] = Object.values(shapes);
if (input === undefined) throw new Error('no chart to draw');
const chartOf = (changed: Partial<ChartPicture>): ChartPicture => ({
  ...sharePictureOf({}),
  source: '実績：計画の評価',
  legend: [
    { mark: 'actual', text: '実績' },
    { mark: 'target_hollow', text: '目標' },
    { mark: 'pace', text: '道すじ' },
  ],
  licence: 'CC BY 4.0',
  input,
  ...changed,
});

describe('a share picture', async () => {
  const drawn = await pictures.share(sharePictureOf({}));
  const png = readPng(drawn);

  it('is 1200×630 on white, with ink where its parts are and none at its edges', () => {
    expect([png.width, png.height]).toEqual([1200, 630]);
    expect(png.at(600, 20)).toEqual([255, 255, 255]);
    expect(png.ink(118, 44, 110, 46)).toBeGreaterThan(300);
    expect(png.ink(64, 118, 900, 90)).toBeGreaterThan(2000);
    expect(png.ink(64, 420, 300, 100)).toBeGreaterThan(1500);
    expect(png.ink(700, 430, 440, 110)).toBeGreaterThan(500);
    expect(png.ink(0, 12, 40, 618)).toBe(0);
    expect(png.ink(1160, 12, 40, 618)).toBe(0);
    expect(png.ink(0, 612, 1200, 18)).toBe(0);
  });

  it('is smaller than 60 kB', () => {
    expect(drawn.length).toBeLessThan(60_000);
  });

  it('takes the colour of the city', async () => {
    const own = readPng(await pictures.share(sharePictureOf({ brand: '#0b5563' })));
    expect(own.at(600, 4)).toEqual([0x0b, 0x55, 0x63]);
  });

  it('changes with every text and mark, and with nothing else', async () => {
    const changed = [
      sharePictureOf({ title: '地域活動に参加した市民の数' }),
      sharePictureOf({ source: '出典：別の文書' }),
      sharePictureOf({
        status: { shape: 'reached', word: '道すじより手前', detail: null, tone: 'short' },
      }),
      sharePictureOf({ road: null }),
      sharePictureOf({ road: null, chart: input }),
    ];
    const others = await Promise.all(
      changed.map(async (p) => Buffer.from(await pictures.share(p)).toString('base64')),
    );
    expect(new Set([...others, Buffer.from(drawn).toString('base64')]).size).toBe(6);
    const again = await makePictures(newFolder(), () => undefined).share(sharePictureOf({}));
    expect(Buffer.from(again).equals(drawn)).toBe(true);
  });

  it('writes markup in a name as text', async () => {
    const plain = readPng(await pictures.share(sharePictureOf({ title: '夜の騒音' })));
    const marked = readPng(await pictures.share(sharePictureOf({ title: '<b>夜の騒音</b>' })));
    expect(marked.ink(64, 118, 1000, 90)).toBeGreaterThan(plain.ink(64, 118, 1000, 90) + 500);
  });

  it('sets every text in our own fonts', () => {
    const { surface } = makeSurface({ width: 1200, height: 630 });
    const fonts = new Set<string>();
    const fill = surface.context.fillText.bind(surface.context);
    surface.context.fillText = (...given) => {
      fonts.add(surface.context.font);
      fill(...given);
    };
    paintShare(surface, sharePictureOf({}), lightPalette);
    expect(fonts.size).toBeGreaterThan(3);
    expect([...fonts].filter((font) => !font.includes(PICTURE_FONT))).toEqual([]);
  });
});

describe('a chart file', () => {
  it('is twice the drawing with its margins, with title and foot, below 80 kB', async () => {
    const file = await pictures.chart(chartOf({}));
    const png = readPng(file);
    expect(png.width).toBe(2 * (880 + 48));
    expect(png.height).toBeGreaterThan(2 * 420 + 200);
    expect(file.length).toBeLessThan(80_000);
    expect(png.ink(48, 30, 1000, 60)).toBeGreaterThan(1000);
    expect(png.ink(48, png.height - 140, 1000, 100)).toBeGreaterThan(500);
    expect(png.ink(100, 300, 1600, 800)).toBeGreaterThan(3000);
    expect(png.ink(0, 0, 16, png.height)).toBe(0);
  });

  it('grows with a title of many lines', async () => {
    const tall = readPng(await pictures.chart(chartOf({ title: '川の水の温度'.repeat(40) })));
    expect(tall.height).toBeGreaterThan(readPng(await pictures.chart(chartOf({}))).height + 100);
  });

  it.each(Object.entries(shapes))('is drawn for every shape of chart: %s', async (_, shape) => {
    const png = readPng(await pictures.chart(chartOf({ input: shape })));
    expect(png.ink(100, 300, 1600, 800)).toBeGreaterThan(1000);
  });
});

describe('threads that draw', () => {
  it('give each of many orders its own picture, as it would be drawn here', async () => {
    const draw = pictureThreads();
    const tasks = Array.from({ length: 12 }, (_, at) => ({
      kind: 'share' as const,
      picture: sharePictureOf({ title: `題 ${String(at)}` }),
    }));
    const drawn = await Promise.all(tasks.map(draw));
    for (const [at, task] of tasks.entries())
      expect(Buffer.from(drawn[at] ?? []).equals(drawPicture(task))).toBe(true);
  });

  it('say why a picture cannot be drawn, and draw the next', async () => {
    const draw = pictureThreads();
    const wrong = { kind: 'share' as const, picture: sharePictureOf({ brand: 'blue' }) };
    await expect(draw(wrong)).rejects.toThrow('#rrggbb');
    expect((await draw({ ...wrong, picture: sharePictureOf({}) })).length).toBeGreaterThan(1000);
  });
});

describe('characters', () => {
  it('are all there that plans are written with', () => {
    const { missing } = pictureFonts();
    expect(missing('熊本 ㎥㎡％○△×・〜～①⑳Ⅱ〓…–—’“”℃→ äöüßéñçøåłžčš 0123,.')).toEqual([]);
  });

  it('without a glyph become 〓, and the build says which', async () => {
    const { writable } = pictureFonts();
    expect(writable('a🙂b')).toBe(`a${NO_GLYPH}b`);
    expect(writable('か\u3099\u200B')).toBe('が');
    await pictures.share(sharePictureOf({ title: '雨🙂' }));
    await pictures.share(sharePictureOf({ title: '雨🙂雨' }));
    expect(said.filter((line) => line.includes('U+1F642'))).toHaveLength(1);
    const same = await pictures.share(sharePictureOf({ title: `雪${NO_GLYPH}` }));
    const replaced = await pictures.share(sharePictureOf({ title: '雪🙂' }));
    expect(Buffer.from(same).equals(replaced)).toBe(true);
  });

  it('are read from the font file itself', () => {
    const require = createRequire(import.meta.url);
    const font = '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf';
    const has = glyphsOf(readFileSync(require.resolve(font)));
    expect(['A', '漢', 'ｱ'].map((c) => has(c.codePointAt(0) ?? 0))).toEqual([true, true, true]);
    expect(has(0x10ffff)).toBe(false);
    expect(() => glyphsOf(new Uint8Array(64))).toThrow('cmap');
  });
});

describe('pictureCache', () => {
  const png = async () =>
    Promise.resolve(
      encodePng(new Uint8ClampedArray(4).fill(255), 1, 1, mixedPalette('#ffffff', [])),
    );
  const filesOf = (of: string) =>
    readdirSync(of, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  it('draws once and gives the same bytes from then on, damaged files excepted', async () => {
    const own = newFolder();
    const cache = pictureCache(own);
    let count = 0;
    const draw = () => {
      count += 1;
      return png();
    };
    expect(Buffer.from(await cache.get('abc', draw)).equals(await png())).toBe(true);
    expect(Buffer.from(await cache.get('abc', draw)).equals(await png())).toBe(true);
    expect(count).toBe(1);
    const [file = ''] = filesOf(own);
    writeFileSync(file, (await png()).subarray(0, 20));
    expect(Buffer.from(await cache.get('abc', draw)).equals(await png())).toBe(true);
    expect(count).toBe(2);
    expect(filesOf(own)).toEqual([file]);
  });

  it('draws once what is asked for twice at the same time', async () => {
    const cache = pictureCache(newFolder());
    let count = 0;
    const draw = async () => {
      count += 1;
      await Promise.resolve();
      return png();
    };
    const [one, other] = await Promise.all([cache.get('abc', draw), cache.get('abc', draw)]);
    expect(count).toBe(1);
    expect(Buffer.from(one).equals(other)).toBe(true);
  });

  it('keeps nothing of a picture that failed, and tries again', async () => {
    const own = newFolder();
    const cache = pictureCache(own);
    await expect(cache.get('abc', () => Promise.reject(new Error('no ink')))).rejects.toThrow(
      'ink',
    );
    expect(filesOf(own)).toEqual([]);
    expect(Buffer.from(await cache.get('abc', png)).equals(await png())).toBe(true);
  });

  it('never changes what a build writes: empty and full give the same pictures', async () => {
    const own = newFolder();
    const made = async () => {
      const maker = makePictures(own, () => undefined);
      const files = [maker.share(sharePictureOf({})), maker.chart(chartOf({}))];
      return (await Promise.all(files)).map((file) => Buffer.from(file).toString('base64'));
    };
    const cold = await made();
    const before = filesOf(own).map((file) => [file, statSync(file).mtimeMs]);
    expect(before).toHaveLength(2);
    expect(await made()).toEqual(cold);
    expect(filesOf(own).map((file) => [file, statSync(file).mtimeMs])).toEqual(before);
  });

  it('lets go of what nobody has asked for in two months', async () => {
    const own = newFolder();
    const cache = pictureCache(own);
    await cache.get('aa1', png);
    await cache.get('bb2', png);
    const [old = '', young = ''] = filesOf(own).toSorted();
    utimesSync(old, new Date(0), new Date(0));
    cache.tidy();
    expect(filesOf(own)).toEqual([young]);
  });
});

describe('mixedPalette', () => {
  it('refuses what is no colour and more inks than fit', () => {
    expect(() => mixedPalette('#ffffff', ['red'])).toThrow('#rrggbb');
    const inks = Array.from(
      { length: 40 },
      (_, at) => `#${(at * 5000).toString(16).padStart(6, '0')}`,
    );
    expect(() => mixedPalette('#ffffff', inks)).toThrow('palette');
  });
});
