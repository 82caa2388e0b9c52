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
  // The invented city is built twice from one folder among the killed builds (publish.test.ts).
  it('are the same to the last byte, the search index too', async () => {
    const dist = join(work, 'again');
    expect(await runBuild({ dist })).toMatchObject({ code: 0 });
    expect(differences(fingerprint(dist), fingerprint(firstSite.folder))).toEqual([]);
    expect(listFiles(dist).some((file) => file.startsWith('pagefind/fragment/'))).toBe(true);
  });

  it('are the same at the same time, with an empty cache, from a folder elsewhere, in another place of the world', async () => {
    const runs = await Promise.all(
      sites.map(({ name, city }) => {
        const copy = copyOfCity(city);
        cities.push(copy);
        return runBuild({
          city: copy,
          dist: join(work, `copy-${name}`),
          env: { TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8', LC_ALL: 'C' },
        });
      }),
    );
    expect(runs.map(({ code, said }) => (code === 0 ? '' : said))).toEqual(sites.map(() => ''));
    for (const { name, folder } of sites) {
      const found = fingerprint(join(work, `copy-${name}`));
      expect([name, differences(found, fingerprint(folder))]).toEqual([name, []]);
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

const canonical = (html: string) => /<link rel="canonical" href="([^"]+)">/u.exec(html)?.[1];

describe('SITE_URL', () => {
  const origin = 'https://open.example.net';
  const base = '/sub/dir/';

  // Each site at one of the two ways to write the address.
  describe.each(
    sites.map((site, index) => [`${origin}${index === 0 ? base : '/sub/dir'}`, site] as const),
  )('%s', (url, site) => {
    const dist = join(work, `moved-${site.name}`);
    const page = `${site.languages[0].segment}/checks/index.html`;
    beforeAll(async () => {
      const city = site.city === project ? '' : site.city;
      expect(await runBuild({ city, dist, url })).toMatchObject({ code: 0 });
    });

    it('moves the whole site: canonical addresses, alternates, and every link', () => {
      const own = readFileSync(join(site.folder, page), 'utf8');
      expect(own).not.toContain(origin);
      const pages = readOutput(dist, listFiles(dist));
      expect(pages.length).toBeGreaterThan(50);
      for (const { file, links } of pages) {
        const html = readFileSync(join(dist, file), 'utf8');
        const before = canonical(readFileSync(join(site.folder, file), 'utf8'));
        expect([file, canonical(html)]).toEqual([
          file,
          before?.replace(`${site.origin}${site.base}`, `${origin}${base}`),
        ]);
        expect([file, before === undefined]).toEqual([file, file === '404.html']);
        expect(html).not.toContain(`${site.origin}${site.base}`);
        const wrong = links.filter(({ value }) => value.startsWith('/') && !value.startsWith(base));
        expect([file, wrong]).toEqual([file, []]);
      }
    });

    it('leaves no link broken', () => {
      expect(lintOutput(dist, { base, origin })).toEqual([]);
    });
  });
});
