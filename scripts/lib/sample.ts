/** Returns a generator of numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Returns `count` items of a list in its order, the same for the same seed; all where it has fewer. */
export function sampleOf<T>(items: readonly T[], count: number, seed: number): T[] {
  const draw = seeded(seed);
  return items
    .map((item, index) => ({ item, index, lot: draw() }))
    .toSorted((a, b) => a.lot - b.lot || a.index - b.index)
    .slice(0, count)
    .toSorted((a, b) => a.index - b.index)
    .map(({ item }) => item);
}
