import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A build that says nothing for so long has left its mark behind, whoever has its number now. */
const LONGEST = 10 * 60_000;
const PAUSE = 100;

/**
 * Waits until no other build of this project runs, then marks this process as the one that does, until
 * it ends. Astro keeps one set of generated files for a project (.astro, with the list of narrative
 * files): two builds at once would read each other's.
 */
export function takeTurn(work: string): void {
  const mark = join(work, 'turn');
  while (!claimed(mark)) {
    if (isLeft(mark)) rmSync(mark, { force: true });
    else pause();
  }
  process.once('exit', () => {
    if (holder(mark) === process.pid) rmSync(mark, { force: true });
  });
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function claimed(mark: string): boolean {
  if (holder(mark) === process.pid) return true;
  try {
    const file = openSync(mark, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  // Two builds may clear away one left mark at the same moment: the later claim stands.
  pause();
  return holder(mark) === process.pid;
}

/** Returns the process that is building, or null where nobody is or it is just writing its number. */
function holder(mark: string): number | null {
  try {
    const text = readFileSync(mark, 'utf8');
    return text === '' ? null : Number(text);
  } catch {
    return null;
  }
}

function isLeft(mark: string): boolean {
  const pid = holder(mark);
  try {
    const age = Date.now() - statSync(mark).mtimeMs;
    return age > LONGEST || (pid === null ? age > 10 * PAUSE : !isRunning(pid));
  } catch {
    return false;
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}
