import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/core/decode.ts';

const FILE = 'content/facts.csv';
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const marked = `${mark ? '\uFEFF' : ''}${text}`;
  const units = Array.from({ length: marked.length }, (_, at) => marked.charCodeAt(at));
  return new Uint8Array(units.flatMap((u) => (little ? [u & 0xff, u >> 8] : [u >> 8, u & 0xff])));
}

function guess(bytes: Uint8Array): string {
  const read = decodeText(FILE, bytes);
  expect(read.text).toBeNull();
  expect(read.problems.map((p) => [p.code, p.severity, p.file, p.line, p.column])).toEqual([
    ['encoding_not_utf8', 'error', FILE, 1, 1],
  ]);
  return read.problems[0]?.values['guess'] ?? '';
}

describe('decodeText', () => {
  it('reads UTF-8', () => {
    expect(decodeText(FILE, utf8('名前,値\r\n'))).toEqual({
      text: '名前,値\r\n',
      hadBom: false,
      problems: [],
    });
  });

  it('takes the byte order mark off and says that it was there', () => {
    expect(decodeText(FILE, utf8('\uFEFF名前'))).toEqual({
      text: '名前',
      hadBom: true,
      problems: [],
    });
  });

  it('takes one mark only', () => {
    expect(decodeText(FILE, utf8('\uFEFF\uFEFFx')).text).toBe('\uFEFFx');
  });

  it('reads an empty file', () => {
    expect(decodeText(FILE, new Uint8Array())).toEqual({ text: '', hadBom: false, problems: [] });
  });

  it('names Shift_JIS, which Excel writes, and converts nothing', () => {
    // 名前,値 in Shift_JIS
    expect(guess(new Uint8Array([0x96, 0xbc, 0x91, 0x4f, 0x2c, 0x92, 0x6c, 0x0d, 0x0a]))).toBe(
      'Shift_JIS',
    );
  });

  it('names UTF-16 with a mark', () => {
    expect(guess(utf16('a,b', true, true))).toBe('UTF-16LE');
    expect(guess(utf16('a,b', false, true))).toBe('UTF-16BE');
  });

  it('names UTF-16 without a mark by its NULs', () => {
    expect(guess(utf16('id,名前', true, false))).toBe('UTF-16');
    expect(guess(utf16('id,名前', false, false))).toBe('UTF-16');
  });

  it('does not guess where nothing fits', () => {
    expect(guess(new Uint8Array([0x61, 0xff, 0xfd, 0x80, 0xa0]))).toBe('?');
  });
});
