/** What a page may weigh: bytes as a host sends them (gzip where it helps), counted on a phone. */
export const BARS = {
  /** The first view of an indicator's page, before any live chart. */
  firstView: { bytes: 43_000, requests: 8, script: 10_000, blocking: 1, shift: 0 },
  /** What the live chart loads, once it is in the view. */
  chart: 60_000,
  /** What a query loads beyond the page of the search. */
  search: { oneWord: 150_000, anyQuery: 500_000 },
  /** One language saved for offline: one file. */
  pack: 4_000_000,
  /** Milliseconds on a slow phone, the bench's alone. */
  slowPhone: { largestPaint: 1000, blocking: 50 },
  /** Seconds for the whole site on two cores, the bench's alone. */
  build: 60,
} as const;
