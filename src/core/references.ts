import { checksOf } from './checks.ts';
import type { Content, DocumentContent } from './content.ts';
import { compare, formatDecimal, type Decimal } from './decimal.ts';
import { fieldsOf } from './field.ts';
import { lockProblems } from './lock.ts';
import { buildModel, flatten } from './model.ts';
import { nearest } from './nearest.ts';
import { printedNumber } from './printed.ts';
import { problem, type Place, type Problem } from './problem.ts';
import { CITY_TABLES, DOCUMENT_TABLES, type Table } from './tables.ts';
import { EXTRA_FIELDS, sourceTexts } from './translate.ts';
import { placeOf, type RowPlace } from './validate.ts';

type Targets = ReadonlyMap<string, ReadonlySet<string>>;
type Observation = DocumentContent['tables']['observations'][number];

/** Returns every problem that only shows when files are read together. */
export function referenceProblems(content: Content): Problem[] {
  const targets = referenceTargets(content);
  return [
    ...siteProblems(content, targets),
    ...jsonProblems(content, targets),
    ...tableProblems(content, targets),
    ...linkProblems(content, targets),
    ...narrativePlaces(content, targets),
    ...content.documents.flatMap((document) => documentProblems(content, document)),
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
      new Set(content.plans.flatMap((p) => flatten(p.id, p.value.sections, null, 0).map((s) => s.id))),
    ],
    ['observations', all((d) => d.tables.observations, (o) => o.observation_id)],
    ['uses', all((d) => d.tables.uses, (u) => u.use_id)],
    ['measures', all((d) => d.tables.measures, (m) => m.measure_id)],
    ['comments', all((d) => d.tables.comments, (c) => c.comment_key)],
    ['checks', new Set(checkIds(content))],
  ]);
}

function checkIds(content: Content): string[] {
  return content.documents.flatMap((d) =>
    d.tables.assessments.flatMap((a) => [
      ...(a.published_rate_percent === null ? [] : [`${a.assessment_id}-rate`]),
      ...(a.published_mark === null ? [] : [`${a.assessment_id}-mark`]),
    ]),
  );
}

function unknown(targets: Targets, dataset: string, value: string, place: Place): Problem[] {
  const known = targets.get(dataset) ?? new Set<string>();
  if (known.has(value)) return [];
  return [problem('unknown_reference', place, { target: dataset, nearest: nearest(value, known) ?? '—' })];
}

