import { join } from 'node:path';
import * as pagefind from 'pagefind';

/** Returns the number of pages indexed. Writes the search index of a built site into its folder. */
export async function writeSearchIndex(site: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({
    excludeSelectors: ['rt', 'rp', '[data-pagefind-ignore]'],
  });
  if (index === undefined)
    throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  try {
    const added = await index.addDirectory({ path: site, glob: '*/**/*.html' });
    if (added.errors.length > 0)
      throw new Error(`The search index failed: ${added.errors.join('; ')}`);
    const written = await index.writeFiles({ outputPath: join(site, 'pagefind') });
    if (written.errors.length > 0)
      throw new Error(`The search index failed: ${written.errors.join('; ')}`);
    return added.page_count;
  } finally {
    await pagefind.close();
  }
}
