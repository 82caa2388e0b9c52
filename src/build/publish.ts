import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRunning, takeTurn } from './turn.ts';

/** Where builds are made: beside the output, so that putting one in place is a rename. */
export interface BuildFolders {
  readonly work: string;
  /** The published site. */
  readonly dist: string;
  /** The site that was published before, for the moment of the swap. */
  readonly previous: string;
}

/**
 * Returns the folders of a project: `dist` unless SHIRUBE_DIST names another (on the same disk), so
 * that tests and several cities can be built side by side.
 */
export function buildFolders(
  project: string,
  environment: NodeJS.ProcessEnv = process.env,
): BuildFolders {
  const { SHIRUBE_DIST } = environment;
  const dist =
    SHIRUBE_DIST === undefined || SHIRUBE_DIST === '' ? join(project, 'dist') : SHIRUBE_DIST;
  return { work: join(project, '.build'), dist, previous: `${dist}.previous` };
}

/**
 * Puts the last good site back where a build was killed in the moment between the two renames of the
 * swap. Every command that reads or writes dist/ calls it first.
 */
export function recover({ dist, previous }: BuildFolders): void {
  if (!existsSync(dist) && existsSync(previous)) renameSync(previous, dist);
}

/**
 * Returns a new empty folder for one build, when it is this build's turn; leftovers of builds that no
 * longer run are removed.
 */
export function newBuildFolder(folders: BuildFolders, id: string): string {
  mkdirSync(folders.work, { recursive: true });
  takeTurn(folders.work);
  for (const name of readdirSync(folders.work)) {
    const owner = /^site-(\d+)$/u.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) {
      rmSync(join(folders.work, name), { recursive: true, force: true });
    }
  }
  const folder = join(folders.work, `site-${id}`);
  rmSync(folder, { recursive: true, force: true });
  return folder;
}

/**
 * Puts a finished site in place of dist/: two renames within one file system, with nothing between
 * them. A kill in that moment leaves the old site in `previous`, from where recover() brings it back.
 */
export function publish(folders: BuildFolders, finished: string): void {
  const { dist, previous } = folders;
  mkdirSync(dirname(dist), { recursive: true });
  if (existsSync(dist)) {
    rmSync(previous, { recursive: true, force: true });
    renameSync(dist, previous);
  }
  try {
    renameSync(finished, dist);
  } catch (error) {
    // Another disk, a full one: the old site goes back before anyone hears of it.
    if (existsSync(previous)) renameSync(previous, dist);
    throw error;
  }
  rmSync(previous, { recursive: true, force: true });
}
