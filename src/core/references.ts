import { checksOf } from './checks.ts';
import { consistencyProblems } from './consistency.ts';
import type { Content, DocumentContent } from './content.ts';
import { fieldsOf } from './field.ts';
import { findingProblems } from './finding-problems.ts';
import { lockProblems } from './lock.ts';
import { buildModel, flatten } from './model.ts';
import { pointerProblems } from './pointer-problems.ts';
import { POINTER_PAGES } from './pointers.ts';
import { keysAcrossFiles, repeatedIds } from './repeated-ids.ts';
import { problem, type Place, type Problem } from './problem.ts';
import { CITY_TABLES, DOCUMENT_TABLES, type Table } from './tables.ts';
import { checkDocuments, unknownReference, type Targets } from './targets.ts';
import { parseOver } from './totals.ts';
import { languageProblems, translationProblems } from './translation-problems.ts';
import { placeOf } from './validate.ts';

/** Returns every problem that only shows when files are read together. */
export function referenceProblems(content: Content): Problem[] {
  const targets = referenceTargets(content);
  return [
    ...siteProblems(content, targets),
    ...repeatedIds(content),
    ...jsonProblems(content, targets),
    ...tableProblems(content, targets),
    ...linkProblems(content, targets),
    ...totalProblems(content, targets),
    ...findingProblems(content, targets),
    ...narrativePlaces(content, targets),
    ...content.documents.flatMap((document) => consistencyProblems(content, document)),
    ...languageProblems(content),
    ...translationProblems(content),
    ...lockProblems(content),
  ];
}

/** Ids that columns may refer to, by dataset and column. */
function referenceTargets(content: Content): Targets {
  const all = <T>(rows: (d: DocumentContent) => readonly T[], id: (row: T) => string) =>
    new Set(content.documents.flatMap((d) => rows(d).map(id)));
  return new Map<string, ReadonlySet<string>>([
    ['plans', new Set(content.plans.map((p) => p.id))],
    ['documents', new Set(content.documents.map((d) => d.id))],
    ['indicators', new Set(content.indicators.map((i) => i.id))],
    ['units', new Set(content.units.value.map((u) => u.id))],
    ['topics', new Set(content.site.value.topics.map((t) => t.id))],
    [
      'sections',
      new Set(
        content.plans.flatMap((p) => flatten(p.id, p.value.sections, null, 0).map((s) => s.id)),
      ),
    ],
    [
      'observations',
      all(
        (d) => d.tables.observations,
        (o) => o.observation_id,
      ),
    ],
    [
      'uses',
      all(
        (d) => d.tables.uses,
        (u) => u.use_id,
      ),
    ],
    [
      'measures',
      all(
        (d) => d.tables.measures,
        (m) => m.measure_id,
      ),
    ],
    [
      'comments',
      all(
        (d) => d.tables.comments,
        (c) => c.comment_key,
      ),
    ],
    ['facts', new Set(content.facts.map((f) => f.fact_id))],
    ['pages', new Set<string>(POINTER_PAGES)],
    ['checks', new Set(checkDocuments(content).keys())],
    ['findings', new Set(content.findings.map((f) => f.finding_id))],
  ]);
}

function unknown(targets: Targets, dataset: string, value: string, place: Place): Problem[] {
  return unknownReference(targets, [dataset], value, place);
}

function siteProblems(content: Content, targets: Targets): Problem[] {
  const { value, file, at } = content.site;
  const listed = (key: 'plans' | 'documents') =>
    value[key].flatMap((id, index) =>
      unknown(targets, key, id, { file, ...at([key, index]), field: key, value: id }),
    );
  const terms = new Set(content.glossary.value.map((entry) => entry.id));
  const examples = (value.search_examples ?? []).flatMap((id, index) => {
    const where = { file, ...at(['search_examples', index]), field: 'search_examples', value: id };
    return unknown(new Map([['glossary', terms]]), 'glossary', id, where);
  });
  const people = value.population_fact;
  const population =
    people === undefined
      ? []
      : unknown(targets, 'facts', people, {
          file,
          ...at(['population_fact']),
          field: 'population_fact',
          value: people,
        });
  const unit = value.amount_unit;
  const amounts =
    unit === undefined
      ? []
      : unknown(targets, 'units', unit, {
          file,
          ...at(['amount_unit']),
          field: 'amount_unit',
          value: unit,
        });
  return [
    ...listed('plans'),
    ...listed('documents'),
    ...examples,
    ...population,
    ...amounts,
    ...pointerProblems(content, targets),
  ];
}

