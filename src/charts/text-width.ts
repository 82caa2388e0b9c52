/**
 * Widths of text without a font.
 *
 * The page is set in the reader's system font, which no build machine knows, so
 * the table takes, for each ASCII character, the wider of Noto Sans JP and Arial
 * (per-mille of an em), and for figures the 620 which the wider system fonts need.
 * So labels come out as wide as planned or narrower, hardly ever wider.
 */

const ascii: readonly number[] = [
  278, 323, 474, 556, 556, 921, 680, 278, 338, 338, 467, 584, 278, 347, 278, 392, 620, 620, 620,
  620, 620, 620, 620, 620, 620, 620, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 728, 293, 535, 667, 556, 833, 723, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 556, 325, 564, 607, 275, 275, 552,
  284, 926, 610, 606, 620, 620, 388, 500, 377, 607, 521, 802, 500, 521, 500, 338, 270, 338, 584,
];

/** [first, last, per-mille], in order; what is in no range is `otherwise` wide. */
const ranges: readonly (readonly [number, number, number])[] = [
  [0x00a0, 0x00a0, 278],
  [0x00b1, 0x00b1, 1000],
  [0x00d7, 0x00d7, 1000],
  [0x00f7, 0x00f7, 1000],
  [0x0300, 0x036f, 0],
  [0x1100, 0x115f, 1000],
  [0x200b, 0x200f, 0],
  [0x2014, 0x2015, 1000],
  [0x2025, 0x2026, 1000],
  [0x20d0, 0x20ff, 0],
  [0x2100, 0x214f, 1000],
  [0x2190, 0x27bf, 1000],
  [0x2e80, 0xa4cf, 1000],
  [0xac00, 0xd7a3, 1000],
  [0xf900, 0xfaff, 1000],
  [0xfe00, 0xfe0f, 0],
  [0xfe30, 0xfe4f, 1000],
  [0xff01, 0xff60, 1000],
  [0xff61, 0xff9f, 500],
  [0xffe0, 0xffe6, 1000],
  [0x1f300, 0x1faff, 1000],
  [0x20000, 0x3fffd, 1000],
];

const otherwise = 600;
const boldness = 1.06;

function perMille(code: number): number {
  const known = ascii[code - 0x20];
  if (known !== undefined) return known;
  for (const [first, last, width] of ranges) {
    if (code < first) break;
    if (code <= last) return width;
  }
  return otherwise;
}

/**
 * The width of one line of text in pixels, by the table above.
 *
 * Full-width characters are 1 em, half-width kana 0.5 em, combining marks 0,
 * unknown characters 0.6 em; bold is 6 % wider, full-width characters excepted.
 */
export function textWidth(text: string, fontSizePx: number, bold: boolean): number {
  let sum = 0;
  for (const character of text) {
    const width = perMille(character.codePointAt(0) ?? 0x20);
    sum += bold && width !== 1000 ? width * boldness : width;
  }
  return (sum * fontSizePx) / 1000;
}
