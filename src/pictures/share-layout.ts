import { SHARE_SIZE, type SharePicture } from '../views/picture.ts';
import type { Measure } from './surface.ts';
import { clipped, fitted, wrapLines, type TextLine } from './text-lines.ts';

/** A text in its place; `y` is the baseline. */
export interface PlacedText {
  readonly kind:
    'tagline' | 'title' | 'sentence' | 'state' | 'tally' | 'label' | 'figure' | 'small';
  readonly runs: TextLine;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** Colour role. */
  readonly ink: string;
}

export interface PlacedBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything of a share picture stands, in pixels. */
export interface ShareLayout {
  readonly texts: readonly PlacedText[];
  readonly state: PlacedBox | null;
  /** The mark of each state of the tally, in its order. */
  readonly tally: readonly PlacedBox[];
  readonly road: PlacedBox | null;
  readonly chart: PlacedBox | null;
}

const MARGIN = 64;
const WIDTH = SHARE_SIZE.width - 2 * MARGIN;
const HEAD_BASELINE = 78;
const BODY_TOP = 118;
const FOOT_BASELINE = 596;
const FOOT_SIZE = 20;
const FIGURE_BASELINE = 512;
const FIGURE_SIZES = [96, 84, 72, 64, 52, 40];
const TALLY = { top: 344, height: 200 };
/** Beside the chart the texts keep to the left part. */
const CHART: PlacedBox = { x: 742, y: 122, width: 394, height: 363 };
const CHART_GAP = 44;
const LEADING = 1.34;
const STATE = { size: 28, leading: 40, indent: 50 };

/** Sizes of title and sentence, tried from the largest; the last one is cut where even it has no room. */
const STEPS = [
  { title: 64, sentence: 36, titleLines: 2, sentenceLines: 2 },
  { title: 56, sentence: 34, titleLines: 2, sentenceLines: 2 },
  { title: 50, sentence: 32, titleLines: 2, sentenceLines: 3 },
  { title: 44, sentence: 30, titleLines: 3, sentenceLines: 3 },
  { title: 38, sentence: 28, titleLines: 3, sentenceLines: 3 },
  { title: 34, sentence: 26, titleLines: 3, sentenceLines: 4 },
  { title: 30, sentence: 24, titleLines: 3, sentenceLines: 4 },
] as const;

/** Returns where the parts of a share picture stand. Nothing leaves the frame, however long the texts are. */
export function shareLayout(picture: SharePicture, measure: Measure): ShareLayout {
  const chart = picture.chart === null ? null : CHART;
  const width = chart === null ? WIDTH : CHART.x - CHART_GAP - MARGIN;
  const figure =
    picture.figure === null ? null : figureTexts(picture.figure, width, chart !== null, measure);
  const tally = tallyTexts(picture, measure);
  const bottom = picture.tally.length > 0 ? TALLY.top - 28 : figure === null ? 548 : figure.top;
  const body = bodyTexts(picture, width, bottom, measure);
  const roadLeft = Math.max(MARGIN + (figure?.width ?? 0) + 72, 460);
  return {
    texts: [
      headText(picture, measure),
      ...body.texts,
      ...tally.texts,
      ...(figure?.texts ?? []),
      ...footTexts(picture, measure),
    ],
    state: body.state,
    tally: tally.marks,
    road:
      picture.road === null || roadLeft > 900
        ? null
        : {
            x: roadLeft,
            y: FIGURE_BASELINE - 82,
            width: SHARE_SIZE.width - MARGIN - roadLeft,
            height: 90,
          },
    chart,
  };
}

function plain(text: string): TextLine {
  return [{ text, strong: false }];
}

/** Stands behind the mark and the site's name, which are drawn at the left. */
function headText(picture: SharePicture, measure: Measure): PlacedText {
  const x = MARGIN + 190;
  return {
    kind: 'tagline',
    runs: fitted(plain(picture.tagline), SHARE_SIZE.width - MARGIN - x, 24, measure),
    x,
    y: HEAD_BASELINE,
    size: 24,
    bold: false,
    ink: 'quiet',
  };
}

