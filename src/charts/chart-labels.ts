import type { Chart, Plugin } from 'chart.js';
import type { ChartPoint, IndicatorChartInput } from './chart-input.ts';
import { labelStyle, locator, type Frame, type Locate } from './label-frame.ts';
import { drawLabel, drawRules, drawUnit } from './label-ink.ts';
import { placeLabels, type Place, type Placeable } from './label-placement.ts';
import { placesAround, textBox, wrap, type LabelStyle, type Side } from './label-places.ts';
import { axisBoxes, pointBoxes, strokes } from './label-surroundings.ts';
import { textWidth } from './text-width.ts';

export type { Frame } from './label-frame.ts';

/** A label with the style it is drawn in. */
interface Label extends Placeable {
  readonly style: LabelStyle;
}

/** A label which stands wherever there is room. */
const always = Number.POSITIVE_INFINITY;
/** A label the table says as well: left out rather than put across the lines. */
const optional = 14;

/**
 * The plugin that writes the chart's own labels and the rules of its breaks.
 *
 * First, last, highest and lowest actual, both ends of every segment, every target,
 * names of breaks, the straight path: each at the best free place around its point.
 * Texts carry an edge of the ground's colour, so a line beneath does not cut them.
 */
export function chartLabels(input: IndicatorChartInput, frame: Frame): Plugin<'scatter'> {
  return {
    id: 'chartLabels',
    beforeDatasetsDraw(chart): void {
      drawRules(chart, input, frame);
    },
    afterDatasetsDraw(chart): void {
      const locate = locator(chart);
      // The order in which they choose: what must be read first, what the table says as well last.
      const labels = [
        ...lastLabel(input, frame, locate),
        ...targetLabels(input, frame, locate),
        ...breakLabels(chart, input, frame),
        ...actualLabels(chart, input, frame, locate),
        ...paceLabels(input, frame, locate),
      ];
      const places = placeLabels(labels, {
        bounds: { left: 2, top: 1, right: frame.width - 2, bottom: chart.chartArea.bottom - 1 },
        solid: [...pointBoxes(input, frame, locate), ...axisBoxes(chart, frame)],
        strokes: strokes(chart, input, locate),
      });
      places.forEach((place, at) => {
        const label = labels[at];
        if (place !== null && label !== undefined) drawLabel(chart.ctx, place, label.style, frame);
      });
      if (frame.unitAbove !== null) drawUnit(chart, frame.unitAbove, frame);
    },
  };
}

/** How many steps away a label may stand: those that must be read, and the others. */
const farReach = 12;
const nearReach = 2;
/** Marks of a year closer than this share the space above and below them. */
const together = 40;

function lastLabel(input: IndicatorChartInput, frame: Frame, locate: Locate): readonly Label[] {
  const last = input.actuals.flatMap(({ points }) => points).at(-1);
  if (last === undefined) return [];
  const style = labelStyle(frame, 'strong');
  const around = (text: string, penalty: number): readonly Place[] =>
    placesAround(
      { ...locate(last), radius: frame.measure.point },
      text,
      style,
      'right',
      farReach,
      penalty,
    );
  const { newestLabel } = input;
  // The short text is the way out when the long one has no room anywhere near.
  const places =
    frame.wide && newestLabel !== null
      ? [...around(newestLabel, 0), ...around(last.label, 20)]
      : around(last.label, 0);
  return [{ style, worth: always, places }];
}

/**
 * A label a target; filled ones choose first, and one text is not written twice at one place. Targets that stay
 * the same year after year are one line of marks, and its last one is labelled.
 */