function siteProblems(content: Content, targets: Targets): Problem[] {
  const { value, file, at } = content.site;
  const listed = (key: 'plans' | 'documents') =>
    value[key].flatMap((id, index) =>
      unknown(targets, key, id, { file, ...at([key, index]), field: key, value: id }),
    );
  return [...listed('plans'), ...listed('documents')];
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
    ...content.documents.flatMap((d) =>
      d.value.plans.flatMap((id, index) =>
        unknown(targets, 'plans', id, { file: d.file, ...d.at(['plans', index]), field: 'plans', value: id }),
      ),
    ),
    ...content.indicators.flatMap((i) => {
      const check = (dataset: string, value: string, path: (string | number)[]) =>
        unknown(targets, dataset, value, { file: i.file, ...i.at(path), field: path.join('.'), value });
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
  return [...Object.values(DOCUMENT_TABLES), ...Object.values(CITY_TABLES)].flatMap((table: Table) => [
    ...keysAcrossFiles(content, table, rows(table)),
    ...fieldsOf(table.row).flatMap((field) => {
      const { references } = field;
      if (references === undefined) return [];
      return rows(table).flatMap((row) => {
        const value = (row as Readonly<Record<string, unknown>>)[field.name];
        if (typeof value !== 'string') return [];
        return unknown(targets, references.dataset, value, placeOf(content.places.get(row), field.name, value));
      });
    }),
  ]);
}

/** A link's target is an indicator or a section, as its row says. */
function linkProblems(content: Content, targets: Targets): Problem[] {
  return content.links.flatMap((link) => {
    const place = placeOf(content.places.get(link), 'target_id', link.target_id);
    return unknown(targets, `${link.target_kind}s`, link.target_id, place);
  });
}

/** Narrative belongs to its plan (index) or to a section, named by the tail of the section's id. */
function narrativePlaces(content: Content, targets: Targets): Problem[] {
  return content.narrative.flatMap(({ file, plan, name }) =>
    name === 'index' || targets.get('sections')?.has(name) === true
      ? []
      : unknown(targets, 'sections', `${plan}-${name}`, { file, field: 'name', value: name }),
  );
}

/** Ids are unique over all documents, not only within a file. */
function keysAcrossFiles(content: Content, table: Table, rows: readonly object[]): Problem[] {
  const seen = new Map<string, RowPlace | undefined>();
  return rows.flatMap((row) => {
    const place = content.places.get(row);
    const cells = row as Readonly<Record<string, unknown>>;
    const key = table.key.map((name) => String(cells[name])).join(' + ');
    const first = seen.get(key);
    if (!seen.has(key)) seen.set(key, place);
    if (first === undefined || first.file === place?.file) return [];
    const field = table.key[0] ?? '';
    return [problem('duplicate_key', placeOf(place, field, key), { first: `${first.file}:${String(first.line)}` })];
  });
}

function documentProblems(content: Content, document: DocumentContent): Problem[] {
  const { observations, assessments } = document.tables;
  const byId = new Map(observations.map((o) => [o.observation_id, o]));
  return [
    ...observations.flatMap((o) => observationProblems(content, o, byId)),
    ...assessments.flatMap((a) => {
      const own = observations.filter((o) => o.table_id === a.table_id && o.row_no === a.row_no);
      return (['baseline', 'actual', 'target'] as const).flatMap((role) => {
        const observed = own.find((o) => o.role === role)?.value ?? null;
        if (sameValue(a[role], observed)) return [];
        const place = placeOf(content.places.get(a), role, shown(a[role]));
        return [problem('assessment_differs', place, { observed: shown(observed) })];
      });
    }),
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

function languageProblems(content: Content): Problem[] {
  const tags = content.site.value.languages.map((l) => l.tag);
  const files = [
    ...[...content.translations.keys()].map((tag) => [`content/translations/${tag}.csv`, tag] as const),
    ...[...content.words.keys()].map((tag) => [`content/i18n/${tag}.json`, tag] as const),
    ...content.narrative.map((n) => [n.file, n.tag] as const),
  ];
  return files.flatMap(([file, tag]) =>
    tags.includes(tag)
      ? []
      : [problem('unknown_language', { file, value: tag }, { allowed: tags.join(', ') })],
  );
}

function translationProblems(content: Content): Problem[] {
  const sources = sourceTexts(content);
  const known = new Set(sources.map((s) => `${s.dataset}/${s.id}/${s.field}`));
  const things = new Set(sources.map((s) => `${s.dataset}/${s.id}`));
  const unknownRows = [...content.translations.values()].flatMap((rows) =>
    rows.flatMap((row) => {
      const extra = EXTRA_FIELDS[row.dataset]?.includes(row.field) ?? false;
      const thing = `${row.dataset}/${row.id}`;
      if (known.has(`${thing}/${row.field}`) || (extra && things.has(thing))) return [];
      const key = `${thing}/${row.field}`;
      const close = nearest(key, known) ?? '—';
      const place = placeOf(content.places.get(row), 'id', key);
      return [problem('unknown_reference', place, { target: 'content', nearest: close })];
    }),
  );
  const missing = content.site.value.languages.slice(1).flatMap(({ tag }) => {
    const rows = content.translations.get(tag) ?? [];
    const translated = new Set(rows.map((row) => `${row.dataset}/${row.id}/${row.field}`));
    const lacking = sources.filter(
      (s) => s.essential && !translated.has(`${s.dataset}/${s.id}/${s.field}`),
    );
    const example = lacking[0];
    if (example === undefined) return [];
    const file = `content/translations/${tag}.csv`;
    const name = `${example.dataset}/${example.id}/${example.field}`;
    return [problem('translation_missing', { file }, { tag, count: String(lacking.length), example: name })];
  });
  return [...unknownRows, ...missing];
}

/** Returns problems of explanations: needed where a check differs, refused where it reproduces. */
export function explanationProblems(content: Content): Problem[] {
  const model = buildModel(content);
  const checks = checksOf(model.assessments, model.indicators, model.documents, new Map());
  const verdicts = new Map(checks.map((c) => [c.check_id, c.verdict]));
  const explained = new Set(content.explanations.map((e) => e.check_id));
  return [
    ...content.explanations.flatMap((e) =>
      verdicts.get(e.check_id) === 'reproduced'
        ? [problem('explanation_not_needed', placeOf(content.places.get(e), 'check_id', e.check_id))]
        : [],
    ),
    ...checks.flatMap((c) =>
      c.verdict === 'differs' && !explained.has(c.check_id)
        ? [problem('explanation_missing', { file: 'content/explanations.csv', value: c.check_id })]
        : [],
    ),
  ];
}
