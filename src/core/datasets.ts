import { z } from 'zod';
import { shownRate, CHECK_KINDS, VERDICTS } from './checks.ts';
import type { Decimal } from './decimal.ts';
import {
  partialDate,
  decimalNumber,
  fieldsOf,
  id,
  oneOf,
  flag,
  optional,
  printed,
  text,
  wholeNumber,
  year,
  type Field,
} from './field.ts';
import { GOALPOST_KINDS } from './goalposts.ts';
import { firstHaving, having } from './lookup.ts';
import type { Model, Observation } from './model.ts';
import { newestFigure } from './progress.ts';
import { PROMISE_STATES, type PromiseState } from './promise.ts';
import * as tables from './tables.ts';

/** A value of a published row. */
export type Cell = string | number | boolean | Decimal | null;
export type PublishedRow = Readonly<Record<string, Cell>>;

/** Label of a code in the site's first language, from the dictionaries. */
export type CodeLabel = (list: string, code: string) => string;

/** A published dataset: its columns (one field list for every format) and its rows. */
export interface Dataset {
  readonly name: string;
  readonly key: readonly string[];
  readonly fields: readonly Field[];
  readonly rows: (model: Model, label: CodeLabel) => readonly PublishedRow[];
}

function dataset<S extends z.core.$ZodLooseShape>(
  name: string,
  key: readonly (keyof S & string)[],
  shape: S,
  rows: (model: Model, label: CodeLabel) => readonly { readonly [K in keyof S]: Cell }[],
): Dataset {
  return { name, key, fields: fieldsOf(z.object(shape)), rows };
}

const documentId = () => id({ dataset: 'documents', field: 'document_id' });
const indicatorId = () => id({ dataset: 'indicators', field: 'indicator_id' });
const planId = () => id({ dataset: 'plans', field: 'plan_id' });
const place = { local_government_code: text(), local_government_name: text() };

function placeCells(model: Model) {
  return {
    local_government_code: model.site.area_code ?? '',
    local_government_name: model.site.name,
  };
}

/** Codes that content may use, published so that reusers need not guess. */
const CODE_LISTS: Readonly<Record<string, readonly string[]>> = {
  period_type: tables.PERIOD_TYPES,
  role: tables.ROLES,
  trend: tables.TRENDS,
  status: tables.STATUSES,
  level: tables.LEVELS,
  state: PROMISE_STATES,
  verdict: VERDICTS,
  check_kind: CHECK_KINDS,
  goalpost_kind: GOALPOST_KINDS,
  amount_kind: tables.AMOUNT_KINDS,
  basis: tables.LINK_BASES,
  translation_state: tables.TRANSLATION_STATES,
};

