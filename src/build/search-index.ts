import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { minify } from 'vite';

/**
 * How large a piece of the index is, in Pagefind's own measure (20,000 unless told): a query loads the
 * pieces its words stand in, and the words of a Japanese compound stand in several.
 */
const PIECE = '2000';

/** Returns the number of pages indexed. Writes the search index of a built site into its folder. */
export async function writeSearchIndex(site: string): Promise<number> {
  // Where Pagefind's own process dies, its answers never come and Node would end without a word.
  let end = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    end = () => {
      reject(new Error('The search index could not be written: Pagefind stopped.'));
    };
  });
  process.once('beforeExit', end);
  try {
    return await Promise.race([index(site), stopped]);
  } finally {
    process.off('beforeExit', end);
  }
}

async function index(site: string): Promise<number> {
  // The setting has no other door, and a Pagefind that no longer knows it only writes larger pieces.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= PIECE;
  const { index: made, errors } = await pagefind.createIndex({
    excludeSelectors: ['rt', 'rp', '[data-pagefind-ignore]'],
  });
  if (made === undefined)
    throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  try {
    const added = await made.addDirectory({ path: site, glob: '*/**/*.html' });
    if (added.errors.length > 0)
      throw new Error(`The search index failed: ${added.errors.join('; ')}`);
    const folder = join(site, 'pagefind');
    const written = await made.writeFiles({ outputPath: folder });
    if (written.errors.length > 0)
      throw new Error(`The search index failed: ${written.errors.join('; ')}`);
    await keepSearch(folder);
    return added.page_count;
  } finally {
    await pagefind.close();
  }
}

/** The program that searches; Pagefind writes its own pages of results beside it, which we do not show. */
const PROGRAM = 'pagefind.js';

async function keepSearch(folder: string): Promise<void> {
  for (const name of readdirSync(folder))
    if (/\.(?:js|css)$/u.test(name) && name !== PROGRAM) rmSync(join(folder, name));
  const file = join(folder, PROGRAM);
  const { code, errors } = await minify(PROGRAM, readFileSync(file, 'utf8'), { module: true });
  const [error] = errors;
  if (error !== undefined)
    throw new Error(`The search program could not be made smaller: ${error.message}`);
  writeFileSync(file, code);
}
