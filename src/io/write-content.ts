import { renameSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes a text file whole or not at all: beside it first, then renamed into place. */
export function writeTextFile(folder: string, path: string, text: string): void {
  const target = join(folder, path);
  const draft = `${target}.draft-${String(process.pid)}`;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(draft, text, 'utf8');
  renameSync(draft, target);
}
