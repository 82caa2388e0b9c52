import { indicatorChart } from '../charts/indicator-chart.ts';
import type { ChartPicture } from '../views/picture.ts';
import { paintLegendMark } from './paint-marks.ts';
import {
  canvasMeasure,
  fontOf,
  inkOf,
  PICTURE_FONT,
  type Inks,
  type Measure,
  type PictureSize,
  type Surface,
} from './surface.ts';
import { wrapLines, type TextLine } from './text-lines.ts';

/** Pixels for one of the drawing: sharp on paper and on fine screens. */
export const CHART_SCALE = 2;

const CHART_HEIGHT = 420;
const EDGE = 24;
const WIDTH = 880 + 2 * EDGE;
const TITLE = { size: 22, leading: 30 };
const SMALL = { size: 14, leading: 21 };
const LEGEND_MARK = 36;
const LEGEND_GAP = 24;

interface LegendPlace {
  readonly mark: ChartPicture['legend'][number]['mark'];
  readonly lines: readonly TextLine[];
  readonly x: number;
  readonly y: number;
}

/** Where the parts of a chart file stand, before scaling. */
export interface ChartLayout extends PictureSize {
  readonly title: readonly TextLine[];
  readonly source: readonly TextLine[];
  readonly legend: readonly LegendPlace[];
  readonly chartTop: number;
  readonly foot: readonly TextLine[];
}

/** Returns the layout of a chart file: title, source and legend above the chart, the site's name below. */
export function chartLayout(picture: ChartPicture, measure: Measure): ChartLayout {
  const { language } = picture;
  const lines = (text: string, size: number, width: number, bold = false): TextLine[] =>
    wrapLines([[{ text, strong: false }]], width, size, language, measure, bold);
  const room = WIDTH - 2 * EDGE;
  const title = lines(picture.title, TITLE.size, room, true);
  const source = lines(picture.source, SMALL.size, room);
  let y = EDGE + title.length * TITLE.leading + source.length * SMALL.leading + 14;
  let x = EDGE;
  const legend: LegendPlace[] = [];
  for (const { mark, text } of picture.legend) {
    const own = lines(text, SMALL.size, room - LEGEND_MARK);
    const width = LEGEND_MARK + measure(text, SMALL.size, false);
    if (x > EDGE && x + width > WIDTH - EDGE) {
      x = EDGE;
      y += SMALL.leading;
    }
    legend.push({ mark, lines: own, x, y });
    x += width + LEGEND_GAP;
    y += (own.length - 1) * SMALL.leading;
  }
  const chartTop = y + (legend.length > 0 ? SMALL.leading : 0) + 10;
  const about = [`しるべ ${picture.tagline}`, picture.licence].join('  /  ');
  const foot = [...lines(about, SMALL.size, room), ...lines(picture.note, SMALL.size, room)];
  return {
    width: WIDTH,
    height: chartTop + CHART_HEIGHT + 14 + foot.length * SMALL.leading + EDGE,
    title,
    source,
    legend,
    chartTop,
    foot,
  };
}

/** Draws a chart file on a surface CHART_SCALE times the size of its layout. */
export function paintChart(
  surface: Surface,
  picture: ChartPicture,
  layout: ChartLayout,
  inks: Inks,
): void {
  const { context } = surface;
  const colour = (role: string): string => inkOf(inks, role);
  const { config, size } = indicatorChart(picture.input, 'wide', {
    colour,
    fontFamily: `"${PICTURE_FONT}"`,
  });
  context.save();
  context.fillStyle = colour('ground');
  context.fillRect(0, 0, layout.width * CHART_SCALE, layout.height * CHART_SCALE);
  surface.chart(config, size, {
    x: EDGE * CHART_SCALE,
    y: layout.chartTop * CHART_SCALE,
    scale: CHART_SCALE,
  });
  context.scale(CHART_SCALE, CHART_SCALE);
  const write = (
    lines: readonly TextLine[],
    x: number,
    top: number,
    look: typeof SMALL,
    bold = false,
  ): void => {
    context.font = fontOf(look.size, bold);
    for (const [at, line] of lines.entries()) {
      const text = line.map((run) => run.text).join('');
      context.fillText(text, x, top + at * look.leading + look.size * 1.05);
    }
  };
  context.fillStyle = colour('ink');
  write(layout.title, EDGE, EDGE - 4, TITLE, true);
  context.fillStyle = colour('quiet');
  write(layout.source, EDGE, EDGE + layout.title.length * TITLE.leading, SMALL);
  write(layout.foot, EDGE, layout.chartTop + CHART_HEIGHT + 14, SMALL);
  for (const { mark, lines, x, y } of layout.legend) {
    paintLegendMark(surface, mark, x, y + SMALL.size * 0.62, inks);
    context.fillStyle = colour('text');
    write(lines, x + LEGEND_MARK, y, SMALL);
  }
  context.restore();
}

/** Returns the layout with the canvas's own widths. */
export function measuredChartLayout(
  context: CanvasRenderingContext2D,
  picture: ChartPicture,
): ChartLayout {
  return chartLayout(picture, canvasMeasure(context));
}
