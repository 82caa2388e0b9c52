import { compare, formatDecimal, type Decimal } from './decimal.ts';
import { having } from './lookup.ts';
import type { Document, Indicator, Observation, Plan } from './model.ts';

export const GOALPOST_KINDS = [
  'raised',
  'lowered',
  'postponed',
  'brought_forward',
  'reworded',
  'differs',
  'dropped',
  'new',
  'unchanged',
] as const;
export type GoalpostKind = (typeof GOALPOST_KINDS)[number];

/** How one document's target compares with another document's for the same indicator. */
export interface Goalpost {
  readonly goalpost_id: string;
  readonly indicator_id: string;
  readonly kind: GoalpostKind;
  readonly from_document_id: string;
  readonly to_document_id: string;
  /** As a number where there is one, else in the printed words; null for a new target. */
  readonly from_target: string | null;
  /** Null for a dropped one. */
  readonly to_target: string | null;
  readonly from_year: number | null;
  readonly to_year: number | null;
  readonly from: Observation | null;
  readonly to: Observation | null;
}

/**
 * Returns how the targets of each indicator moved over the documents, in the order of indicators. A target is
 * held against the nearest earlier document's for the same year, else against the last of the document before:
 * the same figure for another year is a date moved, another figure a target raised or lowered. `raised` and
 * `lowered` speak of the figure, not of how hard it is. Two plans with other figures for one year did not move
 * a target: they differ. A figure for an earlier year than the last document's is a step on the way, and no
 * moved target. `dropped` and `new` compare a plan with the one it succeeds: a sheet that reports on part of
 * its own plan drops nothing.
 */
export function goalpostsOf(
  indicators: readonly Indicator[],
  observations: readonly Observation[],
  documents: readonly Document[],
  plans: readonly Pick<Plan, 'id' | 'predecessor'>[] = [],
): Goalpost[] {
  return indicators.flatMap((indicator) => [
    ...movedTargets(indicator, observations, documents),
    ...plans.flatMap((plan) => handedOver(indicator, indicators, observations, documents, plan)),
  ]);
}

function movedTargets(
  indicator: Indicator,
  observations: readonly Observation[],
  documents: readonly Document[],
): Goalpost[] {
  const targets = documents
    .map((document) => targetsOf(indicator, observations, document))
    .filter((own) => own.length > 0);
  return targets.slice(1).flatMap((later, index) =>
    later.flatMap((to) => {
      const earlier = targets.slice(0, index + 1).toReversed();
      const from =
        earlier.flatMap((own) => own.find((t) => isSameYear(t, to)) ?? [])[0] ?? earlier[0]?.at(-1);
      return from === undefined || isStep(from, to, later)
        ? []
        : [compareTargets(indicator, from, to)];
    }),
  );
}

/** A target that a plan does not take over from the plan it succeeds, or sets where that one set none. */
function handedOver(
  indicator: Indicator,
  indicators: readonly Indicator[],
  observations: readonly Observation[],
  documents: readonly Document[],
  plan: Pick<Plan, 'id' | 'predecessor'>,
): Goalpost[] {
  const order = new Map(documents.map((document) => [document.id, document.order]));
  const targets = (of: string | null) =>
    observations
      .filter((o) => o.plan_id === of && o.role === 'target' && o.repeat_of === null)
      .toSorted(
        (a, b) =>
          (order.get(a.document_id) ?? 0) - (order.get(b.document_id) ?? 0) ||
          a.reference_year - b.reference_year,
      );
  const [before, after] = [targets(plan.predecessor), targets(plan.id)];
  const lastDocument = before.at(-1)?.document_id;
  const firstDocument = after[0]?.document_id;
  if (lastDocument === undefined || firstDocument === undefined) return [];
  // A group can be promised in its parts, and a part in its group.
  const family = new Set(
    indicators
      .filter(
        (i) => i.id === indicator.id || i.id === indicator.parent || i.parent === indicator.id,
      )
      .map(({ id }) => id),
  );
  const isOfFamily = (o: Observation) => family.has(o.indicator_id);
  const own = (all: readonly Observation[]) => having(all, 'indicator_id', indicator.id);
  const from = own(before).at(-1) ?? null;
  const to = own(after).at(-1) ?? null;
  const id = `${indicator.id}-${lastDocument}-${firstDocument}`;
  if (from !== null && !after.some(isOfFamily))
    return [
      goalpost(`${id}-dropped`, indicator, 'dropped', from, null, from.document_id, firstDocument),
    ];
  if (to !== null && !before.some(isOfFamily))
    return [goalpost(`${id}-new`, indicator, 'new', null, to, lastDocument, to.document_id)];
  return [];
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
  const [first, second] = [from.document_id, to.document_id];
  const id = `${indicator.id}-${first}-${second}-${String(to.reference_year)}`;
  return goalpost(id, indicator, kindOf(from, to), from, to, first, second);
}

function goalpost(
  id: string,
  indicator: Indicator,
  kind: GoalpostKind,
  from: Observation | null,
  to: Observation | null,
  fromDocument: string,
  toDocument: string,
): Goalpost {
  return {
    goalpost_id: id,
    indicator_id: indicator.id,
    kind,
    from_document_id: fromDocument,
    to_document_id: toDocument,
    from_target: from === null ? null : shown(from),
    to_target: to === null ? null : shown(to),
    from_year: from?.reference_year ?? null,
    to_year: to?.reference_year ?? null,
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
