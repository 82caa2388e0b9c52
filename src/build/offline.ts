import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { file, type LanguageSegment } from '../core/paths.ts';
import { PROJECT_FOLDER } from '../io/city.ts';
import type { WorkerLanguage } from '../worker/site.ts';
import { listFiles } from './output.ts';
import { makePack } from './pack.ts';
import { packFiles } from './pack-files.ts';
import { buildId } from './stamp.ts';
import { workerScript } from './worker.ts';

/** The most that saving one language may download, in bytes. */
export const MOST_DOWNLOAD = 4_000_000;

export interface Offline {
  readonly id: string;
  readonly languages: readonly WorkerLanguage[];
}

/**
 * Copies the icons of an installed site into a built one; those in the city's own public/icons stay.
 * Before the build id is taken.
 */
export function writeIcons(folder: string): void {
  const source = join(PROJECT_FOLDER, 'src/assets/icons');
  for (const name of readdirSync(source).filter((icon) => icon.endsWith('.png'))) {
    const target = join(folder, file.icon(name));
    mkdirSync(dirname(target), { recursive: true });
    if (!existsSync(target)) cpSync(join(source, name), target);
  }
}

/**
 * Makes a built site work offline: one pack a language and the service worker, both named by the build id,
 * which is the hash of everything else.
 */
export async function writeOffline(
  folder: string,
  base: string,
  languages: readonly LanguageSegment[],
): Promise<Offline> {
  rmSync(join(folder, file.packs()), { recursive: true, force: true });
  rmSync(join(folder, file.worker()), { force: true });
  const id = buildId(folder);
  const files = listFiles(folder);
  mkdirSync(join(folder, file.packs()));
  const packs = languages.map((language): WorkerLanguage => {
    const { segment } = language;
    const own = packFiles(folder, files, language);
    const pack = file.pack(segment, id);
    const bytes = makePack({ build: id, segment }, own);
    writeFileSync(join(folder, pack), bytes);
    const disk = own.reduce((sum, each) => sum + each.bytes.length, 0);
    return { segment, pack, download: bytes.length, disk };
  });
  const script = await workerScript({ build: id, base, languages: packs });
  writeFileSync(join(folder, file.worker()), script);
  return { id, languages: packs };
}
