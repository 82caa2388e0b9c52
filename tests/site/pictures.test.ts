import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPng } from '../pictures/read-png.ts';
import { pagePaths, sites } from '../lib/sites.ts';

const metaOf = (html: string, name: string) =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`, 'u').exec(html)?.[1] ?? null;

describe.each(sites.map((site) => [site.name, site] as const))('the pictures of %s', (_, site) => {
  const indicators = readdirSync(join(site.city, 'content/indicators')).map((file) =>
    file.replace(/\.json$/u, ''),
  );

  it('has one for each indicator and language, one for a language, and no other', () => {
    const wanted = site.languages.flatMap(({ segment }) => [
      `${segment}.png`,
      ...indicators.map((id) => `${segment}/${id}.png`),
    ]);
    const found = readdirSync(join(site.folder, 'share'), { recursive: true, encoding: 'utf8' });
    expect(found.filter((file) => file.endsWith('.png')).toSorted()).toEqual(wanted.toSorted());
    const small = wanted.filter((file) => statSync(join(site.folder, 'share', file)).size < 5_000);
    const large = wanted.filter((file) => statSync(join(site.folder, 'share', file)).size > 60_000);
    expect([small, large]).toEqual([[], []]);
  });

  it('gives every page a picture that is there, with its size and its words', () => {
    for (const { segment } of site.languages) {
      for (const path of pagePaths(site, segment)) {
        const html = readFileSync(join(site.folder, segment, path, 'index.html'), 'utf8');
        const image = metaOf(html, 'og:image') ?? '';
        const own = /^indicators\/([^/]+)\/$/u.exec(path)?.[1];
        expect(image).toBe(
          `${site.origin}${site.base}share/${segment}${own === undefined ? '' : `/${own}`}.png`,
        );
        expect(
          existsSync(join(site.folder, image.slice(`${site.origin}${site.base}`.length))),
        ).toBe(true);
        expect(metaOf(html, 'og:image:width')).toBe('1200');
        expect(metaOf(html, 'og:image:height')).toBe('630');
        expect(metaOf(html, 'og:image:alt')?.length).toBeGreaterThan(15);
        expect(metaOf(html, 'og:image:alt')).not.toMatch(/[｜《》]/u);
        expect(metaOf(html, 'twitter:card')).toBe('summary_large_image');
      }
    }
  });

  it('offers each chart as PNG beside the SVG, with the size of the file', () => {
    const [{ segment }] = site.languages;
    const folder = join(site.folder, 'data/indicators');
    for (const id of indicators) {
      const html = readFileSync(join(site.folder, segment, 'indicators', id, 'index.html'), 'utf8');
      const chart = existsSync(join(folder, `${id}.svg`));
      expect([id, existsSync(join(folder, `${id}.png`))]).toEqual([id, chart]);
      expect([id, html.includes(`href="${site.base}data/indicators/${id}.png"`)]).toEqual([
        id,
        chart,
      ]);
      if (!chart) continue;
      const { size } = statSync(join(folder, `${id}.png`));
      expect(size).toBeLessThan(80_000);
      const shown = new RegExp(`${id}\\.png"[^>]*>[^<]*</a><span[^>]*>(\\d+)`, 'u').exec(html)?.[1];
      expect(Math.abs(Number(shown) - size / 1000)).toBeLessThan(2);
    }
  });

  it('draws each in its frame, not blank', () => {
    for (const { segment } of site.languages) {
      for (const id of indicators.slice(0, 4)) {
        const png = readPng(readFileSync(join(site.folder, 'share', segment, `${id}.png`)));
        expect([png.width, png.height]).toEqual([1200, 630]);
        expect(png.ink(64, 118, 1072, 430)).toBeGreaterThan(5000);
        expect(png.ink(1162, 12, 38, 618)).toBe(0);
      }
    }
  });
});
