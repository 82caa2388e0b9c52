import { describe, expect, it } from 'vitest';
import { lockProblems, publishedIds, writeLock } from '../../src/core/lock.ts';
import { changedCity, cityTexts, contentOf, encode } from './make.ts';

const LOCK = 'content/ids.lock';
const sound = writeLock(contentOf(encode(cityTexts())));
const problems = (lock: string, changes: Parameters<typeof changedCity>[0] = {}) =>
  lockProblems(contentOf(changedCity({ ...changes, [LOCK]: lock }))).map((p) => [
    p.code,
    p.severity,
    p.line,
    p.field,
    p.value,
    p.values,
  ]);

describe('writeLock', () => {
  it('writes one line an id, in an order that changes only where an id is added', () => {
    const lines = sound.split('\n');
    expect(lines).toContain('indicators\tshare\t割合 [percent]');
    expect(lines).toContain('observations\tnew-t1-r1-c2\tshare actual 2022');
    expect(lines).toContain('sections\tplan-a-1\tSecond');
    expect(lines).toContain('facts\tpeople\t人口');
    expect(sound.endsWith('\n')).toBe(true);
    expect(lines).toHaveLength(publishedIds(contentOf(encode(cityTexts()))).length + 1);
  });
});

describe('lockProblems', () => {
  it('finds nothing where nothing changed, with either line end', () => {
    expect(problems(sound)).toEqual([]);
    expect(problems(sound.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it('is an error where a published id vanished, with its line in the lock', () => {
    const lock = `${sound}uses\told-t1-r9\tplan-a share\n`;
    expect(problems(lock)).toEqual([
      ['id_vanished', 'error', lock.split('\n').length - 1, 'uses', 'old-t1-r9', {}],
    ]);
  });

  it('is an error where an id means something else', () => {
    const lock = sound.replace('share actual 2022', 'share actual 2021');
    expect(problems(lock).map((p) => [p[0], p[1], p[4], p[5]])).toEqual([
      [
        'id_changed',
        'error',
        'new-t1-r1-c2',
        { before: 'share actual 2021', now: 'share actual 2022' },
      ],
    ]);
  });

  it('sees a changed unit as a changed meaning, a corrected value as none', () => {
    expect(
      problems(sound, {
        'content/indicators/share.json': (t) => t.replace('"percent"', '"well"'),
      }).map((p) => p[0]),
    ).toEqual(['id_changed']);
    expect(
      problems(sound, {
        'content/documents/new/observations.csv': (t) => t.replaceAll('40.0', '41.0'),
      }),
    ).toEqual([]);
  });

  it('tells new ids once for each dataset, as a warning', () => {
    const lock = sound
      .split('\n')
      .filter((line) => !line.startsWith('indicators\t') && !line.startsWith('facts\t'))
      .join('\n');
    expect(problems(lock)).toEqual([
      ['id_new', 'warning', null, 'facts', 'people', { count: '1' }],
      ['id_new', 'warning', null, 'indicators', 'share', { count: '2' }],
    ]);
  });

  it('takes a missing lock for an empty one', () => {
    const all = lockProblems(contentOf(encode(cityTexts())));
    expect(all.length).toBeGreaterThan(0);
    expect(all.every((p) => p.code === 'id_new')).toBe(true);
  });
});
