import { z } from 'zod';
import {
  coded,
  date,
  decimalNumber,
  flag,
  id,
  oneOf,
  optional,
  partialDate,
  printed,
  text,
  webAddress,
  wholeNumber,
  year,
} from './field.ts';

/** A content table: one kind of CSV file of a city. */
export interface Table<R extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly row: R;
  /** Columns that together name a row; rows are kept sorted by them. */
  readonly key: readonly string[];
}

function table<S extends z.core.$ZodLooseShape>(
  name: string,
  key: readonly (keyof S & string)[],
  shape: S,
) {
  return { name, key, row: z.object(shape) };
}

export const PERIOD_TYPES = ['fiscal_year', 'calendar_year', 'point', 'range'] as const;
export const ROLES = ['baseline', 'actual', 'target'] as const;
export const TRENDS = ['increase', 'decrease', 'keep'] as const;
export const STATUSES = [
  'ok',
  'text',
  'not_yet',
  'not_surveyed',
  'not_available',
  'definition_changed',
  'not_applicable',
  'unresolved',
] as const;
export const LEVELS = ['kgi', 'kpi', 'numeric_target', 'verification'] as const;
export const AMOUNT_KINDS = ['initial', 'supplementary', 'settled', 'planned'] as const;
/** The unit of `amount_thousand_yen` where site.json names no other: a thousand of the city's currency. */
export const USUAL_AMOUNT_UNIT = 'thousand-yen';
export const LINK_TARGETS = ['indicator', 'section', 'measure'] as const;
export const LINK_BASES = ['printed', 'same_section', 'editors_reading'] as const;
export const TOTAL_SUBJECTS = ['indicator', 'section', 'measure'] as const;
export const TOTAL_KINDS = ['sum', 'count', 'share', 'growth'] as const;
/** What a finding can point at: figures with their places, and pages that only say more. */
export const FINDING_TARGETS = [
  'check',
  'observation',
  'measure',
  'fact',
  'indicator',
  'section',
] as const;
export const REPLY_TARGETS = ['check', 'finding'] as const;
export const TRANSLATION_STATES = ['reviewed', 'machine'] as const;

const indicatorId = () => id({ dataset: 'indicators', field: 'indicator_id' });
const sectionId = () => id({ dataset: 'sections', field: 'section_id' });
const planId = () => id({ dataset: 'plans', field: 'plan_id' });

/** The form of an SDG target number: 11.2, 11.b. */
const SDG_TARGET = /^(?:[1-9]|1[0-7])\.(?:\d{1,2}|[a-d])$/u;

export const observations = table('observations', ['observation_id'], {
  observation_id: id(),
  table_id: id(),
  row_no: wholeNumber(),
  column_no: wholeNumber(),
  part_no: optional(wholeNumber()),
  section_id: optional(sectionId()),
  plan_id: planId(),
  indicator_id: indicatorId(),
  printed_label: printed(),
  printed_unit: optional(printed()),
  fiscal_year: optional(year()),
  reference_year: year(),
  period_type: oneOf(PERIOD_TYPES),
  role: oneOf(ROLES),
  value: optional(decimalNumber('printed_unit')),
  at_least: flag(),
  at_most: flag(),
  trend: optional(oneOf(TRENDS)),
  provisional: flag(),
  forecast: flag(),
  estimate: flag(),
  cumulative: flag(),
  status: oneOf(STATUSES),
  printed_value: optional(printed()),
  repeat_of: optional(id({ dataset: 'observations', field: 'observation_id' })),
  note: optional(text()),
  locator: printed(),
});

export const uses = table('uses', ['use_id'], {
  use_id: id(),
  plan_id: planId(),
  section_id: sectionId(),
  indicator_id: indicatorId(),
  level: oneOf(LEVELS),
  printed_label: printed(),
  repeat_of: optional(id({ dataset: 'uses', field: 'use_id' })),
  locator: printed(),
});

export const useSdgTargets = table('use_sdg_targets', ['use_id', 'sdg_target'], {
  use_id: id({ dataset: 'uses', field: 'use_id' }),
  sdg_target: coded(SDG_TARGET, '11.b'),
});