function jsonProblems(content: Content, targets: Targets): Problem[] {
  return [
    ...content.plans.flatMap((p) => {
      const { predecessor } = p.value;
      const place = { file: p.file, ...p.at(['predecessor']), field: 'predecessor' };
      return predecessor === null
        ? []
        : unknown(targets, 'plans', predecessor, { ...place, value: predecessor });
    }),
    ...content.documents.flatMap((d) => {
      const { part_of: whole } = d.value;
      const place = { file: d.file, ...d.at(['part_of']), field: 'part_of' };
      return whole == null ? [] : unknown(targets, 'documents', whole, { ...place, value: whole });
    }),
    ...content.documents.flatMap((d) =>
      d.value.plans.flatMap((id, index) =>
        unknown(targets, 'plans', id, {
          file: d.file,
          ...d.at(['plans', index]),
          field: 'plans',
          value: id,
        }),
      ),
    ),
    ...content.indicators.flatMap((i) => {
      const check = (dataset: string, value: string, path: (string | number)[]) =>
        unknown(targets, dataset, value, {
          file: i.file,
          ...i.at(path),
          field: path.join('.'),
          value,
        });
      return [
        ...check('units', i.value.unit, ['unit']),
        ...(i.value.parent === null ? [] : check('indicators', i.value.parent, ['parent'])),
        ...i.value.topics.flatMap((t, n) => check('topics', t, ['topics', n])),
        ...i.value.not_the_same_as.flatMap((other, n) =>
          check('indicators', other.indicator, ['not_the_same_as', n, 'indicator']),
        ),
      ];
    }),
  ];
}

function tableProblems(content: Content, targets: Targets): Problem[] {
  const rows = (table: Table): readonly object[] =>
    table.name in CITY_TABLES
      ? content[table.name as keyof typeof CITY_TABLES]
      : content.documents.flatMap(
          (d): readonly object[] => d.tables[table.name as keyof typeof DOCUMENT_TABLES],
        );
  return [...Object.values(DOCUMENT_TABLES), ...Object.values(CITY_TABLES)].flatMap(
    (table: Table) => [
      ...keysAcrossFiles(content, table, rows(table)),
      ...fieldsOf(table.row).flatMap((field) => {
        const { references } = field;
        if (references === undefined) return [];
        return rows(table).flatMap((row) => {
          const value = (row as Readonly<Record<string, unknown>>)[field.name];
          if (typeof value !== 'string') return [];
          return unknown(
            targets,
            references.dataset,
            value,
            placeOf(content.places.get(row), field.name, value),
          );
        });
      }),
    ],
  );
}

/** A link's target is an indicator or a section, as its row says. */
function linkProblems(content: Content, targets: Targets): Problem[] {
  return content.links.flatMap((link) => {
    const place = placeOf(content.places.get(link), 'target_id', link.target_id);
    return unknown(targets, `${link.target_kind}s`, link.target_id, place);
  });
}

/** A total is about something that exists, and over rows that exist. */
function totalProblems(content: Content, targets: Targets): Problem[] {
  return content.documents.flatMap(({ tables }) =>
    tables.totals.flatMap((total) => {
      const at = (field: string, value: string) => placeOf(content.places.get(total), field, value);
      const subject = unknown(
        targets,
        `${total.subject_type}s`,
        total.subject_id,
        at('subject_id', total.subject_id),
      );
      const over = parseOver(total.over);
      if (over === null) return [...subject, problem('total_over_unclear', at('over', total.over))];
      if (!('ids' in over)) return subject;
      const dataset = over.kind === 'section' ? 'sections' : over.kind;
      return [
        ...subject,
        ...over.ids.flatMap((id) => unknown(targets, dataset, id, at('over', id))),
      ];
    }),
  );
}

/** Narrative belongs to its plan (index) or to a section, named by the tail of the section's id. */
function narrativePlaces(content: Content, targets: Targets): Problem[] {
  return content.narrative.flatMap(({ file, plan, name }) =>
    name === 'index' || targets.get('sections')?.has(name) === true
      ? []
      : unknown(targets, 'sections', `${plan}-${name}`, { file, field: 'name', value: name }),
  );
}

/** Returns problems of explanations: needed where a check differs, refused where it reproduces. */
export function explanationProblems(content: Content): Problem[] {
  const model = buildModel(content);
  const checks = checksOf({ ...model, explanations: new Map() });
  const verdicts = new Map(checks.map((c) => [c.check_id, c.verdict]));
  const explained = new Set(content.explanations.map((e) => e.check_id));
  return [
    ...content.explanations.flatMap((e) =>
      verdicts.get(e.check_id) === 'reproduced'
        ? [
            problem(
              'explanation_not_needed',
              placeOf(content.places.get(e), 'check_id', e.check_id),
            ),
          ]
        : [],
    ),
    ...checks.flatMap((c) =>
      c.verdict === 'differs' && !explained.has(c.check_id)
        ? [problem('explanation_missing', { file: 'content/explanations.csv', value: c.check_id })]
        : [],
    ),
  ];
}