function bodyTexts(
  picture: SharePicture,
  width: number,
  bottom: number,
  measure: Measure,
): { readonly texts: PlacedText[]; readonly state: PlacedBox | null } {
  const { language, status } = picture;
  const tried = STEPS.map((step) => {
    const title = wrapLines([plain(picture.title)], width, step.title, language, measure, true);
    const sentence = wrapLines(picture.sentence, width, step.sentence, language, measure);
    return { step, title, sentence };
  });
  const height = (titles: number, sentences: number, step: (typeof STEPS)[number]): number =>
    titles * step.title * LEADING + 18 + sentences * step.sentence * LEADING * 1.08;
  const fitting = (room: number) =>
    tried.find(
      ({ step, title, sentence }) =>
        title.length <= step.titleLines &&
        sentence.length <= step.sentenceLines &&
        height(title.length, sentence.length, step) <= room,
    );
  const roomUnder = (lines: number): number =>
    bottom - BODY_TOP - (lines === 0 ? 0 : lines * STATE.leading + 20);
  const whole = status === null ? [] : stateLines(status, width - STATE.indent, measure);
  const roomy = fitting(roomUnder(whole.length));
  // The sentence says how the last figure stood: the state's second line is the first to go.
  const said = roomy === undefined ? whole.slice(0, 1) : whole;
  const room = roomUnder(said.length);
  const found = roomy ?? fitting(room);
  const { step, title, sentence } = found ?? smallest(tried, room, width, measure);
  const texts: PlacedText[] = [];
  let y = BODY_TOP;
  for (const runs of title) {
    texts.push({
      kind: 'title',
      runs,
      x: MARGIN,
      y: y + step.title * 1.04,
      size: step.title,
      bold: true,
      ink: 'ink',
    });
    y += step.title * LEADING;
  }
  y += 18;
  for (const runs of sentence) {
    texts.push({
      kind: 'sentence',
      runs,
      x: MARGIN,
      y: y + step.sentence * 1.08,
      size: step.sentence,
      bold: false,
      ink: 'text',
    });
    y += step.sentence * LEADING * 1.08;
  }
  if (status === null) return { texts, state: null };
  y += 14;
  const mark = { x: MARGIN, y: y + 6, width: 36, height: 36 };
  for (const [at, runs] of said.entries()) {
    texts.push({
      kind: 'state',
      runs,
      x: MARGIN + STATE.indent,
      y: y + 34 + at * STATE.leading,
      size: STATE.size,
      bold: false,
      ink: status.tone,
    });
  }
  return { texts, state: mark };
}

/** The state's word and how the last figure stood, on one line where they have room. */
function stateLines(
  { word, detail }: NonNullable<SharePicture['status']>,
  width: number,
  measure: Measure,
): TextLine[] {
  const strong = { text: word, strong: true };
  const line = [strong, { text: `\u3000${detail ?? ''}`, strong: false }];
  const fit = (runs: TextLine): TextLine => fitted(runs, width, STATE.size, measure);
  if (detail === null) return [fit([strong])];
  return fit(line) === line ? [line] : [fit([strong]), fit(plain(detail))];
}

