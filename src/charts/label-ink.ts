import type { Chart } from 'chart.js';
import type { IndicatorChartInput } from './chart-input.ts';
import { labelStyle, locator, unitBaseline, type Frame } from './label-frame.ts';
import type { Box, Place } from './label-placement.ts';
import { leading, type LabelStyle } from './label-places.ts';

/** Puts rules, units and placed labels onto the drawing. */

function setFont(ctx: CanvasRenderingContext2D, style: LabelStyle, frame: Frame): void {
  ctx.font = `${style.bold ? '700' : '400'} ${String(style.size)}px ${frame.fontFamily}`;
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = style.colour;
}

export function drawRules(chart: Chart<'scatter'>, input: IndicatorChartInput, frame: Frame): void {
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

export function drawUnit(chart: Chart<'scatter'>, text: string, frame: Frame): void {
  const { ctx } = chart;
  ctx.save();
  setFont(ctx, labelStyle(frame, 'note'), frame);
  ctx.textAlign = 'left';
  ctx.fillText(text, 2, unitBaseline(chart));
  ctx.restore();
}

export function drawLabel(
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
