import {
  LinearScale,
  LineElement,
  PointElement,
  ScatterController,
  type ChartComponentLike,
} from 'chart.js';

/** The parts of Chart.js our charts are made of; register them before a chart is made, at build and in the browser. */
export const chartParts: readonly ChartComponentLike[] = [
  ScatterController,
  LineElement,
  PointElement,
  LinearScale,
];
