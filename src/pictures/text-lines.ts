import type { Measure } from './surface.ts';

/** A run of a line: plain or stressed. */
export interface TextRun {
  readonly text: string;
  readonly strong: boolean;
}

export type TextLine = readonly TextRun[];

/** What no line begins with, and what none ends with (JIS X 4051, the common cases). */
const NOT_FIRST =
  /^[\p{Pe}\p{Pf}、。，．・：；？！!?:;,.％%‰°℃ー々〜～…‥ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const NOT_LAST = /[\p{Ps}\p{Pi}]$/u;
const WIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]$/u;
const WIDE_FIRST = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;
const ELLIPSIS = '…';

/** Japanese written with a space between phrases: it breaks there and nowhere else. */
const SPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}] +[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;

/**
 * Returns a text in pieces between which a line may break: words with what belongs to them. In Japanese,
 * a piece is a word with the kana that follow it, or a phrase where spaces stand between phrases.
 */
export function pieces(text: string, language: string, spaced = SPACED.test(text)): string[] {
  if (spaced) return text.match(/\s*[^\s。]+(?:。|\s+)*|\s+/gu) ?? [text];
  const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)];
  const joined: string[] = [];
  for (const { segment } of words) {
    const last = joined.at(-1);
    if (last !== undefined && belong(last, segment, false))
      joined[joined.length - 1] = last + segment;
    else joined.push(segment);
  }
  return joined;
}

/** Whether no line may end between two pieces. */
function belong(before: string, after: string, spaced: boolean): boolean {
  if (/^\s+$/u.test(after) || NOT_FIRST.test(after) || NOT_LAST.test(before)) return true;
  if (/[\s、。]$/u.test(before) || /^\s/u.test(after)) return false;
  // Kana belong to the word before them; Latin words, figures and signs hold until a space: 2,567 or km/h.
  return spaced || /^\p{sc=Hira}/u.test(after) || (!WIDE.test(before) && !WIDE_FIRST.test(after));
}

interface Piece {
  readonly runs: TextLine;
  readonly width: number;
}

/**
 * Returns a sentence in lines at most `width` wide, broken between phrases where that gives no more lines,
 * and as evenly as the number of lines allows. A piece longer than a line is cut.
 *
 * @param phrases runs that belong together; a title is one phrase of one run.
 */
export function wrapLines(
  phrases: readonly (readonly TextRun[])[],
  width: number,
  size: number,
  language: string,
  measure: Measure,
  bold = false,
): TextLine[] {
  const of = (runs: TextLine): number =>
    runs.reduce((sum, run) => sum + measure(run.text, size, bold || run.strong), 0);
  const toPiece = (runs: TextLine): Piece => ({ runs, width: of(runs) });
  const spaced = SPACED.test(phrases.flatMap((phrase) => phrase.map(({ text }) => text)).join(''));
  const small = phrases.flatMap((phrase) =>
    phrase.flatMap(({ text, strong }) =>
      pieces(text, language, spaced).flatMap((piece) =>
        cut(piece, width, (part) => measure(part, size, bold || strong)).map((part) =>
          toPiece([{ text: part, strong }]),
        ),
      ),
    ),
  );
  const glued = glue(small, width, spaced, toPiece);
  const loose = fill(glued, width);
  const whole = phrases.map((phrase) => toPiece(phrase));
  const tight = whole.every((phrase) => phrase.width <= width) ? fill(whole, width) : null;
  const phrased = tight !== null && tight.length <= loose.length;
  return even(phrased ? whole : glued, width, loose.length).map(toLine);
}

/** Runs that meet without a place to break: a figure and the comma or unit of the next run. */
function glue(
  parts: readonly Piece[],
  width: number,
  spaced: boolean,
  toPiece: (runs: TextLine) => Piece,
): Piece[] {
  const out: Piece[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    const [before, after] = [last?.runs.at(-1)?.text ?? '', part.runs[0]?.text ?? ''];
    if (last !== undefined && belong(before, after, spaced) && last.width + part.width <= width)
      out[out.length - 1] = toPiece([...last.runs, ...part.runs]);
    else out.push(part);
  }
  return out;
}

function fill(parts: readonly Piece[], width: number): Piece[][] {
  const lines: Piece[][] = [];
  let used = 0;
  for (const part of parts) {
    const line = lines.at(-1);
    if (line === undefined || used + part.width > width) {
      lines.push([part]);
      used = part.width;
    } else {
      line.push(part);
      used += part.width;
    }
  }
  return lines;
}

/** The same number of lines in the least width: no line of one word under a full one. */
function even(parts: readonly Piece[], width: number, count: number): Piece[][] {
  let [low, high] = [0, width];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    const lines = fill(parts, middle);
    const fits = lines.every((line) => line.reduce((sum, p) => sum + p.width, 0) <= middle);
    if (lines.length <= count && fits) high = middle;
    else low = middle;
  }
  return fill(parts, high);
}

function toLine(line: readonly Piece[]): TextLine {
  const runs: TextRun[] = [];
  for (const { text, strong } of line.flatMap((piece) => piece.runs)) {
    const last = runs.at(-1);
    if (last?.strong === strong) runs[runs.length - 1] = { text: last.text + text, strong };
    else runs.push({ text, strong });
  }
  return runs
    .map((run, at) => ({ ...run, text: at === 0 ? run.text.trimStart() : run.text }))
    .map((run, at) => ({ ...run, text: at === runs.length - 1 ? run.text.trimEnd() : run.text }));
}

function cut(piece: string, width: number, measure: (part: string) => number): string[] {
  if (measure(piece) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && measure(part + character) > width) {
      parts.push(part);
      part = character;
    } else part += character;
  }
  return [...parts, part];
}

/** Returns at most `count` lines; what is left out is an ellipsis at the end of the last one. */
export function clipped(
  lines: readonly TextLine[],
  count: number,
  width: number,
  size: number,
  measure: Measure,
  bold = false,
): readonly TextLine[] {
  if (lines.length <= count) return lines;
  const kept = lines.slice(0, count);
  return [...kept.slice(0, -1), shortened(kept.at(-1) ?? [], width, size, measure, bold)];
}

/** Returns a line that fits: itself, or its beginning with an ellipsis. */
export function fitted(
  line: TextLine,
  width: number,
  size: number,
  measure: Measure,
  bold = false,
): TextLine {
  const wide = line.reduce((sum, run) => sum + measure(run.text, size, bold || run.strong), 0);
  return wide <= width ? line : shortened(line, width, size, measure, bold);
}

function shortened(
  line: TextLine,
  width: number,
  size: number,
  measure: Measure,
  bold: boolean,
): TextLine {
  const last = [...line];
  const wide = (runs: TextLine): number =>
    runs.reduce((sum, run) => sum + measure(run.text, size, bold || run.strong), 0);
  for (;;) {
    const end = last.at(-1);
    if (end === undefined) return [];
    const ended = [...last.slice(0, -1), { ...end, text: end.text.trimEnd() + ELLIPSIS }];
    if (wide(ended) <= width) return ended;
    const shorter = end.text.replace(/.$/su, '');
    if (shorter === '') last.pop();
    else last[last.length - 1] = { ...end, text: shorter };
  }
}
