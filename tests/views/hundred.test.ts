import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/core/decimal.ts';
import type { Unit } from '../../src/core/model.ts';
import { newestFigure, type Figure } from '../../src/core/progress.ts';
import type { Edition } from '../../src/views/edition.ts';
import { hundredOf } from '../../src/views/hundred.ts';
import { makeIndicator, makeObservation } from '../core/make.ts';
import { edition } from './first-city.ts';

const ja = edition('ja');
const easy = edition('ja-x-easy');

function figure(value: string): Figure {
  return { ...makeObservation('plan', 'actual', 2022, value), value: decimal(value) };
}
const dots = (value: string, of: Edition = easy, unit = 'percent') => {
  const found = hundredOf(of, makeIndicator({ unit }), figure(value))?.dots;
  if (found === undefined) return null;
  expect(found).toHaveLength(100);
  return [found.filter((d) => d === 'full').length, found.filter((d) => d === 'half').length];
};

describe('hundredOf', () => {
  it.each([
    ['0', 0, 0],
    ['0.2', 0, 0],
    ['1', 1, 0],
    ['34.2', 34, 0],
    ['34.3', 34, 1],
    ['34.5', 34, 1],
    ['34.7', 34, 1],
    ['34.8', 35, 0],
    ['52.1', 52, 0],
    ['99.5', 99, 1],
    ['99.9', 100, 0],
    ['100', 100, 0],
    ['100.0', 100, 0],
  ])('draws %s as %i full dots and %i half ones', (value, full, half) => {
    expect(dots(value)).toEqual([full, half]);
  });

  it('fills the dots from the first on, the half one behind the full ones', () => {
    const found = hundredOf(easy, makeIndicator(), figure('2.5'));
    expect(found?.dots.slice(0, 4)).toEqual(['full', 'full', 'half', 'none']);
  });

  it('says a share exactly where it is whole, else about', () => {
    const said = (value: string) => hundredOf(easy, makeIndicator(), figure(value))?.text;
    const words = (key: 'hundred.exact' | 'hundred.about', count: string) =>
      easy.words.t(key, { count });
    expect(said('34')).toBe(words('hundred.exact', '34'));
    expect(said('34.0')).toBe(words('hundred.exact', '34'));
    expect(said('34.4')).toBe(words('hundred.about', '34'));
    expect(said('34.5')).toBe(words('hundred.about', '35'));
    expect(words('hundred.exact', '34')).not.toBe(words('hundred.about', '34'));
  });

  it('has no picture for what is no share of a hundred', () => {
    expect(dots('100.1')).toBeNull();
    expect(dots('-0.1')).toBeNull();
    expect(dots('34', easy, 'person')).toBeNull();
    expect(dots('34', easy, 'no-such-unit')).toBeNull();
    expect(hundredOf(easy, makeIndicator(), null)).toBeNull();
  });

  it('draws a share that is counted in tenths as what it is in hundredths', () => {
    const tenth: Unit = {
      id: 'tenth',
      label: '割',
      pattern: '{value}割',
      base: 'percent',
      multiplier: 10,
    };
    const model = { ...easy.model, units: new Map([['tenth', tenth]]) };
    expect(dots('9', { ...easy, model }, 'tenth')).toEqual([90, 0]);
    expect(dots('2.55', { ...easy, model }, 'tenth')).toEqual([25, 1]);
    expect(dots('10.1', { ...easy, model }, 'tenth')).toBeNull();
  });

  it('is drawn for readers of easy Japanese alone', () => {
    expect(dots('34', ja)).toBeNull();
    expect(dots('34', edition('en'))).toBeNull();
  });

  it('is there for the first city’s percentages and for no other indicator', () => {
    const { indicators, observations, documents } = easy.model;
    const drawn = indicators.filter((indicator) => {
      const own = observations.filter((o) => o.indicator_id === indicator.id);
      return hundredOf(easy, indicator, newestFigure(own, documents)) !== null;
    });
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.map((i) => i.id)).toEqual(
      indicators.filter((i) => i.unit === 'percent').map((i) => i.id),
    );
  });
});
