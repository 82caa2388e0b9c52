/**
 * Returns whether a TrueType or OpenType font has a glyph for a character, from its `cmap` table (formats
 * 4 and 12, OpenType 1.9). The drawing library would silently take another font of the machine.
 *
 * @throws Error when the file is no font or has no Unicode table.
 */
export function glyphsOf(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = subtable(view, tableOffset(view, 'cmap'));
  const format = view.getUint16(table);
  if (format === 12) return format12(view, table);
  if (format === 4) return format4(view, table);
  throw new Error(`The font's cmap has the unknown format ${String(format)}.`);
}

function tableOffset(view: DataView, wanted: string): number {
  const count = view.getUint16(4);
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
    if (tag === wanted) return view.getUint32(at + 8);
  }
  throw new Error(`The font has no table ${wanted}.`);
}

/** The best Unicode table: all planes before the first plane alone. */
function subtable(view: DataView, cmap: number): number {
  const count = view.getUint16(cmap + 2);
  const found = Array.from({ length: count }, (_, index) => {
    const record = cmap + 4 + index * 8;
    const [platform, encoding] = [view.getUint16(record), view.getUint16(record + 2)];
    const offset = cmap + view.getUint32(record + 4);
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    return { offset, format: unicode ? view.getUint16(offset) : -1 };
  }).filter(({ format }) => format === 4 || format === 12);
  const [best] = found.toSorted((a, b) => b.format - a.format);
  if (best === undefined) throw new Error('The font has no Unicode table.');
  return best.offset;
}

function format12(view: DataView, table: number): (codePoint: number) => boolean {
  const groups = Array.from({ length: view.getUint32(table + 12) }, (_, index) => {
    const at = table + 16 + index * 12;
    return { first: view.getUint32(at), last: view.getUint32(at + 4) };
  });
  return (code) => {
    let [low, high] = [0, groups.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = groups[middle];
      if (group === undefined) return false;
      if (code < group.first) high = middle - 1;
      else if (code > group.last) low = middle + 1;
      else return true;
    }
    return false;
  };
}

function format4(view: DataView, table: number): (codePoint: number) => boolean {
  const doubled = view.getUint16(table + 6);
  const [ends, starts] = [table + 14, table + 16 + doubled];
  const [deltas, ranges] = [starts + doubled, starts + 2 * doubled];
  return (code) => {
    if (code > 0xffff) return false;
    for (let at = 0; at < doubled; at += 2) {
      if (code > view.getUint16(ends + at)) continue;
      const first = view.getUint16(starts + at);
      if (code < first) return false;
      const range = view.getUint16(ranges + at);
      if (range === 0) return ((code + view.getUint16(deltas + at)) & 0xffff) !== 0;
      return view.getUint16(ranges + at + range + (code - first) * 2) !== 0;
    }
    return false;
  };
}
