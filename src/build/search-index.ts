import { join } from 'node:path';
import * as pagefind from 'pagefind';

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
  const { index: made, errors } = await pagefind.createIndex({
    excludeSelectors: ['rt', 'rp', '[data-pagefind-ignore]'],
  });
  if (made === undefined)
    throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  try {
    const added = await made.addDirectory({ path: site, glob: '*/**/*.html' });
    if (added.errors.length > 0)
      throw new Error(`The search index failed: ${added.errors.join('; ')}`);
    const written = await made.writeFiles({ outputPath: join(site, 'pagefind') });
    if (written.errors.length > 0)
      throw new Error(`The search index failed: ${written.errors.join('; ')}`);
    return added.page_count;
  } finally {
    await pagefind.close();
  }
}
