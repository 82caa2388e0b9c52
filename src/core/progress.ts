import { compare, type Decimal } from './decimal.ts';
import { firstHaving } from './lookup.ts';
import type { Document, Observation } from './model.ts';

/** An observation that holds a number. */
export type Figure = Observation & { readonly value: Decimal };

export function isFigure(observation: Observation): observation is Figure {
  return observation.value !== null && observation.status === 'ok';
}

function order(documents: readonly Document[], observation: Observation): number {
  return firstHaving(documents, 'id', observation.document_id)?.order ?? -1;
}

/**
 * Returns the measured figures of an indicator (actuals, and baselines, which are earlier actuals),
 * without repeats, oldest year first and within a year oldest document first.
 */
export function measured(
  observations: readonly Observation[],
  documents: readonly Document[],
): Figure[] {
  return observations
    .filter((o) => o.role !== 'target' && o.repeat_of === null)
    .filter(isFigure)
    .toSorted(
      (a, b) => a.reference_year - b.reference_year || order(documents, a) - order(documents, b),
    );
}

/**
 * Returns the newest figure over all documents: the greatest reference year, and within it the newest
 * document. Null when no document prints one.
 */
export function newestFigure(
  observations: readonly Observation[],
  documents: readonly Document[],
): Figure | null {
  return measured(observations, documents).at(-1) ?? null;
}

export interface Vintages {
  readonly year: number;
  /** Figures that differ, oldest document first; never fewer than two. */
  readonly figures: readonly Figure[];
}

/** Returns the years for which documents print different figures, all of them kept. */
export function vintages(
  observations: readonly Observation[],
  documents: readonly Document[],
): Vintages[] {
  const years = new Map<number, Figure[]>();
  for (const figure of measured(observations, documents)) {
    const known = years.get(figure.reference_year) ?? [];
    if (!known.some((k) => compare(k.value, figure.value) === 0)) known.push(figure);
    years.set(figure.reference_year, known);
  }
  return [...years].filter(([, f]) => f.length > 1).map(([year, figures]) => ({ year, figures }));
}
