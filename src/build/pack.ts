import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { MAGIC, PART, type PackedFile, type PackHeader } from '../worker/pack-format.ts';

/** Shorter texts cost more to point at than to write again. */
const SHORTEST = 12;

/** Where a page is cut into texts that may come again: before a block, around a word with its reading. */
const CUTS =
  /(?=<(?:section|header|footer|nav|aside|main|div|ul|ol|li|dl|dt|dd|table|tr|td|th|p|h[1-6]|figure|svg|details|script|link|meta|title|body|ruby|a|span|path|text)\b)|(?<=<\/(?:ruby|a|span)>)/u;

/**
 * Returns the pack of some files: the same bytes for the same files in the same order. See
 * `worker/pack-format.ts` for its form.
 */
export function makePack(
  header: Omit<PackHeader, 'files'>,
  files: readonly PackedFile[],
): Uint8Array<ArrayBuffer> {
  const texts = files.map(textsOf);
  const counts = new Map<string, number>();
  for (const text of texts.flat()) counts.set(text, (counts.get(text) ?? 0) + 1);
  const again = new Set(
    [...counts]
      .filter(([text, count]) => count > 1 && text.length >= SHORTEST)
      .map(([text]) => text),
  );
  const remembered = new Map<string, number>();
  const said: PackHeader = { ...header, files: files.length };
  const records = [
    Buffer.from(JSON.stringify(said)),
    ...files.map((file, index) => fileRecord(file, texts[index] ?? [], again, remembered)),
    Buffer.alloc(0),
  ];
  const parts = records.flatMap((record) => [number(record.length), record]);
  const packed = gzipSync(Buffer.concat([Buffer.from(MAGIC), ...parts]), { level: 9 });
  // Which system made it is of no matter, and would differ.
  packed[9] = 255;
  return new Uint8Array(packed);
}

function fileRecord(
  { path, bytes }: PackedFile,
  texts: readonly string[],
  again: ReadonlySet<string>,
  remembered: Map<string, number>,
): Buffer {
  const name = Buffer.from(path);
  const sum = createHash('sha256').update(bytes).digest();
  const parts = texts.length === 0 ? [part(PART.plain, bytes)] : [];
  let plain: string[] = [];
  const writePlain = (): void => {
    if (plain.length > 0) parts.push(part(PART.plain, Buffer.from(plain.join(''))));
    plain = [];
  };
  for (const text of texts) {
    if (!again.has(text)) {
      plain.push(text);
      continue;
    }
    writePlain();
    const known = remembered.get(text);
    if (known === undefined) {
      remembered.set(text, remembered.size);
      parts.push(part(PART.remembered, Buffer.from(text)));
    } else {
      parts.push(number(known * 3 + PART.again));
    }
  }
  writePlain();
  return Buffer.concat([number(name.length), name, number(bytes.length), sum, ...parts]);
}

/** The texts of a page; none for a file that is no page or no text. */
function textsOf({ path, bytes }: PackedFile): string[] {
  if (!path.endsWith('.html')) return [];
  const html = Buffer.from(bytes).toString('utf8');
  return Buffer.from(html).equals(bytes) ? html.split(CUTS) : [];
}

function part(kind: 0 | 1, bytes: Uint8Array): Buffer {
  return Buffer.concat([number(bytes.length * 3 + kind), bytes]);
}

function number(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}
