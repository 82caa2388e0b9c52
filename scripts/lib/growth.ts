/** What one stage cost for a city of some size, in seconds of processor time. */
export interface Cost {
  readonly size: number;
  readonly seconds: number;
}

/** How much more than a straight line is still called one. */
const TOLERANCE = 1.2;

/** What each further indicator costs between two sizes, in milliseconds. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly each: number;
}

/**
 * Returns what each further indicator costs from size to size (what a build costs anyway is no part of
 * it), and whether that stays the same within a fifth. Null where there are fewer than three sizes: two
 * points always lie on a line.
 */
export function growthOf(costs: readonly Cost[]): {
  readonly steps: readonly Step[];
  readonly isLinear: boolean | null;
} {
  const sorted = costs.toSorted((a, b) => a.size - b.size);
  const steps = sorted.slice(1).flatMap((to, at): Step[] => {
    const from = sorted[at];
    if (from === undefined) return [];
    const each = ((to.seconds - from.seconds) / (to.size - from.size)) * 1000;
    return [{ from: from.size, to: to.size, each }];
  });
  const rises = steps.slice(1).map(({ each }, at) => each <= (steps[at]?.each ?? 0) * TOLERANCE);
  return { steps, isLinear: rises.length === 0 ? null : rises.every(Boolean) };
}