/** How many promises stand in each state: a row of large numbers, or lines where there are many states. */
function tallyTexts(
  { tally, language }: SharePicture,
  measure: Measure,
): { readonly texts: PlacedText[]; readonly marks: PlacedBox[] } {
  const texts: PlacedText[] = [];
  const marks: PlacedBox[] = [];
  const columns = tally.length > 4 ? 3 : tally.length;
  const rows = Math.ceil(tally.length / Math.max(1, columns));
  const width = WIDTH / Math.max(1, columns);
  const size = rows > 1 ? 36 : 60;
  for (const [index, state] of tally.entries()) {
    const x = MARGIN + (index % columns) * width;
    const base = TALLY.top + Math.floor(index / columns) * (TALLY.height / rows) + size;
    const box = { x, y: base - size * 0.76, width: size * 0.72, height: size * 0.72 };
    marks.push(box);
    const beside = x + box.width + 14;
    const count = { text: state.count, strong: false };
    const common = { kind: 'tally', ink: state.tone } as const;
    texts.push({ ...common, runs: [count], x: beside, y: base, size, bold: true });
    const left = rows > 1 ? beside + measure(state.count, size, true) + 10 : x;
    const room = x + width - 20 - left;
    const text = [plain(state.word), ...(state.detail === null ? [] : [plain(state.detail)])];
    const said = text.flatMap((part) => wrapLines([part], room, 20, language, measure));
    const lines = clipped(said, rows > 1 ? 1 : 4, room, 20, measure);
    for (const [at, runs] of lines.entries()) {
      const y = rows > 1 ? base : base + 36 + at * 27;
      texts.push({ ...common, runs, x: left, y, size: 20, bold: false });
    }
  }
  return { texts, marks };
}

/** The last step, cut to the room there is. */
function smallest(
  tried: readonly {
    readonly step: (typeof STEPS)[number];
    readonly title: readonly TextLine[];
    readonly sentence: readonly TextLine[];
  }[],
  room: number,
  width: number,
  measure: Measure,
): (typeof tried)[number] {
  const last = tried.at(-1);
  if (last === undefined) throw new Error('A share picture has no sizes to try.');
  const { step } = last;
  const title = clipped(last.title, step.titleLines, width, step.title, measure, true);
  const left = room - title.length * step.title * LEADING - 18;
  const count = Math.max(1, Math.floor(left / (step.sentence * LEADING * 1.08)));
  return { step, title, sentence: clipped(last.sentence, count, width, step.sentence, measure) };
}

function figureTexts(
  { label, before, number, after }: NonNullable<SharePicture['figure']>,
  room: number,
  small: boolean,
  measure: Measure,
): { readonly texts: PlacedText[]; readonly width: number; readonly top: number } {
  const size = FIGURE_SIZES.find(
    (px) =>
      (px <= 64 || !small) &&
      measure(number, px, true) + measure(before + after, px * 0.42, true) + 16 <=
        room * (small ? 1 : 0.62),
  );
  const px = size ?? 40;
  const unit = Math.round(px * 0.42);
  const texts: PlacedText[] = [
    {
      kind: 'label',
      runs: fitted(plain(label), room, 22, measure),
      x: MARGIN,
      y: FIGURE_BASELINE - px * 0.78 - 24,
      size: 22,
      bold: false,
      ink: 'quiet',
    },
  ];
  let x = MARGIN;
  const parts = [
    { text: before, size: unit },
    { text: number, size: px },
    { text: after, size: unit },
  ].filter(({ text }) => text !== '');
  for (const [at, part] of parts.entries()) {
    const left = SHARE_SIZE.width - MARGIN - x;
    texts.push({
      kind: 'figure',
      runs: fitted(plain(part.text), left, part.size, measure, true),
      x,
      y: FIGURE_BASELINE,
      size: part.size,
      bold: true,
      ink: 'ink',
    });
    x += Math.min(left, measure(part.text, part.size, true)) + (at < parts.length - 1 ? 8 : 0);
  }
  return {
    texts,
    width: Math.max(x - MARGIN, Math.min(measure(label, 22, false), 420)),
    top: FIGURE_BASELINE - px * 0.78 - 62,
  };
}

function footTexts(picture: SharePicture, measure: Measure): PlacedText[] {
  const lines = [picture.source, picture.note].filter((text) => text !== '');
  return lines.map((text, at) => ({
    kind: 'small',
    runs: fitted(plain(text), WIDTH, FOOT_SIZE, measure),
    x: MARGIN,
    y: FOOT_BASELINE - (lines.length - 1 - at) * FOOT_SIZE * 1.5,
    size: FOOT_SIZE,
    bold: false,
    ink: 'quiet',
  }));
}
