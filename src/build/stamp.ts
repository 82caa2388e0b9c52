import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './output.ts';

/** Returns the build id: a hash over every file of the output, so the same content has the same id. */
export function buildId(folder: string): string {
  const hash = createHash('sha256');
  for (const file of listFiles(folder)) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(folder, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}
