import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/core/csv.ts';
import {
  cellText,
  indicatorCsv,
  indicatorJson,
  toCsv,
  toJson,
} from '../../src/core/dataset-files.ts';
import { DATASETS, datasetNamed, type Cell } from '../../src/core/datasets.ts';
import { decimal } from '../../src/core/decimal.ts';
import {
  fieldsOf,
  flag,
  id,
  decimalNumber,
  optional,
  text,
  wholeNumber,
} from '../../src/core/field.ts';
import { buildModel } from '../../src/core/model.ts';
import { readDictionaries } from '../../src/io/read-dictionaries.ts';
import { z } from 'zod';
import { changedCity, contentOf, csv } from './make.ts';

const model = buildModel(
  contentOf(
    changedCity({
      'content/translations/en.csv': csv(
        'dataset,id,field,text,state',
        'indicators,share,name,"Share, of all",reviewed',
      ),
      'content/documents/old/gaps.csv': csv(
        'gap_id,subject,printed,reason,locator',
        'g-1,公表日,,印字がない。,全体',
      ),
      'content/indicators/share.json': (t) =>
        t.replace('"definition": null', '"definition": "「割合」, の意味"'),
    }),
  ),
);
const label = (list: string, code: string) => `${list}/${code}`;
const fields = fieldsOf(
  z.object({
    key: id(),
    note: optional(text()),
    value: optional(decimalNumber()),
    count: optional(wholeNumber()),
    sure: flag(),
  }),
);
const row = { key: 'a', note: 'x "y", z', value: decimal('-0.50'), count: 7, sure: true };
const empty = { key: 'b', note: null, value: null, count: null, sure: false };

describe('toCsv', () => {
  it('writes bare numbers, true and false, and nothing for missing', () => {
    expect(toCsv(fields, [row, empty])).toBe(
      '\uFEFFkey,note,value,count,sure\r\na,"x ""y"", z",-0.50,7,true\r\nb,,,,false\r\n',
    );
  });

  it('has a header without rows', () => {
    expect(toCsv(fields, [])).toBe('\uFEFFkey,note,value,count,sure\r\n');
  });
});

describe('toJson', () => {
  it('writes numbers as numbers, booleans as booleans, missing as null, without a mark', () => {
    const written = toJson(fields, [row, empty]);
    expect(written).toBe(
      '[\n{"key":"a","note":"x \\"y\\", z","value":-0.5,"count":7,"sure":true},\n{"key":"b","note":null,"value":null,"count":null,"sure":false}\n]\n',
    );
    expect(JSON.parse(written)).toEqual([{ ...row, value: -0.5 }, empty]);
  });

  it('is an empty array without rows', () => {
    expect(toJson(fields, [])).toBe('[]\n');
  });
});

describe('cellText', () => {
  it.each<[Cell, string]>([
    [null, ''],
    [0, '0'],
    [decimal('50.0'), '50.0'],
    [true, 'true'],
    [false, 'false'],
    ['x', 'x'],
  ])('writes %o as %s', (cell, written) => {
    expect(cellText(cell)).toBe(written);
  });
});

