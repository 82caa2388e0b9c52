import { toNumber, type Decimal } from '../core/decimal.ts';
import { isFigure } from '../core/progress.ts';
import type { TargetPromise } from '../core/promise.ts';
import { textWidth } from '../charts/text-width.ts';
import { spoken } from '../narrative/ruby.ts';
import type { Edition } from './edition.ts';

/**
 * The road from start to target. Positions are percent of the drawing's width; the target's flag
 * leaves room for its own arm. `behind`: the figure lies before the start, and the drawing begins with it.
 */
export interface RoadView {
  readonly start: number;
  readonly now: number;
  readonly target: number;
  readonly pace: number | null;
  readonly behind: boolean;
  readonly label: string;
  /** Null where another label needs the room. */
  readonly startText: string | null;
  readonly targetText: string;
  readonly paceText: string | null;
  /** Where the path's label begins or, past the first part of the road, ends. */
  readonly paceAt: { readonly place: number; readonly anchor: Anchor };
  /** Which end of a label stands at its place; the target's is shifted by so many pixels to its flag's arm. */
  readonly anchors: Readonly<Record<'start' | 'now' | 'target', Anchor>>;
  readonly targetShift: number;
  /** The newest figure, where it has room above its mark. */
  readonly nowText: string | null;
}

type Anchor = 'start' | 'middle' | 'end';

const FLAG_AT = 95;
/** Past this the target's label ends with the flag's arm; before it, it stands under the post. */
const PAST = 85;
const FLAG_ARM = 15;
/** Nearer to an edge of the drawing than this, a label begins or ends at its place. */
const EDGE = 8;
const FIRST_PART = 40;
/** So far a label may stand from its mark. */
const NEAR = 15;
/** The least room between two labels, and how wide the drawing is on the narrowest phone, in pixels. */
const GAP = 8;
const NARROWEST = 288;
const LABEL_SIZE = 14;

/** Returns the place on the path; in the target's own year the figure is judged, and the path says nothing more. */
export function pathOnTheWay({ path, newest, target }: TargetPromise): TargetPromise['path'] {
  return newest?.reference_year === target.reference_year ? null : path;
}

/**
 * Returns the road of a promise with numbers at both ends, or null where no road can be drawn: no
 * start, no figure, target equal to or on the worse side of the start, another way of measuring since.
 */
export function roadOf(edition: Edition, promise: TargetPromise | null): RoadView | null {
  if (promise === null || promise.looser_than_start || promise.broken) return null;
  const { target, baseline, newest, indicator } = promise;
  const path = pathOnTheWay(promise);
  if (!isFigure(target) || baseline === null || !isFigure(baseline) || newest === null) return null;
  const start = toNumber(baseline.value);
  const way = toNumber(target.value) - start;
  if (way === 0) return null;
  const done = (toNumber(newest.value) - start) / way;
  const first = Math.min(0, done);
  const scale = FLAG_AT / (Math.max(1, done) - first);
  const at = (share: number) => Math.round((share - first) * scale * 10) / 10;
  const { words, format } = edition;
  const number = (value: Decimal) => format.bare(value, indicator.unit);
  const pace = path === null ? null : at((toNumber(path.value) - start) / way);
  const labels = labelsOf(at(0), at(1), pace, {
    start: number(baseline.value),
    target: number(target.value),
    pace: path === null || done < 0 ? null : words.t('road.pace', { value: number(path.value) }),
  });
  return {
    start: at(0),
    now: at(done),
    target: at(1),
    pace,
    behind: done < 0,
    label: words.t(path === null ? 'road.label' : 'road.label_pace', {
      start: format.value(baseline.value, indicator.unit),
      now: format.value(newest.value, indicator.unit),
      target: format.value(target.value, indicator.unit),
      pace: path === null ? '' : format.value(path.value, indicator.unit),
    }),
    ...labels,
    anchors: {
      start: anchorAt(at(0)),
      now: anchorAt(at(done)),
      target: at(1) > PAST ? 'end' : 'middle',
    },
    targetShift: at(1) > PAST ? FLAG_ARM : 0,
    nowText: meetsFlag(at(done), at(1), number(newest.value)) ? null : number(newest.value),
  };
}

/** A label begins or ends at its place near the edges of the drawing. */
function anchorAt(place: number): Anchor {
  return place < EDGE ? 'start' : place > 100 - EDGE ? 'end' : 'middle';
}

/** Whether the newest figure would stand on the target's flag on the narrowest phone. */
function meetsFlag(now: number, target: number, text: string): boolean {
  const own = wide(text);
  const anchor = anchorAt(now);
  const from = anchor === 'start' ? now : anchor === 'end' ? now - own : now - own / 2;
  return from < target + percentOf(FLAG_ARM + GAP) && from + own > target - percentOf(GAP);
}

/** Pixels of the narrowest drawing as percent of its width. */
function percentOf(pixels: number): number {
  return (pixels / NARROWEST) * 100;
}

function wide(text: string): number {
  return percentOf(textWidth(spoken(text), LABEL_SIZE, true));
}

type Labels = Pick<RoadView, 'startText' | 'targetText' | 'paceText' | 'paceAt'>;

/**
 * The three labels share one line under the road. The path's stands right of its mark on the first part, left
 * of it on the rest. Where two would meet on the narrowest phone, the start's goes first, which stands among
 * the figures above as well, then the path's; the target's stays.
 */
function labelsOf(
  start: number,
  target: number,
  pace: number | null,
  texts: { readonly start: string; readonly target: string; readonly pace: string | null },
): Labels {
  const gap = percentOf(GAP);
  const own = wide(texts.target);
  const targetFrom = target > PAST ? target + percentOf(FLAG_ARM) - own : target - own / 2;
  const startWide = wide(texts.start);
  const startTo = start < EDGE ? start + startWide : start + startWide / 2;

  const first = pace !== null && pace <= FIRST_PART;
  const paceWide = texts.pace === null ? 0 : wide(texts.pace);
  const latest = targetFrom - gap - paceWide;
  const beside =
    pace !== null && startTo + gap - pace < NEAR ? Math.max(pace, startTo + gap) : pace;
  const paceFrom = pace === null ? 0 : Math.min((first ? beside : pace - paceWide) ?? 0, latest);
  const paceText = paceFrom < 0 ? null : texts.pace;
  const next = paceText === null || pace === null ? targetFrom : paceFrom;
  const place = first ? paceFrom : paceFrom + paceWide;
  return {
    startText: startTo + gap > next ? null : texts.start,
    targetText: texts.target,
    paceText,
    paceAt: { place: Math.round(place * 10) / 10, anchor: first ? 'start' : 'end' },
  };
}