function targetLabels(input: IndicatorChartInput, frame: Frame, locate: Locate): readonly Label[] {
  const style = labelStyle(frame, 'target');
  const actuals = input.actuals.flatMap(({ points }) => points);
  const targets = [...input.targets].sort((a, b) => Number(b.filled) - Number(a.filled));
  const isLastOfSame = ({ year, value }: { readonly year: number; readonly value: number }) => {
    const next = Math.min(...targets.flatMap((t) => (t.year > year ? t.year : [])));
    return !targets.some((other) => other.year === next && other.value === value);
  };
  return targets
    .filter(
      (target, at) =>
        isLastOfSame(target) &&
        targets.findIndex(
          ({ year, value, label }) =>
            year === target.year && value === target.value && label === target.label,
        ) === at,
    )
    .map((target) => {
      const { x, y } = locate(target);
      const overhead = [...actuals, ...targets].some((other) => {
        const rise = y - locate(other).y;
        return (
          other.year === target.year &&
          (rise > 0 || (rise === 0 && !target.filled)) &&
          rise < together &&
          other !== target
        );
      });
      const radius = target.filled ? frame.measure.target : frame.measure.hollowTarget;
      return {
        style,
        worth: always,
        places: placesAround(
          { x, y, radius },
          target.label,
          style,
          overhead ? 'below' : 'above',
          farReach,
        ),
      };
    });
}

function actualLabels(
  chart: Chart<'scatter'>,
  input: IndicatorChartInput,
  frame: Frame,
  locate: Locate,
): readonly Label[] {
  const all = input.actuals.flatMap(({ points }) => points);
  const style = labelStyle(frame, 'plain');
  const { min, max } = chart.scales['y'] ?? { min: 0, max: 0 };
  return [...notable(input, (max - min) / 10)]
    .filter((point) => point !== all.at(-1))
    .map((point) => ({
      style,
      worth: optional,
      places: placesAround(
        { ...locate(point), radius: frame.measure.point },
        point.label,
        style,
        sideOf(point, all),
        nearReach,
      ),
    }));
}

/**
 * First and last; highest and lowest by the newest method, and where that is an end,
 * the peak or valley between the ends if it is clear; both ends of each segment.
 *
 * @param clear by how much a peak or valley stands out, in units of the values.
 */
function notable(input: IndicatorChartInput, clear: number): ReadonlySet<ChartPoint> {
  const all = input.actuals.flatMap(({ points }) => points);
  const newest = input.actuals
    .filter(({ earlierMethod }) => !earlierMethod)
    .flatMap(({ points }) => points);
  const compared = newest.length > 0 ? newest : all;
  const found = new Set([
    all[0],
    all.at(-1),
    extreme(compared, 1, clear),
    extreme(compared, -1, clear),
  ]);
  for (const { points } of input.actuals) found.add(points[0]).add(points.at(-1));
  return new Set([...found].filter((point) => point !== undefined));
}

/** The highest (sign 1) or lowest (-1) point between the ends, if it is that of all or stands out from what lies on both sides. */
function extreme(
  points: readonly ChartPoint[],
  sign: 1 | -1,
  clear: number,
): ChartPoint | undefined {
  const height = ({ value }: ChartPoint): number => sign * value;
  const top = Math.max(...points.slice(1, -1).map(height));
  const at = points.findIndex(
    (point, index) => index > 0 && index < points.length - 1 && height(point) === top,
  );
  const foot = (side: readonly ChartPoint[]): number => Math.min(...side.map(height));
  const ends = Math.max(
    ...[points[0], points.at(-1)].filter((end) => end !== undefined).map(height),
  );
  const stands = top - Math.max(foot(points.slice(0, at)), foot(points.slice(at + 1)));
  return at > 0 && (top > ends || stands >= clear) ? points[at] : undefined;
}

/** Peaks are labelled above, valleys below, slopes on the outer side. */
function sideOf(point: ChartPoint, all: readonly ChartPoint[]): Side {
  const at = all.indexOf(point);
  const neighbours = [all[at - 1], all[at + 1]].filter((neighbour) => neighbour !== undefined);
  const mean =
    neighbours.reduce((sum, { value }) => sum + value, 0) / Math.max(1, neighbours.length);
  return neighbours.length > 0 && mean > point.value ? 'below' : 'above';
}

