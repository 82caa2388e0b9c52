/**
 * Charts: each can be read point by point at once; the live picture comes with the view. Nothing is seen of
 * it, and a page that opens above its chart loads and draws nothing.
 */

import type { ChartData } from '../charts/chart-input.ts';
import { makeReadable } from './chart-reader.ts';

for (const stage of document.querySelectorAll<HTMLElement>('.chart-stage')) {
  const text = stage.querySelector('script')?.textContent;
  if (text === undefined || text === '') continue;
  const data = JSON.parse(text) as ChartData;
  makeReadable(stage, data);
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    // Without the library the drawing stays, and is read as before.
    import('./live-chart.ts').then(({ goLive }) => {
      // A task of its own: on a slow phone, to read the library and to draw are each long enough.
      setTimeout(goLive, 0, stage, data.input);
    }, Boolean);
  });
  watch.observe(stage);
}
