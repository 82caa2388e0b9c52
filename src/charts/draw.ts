import {
  BasicPlatform,
  Chart,
  type ChartConfiguration,
  type ChartOptions,
  type DefaultDataPoint,
} from 'chart.js';
import { chartParts } from './chart-parts.ts';
import { RecordingContext } from './recording-context.ts';
import { escapeXml } from './svg-markup.ts';

Chart.register(...chartParts);

/** Width and height of a drawing in CSS pixels. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** What the <svg> element says of itself: the sentence read in its place, and a class. */
export interface ChartA11y {
  readonly label: string;
  readonly className?: string;
}

/**
 * The chart as one <svg> element: real text, presentation attributes, no style, no id.
 *
 * Chart.js draws once, without animation, on a recorder in place of a canvas, and is
 * destroyed; nothing is kept between two calls, so the same input gives the same bytes.
 *
 * @throws Error when the chart draws what the recorder cannot write, RangeError when
 * a coordinate is not a finite number.
 */
export function drawSvg<D = DefaultDataPoint<'scatter'>>(
  config: ChartConfiguration<'scatter', D>,
  size: ChartSize,
  a11y: ChartA11y,
): string {
  const canvas = { ...size, getContext: (): RecordingContext => context };
  const context = new RecordingContext(canvas);
  // The recorder is no HTML canvas; Chart.js asks of it only the size and the context.
  const surface = canvas as unknown as HTMLCanvasElement;
  const markup = drawOn(surface, config, 1, () => context.markup());
  const [width, height] = [String(size.width), String(size.height)];
  const named = a11y.className === undefined ? '' : ` class="${escapeXml(a11y.className)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg"${named} viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(a11y.label)}"><g aria-hidden="true">${markup}</g></svg>`;
}

/**
 * Draws a chart once on a canvas, without animation, and lets go of it: nothing is kept between two calls.
 *
 * @param take what is done with the drawing; after it the canvas is empty again.
 * @param scale pixels of the canvas for one of the chart; the canvas becomes so many times larger.
 */
export function drawOn<T, D = DefaultDataPoint<'scatter'>>(
  surface: HTMLCanvasElement,
  config: ChartConfiguration<'scatter', D>,
  scale: number,
  take: () => T,
): T {
  const options: ChartOptions<'scatter'> = {
    ...config.options,
    animation: false,
    responsive: false,
    devicePixelRatio: scale,
    events: [],
    clip: false,
    plugins: {
      ...config.options?.plugins,
      legend: { display: false },
      title: { display: false },
      subtitle: { display: false },
      tooltip: { enabled: false },
    },
  };
  try {
    // Chart.js writes into the data it is given, so it gets a copy of the outer object.
    new Chart(surface, { ...config, data: { ...config.data }, options, platform: BasicPlatform });
    return take();
  } finally {
    // Found by its surface: the constructor draws, so when drawing fails there is nothing else to hold it by.
    Chart.getChart(surface)?.destroy();
  }
}