export const DATASETS: readonly Dataset[] = [
  dataset(
    'plans',
    ['plan_id'],
    {
      plan_id: id(),
      name: text(),
      kind: id(),
      start_fiscal_year: year(),
      end_fiscal_year: optional(year()),
      predecessor_id: optional(planId()),
    },
    (model) =>
      model.plans.map((p) => ({
        plan_id: p.id,
        name: p.name,
        kind: p.kind,
        start_fiscal_year: p.start_fiscal_year,
        end_fiscal_year: p.end_fiscal_year,
        predecessor_id: p.predecessor,
      })),
  ),
  dataset(
    'sections',
    ['section_id'],
    {
      section_id: id(),
      plan_id: planId(),
      parent_id: optional(id({ dataset: 'sections', field: 'section_id' })),
      kind: id(),
      code: optional(printed()),
      name: text(),
      position: wholeNumber(),
    },
    (model) =>
      model.sections.map((s) => ({
        section_id: s.id,
        plan_id: s.plan_id,
        parent_id: s.parent_id,
        kind: s.kind,
        code: s.code,
        name: s.name,
        position: s.position,
      })),
  ),
  dataset(
    'documents',
    ['document_id'],
    {
      document_id: id(),
      name: text(),
      publisher: text(),
      published: optional(partialDate()),
      part_of_id: optional(documentId()),
      url: optional(text()),
    },
    (model) =>
      model.documents.map((d) => ({
        document_id: d.id,
        name: d.name,
        publisher: d.publisher,
        published: d.published,
        part_of_id: d.part_of ?? null,
        url: d.url,
      })),
  ),
  dataset(
    'document_plans',
    ['document_id', 'plan_id'],
    { document_id: documentId(), plan_id: planId() },
    (model) =>
      model.documents.flatMap((d) => d.plans.map((plan_id) => ({ document_id: d.id, plan_id }))),
  ),
  dataset(
    'indicators',
    ['indicator_id'],
    {
      indicator_id: id(),
      name: text(),
      definition: optional(text()),
      unit: text(),
      direction: oneOf(tables.TRENDS),
      period_type: oneOf(tables.PERIOD_TYPES),
      parent_id: optional(indicatorId()),
      department: optional(text()),
    },
    (model) =>
      model.indicators.map((i) => ({
        indicator_id: i.id,
        name: i.official_name,
        definition: i.definition,
        unit: i.unit,
        direction: i.direction,
        period_type: i.period_type,
        parent_id: i.parent,
        department: i.department,
      })),
  ),
  dataset('uses', ['use_id'], { ...tables.uses.row.shape, document_id: documentId() }, (model) =>
    model.uses.map(({ sdg_targets: _, ...use }) => use),
  ),
  dataset('use_sdg_targets', ['use_id', 'sdg_target'], tables.useSdgTargets.row.shape, (model) =>
    model.uses.flatMap((use) =>
      use.sdg_targets.map((sdg_target) => ({ use_id: use.use_id, sdg_target })),
    ),
  ),
  dataset(
    'observations',
    ['observation_id'],
    {
      ...place,
      document_id: documentId(),
      ...tables.observations.row.shape,
      indicator_name: text(),
      unit: text(),
      multiplier: wholeNumber(),
      is_latest: flag(),
    },
    (model) => model.observations.map((o) => publishedObservation(model, o)),
  ),
  dataset(
    'assessments',
    ['assessment_id'],
    {
      ...tables.assessments.row.shape,
      document_id: documentId(),
      state: optional(oneOf(PROMISE_STATES)),
      computed_rate_percent: optional(decimalNumber('percent')),
      verdict: optional(oneOf(VERDICTS)),
      explanation: optional(text()),
    },
    (model) => model.assessments.map((a) => publishedAssessment(model, a)),
  ),
  dataset(
    'comments',
    ['comment_key'],
    { ...tables.comments.row.shape, document_id: documentId() },
    (model) => model.comments,
  ),
  dataset(
    'measures',
    ['measure_id'],
    { ...tables.measures.row.shape, document_id: documentId() },
    (model) => model.measures,
  ),
  dataset(
    'links',
    ['measure_id', 'target_kind', 'target_id'],
    tables.links.row.shape,
    (m) => m.links,
  ),
  dataset('facts', ['fact_id'], tables.facts.row.shape, (model) => model.facts),
  dataset(
    'checks',
    ['check_id'],
    {
      check_id: id(),
      document_id: documentId(),
      subject_type: text(),
      subject_id: id(),
      kind: oneOf(CHECK_KINDS),
      published: printed(),
      computed: optional(text()),
      unit: optional(text()),
      verdict: oneOf(VERDICTS),
      explanation: optional(text()),
    },
    (model) =>
      model.checks.map(
        ({ assessment: _row, countings: _ways, inputs: _inputs, total: _total, ...check }) => check,
      ),
  ),
  dataset('findings', ['finding_id'], tables.findings.row.shape, (model) => model.findings),
  dataset(
    'finding_places',
    ['finding_id', 'place_no'],
    tables.findingPlaces.row.shape,
    (model) => model.finding_places,
  ),
  dataset('replies', ['reply_id'], tables.replies.row.shape, (model) => model.replies),
  dataset(
    'gaps',
    ['gap_id'],
    { ...tables.gaps.row.shape, document_id: documentId() },
    (model) => model.gaps,
  ),
  dataset(
    'goalposts',
    ['goalpost_id'],
    {
      goalpost_id: id(),
      indicator_id: indicatorId(),
      kind: oneOf(GOALPOST_KINDS),
      from_document_id: documentId(),
      to_document_id: documentId(),
      from_target: optional(printed()),
      to_target: optional(printed()),
      from_year: optional(year()),
      to_year: optional(year()),
    },
    (model) => model.goalposts.map(({ from: _, to: __, ...goalpost }) => goalpost),
  ),
  dataset(
    'translations',
    ['language', 'dataset', 'id', 'field'],
    { language: text(), ...tables.translations.row.shape },
    (model) =>
      [...model.translations].flatMap(([language, rows]) =>
        rows.map((row) => ({ language, ...row })),
      ),
  ),
  dataset(
    'codes',
    ['code_list', 'code'],
    {
      code_list: text(),
      code: text(),
      label: text(),
      base_unit: optional(text()),
      multiplier: optional(wholeNumber()),
    },
    (model, label) => [
      ...Object.entries(CODE_LISTS).flatMap(([list, codes]) =>
        codes.map((code) => ({
          code_list: list,
          code,
          label: label(list, code),
          base_unit: null,
          multiplier: null,
        })),
      ),
      ...[...model.units.values()].map((u) => ({
        code_list: 'unit',
        code: u.id,
        label: u.label,
        base_unit: u.base,
        multiplier: u.multiplier,
      })),
    ],
  ),
];

export function publishedObservation(model: Model, o: Observation) {
  const indicator = firstHaving(model.indicators, 'id', o.indicator_id);
  const own = having(model.observations, 'indicator_id', o.indicator_id);
  return {
    ...placeCells(model),
    ...o,
    indicator_name: indicator?.official_name ?? '',
    unit: indicator?.unit ?? '',
    multiplier: model.units.get(indicator?.unit ?? '')?.multiplier ?? 1,
    is_latest: newestFigure(own, model.documents)?.observation_id === o.observation_id,
  };
}

export function publishedAssessment(model: Model, a: Model['assessments'][number]) {
  const check = firstHaving(model.checks, 'assessment', a);
  const promise = (model.promises.get(a.indicator_id) ?? []).find(
    (p) => p.document.id === a.document_id && p.target.reference_year === a.target_year,
  );
  const state: PromiseState | null = promise?.state ?? null;
  return {
    ...a,
    state,
    computed_rate_percent: shownRate(a),
    verdict: check?.verdict ?? null,
    explanation: check?.explanation ?? null,
  };
}

/** Returns the dataset of a name. Throws when there is none. */
export function datasetNamed(name: string): Dataset {
  const found = DATASETS.find((d) => d.name === name);
  if (found === undefined) throw new Error(`No such dataset: ${name}`);
  return found;
}
