import type { Chart } from 'chart.js';
import type { ChartPoint, IndicatorChartInput } from './chart-input.ts';
import { labelStyle, locator, unitBaseline, type Frame, type Locate } from './label-frame.ts';
import type { Box, Stroke } from './label-placement.ts';
import { textBox } from './label-places.ts';

/** What labels must keep clear of: points and axis texts, and lines they had better not cross. */

function around(x: number, y: number, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

export function pointBoxes(
  input: IndicatorChartInput,
  frame: Frame,
  locate: Locate,
): readonly Box[] {
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

export function axisBoxes(chart: Chart<'scatter'>, frame: Frame): readonly Box[] {
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

export function strokes(
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
