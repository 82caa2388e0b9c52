import type { Chart } from 'chart.js';
import type { ChartLook } from './chart-input.ts';
import type { LabelStyle } from './label-places.ts';

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

/** From a value of the chart to pixels. */
export type Locate = (at: { readonly year: number; readonly value: number }) => {
  readonly x: number;
  readonly y: number;
};

export function locator(chart: Chart<'scatter'>): Locate {
  const { x, y } = chart.scales;
  if (x === undefined || y === undefined) throw new Error('The chart has no axes.');
  return ({ year, value }) => ({ x: x.getPixelForValue(year), y: y.getPixelForValue(value) });
}

export function labelStyle(frame: Frame, kind: 'plain' | 'strong' | 'target' | 'note'): LabelStyle {
  const { measure, colour } = frame;
  if (kind === 'strong') return { size: measure.strong, bold: true, colour: colour('ink') };
  if (kind === 'target') return { size: measure.label, bold: true, colour: colour('target') };
  if (kind === 'note') return { size: measure.axisText, bold: false, colour: colour('quiet') };
  return { size: measure.label, bold: false, colour: colour('text') };
}

/** Where the unit above the plot stands, in pixels from the top. */
export function unitBaseline(chart: Chart<'scatter'>): number {
  return chart.chartArea.top - 8;
}
