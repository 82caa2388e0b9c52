import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Dictionaries } from '../i18n/index.ts';
import { PROJECT_FOLDER } from './city.ts';

const dictionary = z.record(z.string(), z.string());

/** Returns the built-in interface words by language tag: one file a language in src/i18n. */
export function readDictionaries(project: string = PROJECT_FOLDER): Dictionaries {
  const folder = join(project, 'src/i18n');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted();
  return new Map(
    files.map((name) => [
      name.slice(0, -'.json'.length),
      dictionary.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
    ]),
  );
}
