import { assessedValue } from './assessed.ts';
import type { Content, DocumentContent } from './content.ts';
import { compare, formatDecimal, type Decimal } from './decimal.ts';
import { printedNumber } from './printed.ts';
import { problem, type Problem } from './problem.ts';
import { placeOf } from './validate.ts';

type Observation = DocumentContent['tables']['observations'][number];

/**
 * Returns the problems of a document's figures: values against what was printed, repeats against their
 * first, assessments against the observations of the same row.
 */
export function consistencyProblems(content: Content, document: DocumentContent): Problem[] {
  const { observations, assessments } = document.tables;
  const byId = new Map(observations.map((o) => [o.observation_id, o]));
  return [
    ...observations.flatMap((o) => observationProblems(content, o, byId)),
    ...assessments.flatMap((a) =>
      (['baseline', 'actual', 'target'] as const).flatMap((role) => {
        const observed = assessedValue(observations, a, role)?.value ?? null;
        if (sameValue(a[role], observed)) return [];
        const place = placeOf(content.places.get(a), role, shown(a[role]));
        return [problem('assessment_differs', place, { observed: shown(observed) })];
      }),
    ),
  ];
}

function shown(value: Decimal | null): string {
  return value === null ? '' : formatDecimal(value);
}

function sameValue(a: Decimal | null, b: Decimal | null): boolean {
  return a === null || b === null ? a === b : compare(a, b) === 0;
}

function observationProblems(
  content: Content,
  o: Observation,
  byId: ReadonlyMap<string, Observation>,
): Problem[] {
  const place = content.places.get(o);
  const problems: Problem[] = [];
  if ((o.status === 'ok' && o.trend === null) !== (o.value !== null) && o.trend === null) {
    const at = placeOf(place, 'status', shown(o.value));
    problems.push(problem('status_contradicts_value', at, { status: o.status }));
  }
  if (o.role === 'target' && o.value === null && o.trend === null && o.printed_value === null) {
    problems.push(problem('target_direction_unclear', placeOf(place, 'value', o.observation_id)));
  }
  const printed = o.printed_value === null ? null : printedNumber(o.printed_value);
  if (printed !== null && o.value !== null && compare(printed, o.value) !== 0) {
    const at = placeOf(place, 'value', shown(o.value));
    problems.push(problem('value_not_as_printed', at, { printed: o.printed_value ?? '' }));
  }
  const first = o.repeat_of === null ? undefined : byId.get(o.repeat_of);
  if (first !== undefined && !isRepeat(o, first)) {
    problems.push(problem('repeat_differs', placeOf(place, 'repeat_of', o.repeat_of ?? '')));
  }
  return problems;
}

function isRepeat(o: Observation, first: Observation): boolean {
  return (
    o.indicator_id === first.indicator_id &&
    o.reference_year === first.reference_year &&
    o.role === first.role &&
    o.trend === first.trend &&
    sameValue(o.value, first.value)
  );
}