describe('DATASETS', () => {
  const named = DATASETS.map((d) => [d.name, d] as const);

  it('are those of the design, comments, and what leads the checks', () => {
    expect(DATASETS.map((d) => d.name).toSorted()).toEqual([
      'assessments',
      'checks',
      'codes',
      'comments',
      'document_plans',
      'documents',
      'facts',
      'finding_places',
      'findings',
      'gaps',
      'goalposts',
      'indicators',
      'links',
      'measures',
      'observations',
      'plans',
      'replies',
      'sections',
      'translations',
      'use_sdg_targets',
      'uses',
    ]);
  });

  it.each(named)('%s fills exactly its columns, and every required one', (_, dataset) => {
    const names = dataset.fields.map((f) => f.name);
    for (const published of dataset.rows(model, label)) {
      expect(names.filter((name) => !(name in published))).toEqual([]);
      for (const field of dataset.fields) {
        if (field.required)
          expect([field.name, cellText(published[field.name] ?? null)]).not.toEqual([
            field.name,
            '',
          ]);
      }
    }
  });

  it.each(named)('%s has the same rows and keys as CSV and as JSON', (_, dataset) => {
    const rows = dataset.rows(model, label);
    const written = toCsv(dataset.fields, rows);
    const table = parseCsv('x.csv', written.slice(1));
    const objects = JSON.parse(toJson(dataset.fields, rows)) as Record<string, unknown>[];
    expect(table.problems).toEqual([]);
    expect(table.rows).toHaveLength(rows.length);
    expect(objects.map((o) => Object.keys(o))).toEqual(rows.map(() => table.header));
    objects.forEach((object, at) => {
      const cells = table.rows[at]?.cells ?? [];
      table.header.forEach((name, column) => {
        const value = object[name];
        const cell = cells[column] ?? '';
        if (value === null) expect(cell).toBe('');
        else if (typeof value === 'number') expect(Number(cell)).toBe(value);
        else expect(cell).toBe(typeof value === 'boolean' ? String(value) : value);
      });
    });
  });

  it.each(named)('%s types its JSON by its fields', (_, dataset) => {
    const types = {
      integer: 'number',
      decimal: 'number',
      year: 'number',
      boolean: 'boolean',
      string: 'string',
      id: 'string',
      date: 'string',
      enum: 'string',
    };
    const objects = JSON.parse(toJson(dataset.fields, dataset.rows(model, label))) as Record<
      string,
      unknown
    >[];
    for (const object of objects) {
      for (const field of dataset.fields) {
        const value = object[field.name];
        if (value !== null)
          expect([field.name, typeof value]).toEqual([field.name, types[field.type]]);
      }
    }
  });

  it.each(named)('%s refers only to datasets and columns that are published', (_, dataset) => {
    const unknown = dataset.fields.flatMap(({ references }) => {
      if (references === undefined || references.dataset === 'units') return [];
      const target = DATASETS.find((d) => d.name === references.dataset);
      return target?.fields.some((f) => f.name === references.field) === true ? [] : [references];
    });
    expect(unknown).toEqual([]);
  });

  it.each(named)('%s has unique keys', (_, dataset) => {
    const keys = dataset
      .rows(model, label)
      .map((r) => dataset.key.map((name) => cellText(r[name] ?? null)).join(' + '));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('mark one newest figure for each indicator that has one', () => {
    const latest = datasetNamed('observations')
      .rows(model, label)
      .filter((r) => r['is_latest'] === true);
    expect(latest.map((r) => r['observation_id'])).toEqual(['old-t1-r2-c1', 'new-t1-r1-c2']);
  });

  it('carry place, unit and multiplier with every observation', () => {
    expect(datasetNamed('observations').rows(model, label)[0]).toMatchObject({
      local_government_code: '999999',
      local_government_name: 'Testtown',
      document_id: 'old',
      indicator_name: '割合',
      unit: 'percent',
      multiplier: 1,
    });
  });

  it('put our result beside the published one', () => {
    const [only] = JSON.parse(
      toJson(datasetNamed('assessments').fields, datasetNamed('assessments').rows(model, label)),
    ) as Record<string, unknown>[];
    expect(only).toMatchObject({
      published_rate_percent: 50,
      computed_rate_percent: 50,
      verdict: 'reproduced',
      state: 'passed_unknown',
      explanation: null,
    });
  });

  it('publish the codes with labels and the units with their scale', () => {
    const codes = datasetNamed('codes').rows(model, label);
    expect(codes).toContainEqual({
      code_list: 'state',
      code: 'passed_unknown',
      label: 'state/passed_unknown',
      base_unit: null,
      multiplier: null,
    });
    expect(codes).toContainEqual({
      code_list: 'unit',
      code: 'well',
      label: '本',
      base_unit: 'well',
      multiplier: 1,
    });
  });
});

describe('datasetNamed', () => {
  it('throws for a name that is none', () => {
    expect(datasetNamed('plans').name).toBe('plans');
    expect(() => datasetNamed('plan')).toThrow('No such dataset: plan');
  });
});

describe('indicatorJson', () => {
  it('has exactly metadata, observations and assessments', () => {
    const read = JSON.parse(indicatorJson(model, 'share')) as {
      metadata: Record<string, unknown>;
      observations: Record<string, unknown>[];
      assessments: Record<string, unknown>[];
    };
    expect(Object.keys(read)).toEqual(['metadata', 'observations', 'assessments']);
    expect(read.metadata).toEqual({
      indicator_id: 'share',
      name: '割合',
      definition: '「割合」, の意味',
      unit: 'percent',
      direction: 'increase',
      period_type: 'fiscal_year',
      parent_id: null,
      department: null,
    });
    expect(
      read.observations.map((o) => [o['observation_id'], o['value'], o['at_least'], o['trend']]),
    ).toEqual([
      ['old-t1-r1-c1', 30, false, null],
      ['old-t1-r1-c2', 50, false, null],
      ['new-t1-r1-c1', 30, false, null],
      ['new-t1-r1-c2', 40, false, null],
      ['new-t1-r1-c3', 50, false, null],
    ]);
    expect(read.assessments.map((a) => a['assessment_id'])).toEqual(['new-t1-r1']);
  });

  it('is sound without assessments', () => {
    expect(
      (JSON.parse(indicatorJson(model, 'wells')) as { assessments: unknown[] }).assessments,
    ).toEqual([]);
  });
});

describe('indicatorCsv', () => {
  it('has the same observations as the JSON', () => {
    const table = parseCsv('x.csv', indicatorCsv(model, 'share').slice(1));
    const column = table.header.indexOf('observation_id');
    expect(table.rows.map((r) => r.cells[column])).toEqual([
      'old-t1-r1-c1',
      'old-t1-r1-c2',
      'new-t1-r1-c1',
      'new-t1-r1-c2',
      'new-t1-r1-c3',
    ]);
  });
});

describe('words of datasets', () => {
  const codes = datasetNamed('codes')
    .rows(model, label)
    .filter((r) => r['code_list'] !== 'unit');

  it.each([...readDictionaries()])(
    '%s names and describes every dataset, column and code',
    (_, dictionary) => {
      const keys = [
        ...DATASETS.flatMap((d) => [`dataset.${d.name}`, `dataset.${d.name}.about`]),
        ...DATASETS.flatMap((d) =>
          d.fields.flatMap((f) => [`field.${f.name}`, `field.${f.name}.about`]),
        ),
        ...codes.map(
          (r) => `code.${cellText(r['code_list'] ?? null)}.${cellText(r['code'] ?? null)}`,
        ),
      ];
      expect(keys.length).toBeGreaterThan(200);
      expect([...new Set(keys)].filter((key) => (dictionary[key] ?? '') === '')).toEqual([]);
    },
  );
});
