import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newBuildFolder, publish, recover, type BuildFolders } from '../../src/build/publish.ts';
import { listFiles } from '../../src/build/output.ts';
import {
  copyOfCity,
  differences,
  fingerprint,
  project,
  runBuild,
  STACK_TRACE,
  workFolder,
} from './run-build.ts';

const work = workFolder('test-publish');
const cities: string[] = [];

afterAll(() => {
  for (const folder of [work, ...cities]) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the invented city, which is built sooner than the first, with one change. */
function cityWith(change: (city: string) => void): string {
  const city = copyOfCity(join(project, 'tests/fixtures/cities/rivermouth'));
  cities.push(city);
  change(city);
  return city;
}

function edit(file: string, before: string | RegExp, after: string): void {
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(before, after);
  if (edited === text) throw new Error(`Nothing to change in ${file}`);
  writeFileSync(file, edited);
}

describe('a build that fails', () => {
  const dist = join(work, 'standing');
  let before: Record<string, string>;
  beforeAll(() => {
    mkdirSync(join(dist, 'ja'), { recursive: true });
    writeFileSync(join(dist, 'index.html'), 'published');
    writeFileSync(join(dist, 'ja/index.html'), 'published too');
    before = fingerprint(dist);
  });

  function expectUntouched(): void {
    expect(fingerprint(dist)).toEqual(before);
    expect(existsSync(`${dist}.previous`)).toBe(false);
  }

  it('leaves the published site alone where the content has an error, and says where', async () => {
    const city = cityWith((folder) => {
      edit(
        join(folder, 'content/documents/tide-2020-plan/observations.csv'),
        /\briver-nitrate\b/u,
        'no-such-indicator',
      );
    });
    const { code, said } = await runBuild({ city, dist });
    expect(code).toBe(1);
    expect(said).toMatch(/content\/documents\/tide-2020-plan\/observations\.csv/u);
    expect(said).toContain('no-such-indicator');
    expect(said).not.toMatch(STACK_TRACE);
    expectUntouched();
  });

  it('leaves it alone where site.json cannot be read at all', async () => {
    const city = cityWith((folder) => {
      writeFileSync(join(folder, 'content/site.json'), '{ "name": ');
    });
    const { code, said } = await runBuild({ city, dist });
    expect(code).toBe(1);
    expect(said).toContain('site.json');
    expect(said).not.toMatch(STACK_TRACE);
    expectUntouched();
  });

  it('leaves it alone where there is no city', async () => {
    const { code, said } = await runBuild({ city: join(work, 'nowhere'), dist });
    expect(code).toBe(1);
    expect(said).not.toMatch(STACK_TRACE);
    expectUntouched();
  });

  it('leaves it alone where a page links to nowhere, and names page and link', async () => {
    const city = cityWith((folder) => {
      const file = join(folder, 'content/plans/tide-2020/en/index.mdx');
      writeFileSync(
        file,
        `${readFileSync(file, 'utf8')}\n[a dead end](/rivermouth/en/no-such-page/)\n`,
      );
    });
    const { code, said } = await runBuild({ city, dist });
    expect(code).toBe(1);
    expect(said).toMatch(
      /en\/plans\/tide-2020\/index\.html: broken link: \/rivermouth\/en\/no-such-page\//u,
    );
    expect(said).not.toMatch(STACK_TRACE);
    expectUntouched();
  });

  it('leaves it alone where Astro stops in the middle, and shows no stack trace', async () => {
    const city = cityWith((folder) => {
      // A file of the city stands where the build must make a folder.
      writeFileSync(join(folder, 'public/en'), 'in the way');
    });
    const { code, said } = await runBuild({ city, dist });
    expect(code).toBe(1);
    expect(said).toContain('published site (dist) is unchanged');
    expect(said).not.toMatch(STACK_TRACE);
    expectUntouched();
  });

  it('leaves it alone where the search index stops, and shows no stack trace', async () => {
    const city = cityWith((folder) => {
      writeFileSync(join(folder, 'public/pagefind'), 'in the way');
    });
    const { code, said } = await runBuild({ city, dist });
    expect(code).toBe(1);
    expect(said).toContain('published site (dist) is unchanged');
    expect(said).not.toMatch(STACK_TRACE);
    expectUntouched();
  });

  it.each(['open.example.net', 'ftp://open.example.net/', 'https://'])(
    'says that SITE_URL=%s is no address',
    async (url) => {
      const { code, said } = await runBuild({ dist, url });
      expect(code).toBe(1);
      expect(said).toContain('SITE_URL');
      expect(said).toContain(url);
      expect(said).not.toMatch(STACK_TRACE);
      expectUntouched();
    },
  );
});

describe('a build that is killed', () => {
  const dist = join(work, 'killed');
  const folders: BuildFolders = { work: join(work, 'none'), dist, previous: `${dist}.previous` };
  const kept = { old: join(work, 'kept-old'), new: join(work, 'kept-new') };
  let newCity: string;
  let known: { old: Record<string, string>; new: Record<string, string> };

  beforeAll(async () => {
    newCity = copyOfCity(join(project, 'tests/fixtures/cities/rivermouth'));
    cities.push(newCity);
    expect(await runBuild({ city: newCity, dist: kept.old })).toMatchObject({ code: 0 });
    edit(join(newCity, 'content/site.json'), /"updated": "[^"]+"/u, '"updated": "2026-01-31"');
    edit(join(newCity, 'content/site.json'), /"as_of": "[^"]+"/u, '"as_of": "2026-01-31"');
    expect(await runBuild({ city: newCity, dist: kept.new })).toMatchObject({ code: 0 });
    known = { old: fingerprint(kept.old), new: fingerprint(kept.new) };
    expect(differences(known.new, known.old).length).toBeGreaterThan(10);
  });

  /** A build at work takes folders away while they are read: such a moment is none to count in. */
  const pagesIn = (folder: string): number => {
    try {
      return listFiles(folder).filter((file) => file.endsWith('.html')).length;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
      throw error;
    }
  };
  const pages = (): number => pagesIn(kept.new);
  /** Moments of the kill, as what is on the disk by then. */
  const MOMENTS: readonly (readonly [string, (folder: string) => boolean])[] = [
    ['when it has begun', () => true],
    ['at the first page', (folder) => pagesIn(folder) > 0],
    ['at half of the pages', (folder) => pagesIn(folder) > pages() / 2],
    ['when all pages are written', (folder) => pagesIn(folder) >= pages()],
    ['when the search index is begun', (folder) => existsSync(join(folder, 'pagefind'))],
    [
      'when the search index has its entry',
      (folder) => existsSync(join(folder, 'pagefind/pagefind.js')),
    ],
  ];

  it.each(MOMENTS)('leaves the complete old site: killed %s', async (_, killWhen) => {
    rmSync(dist, { recursive: true, force: true });
    cpSync(kept.old, dist, { recursive: true });
    expect((await runBuild({ city: newCity, dist, killWhen })).code).toBe(null);
    // What every command does first.
    recover(folders);
    expect(differences(known.old, fingerprint(dist))).toEqual([]);
  });

  it('leaves the old site or the new one, never a part: killed in the swap', async () => {
    rmSync(dist, { recursive: true, force: true });
    cpSync(kept.old, dist, { recursive: true });
    // The swap may be over before the kill comes: then the build ends well.
    await runBuild({ city: newCity, dist, killWhen: () => existsSync(folders.previous) });
    recover(folders);
    const found = fingerprint(dist);
    expect([known.old, known.new].some((site) => differences(site, found).length === 0)).toBe(true);
  });

  it('is followed by a build that works and leaves nothing behind', async () => {
    expect(await runBuild({ city: newCity, dist })).toMatchObject({ code: 0 });
    expect(differences(fingerprint(dist), known.new)).toEqual([]);
    expect(existsSync(folders.previous)).toBe(false);
  });
});

describe('putting a site in place', () => {
  let count = 0;
  function folders(): BuildFolders {
    count += 1;
    const root = join(work, `unit-${String(count)}`);
    mkdirSync(root, { recursive: true });
    return {
      work: join(root, 'work'),
      dist: join(root, 'dist'),
      previous: join(root, 'dist.previous'),
    };
  }
  function write(folder: string, text: string): string {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.html'), text);
    return folder;
  }
  const read = (folder: string) => readFileSync(join(folder, 'index.html'), 'utf8');

  it('puts the first site where there was none', () => {
    const place = folders();
    publish(place, write(join(place.work, 'site-1'), 'new'));
    expect(read(place.dist)).toBe('new');
    expect(existsSync(place.previous)).toBe(false);
  });

  it('replaces the whole old site, with no file of it left', () => {
    const place = folders();
    write(place.dist, 'old');
    writeFileSync(join(place.dist, 'gone.html'), 'old');
    publish(place, write(join(place.work, 'site-1'), 'new'));
    expect(Object.keys(fingerprint(place.dist))).toEqual(['index.html']);
    expect(read(place.dist)).toBe('new');
    expect(existsSync(place.previous)).toBe(false);
  });

  it('keeps the old site where the new one cannot be put in place', () => {
    const place = folders();
    write(place.dist, 'old');
    expect(() => {
      publish(place, join(place.work, 'never-built'));
    }).toThrow(/ENOENT/u);
    expect(read(place.dist)).toBe('old');
  });

  it('brings the old site back after a kill between the two renames', () => {
    const place = folders();
    write(place.previous, 'old');
    recover(place);
    expect(read(place.dist)).toBe('old');
    expect(existsSync(place.previous)).toBe(false);
  });

  it('leaves the new site in place after a kill behind the two renames', () => {
    const place = folders();
    write(place.previous, 'old');
    write(place.dist, 'new');
    recover(place);
    expect(read(place.dist)).toBe('new');
    publish(place, write(join(place.work, 'site-1'), 'newer'));
    expect(read(place.dist)).toBe('newer');
    expect(existsSync(place.previous)).toBe(false);
  });

  it('does nothing where nothing was ever published', () => {
    const place = folders();
    recover(place);
    expect(existsSync(place.dist)).toBe(false);
  });

  it('removes what builds that no longer run have left, and nothing of those that do', () => {
    const place = folders();
    // The number of no process: above the largest Linux gives out.
    const dead = write(join(place.work, 'site-99999999'), 'left');
    const alive = write(join(place.work, `site-${String(process.ppid)}`), 'being built');
    const cache = write(join(place.work, 'cache'), 'cache');
    const folder = newBuildFolder(place, String(process.pid));
    expect(existsSync(folder)).toBe(false);
    expect([dead, alive, cache].map((path) => existsSync(path))).toEqual([false, true, true]);
  });
});