export const assessments = table('assessments', ['assessment_id'], {
  assessment_id: id(),
  table_id: id(),
  row_no: wholeNumber(),
  indicator_id: indicatorId(),
  printed_label: printed(),
  baseline_year: optional(year()),
  baseline: optional(decimalNumber()),
  actual_year: optional(year()),
  actual: optional(decimalNumber()),
  target_year: optional(year()),
  target: optional(decimalNumber()),
  target_text: optional(printed()),
  published_rate_percent: optional(decimalNumber('percent')),
  published_mark: optional(printed()),
  comment_key: optional(id({ dataset: 'comments', field: 'comment_key' })),
  locator: printed(),
});

export const comments = table('comments', ['comment_key'], {
  comment_key: id(),
  text: text(),
  locator: printed(),
});

export const measures = table('measures', ['measure_id'], {
  measure_id: id(),
  plan_id: planId(),
  section_id: sectionId(),
  fiscal_year: optional(year()),
  part: optional(text()),
  row_no: optional(wholeNumber()),
  category: optional(text()),
  bureau: optional(text()),
  division: optional(text()),
  name: text(),
  summary_key: optional(text()),
  amount_thousand_yen: optional(wholeNumber('thousand_yen')),
  amount_kind: optional(oneOf(AMOUNT_KINDS)),
  amount_note: optional(text()),
  part_of: optional(id({ dataset: 'measures', field: 'measure_id' })),
  repeat_of: optional(id({ dataset: 'measures', field: 'measure_id' })),
  locator: printed(),
});

export const totals = table('totals', ['total_id'], {
  total_id: id(),
  kind: oneOf(TOTAL_KINDS),
  subject_type: oneOf(TOTAL_SUBJECTS),
  subject_id: id(),
  printed_value: printed(),
  value: optional(decimalNumber('unit')),
  unit: id({ dataset: 'units', field: 'unit' }),
  over: text(),
  locator: printed(),
});

export const gaps = table('gaps', ['gap_id'], {
  gap_id: id(),
  subject: text(),
  printed: optional(printed()),
  reason: text(),
  locator: printed(),
});

export const facts = table('facts', ['fact_id'], {
  fact_id: id(),
  document_id: id({ dataset: 'documents', field: 'document_id' }),
  subject: text(),
  year: optional(year()),
  period_type: optional(oneOf(PERIOD_TYPES)),
  date: optional(partialDate()),
  value: optional(decimalNumber('unit')),
  at_least: flag(),
  approximate: flag(),
  unit: optional(id({ dataset: 'units', field: 'unit' })),
  printed_value: printed(),
  locator: printed(),
});

export const links = table('links', ['measure_id', 'target_kind', 'target_id'], {
  measure_id: id({ dataset: 'measures', field: 'measure_id' }),
  target_kind: oneOf(LINK_TARGETS),
  target_id: id(),
  basis: oneOf(LINK_BASES),
  reason: text(),
});

export const explanations = table('explanations', ['check_id'], {
  check_id: id({ dataset: 'checks', field: 'check_id' }),
  text: text(),
});

/** Something that a reader of the checks should know, in plain words; its figures are its places. */
export const findings = table('findings', ['finding_id'], {
  finding_id: id(),
  title: text(),
  text: text(),
});

export const findingPlaces = table('finding_places', ['finding_id', 'place_no'], {
  finding_id: id({ dataset: 'findings', field: 'finding_id' }),
  place_no: wholeNumber(),
  target_kind: oneOf(FINDING_TARGETS),
  target_id: id(),
});

/** What the city answered, in its own words, and where: an address, or a document of the site. */
export const replies = table('replies', ['reply_id'], {
  reply_id: id(),
  target_kind: oneOf(REPLY_TARGETS),
  target_id: id(),
  date: date(),
  text: text(),
  document_id: optional(id({ dataset: 'documents', field: 'document_id' })),
  locator: optional(printed()),
  url: optional(webAddress()),
});

/** `id` may be a composed key (`period.before`), so it is free text checked against what exists. */
export const translations = table('translations', ['dataset', 'id', 'field'], {
  dataset: text(),
  id: text(),
  field: text(),
  text: text(),
  state: oneOf(TRANSLATION_STATES),
});

export const DOCUMENT_TABLES = {
  observations,
  uses,
  use_sdg_targets: useSdgTargets,
  assessments,
  comments,
  measures,
  totals,
  gaps,
} as const;

export const CITY_TABLES = {
  facts,
  links,
  explanations,
  findings,
  finding_places: findingPlaces,
  replies,
} as const;
