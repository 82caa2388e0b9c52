import { describe, expect, it } from 'vitest';
import { anchor, file, makePaths, page, place } from '../../src/core/paths.ts';

const languages = [
  { tag: 'ja', segment: 'ja' },
  { tag: 'ja-x-easy', segment: 'ja-easy' },
];

describe('makePaths', () => {
  it.each(['https://data.example', 'https://data.example/'])('is at the root for %s', (url) => {
    const paths = makePaths(url, languages);
    expect(paths.base).toBe('/');
    expect(paths.page('ja', page.checks())).toBe('/ja/checks/');
    expect(paths.file(file.dataset('plans', 'csv'))).toBe('/data/plans.csv');
    expect(paths.root).toBe('/');
  });

  it.each(['https://data.example/a/city', 'https://data.example/a/city/'])(
    'keeps the base path of %s',
    (url) => {
      const paths = makePaths(url, languages);
      expect(paths.base).toBe('/a/city/');
      expect(paths.page('ja', page.home())).toBe('/a/city/ja/');
      expect(paths.page('ja-x-easy', page.indicator('share'))).toBe(
        '/a/city/ja-easy/indicators/share/',
      );
      expect(paths.file(file.indicator('share', 'svg'))).toBe('/a/city/data/indicators/share.svg');
      expect(paths.absolute(paths.page('ja', page.data()))).toBe(
        'https://data.example/a/city/ja/data/',
      );
      expect(paths.root).toBe('/a/city/');
    },
  );

  it('keeps a port and drops nothing of the host', () => {
    expect(makePaths('http://localhost:4321/x', languages).absolute('/x/ja/')).toBe(
      'http://localhost:4321/x/ja/',
    );
  });

  it('encodes the query of a search', () => {
    const paths = makePaths('https://data.example/city', languages);
    expect(paths.search('ja', '地下水 & "水"#1')).toBe(
      '/city/ja/search/?q=%E5%9C%B0%E4%B8%8B%E6%B0%B4%20%26%20%22%E6%B0%B4%22%231',
    );
  });

  it('leads from an indicator to its comparison with another', () => {
    const paths = makePaths('https://data.example/city', languages);
    expect(paths.compare('ja-x-easy', 'water-use')).toBe('/city/ja-easy/compare/?a=water-use');
  });

  it('throws for a language the site does not have, and for a segment taken for a tag', () => {
    const paths = makePaths('https://data.example/', languages);
    expect(() => paths.page('en', page.home())).toThrow('No such language: en');
    expect(() => paths.search('ja-easy', 'x')).toThrow('No such language: ja-easy');
  });
});

describe('page', () => {
  it('ends every page in a slash and starts none with one', () => {
    const all = [
      page.plans(),
      page.plan('p'),
      page.section('p', 's'),
      page.indicators(),
      page.indicator('i'),
      page.compare(),
      page.goals(),
      page.checks(),
      page.data(),
      page.dataset('d'),
      page.search(),
      page.about(),
    ];
    expect(all.filter((path) => !/^[a-z][^/]*(?:\/[a-z]+)*\/$/u.test(path))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
    expect(page.section('p', 's')).toBe('plans/p/s/');
  });
});

describe('anchor, place', () => {
  it('name places on a page', () => {
    expect(anchor('/ja/goals/', place.goal(11))).toBe('/ja/goals/#goal-11');
  });
});
