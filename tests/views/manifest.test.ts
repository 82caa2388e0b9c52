import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BRAND, GROUND, manifestOf } from '../../src/views/manifest.ts';
import { edition } from './first-city.ts';

it('has the colours of the tokens', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const value = (name: string): string =>
    new RegExp(`--${name}: (?:var\\(--([\\w-]+)\\)|(#\\w+))`, 'u')
      .exec(tokens)
      ?.slice(1)
      .map((found: string | undefined) =>
        found === undefined || found.startsWith('#') ? (found ?? '') : value(found),
      )
      .join('') ?? '';
  expect([value('brand'), value('ground')]).toEqual([BRAND, GROUND]);
});

it('opens at the root, alone, with an icon of each kind', () => {
  for (const tag of ['ja', 'ja-x-easy', 'en']) {
    const manifest = manifestOf(edition(tag));
    expect(manifest).toMatchObject({ display: 'standalone', start_url: '/', scope: '/', id: '/' });
    expect(manifest.name).not.toMatch(/[｜《]/u);
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ]);
  }
});
