import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lintOutput } from '../../src/build/lint.ts';
import { listFiles, readOutput } from '../../src/build/output.ts';
import { firstSite, sites } from '../lib/sites.ts';
import {
  copyOfCity,
  differences,
  fingerprint,
  project,
  runBuild,
  workFolder,
} from './run-build.ts';

const work = workFolder('test-builds');
const cities: string[] = [];

afterAll(() => {
  for (const folder of [work, ...cities]) rmSync(folder, { recursive: true, force: true });
});

describe('two builds of the same content', () => {
  it.each(sites.map((site) => [site.name, site] as const))(
    'are the same to the last byte, the search index too: %s',
    async (name, site) => {
      const dist = join(work, name);
      const city = site.city === project ? '' : site.city;
      expect(await runBuild({ city, dist })).toMatchObject({ code: 0 });
      expect(differences(fingerprint(dist), fingerprint(site.folder))).toEqual([]);
      expect(listFiles(dist).some((file) => file.startsWith('pagefind/fragment/'))).toBe(true);
    },
  );

  it('are the same at the same time, with an empty cache, from a folder elsewhere, in another place of the world', async () => {
    const copies = [copyOfCity(), copyOfCity()];
    cities.push(...copies);
    const runs = await Promise.all(
      copies.map((city, index) =>
        runBuild({
          city,
          dist: join(work, `copy-${String(index)}`),
          env: { TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8', LC_ALL: 'C' },
        }),
      ),
    );
    expect(runs.map(({ code, said }) => (code === 0 ? '' : said))).toEqual(['', '']);
    for (const index of copies.keys()) {
      expect(
        differences(
          fingerprint(join(work, `copy-${String(index)}`)),
          fingerprint(firstSite.folder),
        ),
      ).toEqual([]);
    }
  });

  it('name no folder, no time and no user of the machine', () => {
    const found = sites.flatMap((site) =>
      listFiles(site.folder)
        .filter((file) => /\.(?:html|css|js|json|csv|svg|xml|txt)$/u.test(file))
        .filter((file) => readFileSync(join(site.folder, file), 'utf8').includes(project)),
    );
    expect(found).toEqual([]);
  });
});

describe('SITE_URL', () => {
  const origin = 'https://open.example.net';
  const base = '/sub/dir/';

  describe.each([`${origin}${base}`, `${origin}/sub/dir`])('%s', (url) => {
    const dist = join(work, url.endsWith('/') ? 'with-slash' : 'without-slash');
    beforeAll(async () => {
      expect(await runBuild({ dist, url })).toMatchObject({ code: 0 });
    });

    it('moves the whole site: canonical addresses, alternates, and every link', () => {
      const own = readFileSync(join(firstSite.folder, 'ja/checks/index.html'), 'utf8');
      expect(own).not.toContain(origin);
      const pages = readOutput(dist, listFiles(dist));
      expect(pages.length).toBeGreaterThan(50);
      for (const { file, links } of pages) {
        const html = readFileSync(join(dist, file), 'utf8');
        if (file !== '404.html') {
          const address = `${origin}${base}${file.replace(/index\.html$/u, '')}`;
          expect(html).toContain(`<link rel="canonical" href="${address}">`);
        }
        expect(html).not.toContain(firstSite.origin);
        const wrong = links.filter(({ value }) => value.startsWith('/') && !value.startsWith(base));
        expect([file, wrong]).toEqual([file, []]);
      }
    });

    it('leaves no link broken', () => {
      expect(lintOutput(dist, { base, origin })).toEqual([]);
    });
  });
});
