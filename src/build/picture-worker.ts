import { parentPort } from 'node:worker_threads';
import { drawPicture } from './picture-drawing.ts';
import type { Answer, Order } from './picture-threads.ts';

/** A thread that draws: one order, one answer. */
parentPort?.on('message', ({ id, task }: Order) => {
  try {
    const bytes = drawPicture(task);
    parentPort?.postMessage({ id, bytes } satisfies Answer);
  } catch (error) {
    parentPort?.postMessage({ id, error } satisfies Answer);
  }
});
