import type { Content } from './content.ts';
import { problem, type Problem } from './problem.ts';
import { checkDocuments, unknownReference, type Targets } from './targets.ts';
import { placeOf } from './validate.ts';

/** Returns problems of what leads the page of checks, of findings and their places, and of the city's replies. */
export function findingProblems(content: Content, targets: Targets): Problem[] {
  return [
    ...leadingProblems(content, targets),
    ...placeProblems(content, targets),
    ...content.findings.flatMap((finding) => shownProblems(content, finding)),
    ...content.replies.flatMap((reply) => replyProblems(content, targets, reply)),
  ];
}

function leadingProblems(content: Content, targets: Targets): Problem[] {
  const { value, file, at } = content.site;
  return (value.leading_checks ?? []).flatMap((id, index) => {
    const place = {
      file,
      ...at(['leading_checks', index]),
      field: 'leading_checks',
      value: id,
    };
    return unknownReference(targets, ['findings', 'checks'], id, place);
  });
}

function placeProblems(content: Content, targets: Targets): Problem[] {
  return content.finding_places.flatMap((row) => {
    const place = placeOf(content.places.get(row), 'target_id', row.target_id);
    return unknownReference(targets, [`${row.target_kind}s`], row.target_id, place);
  });
}

/** A finding points at something, and a page shows it. */
function shownProblems(content: Content, finding: Content['findings'][number]): Problem[] {
  const { finding_id: id } = finding;
  const place = placeOf(content.places.get(finding), 'finding_id', id);
  const leading = content.site.value.leading_checks ?? [];
  return [
    ...(content.finding_places.some((p) => p.finding_id === id)
      ? []
      : [problem('finding_without_places', place)]),
    ...(leading.includes(id) ? [] : [problem('finding_not_shown', place)]),
  ];
}

function replyProblems(
  content: Content,
  targets: Targets,
  reply: Content['replies'][number],
): Problem[] {
  const at = (field: string, value: string) => placeOf(content.places.get(reply), field, value);
  const { target_kind: kind, target_id: id, date } = reply;
  const unknown = unknownReference(targets, [`${kind}s`], id, at('target_id', id));
  const source =
    reply.url === null && reply.document_id === null
      ? [problem('reply_without_source', at('url', reply.reply_id))]
      : [];
  const early = documentsOf(content, kind, id).flatMap((documentId) => {
    const document = content.documents.find((d) => d.id === documentId);
    const published = document?.value.published ?? null;
    // A date may be printed as a month or a year only: it is compared as far as it goes.
    return published !== null && date.slice(0, published.length) < published
      ? [problem('reply_too_early', at('date', date), { document: documentId, published })]
      : [];
  });
  return [...unknown, ...source, ...early.slice(0, 1)];
}

/** The documents whose figures a check or a finding is about. */
function documentsOf(content: Content, kind: 'check' | 'finding', id: string): readonly string[] {
  const checks = checkDocuments(content);
  const tables = content.documents.flatMap((document) => [
    ...document.tables.observations.map((o) => [o.observation_id, document.id] as const),
    ...document.tables.measures.map((m) => [m.measure_id, document.id] as const),
  ]);
  const printed = new Map([
    ...tables,
    ...content.facts.map((f) => [f.fact_id, f.document_id] as const),
  ]);
  const own =
    kind === 'check'
      ? [checks.get(id)]
      : content.finding_places
          .filter((place) => place.finding_id === id)
          .map(({ target_kind: of, target_id: target }) =>
            of === 'check' ? checks.get(target) : printed.get(target),
          );
  return [...new Set(own.filter((document) => document !== undefined))];
}
