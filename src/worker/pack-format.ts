/**
 * The form of a pack: gzip of `MAGIC`, then records, each with its length before it, then a record of
 * length 0 and nothing more. The first record is the header (JSON), every other one a file:
 *
 *   path length, path, size, sha-256 (32 bytes), parts to the record's end
 *
 * A part is a number n: n mod 3 = 0 is a text of n ÷ 3 bytes; 1 is one too, to be remembered under the
 * next number from 0; 2 is the remembered text number n ÷ 3. Pages repeat their frame far beyond the
 * 32 kB that gzip looks back. Numbers are 7 bits a byte, lowest first, the eighth bit "more follows".
 */
export const MAGIC = 'shirube pack 1\n';

export const PART = { plain: 0, remembered: 1, again: 2 } as const;

export interface PackHeader {
  readonly build: string;
  readonly segment: string;
  /** Number of files. */
  readonly files: number;
}

export interface PackedFile {
  /** Path in the output folder: "ja/checks/index.html". */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A pack that is not as it was written: cut off, changed, or something else altogether. */
export class PackError extends Error {}
