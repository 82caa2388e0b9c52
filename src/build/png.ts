import { constants, crc32, deflateSync } from 'node:zlib';

/** Steps from each ink to the ground: edges of letters stay smooth, and a whole picture needs few colours. */
const STEPS = 8;

/** Red, green and blue of a palette's entries, three bytes each; the first is the ground. */
export type PngPalette = readonly (readonly [number, number, number])[];

/**
 * Returns the colours of a drawing: each ink, and its mixtures with the ground.
 *
 * @param inks colours as "#rrggbb", at most 31 of them. @throws Error when one is not written so.
 */
export function mixedPalette(ground: string, inks: readonly string[]): PngPalette {
  const base = channels(ground);
  const mixed = [...new Set(inks)]
    .filter((ink) => ink !== ground)
    .flatMap((ink) => {
      const full = channels(ink);
      return Array.from({ length: STEPS }, (_, step) => {
        const share = (step + 1) / STEPS;
        const mix = (at: 0 | 1 | 2): number => Math.round(base[at] + (full[at] - base[at]) * share);
        return [mix(0), mix(1), mix(2)] as const;
      });
    });
  if (mixed.length > 255) throw new Error('A picture has more inks than a palette holds.');
  return [base, ...mixed];
}

function channels(colour: string): readonly [number, number, number] {
  if (!/^#[0-9a-f]{6}$/iu.test(colour)) throw new Error(`“${colour}” is not a #rrggbb colour.`);
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/**
 * Returns a picture as PNG with a palette (PNG specification, third edition): each pixel the nearest colour.
 * The native encoder writes true colour, three times as large.
 *
 * @param pixels red, green, blue, alpha; fully opaque.
 */
export function encodePng(
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
  palette: PngPalette,
): Uint8Array<ArrayBuffer> {
  const rows = indexed(pixels, width, height, palette);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 3, 0, 0, 0], 8);
  // Filter 0 throughout, as the specification advises for palettes; the memory level and the strategy are
  // given, so that a default that changes does not change the files.
  const data = deflateSync(rows, {
    // Level 9 takes ten times as long for a file a twentieth smaller.
    level: 6,
    memLevel: 9,
    windowBits: 15,
    strategy: constants.Z_DEFAULT_STRATEGY,
  });
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** One byte a pixel, with the filter's byte before each row. */
function indexed(
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
  palette: PngPalette,
): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const bytes = Buffer.from(pixels.buffer, pixels.byteOffset, width * height * 4);
  const rows = new Uint8Array((width + 1) * height);
  const known = new Map<number, number>();
  let [last, index] = [-1, 0];
  for (let y = 0; y < height; y += 1) {
    const row = y * (width + 1) + 1;
    const at = y * width * 4;
    // Much of a chart repeats the row above it.
    if (y > 0 && bytes.compare(bytes, at - width * 4, at, at, at + width * 4) === 0) {
      rows.copyWithin(row, row - width - 1, row - 1);
      continue;
    }
    for (let x = 0; x < width; x += 1) {
      const word = words[y * width + x] ?? 0;
      if (word !== last) {
        last = word;
        index = known.get(word) ?? nearest(word, palette);
        known.set(word, index);
      }
      rows[row + x] = index;
    }
  }
  return rows;
}

/** Words hold red lowest, as every machine that Node runs on keeps them. */
function nearest(word: number, palette: PngPalette): number {
  const [red, green, blue] = [word & 255, (word >> 8) & 255, (word >> 16) & 255];
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [at, [r, g, b]] of palette.entries()) {
    const far = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (far < least) [best, least] = [at, far];
  }
  return best;
}

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  out.set(new TextEncoder().encode(type), 4);
  out.set(data, 8);
  view.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)));
  return out;
}
