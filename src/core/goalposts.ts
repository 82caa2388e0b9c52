import { compare, formatDecimal, type Decimal } from './decimal.ts';
import { having } from './lookup.ts';
import type { Document, Indicator, Observation } from './model.ts';

export const GOALPOST_KINDS = [
  'raised',
  'lowered',
  'postponed',
  'brought_forward',
  'reworded',
  'differs',
  'unchanged',
] as const;
export type GoalpostKind = (typeof GOALPOST_KINDS)[number];

/** How one document's target compares with the next document's for the same indicator. */
export interface Goalpost {
  readonly goalpost_id: string;
  readonly indicator_id: string;
  readonly kind: GoalpostKind;
  readonly from_document_id: string;
  readonly to_document_id: string;
  /** As a number where there is one, else in the printed words. */
  readonly from_target: string;
  readonly to_target: string;
  readonly from_year: number;
  readonly to_year: number;
  readonly from: Observation;
  readonly to: Observation;
}

/**
 * Returns how the targets of each indicator moved from one document to the next that sets one. Same
 * year: the figures are compared. Another year: the same figure is a date moved, another figure a
 * target raised or lowered. `raised` and `lowered` speak of the figure, not of how hard it is. Two plans with
 * other figures for one year did not move a target: they differ. A figure for an earlier year than the last
 * document's is a step on the way, and no moved target.
 */
export function goalpostsOf(
  indicators: readonly Indicator[],
  observations: readonly Observation[],
  documents: readonly Document[],
): Goalpost[] {
  return indicators.flatMap((indicator) => {
    const targets = documents
      .map((document) => targetsOf(indicator, observations, document))
      .filter((own) => own.length > 0);
    return targets.slice(1).flatMap((later, index) =>
      later.flatMap((to) => {
        const earlier = targets[index] ?? [];
        const from = earlier.find((t) => isSameYear(t, to)) ?? earlier.at(-1);
        return from === undefined || isStep(from, to, later)
          ? []
          : [compareTargets(indicator, from, to)];
      }),
    );
  });
}

function targetsOf(
  indicator: Indicator,
  observations: readonly Observation[],
  document: Document,
): Observation[] {
  return having(observations, 'indicator_id', indicator.id)
    .filter((o) => o.document_id === document.id)
    .filter((o) => o.role === 'target' && o.repeat_of === null)
    .toSorted((a, b) => a.reference_year - b.reference_year);
}

/** A column of a table is one year, though a document may print beside a figure that it lags behind. */
function isSameYear(a: Observation, b: Observation): boolean {
  return (
    a.reference_year === b.reference_year ||
    (a.fiscal_year !== null && a.fiscal_year === b.fiscal_year)
  );
}

function isStep(from: Observation, to: Observation, later: readonly Observation[]): boolean {
  if (isSameYear(from, to) || to.reference_year >= from.reference_year) return false;
  const goesOn = later.some((t) => t.reference_year >= from.reference_year);
  return goesOn || figureMoved(from.value, to.value) !== 0;
}

function compareTargets(indicator: Indicator, from: Observation, to: Observation): Goalpost {
  return {
    goalpost_id: `${indicator.id}-${from.document_id}-${to.document_id}-${String(to.reference_year)}`,
    indicator_id: indicator.id,
    kind: kindOf(from, to),
    from_document_id: from.document_id,
    to_document_id: to.document_id,
    from_target: shown(from),
    to_target: shown(to),
    from_year: from.reference_year,
    to_year: to.reference_year,
    from,
    to,
  };
}

function kindOf(from: Observation, to: Observation): GoalpostKind {
  const moved = figureMoved(from.value, to.value);
  if (moved !== 0 && isSameYear(from, to) && from.plan_id !== to.plan_id) return 'differs';
  if (moved !== 0) return moved > 0 ? 'raised' : 'lowered';
  const inWords = from.value === null || to.value === null;
  if (inWords && !sameWords(from, to)) return 'reworded';
  if (isSameYear(from, to)) return 'unchanged';
  return to.reference_year > from.reference_year ? 'postponed' : 'brought_forward';
}

/** The same trend is the same target; a year printed in the cell is not part of its words. */
function sameWords(from: Observation, to: Observation): boolean {
  if (from.value !== null || to.value !== null || from.trend !== to.trend) return false;
  return from.trend !== null || wordsOf(from) === wordsOf(to);
}

function wordsOf(target: Observation): string {
  return (target.printed_value ?? '').replace(/^\d{4}年度?\s*/u, '');
}

function figureMoved(from: Decimal | null, to: Decimal | null): number {
  return from === null || to === null ? 0 : compare(to, from);
}

function shown(target: Observation): string {
  return target.value === null ? (target.printed_value ?? '') : formatDecimal(target.value);
}
