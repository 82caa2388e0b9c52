import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PROJECT_FOLDER } from '../io/city.ts';
import type { PictureTask } from './picture-drawing.ts';

/** What a thread is asked, and what it answers. */
export interface Order {
  readonly id: number;
  readonly task: PictureTask;
}
export type Answer =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly error: unknown };

/** Each holds its own fonts, some 60 MB. */
const MOST_THREADS = 4;

/** How many pictures are drawn at once. */
export const THREADS = Math.min(MOST_THREADS, availableParallelism());

interface Waiting extends Order {
  readonly done: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly failed: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  at: Waiting | null;
}

/**
 * Returns what draws pictures in threads of their own. The large, short-lived arrays of a picture would
 * make the thread of the pages clear its whole memory again and again: the larger the city, the dearer.
 */
export function pictureThreads(): (task: PictureTask) => Promise<Uint8Array<ArrayBuffer>> {
  const threads: Thread[] = [];
  const queue: Waiting[] = [];
  let count = 0;

  const hand = (): void => {
    const next = queue[0];
    if (next === undefined) return;
    const thread = threads.find(({ at }) => at === null) ?? start();
    if (thread === null) return;
    queue.shift();
    thread.at = next;
    // A thread at work keeps the build alive; one that waits does not.
    thread.worker.ref();
    thread.worker.postMessage({ id: next.id, task: next.task } satisfies Order);
    hand();
  };

  const start = (): Thread | null => {
    if (threads.length >= THREADS) return null;
    const worker = new Worker(join(PROJECT_FOLDER, 'src/build/picture-worker.ts'));
    const thread: Thread = { worker, at: null };
    threads.push(thread);
    const free = (): Waiting | null => {
      const { at } = thread;
      thread.at = null;
      worker.unref();
      return at;
    };
    worker.on('message', (answer: Answer) => {
      const order = free();
      if ('error' in answer) order?.failed(answer.error);
      else order?.done(answer.bytes);
      hand();
    });
    worker.on('error', (error) => {
      threads.splice(threads.indexOf(thread), 1);
      free()?.failed(error);
      hand();
    });
    return thread;
  };

  return (task) =>
    new Promise((done, failed) => {
      count += 1;
      queue.push({ id: count, task, done, failed });
      hand();
    });
}
