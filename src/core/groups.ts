import { firstHaving, having } from './lookup.ts';
import type { Indicator, Observation } from './model.ts';
import { isFigure, type Figure } from './progress.ts';
import { meetsTarget } from './statistics.ts';

interface Printed {
  readonly indicators: readonly Indicator[];
  readonly observations: readonly Observation[];
}

/**
 * Returns the parts of a group (感染症 = 結核 + 3類) in the order their first figures are printed in; none for
 * an indicator with figures of its own, also where others are parts of it.
 */
export function partsOfGroup(printed: Printed, id: string): readonly Indicator[] {
  const hasOwn = having(printed.observations, 'indicator_id', id).length > 0;
  if (hasOwn) return [];
  const place = ({ id: part }: Indicator) => {
    const first = firstHaving(printed.observations, 'indicator_id', part);
    return first === undefined
      ? -1
      : having(printed.observations, 'table_id', first.table_id).indexOf(first);
  };
  return having(printed.indicators, 'parent', id).toSorted((a, b) => place(a) - place(b));
}

/** Returns the indicators that promise something themselves: all but the groups, whose parts do. */
export function withoutGroups(printed: Printed): readonly Indicator[] {
  return printed.indicators.filter(({ id }) => partsOfGroup(printed, id).length === 0);
}

/** What the table of a group's mark prints for one of its parts. */
export interface JudgedPart {
  readonly indicator: Indicator;
  readonly actual: Figure | null;
  readonly target: Observation | null;
  /** Null where a figure is missing. */
  readonly met: boolean | null;
}

/** Returns each part of a group with its last target in a table and the result of the same column. */
export function judgedParts(printed: Printed, group: string, table: string): JudgedPart[] {
  const cells = having(printed.observations, 'table_id', table);
  return partsOfGroup(printed, group).map((indicator) => {
    const own = cells.filter((o) => o.indicator_id === indicator.id);
    const target = own.findLast((o) => o.role === 'target') ?? null;
    const actual =
      own.filter(isFigure).find((o) => o.role === 'actual' && isSameColumn(o, target)) ?? null;
    const met =
      actual === null || target === null || !isFigure(target)
        ? null
        : meetsTarget(
            actual.value,
            { value: target.value, atLeast: target.at_least, atMost: target.at_most },
            indicator.direction,
          );
    return { indicator, actual, target, met };
  });
}

/** A result that lags (令和4 in the column R5) is held against the target of its column. */
function isSameColumn(o: Observation, target: Observation | null): boolean {
  return target !== null && o.fiscal_year === target.fiscal_year;
}
