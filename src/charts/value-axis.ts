/** The vertical axis: its ends and its ticks from bottom to top, zero among them. */
export interface ValueAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

/** Steps a reader adds up without thinking, over one power of ten. */
const mantissas = [1, 2, 2.5, 5] as const;

/**
 * A value axis through zero with round steps: three or four steps where the values
 * allow, the lowest top that holds every value, no two ticks written alike.
 *
 * @param values in display scale; none gives 0 to 1.
 * @param written the text of a tick, used to refuse steps finer than the text.
 * @throws RangeError when a value is not finite.
 */
export function valueAxis(
  values: readonly number[],
  written: (value: number) => string,
): ValueAxis {
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`A value of the chart is ${String(wrong)}.`);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const range = high - low;
  if (range === 0) return { min: 0, max: 1, ticks: [0, 1] };
  const whole = values.every((value) => Number.isInteger(value));
  const power = Math.floor(Math.log10(range));
  const candidates: ValueAxis[] = [];
  for (let exponent = power - 1; exponent <= power + 1; exponent += 1) {
    for (const mantissa of mantissas) {
      // Negative powers of ten are not exact in binary; dividing by the positive one is closer.
      const step = exponent >= 0 ? mantissa * 10 ** exponent : mantissa / 10 ** -exponent;
      if (whole && !Number.isInteger(step)) continue;
      const below = Math.ceil(-low / step - 1e-9);
      const above = Math.ceil(high / step - 1e-9);
      const ticks = Array.from({ length: below + above + 1 }, (_, at) =>
        round((at - below) * step),
      );
      if (new Set(ticks.map(written)).size === ticks.length)
        candidates.push({ min: round(-below * step), max: round(above * step), ticks });
    }
  }
  const span = (axis: ValueAxis): number => axis.max - axis.min;
  const steps = (axis: ValueAxis): number => axis.ticks.length - 1;
  const far = (axis: ValueAxis): number => Math.max(0, 3 - steps(axis), steps(axis) - 4);
  candidates.sort((a, b) => far(a) - far(b) || span(a) - span(b) || steps(a) - steps(b));
  return candidates[0] ?? { min: low, max: high, ticks: [low, high] };
}

function round(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}
