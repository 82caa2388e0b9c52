import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Files } from '../core/content.ts';

/**
 * Returns every file of a city's content folder, keyed by its path inside the city's folder with
 * forward slashes. Hidden files are left out. An absent folder gives no files.
 */
export function readContentFiles(city: string): Files {
  const root = join(city, 'content');
  let entries;
  try {
    entries = readdirSync(root, { recursive: true, withFileTypes: true });
  } catch {
    return new Map();
  }
  const files = entries
    .filter(
      (entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.startsWith('~$'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return new Map(
    files.map((path) => [
      relative(city, path).split(sep).join('/'),
      new Uint8Array(readFileSync(path)),
    ]),
  );
}
