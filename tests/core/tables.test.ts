import { describe, expect, it } from 'vitest';
import { DATASETS } from '../../src/core/datasets.ts';
import { fieldsOf } from '../../src/core/field.ts';
import {
  CITY_TABLES,
  DOCUMENT_TABLES,
  translations,
  useSdgTargets,
  type Table,
} from '../../src/core/tables.ts';

const TABLES: readonly Table[] = [
  ...Object.values(DOCUMENT_TABLES),
  ...Object.values(CITY_TABLES),
  translations,
];
const named = TABLES.map((table) => [table.name, table] as const);
const all: readonly (readonly [
  string,
  { readonly key: readonly string[]; readonly names: readonly string[] },
])[] = [
  ...named.map(
    ([name, table]) =>
      [
        `content ${name}`,
        { key: table.key, names: fieldsOf(table.row).map((f) => f.name) },
      ] as const,
  ),
  ...DATASETS.map(
    (d) => [`published ${d.name}`, { key: d.key, names: d.fields.map((f) => f.name) }] as const,
  ),
];

describe('tables', () => {
  it.each(all)('%s has unique column names in ASCII snake_case', (_, { names }) => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/u.test(name))).toEqual([]);
  });

  it.each(all)('%s has its key among its columns', (_, { key, names }) => {
    expect(key.length).toBeGreaterThan(0);
    expect(key.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(named)('%s requires every column of its key', (_, table) => {
    const required = new Set(
      fieldsOf(table.row)
        .filter((f) => f.required)
        .map((f) => f.name),
    );
    expect(table.key.filter((name) => !required.has(name))).toEqual([]);
  });

  it('are named as their files are', () => {
    expect(
      Object.entries({ ...DOCUMENT_TABLES, ...CITY_TABLES }).filter(
        ([name, table]) => name !== table.name,
      ),
    ).toEqual([]);
  });

  it('have the columns of the design, in its order', () => {
    const columns = (table: Table) =>
      fieldsOf(table.row)
        .map((f) => f.name)
        .join(' ');
    expect(columns(DOCUMENT_TABLES.observations)).toBe(
      'observation_id table_id row_no column_no part_no section_id plan_id indicator_id printed_label printed_unit ' +
        'fiscal_year reference_year period_type role value at_least at_most trend provisional forecast estimate ' +
        'cumulative status printed_value repeat_of note locator',
    );
    expect(columns(DOCUMENT_TABLES.assessments)).toBe(
      'assessment_id table_id row_no indicator_id printed_label baseline_year baseline actual_year actual target_year ' +
        'target target_text published_rate_percent published_mark comment_key locator',
    );
    expect(columns(DOCUMENT_TABLES.measures)).toBe(
      'measure_id plan_id section_id fiscal_year part row_no category bureau division name summary_key ' +
        'amount_thousand_yen amount_kind amount_note part_of repeat_of locator',
    );
    expect(columns(DOCUMENT_TABLES.uses)).toBe(
      'use_id plan_id section_id indicator_id level printed_label repeat_of locator',
    );
    expect(columns(CITY_TABLES.links)).toBe('measure_id target_kind target_id basis reason');
    expect(columns(CITY_TABLES.facts)).toBe(
      'fact_id document_id subject year period_type date value at_least approximate unit printed_value locator',
    );
    expect(columns(CITY_TABLES.findings)).toBe('finding_id title text');
    expect(columns(CITY_TABLES.finding_places)).toBe('finding_id place_no target_kind target_id');
    expect(columns(CITY_TABLES.replies)).toBe(
      'reply_id target_kind target_id date text document_id locator url',
    );
  });

  it('publish the derived columns beside the printed ones', () => {
    const names = (name: string) =>
      DATASETS.find((d) => d.name === name)?.fields.map((f) => f.name) ?? [];
    expect(names('observations')).toEqual(
      expect.arrayContaining([
        'local_government_code',
        'local_government_name',
        'document_id',
        'indicator_name',
        'unit',
        'multiplier',
        'is_latest',
      ]),
    );
    expect(names('assessments').slice(-5)).toEqual([
      'document_id',
      'state',
      'computed_rate_percent',
      'verdict',
      'explanation',
    ]);
  });
});

describe('useSdgTargets', () => {
  it.each(['11.2', '11.b', '1.1', '17.18', '4.a'])('accepts the target %s', (code) => {
    expect(useSdgTargets.row.safeParse({ use_id: 'u', sdg_target: code }).success).toBe(true);
  });

  it.each(['18.1', '0.1', '11', '11.', '11.e', '11.B', '１１.2', '11.123'])(
    'refuses %s',
    (code) => {
      expect(useSdgTargets.row.safeParse({ use_id: 'u', sdg_target: code }).success).toBe(false);
    },
  );
});
