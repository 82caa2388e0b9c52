import { problem, type Problem } from './problem.ts';

export interface Decoded {
  /** The text without its byte order mark, or null when it could not be read as UTF-8. */
  readonly text: string | null;
  readonly hadBom: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Returns the text of a UTF-8 file. Bytes of another encoding give one problem that names the most
 * likely one (Excel writes Shift_JIS or UTF-16 when not told otherwise); nothing is converted.
 */
export function decodeText(file: string, bytes: Uint8Array): Decoded {
  const utf16 = utf16Kind(bytes);
  if (utf16 !== null) return failed(file, utf16);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const hadBom = text.startsWith('\uFEFF');
    return { text: hadBom ? text.slice(1) : text, hadBom, problems: [] };
  } catch {
    return failed(file, looksLikeShiftJis(bytes) ? 'Shift_JIS' : '?');
  }
}

function failed(file: string, guess: string): Decoded {
  return {
    text: null,
    hadBom: false,
    problems: [problem('encoding_not_utf8', { file, line: 1, column: 1 }, { guess })],
  };
}

/** A UTF-16 mark, or a NUL in the first characters (UTF-16 without a mark). */
function utf16Kind(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  return bytes.subarray(0, 64).includes(0) ? 'UTF-16' : null;
}

function looksLikeShiftJis(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
