import { indicatorChart } from '../charts/indicator-chart.ts';
import { SHARE_SIZE, type SharePicture } from '../views/picture.ts';
import { SIGNPOST, STATUS_MARKS } from './marks.ts';
import { paintMark, paintRoad } from './paint-marks.ts';
import { shareLayout, type PlacedText } from './share-layout.ts';
import { canvasMeasure, fontOf, inkOf, PICTURE_FONT, type Inks, type Surface } from './surface.ts';

/** The name of the software's sites, the same in every language. */
const NAME = 'しるべ';

/** Draws the picture of a shared link on a surface of SHARE_SIZE. */
export function paintShare(surface: Surface, picture: SharePicture, inks: Inks): void {
  const { context } = surface;
  const colour = (role: string): string => inkOf(inks, role);
  const ground = colour('ground');
  context.fillStyle = ground;
  context.fillRect(0, 0, SHARE_SIZE.width, SHARE_SIZE.height);
  context.fillStyle = colour('brand');
  context.fillRect(0, 0, SHARE_SIZE.width, 10);
  const layout = shareLayout(picture, canvasMeasure(context));
  paintMark(
    surface,
    SIGNPOST,
    { x: 62, y: 44, width: 46, height: 46 },
    32,
    colour('brand'),
    ground,
  );
  context.fillStyle = colour('ink');
  context.font = fontOf(34, true);
  context.fillText(NAME, 118, 79);
  for (const text of layout.texts) paintText(context, text, inks);
  if (layout.state !== null && picture.status !== null) {
    const { shape, tone } = picture.status;
    paintMark(surface, STATUS_MARKS[shape], layout.state, 20, colour(tone), ground);
  }
  for (const [at, { shape, tone }] of picture.tally.entries()) {
    const box = layout.tally[at];
    if (box !== undefined) paintMark(surface, STATUS_MARKS[shape], box, 20, colour(tone), ground);
  }
  if (layout.road !== null && picture.road !== null)
    paintRoad(surface, picture.road, layout.road, inks);
  if (layout.chart !== null && picture.chart !== null) {
    const { config, size } = indicatorChart(picture.chart, 'narrow', {
      colour,
      fontFamily: `"${PICTURE_FONT}"`,
    });
    const { x, y, width } = layout.chart;
    surface.chart(config, size, { x, y, scale: width / size.width });
  }
}

function paintText(context: CanvasRenderingContext2D, text: PlacedText, inks: Inks): void {
  context.fillStyle = inkOf(inks, text.ink);
  let { x } = text;
  for (const { text: run, strong } of text.runs) {
    // What is said beside a state's word is as quiet as on the page.
    if (text.kind === 'state' && !strong) context.fillStyle = inkOf(inks, 'quiet');
    context.font = fontOf(text.size, text.bold || strong);
    context.fillText(run, x, text.y);
    x += context.measureText(run).width;
  }
}
