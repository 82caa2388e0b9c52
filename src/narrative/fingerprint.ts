/**
 * The fingerprint of a document: enough of it to tell that a text was copied, not enough to read it.
 * Winnowing (Schleimer, Wilkerson, Aiken 2003): hashes of GRAM characters in a row, of which each WINDOW
 * keeps its smallest. Any run of GRAM + WINDOW − 1 = 25 characters in common is found for certain; no run
 * shorter than GRAM ever is.
 */
const GRAM = 20;
const WINDOW = 6;
const HEADER = 'shirube fingerprint 1';

/** Stands where a name was taken out: no run goes across it. */
const CUT = '\0';

/** Returns a text as it is compared: one width of characters, no spaces. */
function normal(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** FNV-1a over UTF-16 units, from two starts, as a whole number of 48 bits. */
function hash(gram: string): number {
  let low = 0x811c9dc5;
  let high = 0x1234567;
  for (let i = 0; i < gram.length; i += 1) {
    const unit = gram.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193) >>> 0;
    high = Math.imul(high ^ unit, 0x01000193) >>> 0;
  }
  return low + (high & 0xffff) * 0x1_0000_0000;
}

/** Returns the kept hashes of a text, each with where its gram begins in the normal form. */
function winnow(text: string): Map<number, number> {
  const hashes: (number | null)[] = [];
  for (let i = 0; i + GRAM <= text.length; i += 1) {
    const gram = text.slice(i, i + GRAM);
    hashes.push(gram.includes(CUT) ? null : hash(gram));
  }
  const kept = new Map<number, number>();
  for (let from = 0; from < Math.max(1, hashes.length - WINDOW + 1); from += 1) {
    let least: number | null = null;
    let at = from;
    for (const [offset, value] of hashes.slice(from, from + WINDOW).entries()) {
      if (value !== null && (least === null || value <= least)) {
        least = value;
        at = from + offset;
      }
    }
    if (least !== null && !kept.has(least)) kept.set(least, at);
  }
  return kept;
}

/**
 * Returns a text without its words in Latin letters where it is written in another script: there they are
 * names (Sustainable Development Goals), which anybody may write.
 */
function withoutForeignNames(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{sc=Latin}/gu)?.length ?? 0;
  return latin * 2 > letters ? text : text.replace(/\p{sc=Latin}{12,}/gu, CUT);
}

/** Returns the fingerprint of a document's text, as the file holds it. */
export function makeFingerprint(text: string): string {
  const hashes = [...winnow(withoutForeignNames(normal(text))).keys()].toSorted((a, b) => a - b);
  return `${HEADER}\n${hashes.map((h) => h.toString(36)).join('\n')}\n`;
}

/** Returns the hashes of a fingerprint file, or null where it is none. */
export function readFingerprint(text: string): ReadonlySet<number> | null {
  const [header, ...lines] = text.trim().split(/\r?\n/u);
  if (header !== HEADER || !lines.every((line) => /^[0-9a-z]+$/u.test(line))) return null;
  return new Set(lines.map((line) => parseInt(line, 36)));
}

/** A text's kept hashes, each with the piece it stands for. */
export type Winnowed = ReadonlyMap<number, string>;

/** Returns what of a text is looked for in documents; `names`, as `comparableNames` gives them, may stand in both. */
export function winnowed(text: string, names: readonly string[]): Winnowed {
  let own = normal(text);
  if (own.length < GRAM) return new Map();
  for (const name of names) own = own.replaceAll(name, CUT);
  return new Map(Array.from(winnow(own), ([value, at]) => [value, own.slice(at, at + GRAM)]));
}

/** Returns a piece that a text shares with a document, or null. Runs of 25 characters or more are always found. */
export function sharedRun(text: Winnowed, fingerprint: ReadonlySet<number>): string | null {
  for (const [value, piece] of text) {
    if (fingerprint.has(value)) return piece;
  }
  return null;
}

/** Returns names in the form `winnowed` takes out, the longest first. */
export function comparableNames(names: readonly string[]): string[] {
  return [...new Set(names.map(normal))]
    .filter((name) => name.length > 3)
    .toSorted((a, b) => b.length - a.length);
}
