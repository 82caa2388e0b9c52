import type { Content } from './content.ts';
import { flatten } from './model.ts';
import { compareText, problem, type Problem } from './problem.ts';
import { compareIds } from './validate.ts';

/** ids.lock: one line an id, "dataset⇥id⇥what it means"; kept in order so that a change reads well. */
const FILE = 'content/ids.lock';

interface LockedId {
  readonly dataset: string;
  readonly id: string;
  readonly meaning: string;
}

/** Returns every id a site publishes and what it stands for, in the order of the file. */
export function publishedIds(content: Content): LockedId[] {
  const ids: LockedId[] = [
    ...content.plans.flatMap((p) => [
      { dataset: 'plans', id: p.id, meaning: p.value.kind },
      ...flatten(p.id, p.value.sections, null, 0).map((s) => ({
        dataset: 'sections',
        id: s.id,
        meaning: s.name,
      })),
    ]),
    ...content.indicators.map((i) => ({
      dataset: 'indicators',
      id: i.id,
      meaning: `${i.value.official_name} [${i.value.unit}]`,
    })),
    ...content.facts.map((f) => ({ dataset: 'facts', id: f.fact_id, meaning: f.subject })),
    ...content.findings.map((f) => ({
      dataset: 'findings',
      id: f.finding_id,
      meaning: content.finding_places.find((p) => p.finding_id === f.finding_id)?.target_id ?? '',
    })),
    ...content.replies.map((r) => ({
      dataset: 'replies',
      id: r.reply_id,
      meaning: r.target_id,
    })),
    ...content.documents.flatMap((d) => [
      { dataset: 'documents', id: d.id, meaning: d.value.kind },
      ...d.tables.observations.map((o) => ({
        dataset: 'observations',
        id: o.observation_id,
        meaning: `${o.indicator_id} ${o.role} ${String(o.reference_year)}`,
      })),
      ...d.tables.uses.map((u) => ({
        dataset: 'uses',
        id: u.use_id,
        meaning: `${u.section_id} ${u.indicator_id}`,
      })),
      ...d.tables.assessments.map((a) => ({
        dataset: 'assessments',
        id: a.assessment_id,
        meaning: a.indicator_id,
      })),
      ...d.tables.measures.map((m) => ({ dataset: 'measures', id: m.measure_id, meaning: m.name })),
      ...d.tables.gaps.map((g) => ({ dataset: 'gaps', id: g.gap_id, meaning: d.id })),
    ]),
  ];
  return ids.toSorted((a, b) => compareText(a.dataset, b.dataset) || compareIds(a.id, b.id));
}

/** Returns the text of ids.lock for the content. */
export function writeLock(content: Content): string {
  return publishedIds(content)
    .map(({ dataset, id, meaning }) => `${dataset}\t${id}\t${meaning}\n`)
    .join('');
}

/** Returns a problem for each locked id that vanished or changed its meaning, and one for each dataset with new ids. */
export function lockProblems(content: Content): Problem[] {
  const now = new Map(publishedIds(content).map((e) => [`${e.dataset}\t${e.id}`, e]));
  const before = (content.lock ?? '').split(/\r?\n/u).flatMap((text, index) => {
    const [dataset = '', id = '', meaning = ''] = text.split('\t');
    return id === '' ? [] : [{ dataset, id, meaning, line: index + 1 }];
  });
  const known = new Set(before.map((e) => `${e.dataset}\t${e.id}`));
  const added = [...now.values()].filter((e) => !known.has(`${e.dataset}\t${e.id}`));
  return [
    ...before.flatMap((e): Problem[] => {
      const place = { file: FILE, line: e.line, field: e.dataset, value: e.id };
      const current = now.get(`${e.dataset}\t${e.id}`);
      if (current === undefined) return [problem('id_vanished', place)];
      if (current.meaning === e.meaning) return [];
      return [problem('id_changed', place, { before: e.meaning, now: current.meaning })];
    }),
    ...[...Map.groupBy(added, (e) => e.dataset)].map(([dataset, ids]) =>
      problem(
        'id_new',
        { file: FILE, field: dataset, value: ids[0]?.id },
        { count: String(ids.length) },
      ),
    ),
  ];
}
