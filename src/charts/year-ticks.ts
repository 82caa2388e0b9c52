/**
 * The years written under the chart: first and last always, and between them every
 * year, or every second, third … one counted from the first, as closely as `gap` allows.
 *
 * @param first the first year, `last` the last one (≥ first).
 * @param pixelsPerYear width of a year; @param gap least distance of two ticks in pixels.
 */
export function yearTicks(
  first: number,
  last: number,
  pixelsPerYear: number,
  gap: number,
): readonly number[] {
  if (last <= first) return [first];
  const steps = [1, 2, 3, 4, 5, 10, 20, 50, 100];
  const step = steps.find((years) => years * pixelsPerYear >= gap) ?? last - first;
  const ticks: number[] = [];
  for (
    let year = first;
    year < last && (year === first || (last - year) * pixelsPerYear >= gap);
    year += step
  )
    ticks.push(year);
  return [...ticks, last];
}
