import type { LegendMark } from '../views/chart.ts';
import type { RoadView } from '../views/road.ts';
import type { MarkPart } from './marks.ts';
import type { PlacedBox } from './share-layout.ts';
import { fontOf, inkOf, type Inks, type Surface } from './surface.ts';

/** Draws a mark of a square of `unit` into a box, in one colour on the ground. */
export function paintMark(
  surface: Surface,
  parts: readonly MarkPart[],
  box: PlacedBox,
  unit: number,
  colour: string,
  ground: string,
): void {
  const { context } = surface;
  const colours = { ink: colour, ground };
  context.save();
  context.translate(box.x, box.y);
  context.scale(box.width / unit, box.height / unit);
  for (const { d, fill, width, line, dash, round } of parts) {
    const path = surface.path(d);
    if (fill !== undefined) {
      context.fillStyle = colours[fill];
      context.fill(path);
    }
    if (width === undefined) continue;
    context.strokeStyle = colours[line ?? 'ink'];
    context.lineWidth = width;
    context.lineJoin = round === true ? 'round' : 'miter';
    context.setLineDash(dash?.split(' ').map(Number) ?? []);
    context.stroke(path);
  }
  context.restore();
}

/** Draws the road from start to target, as the page does, with its three labels below. */
export function paintRoad(surface: Surface, road: RoadView, box: PlacedBox, inks: Inks): void {
  const { context } = surface;
  const y = box.y + 46;
  const at = (percent: number): number => box.x + (box.width * percent) / 100;
  const dark = inkOf(inks, 'data-1');
  const target = inkOf(inks, 'target');
  context.save();
  context.lineCap = 'butt';
  line(context, at(0), at(Math.max(road.target, road.now)), y, {
    colour: inkOf(inks, 'axis'),
    width: 3,
    dash: [3, 6],
  });
  const way = { colour: road.behind ? inkOf(inks, 'short') : dark, width: 9, dash: [] };
  if (road.now !== road.start) line(context, at(road.start), at(road.now), y, way);
  context.fillStyle = inkOf(inks, 'axis');
  context.fillRect(at(road.start) - 1.5, y - 12, 3, 24);
  context.fillStyle = target;
  context.translate(at(road.target), y - 32);
  context.fill(surface.path('M-2 44V-12H22l8 8-8 8H2V44z'));
  context.translate(-at(road.target), -(y - 32));
  if (road.pace !== null) {
    context.strokeStyle = target;
    context.lineWidth = 3;
    context.stroke(trail(surface, at(road.pace), y));
  }
  context.fillStyle = way.colour;
  context.beginPath();
  if (road.behind) {
    context.moveTo(at(0), y);
    context.lineTo(at(0) + 24, y - 14);
    context.lineTo(at(0) + 24, y + 14);
    context.closePath();
  } else context.arc(at(road.now), y, 15, 0, 2 * Math.PI);
  context.fill();
  context.restore();
  roadLabels(context, road, box, y + 58, inks);
}

/** The small mark of the straight path under the road. */
function trail(surface: Surface, x: number, y: number): Path2D {
  return surface.path(`M${String(x)} ${String(y + 9)}l9 15h-18z`);
}

function line(
  context: CanvasRenderingContext2D,
  from: number,
  to: number,
  y: number,
  look: { readonly colour: string; readonly width: number; readonly dash: readonly number[] },
): void {
  context.strokeStyle = look.colour;
  context.lineWidth = look.width;
  context.setLineDash([...look.dash]);
  context.beginPath();
  context.moveTo(from, y);
  context.lineTo(to, y);
  context.stroke();
  context.setLineDash([]);
}

/** Start and target always; the path's only where it meets neither. */
function roadLabels(
  context: CanvasRenderingContext2D,
  road: RoadView,
  box: PlacedBox,
  y: number,
  inks: Inks,
): void {
  const gap = 22;
  context.save();
  context.font = fontOf(22, false);
  context.textAlign = 'left';
  context.fillStyle = inkOf(inks, 'quiet');
  const from = box.x + (box.width * road.start) / 100;
  if (road.startText !== null) context.fillText(road.startText, from, y);
  const start = from + (road.startText === null ? 0 : context.measureText(road.startText).width);
  context.font = fontOf(22, true);
  context.fillStyle = inkOf(inks, 'target');
  const width = context.measureText(road.targetText).width;
  const pole = box.x + (box.width * road.target) / 100;
  const right = box.x + box.width;
  const end = Math.min(right, Math.max(pole + width / 2, start + gap + width)) - width;
  context.fillText(road.targetText, end, y);
  if (road.pace !== null && road.paceText !== null) {
    const middle = box.x + (box.width * road.pace) / 100;
    const own = context.measureText(road.paceText).width;
    const left = Math.max(start + gap, Math.min(middle - own / 2, end - gap - own));
    if (left + own + gap <= end) context.fillText(road.paceText, left, y);
  }
  context.restore();
}

/** Draws a legend's mark, 28 wide, with its middle at `y`. */
export function paintLegendMark(
  surface: Surface,
  mark: LegendMark,
  x: number,
  y: number,
  inks: Inks,
): void {
  const { context } = surface;
  const ground = inkOf(inks, 'ground');
  const dot = (radius: number, fill: string, edge: string | null): void => {
    context.beginPath();
    context.arc(x + 14, y, radius, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
    if (edge === null) return;
    context.strokeStyle = edge;
    context.lineWidth = 2;
    context.stroke();
  };
  const stroke = (role: string, dash: readonly number[], width: number): void => {
    line(context, x + 1, x + 27, y, { colour: inkOf(inks, role), width, dash });
  };
  context.save();
  if (mark === 'actual') {
    stroke('data-1', [], 2.5);
    dot(5, inkOf(inks, 'data-1'), null);
  } else if (mark === 'earlier') {
    stroke('data-2', [], 2.5);
    dot(4.5, ground, inkOf(inks, 'data-2'));
  } else if (mark === 'other') dot(4.5, ground, inkOf(inks, 'data-1'));
  else if (mark === 'pace') {
    context.lineCap = 'round';
    stroke('target', [2, 6], 2);
  } else {
    const diamond = surface.path(`M${String(x + 14)} ${String(y - 7)}l7 7-7 7-7-7z`);
    context.fillStyle = mark === 'target' ? inkOf(inks, 'target') : ground;
    context.fill(diamond);
    context.strokeStyle = inkOf(inks, 'target');
    context.lineWidth = mark === 'target' ? 0 : 2;
    if (mark === 'target_hollow') context.stroke(diamond);
  }
  context.restore();
}
