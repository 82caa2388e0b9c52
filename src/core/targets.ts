import { checkId } from './checks.ts';
import type { Content } from './content.ts';
import { nearest } from './nearest.ts';
import { problem, type Place, type Problem } from './problem.ts';

/** Ids that columns may refer to, by dataset. */
export type Targets = ReadonlyMap<string, ReadonlySet<string>>;

/** Returns a problem with the nearest known id where none of the datasets has the value. */
export function unknownReference(
  targets: Targets,
  datasets: readonly string[],
  value: string,
  place: Place,
): Problem[] {
  if (datasets.some((dataset) => targets.get(dataset)?.has(value) === true)) return [];
  const known = datasets.flatMap((dataset) => [...(targets.get(dataset) ?? [])]);
  return [
    problem('unknown_reference', place, {
      target: datasets.join(', '),
      nearest: nearest(value, known) ?? '—',
    }),
  ];
}

/** Returns the id of every check of a city, with the document whose figure it is about. */
export function checkDocuments(content: Content): ReadonlyMap<string, string> {
  const printed = content.documents.flatMap(({ id, tables }) =>
    [
      ...tables.assessments.flatMap((a) => [
        ...(a.published_rate_percent === null
          ? []
          : [checkId(a.assessment_id, 'achievement_rate')]),
        ...(a.published_mark === null ? [] : [checkId(a.assessment_id, 'mark')]),
      ]),
      ...tables.totals.map((t) => checkId(t.total_id, t.kind)),
    ].map((check) => [check, id] as const),
  );
  const measures = new Map(
    content.documents.flatMap(({ id, tables }) =>
      tables.measures.map((m) => [m.measure_id, id] as const),
    ),
  );
  const twice = content.links.flatMap((link) =>
    link.target_kind === 'measure'
      ? [[checkId(link.measure_id, 'printed_twice'), measures.get(link.measure_id) ?? ''] as const]
      : [],
  );
  return new Map([...printed, ...twice]);
}
