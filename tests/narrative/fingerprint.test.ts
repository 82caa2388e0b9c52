import { describe, expect, it } from 'vitest';
import {
  comparableNames,
  makeFingerprint,
  readFingerprint,
  sharedRun,
  winnowed,
} from '../../src/narrative/fingerprint.ts';

/** Letters that never come in the same order twice: kanji far apart, by a fixed rule. */
function letters(seed: number, count: number): string {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 8) % 0x4000));
  }).join('');
}
const DOCUMENT = letters(1, 400);
const OWN = letters(2, 300);

function read(text: string): ReadonlySet<number> {
  const found = readFingerprint(makeFingerprint(text));
  if (found === null) throw new Error('unreadable');
  return found;
}
const document = read(DOCUMENT);
/** Our text with a piece of the document put into it. */
const copying = (from: number, length: number, at: number) =>
  OWN.slice(0, at) + DOCUMENT.slice(from, from + length) + OWN.slice(at);

/** The piece that a text shares with a document; names may stand as they are. */
function shared(text: string, fingerprint: ReadonlySet<number>, names: readonly string[]) {
  return sharedRun(winnowed(text, names), fingerprint);
}

describe('sharedRun', () => {
  it('finds 25 characters in common wherever they start, in the document and in our text', () => {
    const missed: string[] = [];
    for (let from = 0; from + 25 <= DOCUMENT.length; from += 1) {
      for (const at of [0, 1, 7, 150, OWN.length]) {
        const found = shared(copying(from, 25, at), document, []);
        if (found === null || !DOCUMENT.includes(found))
          missed.push(`${String(from)} at ${String(at)}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('finds them where they are all our text', () => {
    const whole = Array.from({ length: DOCUMENT.length - 24 }, (_, from) =>
      shared(DOCUMENT.slice(from, from + 25), document, []),
    );
    expect(whole.filter((found) => found === null)).toEqual([]);
  });

  it('never finds fewer than 20', () => {
    const found: string[] = [];
    for (let from = 0; from + 19 <= DOCUMENT.length; from += 1)
      if (shared(copying(from, 19, 150), document, []) !== null) found.push(String(from));
    expect(found).toEqual([]);
    expect(shared(OWN, document, [])).toBeNull();
    expect(shared('', document, [])).toBeNull();
  });

  it('keeps of the document a part only: some runs of 20 are not found', () => {
    const found = Array.from({ length: DOCUMENT.length - 19 }, (_, from) =>
      shared(copying(from, 20, 150), document, []),
    ).filter((run) => run !== null);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(DOCUMENT.length / 2);
  });

  it('finds a document of 20 characters that is our whole text, and none of 19', () => {
    const short = DOCUMENT.slice(0, 20);
    expect(shared(short, read(short), [])).toBe(short);
    expect(shared(short.slice(1), read(short.slice(1)), [])).toBeNull();
  });

  it('gives the piece as it stands in both', () => {
    const found = shared(copying(100, 60, 30), document, []);
    expect(found).toHaveLength(20);
    expect(DOCUMENT.slice(100, 160)).toContain(found);
  });

  it('minds neither widths nor spaces nor capitals', () => {
    const printed = 'The City of Example shall, by 2030, plant ２０ thousand Trees';
    const fingerprint = read(printed);
    const ours = 'the  city of\nｅｘａｍｐｌｅ　shall，by 2030，plant 20 THOUSAND trees';
    expect(shared(ours, fingerprint, [])).not.toBeNull();
    expect(shared('the town of example ought to plant many trees', fingerprint, [])).toBeNull();
  });

  it('lets names stand, and finds what stands beside them', () => {
    const name = DOCUMENT.slice(50, 90);
    const ours = OWN + name + OWN;
    expect(shared(ours, document, [])).not.toBeNull();
    expect(shared(ours, document, comparableNames([name]))).toBeNull();
    expect(shared(copying(50, 65, 150), document, comparableNames([name]))).not.toBeNull();
    expect(shared(copying(31, 59, 150), document, comparableNames([name]))).toBeNull();
  });
});

describe('comparableNames', () => {
  it('writes names as they are compared, the longest first, each once', () => {
    expect(comparableNames(['Tide Plan', 'ＴＩＤＥ Plan', 'Harbour  Plan 2015'])).toEqual([
      'harbourplan2015',
      'tideplan',
    ]);
  });

  it('leaves out names so short that they are words', () => {
    expect(comparableNames(['計画', '三文字', '四つの字'])).toEqual(['四つの字']);
  });

  it('masks a long name whole, though a shorter one stands in it', () => {
    const long = DOCUMENT.slice(50, 90);
    const names = comparableNames([long.slice(0, 6), long]);
    expect(shared(OWN + long + OWN, document, names)).toBeNull();
  });
});

describe('the file of a fingerprint', () => {
  it('is the same for the same text, each time and on every machine', () => {
    expect(makeFingerprint(DOCUMENT)).toBe(makeFingerprint(DOCUMENT));
    expect(makeFingerprint('abcdefghijklmnopqrstuvwxyz')).toBe(
      makeFingerprint('ABCDEFGHIJ KLMNOPQRST\nUVWXYZ'),
    );
    expect(makeFingerprint('abcdefghijklmnopqrstuvwxyz')).toBe(
      'shirube fingerprint 1\n1jihrbax6t\n',
    );
  });

  it('holds nothing of the text, and its order tells nothing', () => {
    const [header, ...lines] = makeFingerprint(DOCUMENT).trim().split('\n');
    expect(header).toBe('shirube fingerprint 1');
    expect(lines.every((line) => /^[0-9a-z]+$/u.test(line))).toBe(true);
    const numbers = lines.map((line) => parseInt(line, 36));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeLessThan(DOCUMENT.length / 2);
  });

  it('is read as it was made, with either end of line', () => {
    const file = makeFingerprint(DOCUMENT);
    expect(readFingerprint(file)?.size).toBe(file.trim().split('\n').length - 1);
    expect(readFingerprint(file.replaceAll('\n', '\r\n'))).toEqual(readFingerprint(file));
    expect(readFingerprint(makeFingerprint(''))).toEqual(new Set());
  });

  it.each([
    ['an empty file', ''],
    ['another header', 'shirube fingerprint 2\nabc\n'],
    ['no header', 'abc\ndef\n'],
    ['a line that is no number', 'shirube fingerprint 1\nabc\nd-f\n'],
    ['capitals', 'shirube fingerprint 1\nABC\n'],
    ['an empty line between', 'shirube fingerprint 1\nabc\n\ndef\n'],
  ])('is not %s', (_, text) => {
    expect(readFingerprint(text)).toBeNull();
  });
});
