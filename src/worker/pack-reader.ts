import { MAGIC, PackError, PART, type PackedFile, type PackHeader } from './pack-format.ts';

/** No record and no file is larger: a changed length must not ask for all the memory. */
const LARGEST = 64 * 1024 * 1024;

export interface OpenPack {
  readonly header: PackHeader;
  /** The files in order, each checked. Throws PackError at the first fault. */
  readonly files: AsyncIterable<PackedFile>;
}

/**
 * Opens a pack while it arrives: holds one file and the remembered texts, never the whole.
 * Throws PackError where it is damaged, and the stream's own error where that fails.
 */
export async function openPack(gzip: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<OpenPack> {
  const reader = gzip.pipeThrough(new DecompressionStream('gzip')).getReader();
  const source = new Source(async () => (await reader.read()).value ?? null);
  const magic = new TextDecoder().decode(await source.take(MAGIC.length));
  if (magic !== MAGIC) throw new PackError('not a pack');
  const header = headerOf(await record(source));
  return { header, files: filesOf(source, header) };
}

async function* filesOf(source: Source, { files }: PackHeader): AsyncGenerator<PackedFile> {
  const remembered: Uint8Array[] = [];
  let count = 0;
  for (let bytes = await record(source); bytes.length > 0; bytes = await record(source)) {
    count += 1;
    yield await fileOf(bytes, remembered);
  }
  if (count !== files) throw new PackError('files are missing');
  await source.end();
}

async function record(source: Source): Promise<Uint8Array> {
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const [byte = 0] = await source.take(1);
    length += (byte & 127) * 2 ** shift;
    if (length > LARGEST) throw new PackError('too long');
    if (byte < 128) break;
  }
  return source.take(length);
}

function headerOf(bytes: Uint8Array): PackHeader {
  try {
    const said = JSON.parse(new TextDecoder().decode(bytes)) as Partial<PackHeader>;
    const { build, segment, files } = said;
    if (build !== undefined && segment !== undefined && files !== undefined)
      return { build, segment, files };
  } catch {
    // Not JSON: told below.
  }
  throw new PackError('no header');
}

async function fileOf(bytes: Uint8Array, remembered: Uint8Array[]): Promise<PackedFile> {
  const view = new View(bytes);
  const path = new TextDecoder().decode(view.take(view.number()));
  const size = view.number();
  if (size > LARGEST) throw new PackError('too long');
  const sum = view.take(32);
  const file = new Uint8Array(size);
  let at = 0;
  while (!view.isAtEnd) {
    const part = view.number();
    const number = Math.floor(part / 3);
    const text = part % 3 === PART.again ? remembered[number] : view.take(number);
    if (text === undefined || at + text.length > size) throw new PackError(`damaged: ${path}`);
    // A copy: the record it stands in is not kept.
    if (part % 3 === PART.remembered) remembered.push(text.slice());
    file.set(text, at);
    at += text.length;
  }
  const found = new Uint8Array(await crypto.subtle.digest('SHA-256', file));
  if (at !== size || found.some((byte, index) => byte !== sum[index]))
    throw new PackError(`damaged: ${path}`);
  return { path, bytes: file };
}

/** Numbers and bytes of one record, from its start. */
class View {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  take(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new PackError('cut off');
    const part = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return part;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 49; shift += 7) {
      const [byte = 0] = this.take(1);
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    throw new PackError('too long');
  }
}

/** Bytes of a stream in the portions that are asked for. */
class Source {
  readonly #read: () => Promise<Uint8Array | null>;
  #held: Uint8Array = new Uint8Array(0);

  constructor(read: () => Promise<Uint8Array | null>) {
    this.#read = read;
  }

  async take(length: number): Promise<Uint8Array> {
    if (this.#held.length < length) await this.#fill(length);
    const part = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return part;
  }

  /** Throws where anything follows; reads to the end, so that gzip's own sum is checked. */
  async end(): Promise<void> {
    if (this.#held.length > 0 || (await this.#read()) !== null)
      throw new PackError('more than a pack');
  }

  async #fill(length: number): Promise<void> {
    const parts = [this.#held];
    let sum = this.#held.length;
    while (sum < length) {
      const next = await this.#read();
      if (next === null) throw new PackError('cut off');
      parts.push(next);
      sum += next.length;
    }
    const held = new Uint8Array(sum);
    let at = 0;
    for (const part of parts) {
      held.set(part, at);
      at += part.length;
    }
    this.#held = held;
  }
}