/**
 * Names on both sides of each rule. A name between two rules that is both the new of
 * the one and the old of the other stands once; where one side has no room for its
 * name, the other side takes both: "old → new".
 */
function breakLabels(
  chart: Chart<'scatter'>,
  input: IndicatorChartInput,
  frame: Frame,
): readonly Label[] {
  const style = labelStyle(frame, 'note');
  const { top, bottom } = chart.chartArea;
  const locate = locator(chart);
  const rules = [...input.breaks]
    .sort((a, b) => a.year - b.year)
    .map((rule) => ({ ...rule, x: locate({ year: rule.year, value: 0 }).x }));
  const off = 8;
  const beside = (text: string, x: number, room: number, align: 'left' | 'right'): Label => {
    const px = align === 'left' ? x + off : x - off;
    const places: Place[] = [];
    for (const width of [room, room * 0.75, room * 0.5]) {
      const lines = wrap(text, style, Math.max(width, style.size * 4));
      for (let y = top + style.size + 2, row = 0; y < bottom; y += style.size * 0.75, row += 1) {
        places.push({
          box: textBox(lines, style, px, y, align),
          x: px,
          y,
          align,
          lines,
          hair: null,
          cost: row * 0.5 + (lines.length - 1) * 2,
        });
      }
    }
    return { style, worth: always, places };
  };
  const fits = (text: string, room: number): boolean => {
    const lines = wrap(text, style, room);
    return (
      lines.length <= 3 && lines.every((line) => textWidth(line, style.size, style.bold) <= room)
    );
  };
  return rules.flatMap(({ x, before, after }, at) => {
    const [previous, next] = [rules[at - 1], rules[at + 1]];
    const roomBefore = x - off - (previous === undefined ? 4 : previous.x + off);
    const roomAfter = (next === undefined ? frame.width - 4 : next.x - off) - x - off;
    const named = previous?.after === before;
    if (!named && !fits(before, roomBefore))
      return [beside(`${before} → ${after}`, x, roomAfter, 'left')];
    if (!fits(after, roomAfter)) return [beside(`${before} → ${after}`, x, roomBefore, 'right')];
    return [
      ...(named ? [] : [beside(before, x, roomBefore, 'right')]),
      beside(after, x, roomAfter, 'left'),
    ];
  });
}

function paceLabels(input: IndicatorChartInput, frame: Frame, locate: Locate): readonly Label[] {
  const { pace } = input;
  const label = frame.wide ? pace?.label : null;
  if (pace === null || label === undefined || label === null) return [];
  const lines = [label];
  const style = labelStyle(frame, 'note');
  const [from, to] = [locate(pace.from), locate(pace.to)];
  const places: Place[] = [];
  for (const part of [0.95, 0.85, 0.75, 0.65, 0.55, 0.45]) {
    const [x, y] = [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part];
    const slope = Math.abs((to.y - from.y) / Math.max(1, to.x - from.x));
    for (const [side, align] of [
      ['below', 'right'],
      ['below', 'left'],
      ['above', 'right'],
      ['above', 'left'],
    ] as const) {
      // On the inner side of a slope the far end of the text would meet the path.
      const rising = to.y < from.y;
      const inner = rising === (align === 'right') ? side === 'above' : side === 'below';
      const box = textBox(lines, style, x, y, align);
      const off = 8 + (inner ? slope * (box.right - box.left) : 0);
      const py = side === 'below' ? y + off + style.size * 0.88 : y - off;
      places.push({
        box: textBox(lines, style, x, py, align),
        x,
        y: py,
        align,
        lines,
        hair: null,
        cost: (1 - part) * 4 + (side === 'below' ? 0 : 0.5) + (inner ? 1 : 0),
      });
    }
  }
  return [{ style, worth: 5, places }];
}
