import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listFiles } from '../../src/build/output.ts';

export const project = resolve(import.meta.dirname, '../..');

export interface BuildRun {
  /** Null where the build was killed. */
  readonly code: number | null;
  /** Everything said, on both streams. */
  readonly said: string;
}

export interface BuildSettings {
  /** Folder of the city; the project's own where it is empty. */
  readonly city?: string;
  readonly dist: string;
  /** SITE_URL; the city's own address where it is empty. */
  readonly url?: string;
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Says when to kill the build with SIGKILL: asked every few milliseconds with the folder the build
   * writes to, which is not there at first. What is on the disk decides, not the clock: a slow machine
   * is killed at the same place as a fast one.
   */
  readonly killWhen?: (folder: string) => boolean;
}

/** Runs the very command that people use, in a process of its own. */
export function runBuild({ city, dist, url, env, killWhen }: BuildSettings): Promise<BuildRun> {
  const child = spawn(process.execPath, [join(project, 'scripts/build.ts')], {
    cwd: project,
    env: {
      ...process.env,
      DEBUG: undefined,
      CITY: city ?? '',
      SHIRUBE_DIST: dist,
      SITE_URL: url ?? '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const folder = join(project, '.build', `site-${String(child.pid)}`);
  const timer = setInterval(() => {
    if (killWhen?.(folder) === true) child.kill('SIGKILL');
  }, 5);
  return new Promise((done, failed) => {
    child.on('error', failed);
    // Not "close": a helper process of a killed build may hold its streams a moment longer.
    child.on('exit', (code) => {
      clearInterval(timer);
      setImmediate(() => {
        done({ code, said: Buffer.concat(said).toString('utf8') });
      });
    });
  });
}

/** An empty folder for one test file. Builds are put in place by renaming, so it lies on their disk. */
export function workFolder(name: string): string {
  return mkdtempSync(join(project, '.build', `${name}-`));
}

/** Returns a copy of the first city outside the project, free to be changed. */
export function copyOfCity(city: string = project): string {
  const copy = mkdtempSync(join(tmpdir(), 'shirube-city-'));
  for (const part of ['content', 'public']) {
    cpSync(join(city, part), join(copy, part), { recursive: true });
  }
  return copy;
}

/** Returns the hash of each file below a folder: two sites are one where these are equal. */
export function fingerprint(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

/** Returns the files that differ between two sites, or are in one only. */
export function differences(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): string[] {
  const files = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...files].filter((file) => one[file] !== other[file]).toSorted();
}

/** A line of a stack trace, which no reader of ours should ever see. */
export const STACK_TRACE = /^\s+at .+:\d+:\d+\)?$/mu;
