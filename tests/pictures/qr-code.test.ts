import jsQr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { qrCode, type QrCode } from '../../src/pictures/qr-code.ts';

/** Pixels a module: enough for a reader of pictures. */
const SCALE = 4;

/** The modules that a drawing makes dark, as "column row". */
function darkModules({ d }: QrCode): Set<string> {
  const dark = new Set<string>();
  let [x, y] = [0, 0];
  expect(d.replace(/m-?\d+ -?\d+h\d+/gu, '')).toBe('M0 .5');
  for (const [, right, down, length] of d.matchAll(/m(-?\d+) (-?\d+)h(\d+)/gu)) {
    x += Number(right);
    y += Number(down);
    for (const end = x + Number(length); x < end; x += 1) dark.add(`${String(x)} ${String(y)}`);
  }
  return dark;
}

/** What a reader of QR codes makes of a drawing. */
function read(code: QrCode): string | undefined {
  const dark = darkModules(code);
  const side = code.size * SCALE;
  const pixels = Uint8ClampedArray.from({ length: side * side * 4 }, (_, at) => {
    const pixel = Math.floor(at / 4);
    const column = Math.floor((pixel % side) / SCALE);
    const row = Math.floor(pixel / side / SCALE);
    return at % 4 < 3 && dark.has(`${String(column)} ${String(row)}`) ? 0 : 255;
  });
  return jsQr.default(pixels, side, side)?.data;
}

describe('qrCode', () => {
  it.each([
    'https://city.example/ja/',
    'https://city.example/ja-easy/indicators/a-long-name-of-what-is-measured/',
    `https://city.example/below/a/path/${'x'.repeat(180)}/?q=%E6%B0%B4`,
  ])('is read as the address %s', (address) => {
    expect(read(qrCode(address))).toBe(address);
  });

  it('has a quiet zone of four modules on each side, and nothing dark in it', () => {
    const code = qrCode('https://city.example/en/checks/');
    const places = [...darkModules(code)].map((place) => place.split(' ').map(Number));
    for (const axis of [0, 1]) {
      const along = places.map((place) => place[axis] ?? Number.NaN);
      expect(Math.min(...along)).toBe(4);
      expect(Math.max(...along)).toBe(code.size - 5);
    }
  });

  it('is of error level M', () => {
    const code = qrCode('https://city.example/en/checks/');
    const dark = darkModules(code);
    // The first two format bits, right of the upper left finder's foot: 00 is M, under the mask 10.
    const bit = (column: number) => (dark.has(`${String(4 + column)} 12`) ? 1 : 0);
    expect([bit(0), bit(1)]).toEqual([1, 0]);
  });
});
