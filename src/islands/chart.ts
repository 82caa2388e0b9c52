/** Charts: each can be read point by point at once; the live picture comes when it is near the view. */

import type { ChartData } from '../charts/chart-input.ts';
import { makeReadable } from './chart-reader.ts';

/** Near enough to be read soon, in pixels; beyond it nothing is loaded. */
const NEAR = '200px';

for (const stage of document.querySelectorAll<HTMLElement>('.chart-stage')) {
  const text = stage.querySelector('script')?.textContent;
  if (text === undefined || text === '') continue;
  const data = JSON.parse(text) as ChartData;
  makeReadable(stage, data);
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      // Without the library the drawing stays, and is read as before.
      import('./live-chart.ts').then(({ goLive }) => {
        goLive(stage, data.input);
      }, Boolean);
    },
    { rootMargin: NEAR },
  );
  watch.observe(stage);
}
