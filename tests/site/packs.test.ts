import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MOST_DOWNLOAD } from '../../src/build/offline.ts';
import { listFiles } from '../../src/build/output.ts';
import { openPack } from '../../src/worker/pack-reader.ts';
import { pagePaths, sites } from '../lib/sites.ts';

const languages = sites.flatMap((site) =>
  site.languages.map((language) => [`${site.name}/${language.segment}`, site, language] as const),
);

describe.each(languages)('the pack of %s', (_, site, language) => {
  const all = listFiles(site.folder);
  const own = all.filter((file) =>
    new RegExp(`^packs/${language.segment}-[0-9a-f]{16}\\.pack$`, 'u').test(file),
  );
  const [pack = ''] = own;
  const bytes = readFileSync(join(site.folder, pack));

  it('is there once, named by the build that the worker knows, and not too heavy', () => {
    expect(own).toHaveLength(1);
    const worker = readFileSync(join(site.folder, 'sw.js'), 'utf8');
    expect(worker).toContain(JSON.stringify(pack));
    expect(worker).toContain(`"download":${String(bytes.length)}`);
    expect(bytes.length).toBeLessThanOrEqual(MOST_DOWNLOAD);
  });

  it('has every page, asset and part of the search of its language, and nothing else', async () => {
    const { files } = await openPack(new Blob([bytes]).stream());
    const paths: string[] = [];
    for await (const file of files) paths.push(file.path);
    const pages = pagePaths(site, language.segment).map(
      (path) => `${language.segment}/${path}index.html`,
    );
    const needed = [
      ...pages,
      ...all.filter((file) => /^(?:_assets|icons)\//u.test(file)),
      ...['index.html', '404.html', 'favicon.svg', 'manifest.webmanifest'],
      ...['pagefind/pagefind.js', 'pagefind/pagefind-entry.json'],
    ];
    expect(paths).toEqual(expect.arrayContaining(needed));
    expect(new Set(paths).size).toBe(paths.length);
    const rest = paths.filter((path) => !needed.includes(path));
    const ofSearch = new RegExp(
      `^pagefind/(?:(?:fragment|index|filter)/${language.tag}_|pagefind\\.${language.tag}_|wasm\\.)|^search/`,
      'u',
    );
    expect(rest.filter((path) => !ofSearch.test(path))).toEqual([]);
    // Each page but those that hold no text of their own can be found.
    expect(rest.filter((path) => path.includes('/fragment/')).length).toBeGreaterThan(
      pages.length - 4,
    );
    expect(rest.filter((path) => path.includes('wasm.'))).toHaveLength(1);
  });
});
