import type { Chart, Plugin } from 'chart.js';
import type { ChartLook, ChartPoint, IndicatorChartInput } from './chart-input.ts';
import {
  placeLabels,
  type Box,
  type Place,
  type Placeable,
  type Stroke,
} from './label-placement.ts';
import { textWidth } from './text-width.ts';
import {
  leading,
  placesAround,
  textBox,
  wrap,
  type LabelStyle,
  type Side,
} from './label-places.ts';

/** What the labels must know of the drawing they stand in; lengths in pixels. */
export interface Frame {
  readonly measure: {
    readonly axisText: number;
    readonly label: number;
    readonly strong: number;
    readonly point: number;
    readonly other: number;
    readonly target: number;
    readonly hollowTarget: number;
  };
  readonly colour: ChartLook['colour'];
  readonly fontFamily: string;
  readonly width: number;
  readonly wide: boolean;
  /** The texts of the value axis, which labels keep clear of. */
  readonly valueTexts: readonly { readonly value: number; readonly text: string }[];
  readonly valuePadding: number;
  /** Text of the top tick when it stands above the plot instead of beside it. */
  readonly unitAbove: string | null;
}

/** A label with the style it is drawn in. */
interface Label extends Placeable {
  readonly style: LabelStyle;
}

/** From a value of the chart to pixels. */
type Locate = (at: { readonly year: number; readonly value: number }) => {
  readonly x: number;
  readonly y: number;
};

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

function locator(chart: Chart<'scatter'>): Locate {
  const { x, y } = chart.scales;
  if (x === undefined || y === undefined) throw new Error('The chart has no axes.');
  return ({ year, value }) => ({ x: x.getPixelForValue(year), y: y.getPixelForValue(value) });
}

function labelStyle(frame: Frame, kind: 'plain' | 'strong' | 'target' | 'note'): LabelStyle {
  const { measure, colour } = frame;
  if (kind === 'strong') return { size: measure.strong, bold: true, colour: colour('ink') };
  if (kind === 'target') return { size: measure.label, bold: true, colour: colour('target') };
  if (kind === 'note') return { size: measure.axisText, bold: false, colour: colour('quiet') };
  return { size: measure.label, bold: false, colour: colour('text') };
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

/** A label a target; filled ones choose first, and one text is not written twice at one place. */
function targetLabels(input: IndicatorChartInput, frame: Frame, locate: Locate): readonly Label[] {
  const style = labelStyle(frame, 'target');
  const actuals = input.actuals.flatMap(({ points }) => points);
  const targets = [...input.targets].sort((a, b) => Number(b.filled) - Number(a.filled));
  return targets
    .filter(
      (target, at) =>
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

function around(x: number, y: number, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

function pointBoxes(input: IndicatorChartInput, frame: Frame, locate: Locate): readonly Box[] {
  const { measure } = frame;
  const boxes = (points: readonly ChartPoint[], radius: number): Box[] =>
    points.map((point) => {
      const { x, y } = locate(point);
      return around(x, y, radius);
    });
  return [
    ...boxes(
      input.actuals.flatMap(({ points }) => points),
      measure.point + 1,
    ),
    ...boxes(input.others, measure.other + 1),
    ...boxes(
      input.targets.filter(({ filled }) => filled),
      measure.target,
    ),
    ...boxes(
      input.targets.filter(({ filled }) => !filled),
      measure.hollowTarget + 1,
    ),
  ];
}

function axisBoxes(chart: Chart<'scatter'>, frame: Frame): readonly Box[] {
  const style = labelStyle(frame, 'note');
  const x = chart.chartArea.left - frame.valuePadding;
  const year = chart.scales['x']?.min ?? 0;
  const locate = locator(chart);
  const texts = frame.valueTexts
    .filter(({ text }) => text !== '')
    .map(({ value, text }) =>
      textBox([text], style, x, locate({ year, value }).y + style.size * 0.36, 'right'),
    )
    // A figure close to a tick's reads as one with it.
    .map((box) => ({ ...box, right: box.right + 5 }));
  return frame.unitAbove === null
    ? texts
    : [...texts, textBox([frame.unitAbove], style, 2, unitBaseline(chart), 'left')];
}

function strokes(
  chart: Chart<'scatter'>,
  input: IndicatorChartInput,
  locate: Locate,
): readonly Stroke[] {
  const stroke = (
    from: { x: number; y: number },
    to: { x: number; y: number },
    weight: number,
  ): Stroke => ({ from: [from.x, from.y], to: [to.x, to.y], weight });
  const { top, bottom, left, right } = chart.chartArea;
  const lines = input.actuals.flatMap(({ points }) =>
    points.slice(1).map((point, at) => stroke(locate(points[at] ?? point), locate(point), 0.5)),
  );
  const rules = input.breaks.map(({ year }) => {
    const { x } = locate({ year, value: 0 });
    return stroke({ x, y: top }, { x, y: bottom }, 1);
  });
  const zero = locate({ year: 0, value: 0 }).y;
  const path =
    input.pace === null ? [] : [stroke(locate(input.pace.from), locate(input.pace.to), 0.25)];
  return [...lines, ...rules, ...path, stroke({ x: left, y: zero }, { x: right, y: zero }, 0.2)];
}

function unitBaseline(chart: Chart<'scatter'>): number {
  return chart.chartArea.top - 8;
}

function setFont(ctx: CanvasRenderingContext2D, style: LabelStyle, frame: Frame): void {
  ctx.font = `${style.bold ? '700' : '400'} ${String(style.size)}px ${frame.fontFamily}`;
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = style.colour;
}

function drawRules(chart: Chart<'scatter'>, input: IndicatorChartInput, frame: Frame): void {
  const { ctx, chartArea } = chart;
  const locate = locator(chart);
  ctx.save();
  ctx.strokeStyle = frame.colour('quiet');
  ctx.lineWidth = 1;
  ctx.setLineDash([4, 4]);
  for (const { year } of input.breaks) {
    const x = Math.round(locate({ year, value: 0 }).x) + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
  }
  ctx.restore();
}

function drawUnit(chart: Chart<'scatter'>, text: string, frame: Frame): void {
  const { ctx } = chart;
  ctx.save();
  setFont(ctx, labelStyle(frame, 'note'), frame);
  ctx.textAlign = 'left';
  ctx.fillText(text, 2, unitBaseline(chart));
  ctx.restore();
}

function drawLabel(
  ctx: CanvasRenderingContext2D,
  place: Place,
  style: LabelStyle,
  frame: Frame,
): void {
  ctx.save();
  if (place.hair !== null) drawHair(ctx, place.hair, place.box, frame);
  setFont(ctx, style, frame);
  ctx.textAlign = place.align;
  ctx.strokeStyle = frame.colour('ground');
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  place.lines.forEach((line, at) => {
    const y = place.y + at * leading * style.size;
    ctx.strokeText(line, place.x, y);
    ctx.fillText(line, place.x, y);
  });
  ctx.restore();
}

/** A thin line from the edge of the point to the near edge of a label which stands off. */
function drawHair(
  ctx: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  box: Box,
  frame: Frame,
): void {
  const above = box.bottom < y;
  const off = frame.measure.target + 1;
  ctx.strokeStyle = frame.colour('quiet');
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x, above ? y - off : y + off);
  ctx.lineTo(Math.min(Math.max(x, box.left), box.right), above ? box.bottom : box.top);
  ctx.stroke();
}
