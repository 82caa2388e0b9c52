import { describe, expect, it } from 'vitest';
import { kindOf } from '../../scripts/lib/built-site.ts';
import { growthOf } from '../../scripts/lib/growth.ts';
import { inventedCity } from '../../scripts/lib/invented-city.ts';
import { sampleOf } from '../../scripts/lib/sample.ts';
import { makeStages, readStages } from '../../scripts/lib/stages.ts';
import { inspectCity } from '../../src/inspect.ts';
import { readDictionaries } from '../../src/io/read-dictionaries.ts';

describe('an invented city', () => {
  const settings = { indicators: 60, seed: 7, languages: ['en', 'de'] };
  const files = inventedCity(settings);

  it('has no error, and only languages without translations to warn of', () => {
    const { model, problems } = inspectCity(files, readDictionaries());
    expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
    expect(new Set(problems.map((p) => p.code))).toEqual(
      new Set(['dictionary_incomplete', 'translation_missing']),
    );
    expect(model?.indicators).toHaveLength(60);
    expect(model?.observations.length).toBeGreaterThan(400);
    expect(model?.measures).toHaveLength(30);
    expect(model?.checks.length).toBeGreaterThan(30);
  });

  it('is the same for the same seed, and another for another', () => {
    const text = (of: ReadonlyMap<string, Uint8Array>) =>
      [...of].map(([file, bytes]) => `${file}\n${new TextDecoder().decode(bytes)}`).join('\n');
    expect(text(inventedCity(settings))).toBe(text(files));
    expect(text(inventedCity({ ...settings, seed: 8 }))).not.toBe(text(files));
  });
});

describe('growthOf', () => {
  const costs = (of: (size: number) => number) =>
    [100, 1000, 10_000].map((size) => ({ size, seconds: of(size) }));

  it('calls a line one, whatever a build costs anyway', () => {
    const { steps, isLinear } = growthOf(costs((n) => 5 + n / 100));
    expect(steps.map(({ each }) => Math.round(each))).toEqual([10, 10]);
    expect(isLinear).toBe(true);
  });

  it('sees what grows with the square', () => {
    expect(growthOf(costs((n) => 5 + n / 100 + n ** 2 / 1e6)).isLinear).toBe(false);
  });

  it('does not know from two sizes', () => {
    expect(growthOf(costs((n) => n).slice(0, 2)).isLinear).toBeNull();
  });
});

it('reads the stages that a build prints', async () => {
  const stages = makeStages();
  expect(await stages.run('search index', () => 3)).toBe(3);
  expect(readStages(`x\n${stages.lines().join('\n')}\ny`)).toEqual([
    {
      name: 'search index',
      seconds: expect.any(Number) as number,
      processor: expect.any(Number) as number,
    },
  ]);
});

it('draws the same sample for the same seed, in order', () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  const sample = sampleOf(items, 10, 1);
  expect(sampleOf(items, 10, 1)).toEqual(sample);
  expect(sampleOf(items, 10, 2)).not.toEqual(sample);
  expect(sample).toEqual(sample.toSorted((a, b) => a - b));
  expect(new Set(sample).size).toBe(10);
  expect(sampleOf(items, 99, 1)).toEqual(items);
});

it('names the kind of a page by its address', () => {
  expect(
    ['', 'en/', 'en/indicators/x/', 'en/plans/a/b/', '404.html', 'embed/en/x/'].map((a) =>
      kindOf(a, ['en']),
    ),
  ).toEqual(['root', 'home', 'indicators/…', 'plans/…/…', '404.html', 'embed/…/…']);
});
