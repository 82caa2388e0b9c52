import { describe, expect, it } from 'vitest';
import { packName, readPackName } from '../../src/worker/names.ts';
import {
  addressOf,
  assetsIn,
  pageAddress,
  routeOf,
  segmentOf,
  typeOf,
} from '../../src/worker/routes.ts';

const ORIGIN = 'https://data.example.org';
const language = (segment: string) => ({ segment, pack: '', download: 0, disk: 0 });
const site = { base: '/city/', languages: [language('ja'), language('ja-easy'), language('en')] };

const ask = (address: string, mode = 'cors', destination = 'script', method = 'GET') =>
  routeOf({ method, url: new URL(address, `${ORIGIN}/`).href, mode, destination }, ORIGIN, site);
const open = (address: string) => ask(address, 'navigate', 'document');

describe('how a request is answered', () => {
  it.each([
    ['/city/', 'page'],
    ['/city/ja/', 'page'],
    ['/city/ja-easy/search/?q=x', 'page'],
    ['/city/en/none/at/all', 'page'],
    ['/city/data/observations.csv', 'other'],
    ['/city/robots.txt', 'other'],
    ['/other/ja/', 'leave'],
    ['/city/packs/ja-1.pack', 'leave'],
  ])('opens %s as %s', (address, route) => {
    expect(open(address)).toBe(route);
  });

  it.each([
    ['/city/_assets/Base.abc12345.js', 'asset'],
    ['/city/pagefind/fragment/ja_1.pf_fragment', 'asset'],
    ['/city/pagefind/pagefind.ja_9.pf_meta', 'asset'],
    ['/city/pagefind/pagefind-entry.json?ts=1', 'file'],
    ['/city/pagefind/wasm.unknown.pagefind', 'file'],
    ['/city/favicon.svg', 'file'],
    ['/city/data/observations.json', 'leave'],
    ['/city/sw.js', 'leave'],
    ['https://elsewhere.example/city/_assets/a.js', 'leave'],
  ])('loads %s as %s', (address, route) => {
    expect(ask(address)).toBe(route);
  });

  it('leaves frames and what is sent alone', () => {
    expect(ask('/city/ja/', 'navigate', 'iframe')).toBe('leave');
    expect(ask('/city/ja/', 'cors', '', 'POST')).toBe('leave');
  });
});

describe('names and addresses', () => {
  it('knows the language of a path, also where one segment begins like another', () => {
    const found = ['/city/ja/x/', '/city/ja-easy/', '/city/jax/', '/city/'].map((path) =>
      segmentOf(path, site),
    );
    expect(found).toEqual(['ja', 'ja-easy', null, null]);
  });

  it.each([
    ['https://a.example/ja/checks/?q=1#gap', 'https://a.example/ja/checks/'],
    ['https://a.example/ja/checks', 'https://a.example/ja/checks/'],
    ['https://a.example/ja/checks/index.html', 'https://a.example/ja/checks/'],
    ['https://a.example/404.html', 'https://a.example/404.html'],
    ['https://a.example/', 'https://a.example/'],
  ])('keeps %s as %s', (address, kept) => {
    expect(pageAddress(address)).toBe(kept);
  });

  it('gives a file of a pack the address and the type it is asked for with', () => {
    expect(addressOf('ja/checks/index.html', '/city/')).toBe('/city/ja/checks/');
    expect(addressOf('index.html', '/city/')).toBe('/city/');
    expect(addressOf('404.html', '/')).toBe('/404.html');
    expect(['a/index.html', 'a.js', 'm.webmanifest', 'x.pf_meta'].map(typeOf)).toEqual([
      'text/html; charset=utf-8',
      'text/javascript; charset=utf-8',
      'application/manifest+json',
      'application/octet-stream',
    ]);
  });

  it('finds the assets a page or a script names', () => {
    const html =
      '<link href="/_assets/W.Bbx-Z_JV.css"><script src="/_assets/a.b_lang.C03i8Aom.js">';
    expect(assetsIn(`${html}import"./chart.D4mDzIvc.js"`)).toEqual([
      'W.Bbx-Z_JV.css',
      'a.b_lang.C03i8Aom.js',
      'chart.D4mDzIvc.js',
    ]);
    expect(assetsIn('no file at all')).toEqual([]);
  });

  it('reads the name of a pack back, and nobody else’s', () => {
    const pack = { segment: 'ja-easy', build: '0f', begun: 17 };
    expect(readPackName('/city/', packName('/city/', pack))).toEqual(pack);
    expect(readPackName('/', packName('/city/', pack))).toBe(null);
    for (const name of ['shirube /city/ visited', 'shirube /city/ pack ja', 'other', ''])
      expect(readPackName('/city/', name)).toBe(null);
  });
});
