import { inflateSync } from 'node:zlib';

/** A PNG with a palette, as the build writes it. */
export interface ReadPng {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of a pixel. */
  readonly at: (x: number, y: number) => readonly [number, number, number];
  /** How many pixels of a part are not the ground. */
  readonly ink: (x: number, y: number, width: number, height: number) => number;
}

/** Reads a PNG with an 8-bit palette and no filters; throws on any other. */
export function readPng(file: Uint8Array): ReadPng {
  const bytes = Buffer.from(file);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('no PNG');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    chunks.set(
      type,
      Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), bytes.subarray(at + 8, at + 8 + length)]),
    );
    at += 12 + length;
  }
  const [header, colours, data] = ['IHDR', 'PLTE', 'IDAT'].map((type) => chunks.get(type));
  if (header === undefined || colours === undefined || data === undefined)
    throw new Error('a part is missing');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header[8] !== 8 || header[9] !== 3) throw new Error('no 8-bit palette');
  const rows = inflateSync(data);
  const index = (x: number, y: number): number => rows[y * (width + 1) + 1 + x] ?? -1;
  return {
    width,
    height,
    at: (x, y) => {
      const from = index(x, y) * 3;
      return [colours[from] ?? -1, colours[from + 1] ?? -1, colours[from + 2] ?? -1];
    },
    ink: (x, y, across, down) => {
      let count = 0;
      for (let row = y; row < y + down; row += 1)
        for (let column = x; column < x + across; column += 1)
          if (index(column, row) !== 0) count += 1;
      return count;
    },
  };
}
