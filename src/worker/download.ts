import { openPack, type OpenPack } from './pack-reader.ts';
import type { OfflineError } from './site.ts';

/** A download that failed, and why in the reader's terms. */
export class SaveError extends Error {
  readonly reason: OfflineError;

  constructor(reason: OfflineError, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/**
 * Asks for a pack, once, and opens it while it arrives; `progress` hears the bytes that are here. What
 * fails while reading the network is an error of the network, also where the answer ends too early.
 */
export async function download(
  address: string,
  bytes: number,
  progress: (here: number) => void,
): Promise<OpenPack> {
  // Not into the browser's own cache: the device would hold it twice.
  const response = await fetch(address, { cache: 'no-store' }).catch((cause: unknown) => {
    throw new SaveError('network', cause);
  });
  if (!response.ok || response.body === null) throw new SaveError('network');
  const reader = response.body.getReader();
  let here = 0;
  return openPack(
    new ReadableStream({
      async pull(controller) {
        const next = await reader.read().catch((cause: unknown) => {
          throw new SaveError('network', cause);
        });
        if (next.value !== undefined) {
          here += next.value.length;
          progress(here);
          controller.enqueue(next.value);
          return;
        }
        if (here < bytes) throw new SaveError('network');
        controller.close();
      },
      cancel: (reason) => reader.cancel(reason),
    }),
  );
}

/** Returns why saving failed: what is neither the network's nor the device's fault is the pack's. */
export function reasonOf(error: unknown): OfflineError {
  if (error instanceof SaveError) return error.reason;
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'quota' : 'corrupt';
}
