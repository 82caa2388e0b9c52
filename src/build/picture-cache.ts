import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** What every whole PNG file ends with. */
const PNG_END = Uint8Array.of(0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82);
const DAY = 24 * 60 * 60_000;
/** A picture that no build has asked for so long is drawn again if it is ever needed. */
const KEPT = 60 * DAY;

/** Pictures that were drawn before, by the hash of everything that goes into one. */
export interface PictureCache {
  /** Returns the picture of a key: the kept one, or a new one, which is kept. Asked twice at once, it is drawn once. */
  readonly get: (
    key: string,
    draw: () => Promise<Uint8Array<ArrayBuffer>>,
  ) => Promise<Uint8Array<ArrayBuffer>>;
  /** Removes what no build has asked for in two months. */
  readonly tidy: () => void;
}

/**
 * Returns the cache of a folder. Each file is written whole or not at all, so builds may share it; a file
 * that is damaged is drawn again.
 */
export function pictureCache(folder: string): PictureCache {
  const place = (key: string): string => join(folder, key.slice(0, 2), `${key}.png`);
  const drawing = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const keep = async (path: string, made: Promise<Uint8Array<ArrayBuffer>>) => {
    const picture = await made;
    mkdirSync(dirname(path), { recursive: true });
    const draft = `${path}.draft-${String(process.pid)}`;
    writeFileSync(draft, picture);
    renameSync(draft, path);
    return picture;
  };
  return {
    get: async (key, draw) => {
      const path = place(key);
      const begun = drawing.get(key);
      if (begun !== undefined) return begun;
      const kept = readWhole(path);
      if (kept !== null) return kept;
      const made = keep(path, draw()).finally(() => drawing.delete(key));
      drawing.set(key, made);
      return made;
    },
    tidy: () => {
      const now = Date.now();
      for (const entry of filesOf(folder)) {
        if (now - statSync(entry).mtimeMs > KEPT) rmSync(entry, { force: true });
      }
    },
  };
}

function readWhole(path: string): Uint8Array<ArrayBuffer> | null {
  let file: Buffer<ArrayBuffer>;
  try {
    file = readFileSync(path);
    // Asked for today: not tidied away. Once a day is enough.
    if (Date.now() - statSync(path).mtimeMs > DAY) utimesSync(path, new Date(), new Date());
  } catch {
    return null;
  }
  return file.subarray(-PNG_END.length).equals(PNG_END) ? file : null;
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
