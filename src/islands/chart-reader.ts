import type { ChartData, ChartStop } from '../charts/chart-input.ts';
import { shownDrawing, widthOf } from './chart-stage.ts';

/** Points passed over by the page keys. */
const PAGE = 5;
/** A finger that moves less sideways is tapping or scrolling; in pixels. */
const DRAG = 8;
/** Distance of the readout from its point, in pixels. */
const GAP = 14;

/**
 * Lets a reader go from point to point of a chart: by arrow, Home, End and page keys on one stop, by
 * pointing, by tapping. What is read stands beside its point and is the stop's value for a screen reader.
 * Escape puts it away.
 */
export function makeReadable(
  stage: HTMLElement,
  { label, separator, start, stops }: ChartData,
): void {
  const mark = element('span', 'chart-mark');
  const readout = element('p', 'chart-readout');
  const [head, note] = [
    readout.appendChild(document.createElement('b')),
    readout.appendChild(document.createElement('span')),
  ];
  let at = start;
  /** The point a pointer rests on whose text was put away: it stays away until the pointer moves on. */
  let dismissed: number | null = null;

  function place(): void {
    const svg = shownDrawing(stage);
    const stop = stops[at];
    if (svg === null || stop === undefined || readout.hidden) return;
    const [x, y] = placeOf(stop, svg);
    move(mark, x, y);
    const { offsetWidth: width, offsetHeight: height } = readout;
    const room = stage.clientWidth - width;
    const above = y - GAP - height;
    move(
      readout,
      Math.max(0, Math.min(x - width / 2, room)),
      above >= 0 ? above : Math.min(y + GAP, stage.clientHeight - height),
    );
  }

  function read(index: number, show = true): void {
    at = Math.max(0, Math.min(index, stops.length - 1));
    const stop = stops[at];
    if (stop === undefined) return;
    stage.setAttribute('aria-valuenow', String(at + 1));
    stage.setAttribute('aria-valuetext', `${stop.head}${separator}${stop.note}`);
    head.textContent = stop.head;
    note.textContent = stop.note;
    if (!show) return;
    mark.hidden = false;
    readout.hidden = false;
    place();
  }

  function putAway(): void {
    mark.hidden = true;
    readout.hidden = true;
  }

  function nearest(event: MouseEvent): number {
    const svg = shownDrawing(stage);
    if (svg === null) return at;
    const { left, top } = stage.getBoundingClientRect();
    const away = stops.map((stop) => {
      const [x, y] = placeOf(stop, svg);
      return Math.hypot(x - (event.clientX - left), y - (event.clientY - top));
    });
    return away.indexOf(Math.min(...away));
  }

  function point(event: MouseEvent): void {
    // A pointer on the text itself may stay there and read it.
    if (event.target instanceof Node && readout.contains(event.target)) return;
    const index = nearest(event);
    if (index === dismissed) return;
    dismissed = null;
    read(index);
  }

  const keys: Readonly<Record<string, () => number>> = {
    ArrowRight: () => at + 1,
    ArrowUp: () => at + 1,
    ArrowLeft: () => at - 1,
    ArrowDown: () => at - 1,
    PageUp: () => at + PAGE,
    PageDown: () => at - PAGE,
    Home: () => 0,
    End: () => stops.length - 1,
  };

  stage.addEventListener('keydown', (event) => {
    const go = keys[event.key];
    if (go === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    event.preventDefault();
    read(go());
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || readout.hidden) return;
    dismissed = at;
    putAway();
  });
  stage.addEventListener('focus', () => {
    if (stage.matches(':focus-visible')) read(at);
  });
  stage.addEventListener('blur', putAway);

  let pressed: number | null = null;
  stage.addEventListener('pointerdown', (event) => {
    pressed = event.clientX;
  });
  stage.addEventListener('pointermove', (event) => {
    const dragging = pressed !== null && Math.abs(event.clientX - pressed) >= DRAG;
    if (event.pointerType !== 'touch' || dragging) point(event);
  });
  stage.addEventListener('click', (event) => {
    dismissed = null;
    point(event);
  });
  stage.addEventListener('pointerleave', (event) => {
    pressed = null;
    dismissed = null;
    // A finger that is lifted leaves what it has read; so does a pointer the focus that reads.
    if (event.pointerType !== 'touch' && document.activeElement !== stage) putAway();
  });
  // A tap beside the chart puts away what a tap on it has shown.
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !stage.contains(event.target)) putAway();
  });

  putAway();
  for (const part of stage.children) part.setAttribute('aria-hidden', 'true');
  stage.append(mark, readout);
  stage.tabIndex = 0;
  for (const [name, value] of [
    ['role', 'slider'],
    ['aria-label', label],
    ['aria-valuemin', '1'],
    ['aria-valuemax', String(stops.length)],
  ] as const) {
    stage.setAttribute(name, value);
  }
  read(start, false);
  new ResizeObserver(place).observe(stage);
}

/** Where a point stands on the stage, in pixels of the page. */
function placeOf(stop: ChartStop, svg: SVGSVGElement): readonly [x: number, y: number] {
  const scale = svg.clientWidth / svg.viewBox.baseVal.width;
  const [x, y] = stop[widthOf(svg)];
  return [x * scale, y * scale];
}

function element(name: 'p' | 'span', className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.setAttribute('aria-hidden', 'true');
  return made;
}

function move({ style }: HTMLElement, x: number, y: number): void {
  style.translate = `${String(x)}px ${String(y)}px`;
}
