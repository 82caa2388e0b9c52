import type { StatusShape } from '../views/status.ts';

/** A part of a mark as SVG path data. `ink` is the colour of the text, `ground` that of the page behind it. */
export interface MarkPart {
  readonly d: string;
  readonly fill?: 'ink' | 'ground';
  /** Width of a line in the colour of `line`, which is ink where it is not given. */
  readonly width?: number;
  readonly line?: 'ink' | 'ground';
  readonly dash?: string;
  readonly round?: boolean;
}

const HOURGLASS =
  'M4 2.6h12M4 17.4h12M5.4 3.4c0 4 3 4.4 3 6.6s-3 2.6-3 6.6h9.2c0-4-3-4.4-3-6.6s3-2.6 3-6.6z';
const circle = (radius: number): string =>
  `M${String(10 - radius)} 10a${String(radius)} ${String(radius)} 0 1 0 ${String(2 * radius)} 0a${String(radius)} ${String(radius)} 0 1 0 ${String(-2 * radius)} 0z`;

/** The drawing of each state in a square of 20: one for pages and pictures. */
export const STATUS_MARKS: Readonly<Record<StatusShape, readonly MarkPart[]>> = {
  reached: [
    { d: circle(9), fill: 'ink' },
    { d: 'M5.4 10.4l3.2 3.2 6-6.6', width: 2.2, line: 'ground' },
  ],
  nearly: [
    { d: circle(8), width: 2.2 },
    { d: 'M5.8 10.4l2.9 2.9 5.5-6', width: 2.2 },
  ],
  not_reached: [{ d: 'M3.2 3.2h13.6v13.6H3.2z', width: 2.4 }],
  partly: [
    { d: circle(8), width: 2.2 },
    { d: 'M10 2a8 8 0 0 1 0 16z', fill: 'ink' },
  ],
  passed_met: [
    {
      d: 'M3 1.6h14v2h-1.2c0 4-3 4.6-3 6.4s3 2.4 3 6.4H17v2H3v-2h1.2c0-4 3-4.6 3-6.4s-3-2.4-3-6.4H3z',
      fill: 'ink',
    },
  ],
  passed_unknown: [{ d: HOURGLASS, width: 2, dash: '2.4 1.8' }],
  passed_short: [{ d: HOURGLASS, width: 2, round: true }],
  on_or_above: [{ d: 'M10 3 18 17H2z', fill: 'ink' }],
  below: [{ d: 'M2.6 3.4h14.8L10 16.4z', width: 2.4, round: true }],
  behind_start: [{ d: 'M3 10 17 2v16z', fill: 'ink' }],
  in_words: [{ d: 'M3 4h14v9H9.6L6 16.6V13H3z', width: 2.2, round: true }],
  not_computable: [{ d: circle(8), width: 2.2, dash: '3.2 3.1' }],
  none: [{ d: 'M4 10h12', width: 2.4 }],
};

/** The signpost of the site in a square of 32. */
export const SIGNPOST: readonly MarkPart[] = [
  { d: 'M14.6 2h2.8v28h-2.8z', fill: 'ink' },
  { d: 'M6 5h18.4L29.5 9.5 24.4 14H6z', fill: 'ink' },
  { d: 'M24.8 17.2H9.2L5.2 20.6l4 3.4h15.6z', fill: 'ground', width: 2 },
];
