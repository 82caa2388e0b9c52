import { BasicPlatform, Chart, type Plugin } from 'chart.js';
import type { ChartLook, ChartRole, IndicatorChartInput } from '../charts/chart-input.ts';
import { chartParts } from '../charts/chart-parts.ts';
import { indicatorChart } from '../charts/indicator-chart.ts';
import { shownDrawing, widthOf } from './chart-stage.ts';

Chart.register(...chartParts);

/** What changes the colours of the page. */
const LOOKS = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

/**
 * Puts a live canvas exactly over the drawing of the build: the same definition in the page's own colours and
 * font, as sharp as the screen. It is drawn again when colours, width or the screen's pixels change; should
 * the browser lose it, the drawing beneath shows.
 */
export function goLive(stage: HTMLElement, input: IndicatorChartInput): void {
  const canvas = document.createElement('canvas');
  // Some readers let no page draw: the drawing stays.
  if (canvas.getContext('2d') === null) return;
  canvas.setAttribute('aria-hidden', 'true');
  let drawnAs = '';

  function draw(): void {
    const svg = shownDrawing(stage);
    if (svg === null || svg.clientWidth === 0) return;
    const width = widthOf(svg);
    const { config, size } = indicatorChart(input, width, lookOf(canvas, svg));
    const scale = svg.clientWidth / size.width;
    const ratio = devicePixelRatio * scale;
    Chart.getChart(canvas)?.destroy();
    Object.assign(canvas, size);
    // With a size of its own, Chart.js leaves the style alone.
    Object.assign(canvas.style, { width: '100%', height: '100%' });
    new Chart(canvas, {
      ...config,
      options: { ...config.options, devicePixelRatio: ratio, events: [] },
      plugins: [...(config.plugins ?? []), asDrawn],
      platform: BasicPlatform,
    });
    // Whole pixels of the screen, which the width of a page need not be.
    canvas.style.width = `${String(canvas.width / devicePixelRatio)}px`;
    canvas.style.height = `${String(canvas.height / devicePixelRatio)}px`;
    drawnAs = `${width} ${String(ratio)}`;
    stage.dataset['live'] = '';
  }

  function drawWhenResized(): void {
    const svg = shownDrawing(stage);
    if (svg === null || matchMedia('print').matches) return;
    const ratio = (devicePixelRatio * svg.clientWidth) / svg.viewBox.baseVal.width;
    if (`${widthOf(svg)} ${String(ratio)}` !== drawnAs) draw();
  }

  // Beneath the mark and the text that are read.
  stage.prepend(canvas);
  draw();
  for (const look of LOOKS) matchMedia(look).addEventListener('change', draw);
  new ResizeObserver(drawWhenResized).observe(stage);
  whenPixelsChange(drawWhenResized);
  canvas.addEventListener('contextlost', () => {
    delete stage.dataset['live'];
  });
  canvas.addEventListener('contextrestored', draw);
}

/** Lines lie where the drawing has them; Chart.js would move them to this screen's own pixels. */
const asDrawn: Plugin<'scatter'> = {
  id: 'asDrawn',
  afterInit: (chart) => {
    Object.assign(chart, { currentDevicePixelRatio: 1 });
  },
};

/** The page's colours and font as a canvas understands them: custom properties read through an element. */
function lookOf(canvas: HTMLCanvasElement, svg: SVGSVGElement): ChartLook {
  const { style } = canvas;
  const known = new Map<ChartRole, string>();
  const read = (role: ChartRole): string => {
    style.color = `var(--${role})`;
    const colour = getComputedStyle(canvas).color;
    known.set(role, colour);
    return colour;
  };
  return {
    colour: (role) => known.get(role) ?? read(role),
    fontFamily: getComputedStyle(svg.querySelector('text') ?? svg).fontFamily,
  };
}

/** Calls back when the window comes to a screen with other pixels, or the reader zooms. */
function whenPixelsChange(done: () => void): void {
  matchMedia(`(resolution: ${String(devicePixelRatio)}dppx)`).addEventListener(
    'change',
    () => {
      done();
      whenPixelsChange(done);
    },
    { once: true },
  );
}
