import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makePack } from '../../src/build/pack.ts';
import { MAGIC, PackError, type PackedFile } from '../../src/worker/pack-format.ts';
import { openPack } from '../../src/worker/pack-reader.ts';

const HEADER = { build: '0123456789abcdef', segment: 'ja' };
const file = (path: string, text: string): PackedFile => ({
  path,
  bytes: new TextEncoder().encode(text),
});
const frame = (words: string) =>
  `<!doctype html><html lang="ja"><head><title>${words}</title></head><body><nav class="site-nav"><ul><li><a href="/ja/">はじめのページ</a></li></ul></nav><p>${words}</p></body></html>`;

/** The pack as it arrives: in pieces of a size. */
function stream(bytes: Uint8Array<ArrayBuffer>, piece = 1000) {
  let at = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + piece));
      at += piece;
    },
  });
}

async function read(bytes: Uint8Array<ArrayBuffer>, piece?: number): Promise<PackedFile[]> {
  const files: PackedFile[] = [];
  for await (const each of (await openPack(stream(bytes, piece))).files) files.push(each);
  return files;
}

const plain = (files: readonly PackedFile[]) =>
  files.map(({ path, bytes }) => [path, [...bytes]] as const);

const many = Array.from({ length: 400 }, (_, index) =>
  file(`ja/measures/m-${String(index)}/index.html`, frame(`取組 ${String(index)} 🚌`)),
);
const mixed: readonly PackedFile[] = [
  file('ja/index.html', frame('地下水')),
  file('ja/checks/index.html', frame('検算')),
  file('empty.css', ''),
  { path: 'pagefind/wasm.unknown.pagefind', bytes: new Uint8Array([0, 255, 1, 254, 13, 10]) },
  // Not text at all, although its name says so.
  { path: 'odd.html', bytes: new Uint8Array([60, 112, 62, 255, 254]) },
  file('長い名前/index.html', frame('<p>'.repeat(5000))),
];

describe('a pack', () => {
  it.each([
    ['no file', []],
    ['one file', mixed.slice(0, 1)],
    ['files of every kind', mixed],
    ['many files', many],
  ])('gives back what was packed: %s', async (_, files) => {
    const pack = makePack(HEADER, files);
    for (const piece of [1, 7, 65_536].slice(files === many ? 1 : 0))
      expect(plain(await read(pack, piece))).toEqual(plain(files));
    expect((await openPack(stream(pack))).header).toEqual({ ...HEADER, files: files.length });
  });

  it('is the same bytes for the same files, with no time and no system in it', () => {
    const pack = makePack(HEADER, mixed);
    expect(makePack(HEADER, structuredClone(mixed))).toEqual(pack);
    // Flags, time and system of gzip's header (RFC 1952).
    expect([...pack.slice(3, 8), pack[9]]).toEqual([0, 0, 0, 0, 0, 255]);
  });

  it('writes what pages share once, however far apart they are', () => {
    const far = file('far.js', Array.from({ length: 20_000 }, (_, n) => (n * 7919) % 9973).join());
    const shared = frame(
      Array.from({ length: 3000 }, (_, n) => `<li>項目 ${String(n * n)}</li>`).join(''),
    );
    const once = makePack(HEADER, [file('a.html', shared), far]).length;
    const twice = makePack(HEADER, [file('a.html', shared), far, file('b.html', shared)]).length;
    expect(gzipSync(shared, { level: 9 }).length).toBeGreaterThan(8000);
    expect(twice - once).toBeLessThan(gzipSync(shared, { level: 9 }).length * 0.75);
  });

  it.each([0, 1, 20, 0.3, 0.5, 0.9, -9, -1])(
    'is refused where it ends after %s of it, and gives no file that is not whole',
    async (end) => {
      const pack = makePack(HEADER, many);
      const length = end > 0 && end < 1 ? Math.floor(pack.length * end) : end;
      await expectRefused(pack.slice(0, length), many);
    },
  );

  it('is refused wherever a byte of it is changed', async () => {
    const pack = makePack(HEADER, mixed);
    const unread = new Set([3, 4, 5, 6, 7, 8, 9]);
    for (let at = 0; at < pack.length; at += Math.max(1, Math.floor(pack.length / 150))) {
      if (unread.has(at)) continue;
      const changed = pack.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      await expectRefused(changed, mixed);
    }
  });

  it('is refused where its text was changed behind its sums, and zipped again', async () => {
    const text = gunzipSync(makePack(HEADER, mixed));
    const swap = (from: string, to: string) =>
      new Uint8Array(gzipSync(Buffer.from(text.toString('latin1').replace(from, to), 'latin1')));
    await expectRefused(swap('site-nav', 'sIte-nav'), mixed);
    await expectRefused(swap(MAGIC, MAGIC.replace('1', '9')), mixed);
    await expectRefused(swap('"files":6', '"files":5'), mixed);
    await expectRefused(swap('"files":6', '"fools":6'), mixed);
    await expectRefused(
      new Uint8Array(gzipSync(Buffer.concat([text, Buffer.from('more')]))),
      mixed,
    );
    await expectRefused(new Uint8Array(gzipSync(text.subarray(0, -1))), mixed);
    // A length that asks for more memory than there is.
    const huge = Buffer.concat([Buffer.from(MAGIC), Buffer.alloc(7, 0xff), Buffer.from([1])]);
    await expectRefused(new Uint8Array(gzipSync(huge)), mixed);
  });

  it('is refused where it is a page', async () => {
    await expect(read(new TextEncoder().encode('<!doctype html>'))).rejects.toThrow(Error);
    await expect(read(new Uint8Array(gzipSync('<!doctype html>')))).rejects.toThrow(PackError);
  });
});

/** Reading ends in an error, and every file that came before it is as it was packed. */
async function expectRefused(
  bytes: Uint8Array<ArrayBuffer>,
  files: readonly PackedFile[],
): Promise<void> {
  const seen: PackedFile[] = [];
  const reading = (async () => {
    for await (const each of (await openPack(stream(bytes))).files) seen.push(each);
  })();
  await expect(reading).rejects.toThrow(Error);
  expect(plain(seen)).toEqual(plain(files.slice(0, seen.length)));
}
