import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { DATASETS } from '../../src/core/datasets.ts';
import { firstSite, sites } from '../lib/sites.ts';

type Value = string | number | boolean | null;

const BOM = '\uFEFF';

interface Csv {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads a published CSV by the rules it is published under; everything else about it is an error. */
function readCsv(file: string): Csv {
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith(BOM)).toBe(true);
  expect(text.slice(1)).not.toContain(BOM);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  const lines = text.slice(1, -2).split('\r\n');
  const records = lines.map((line) => {
    const { data, errors } = Papa.parse<string[]>(line, { delimiter: ',' });
    expect([file, line, errors.filter((e) => e.type !== 'Delimiter')]).toEqual([file, line, []]);
    expect(data).toHaveLength(1);
    return data[0] ?? [];
  });
  const [header = [], ...rows] = records;
  return { header, rows };
}

function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith(BOM)).toBe(false);
  return JSON.parse(text);
}

/** Returns whether a cell and a JSON value say the same: missing, a number, true or false, or text. */
function saysTheSame(cell: string, value: Value | undefined): boolean {
  if (value === null) return cell === '';
  if (typeof value === 'number') return cell !== '' && Number(cell) === value;
  return String(value) === cell;
}

describe.each(sites.map((site) => [site.name, site] as const))('the data of %s', (_, site) => {
  const folder = join(site.folder, 'data');
  const names = DATASETS.map(({ name }) => name);

  it('holds every dataset as CSV and JSON, and nothing else', () => {
    const files = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);
    expect(files.toSorted()).toEqual(
      names.flatMap((name) => [`${name}.csv`, `${name}.json`]).toSorted(),
    );
  });

  it.each(names)('gives %s in the form that was promised, and the same in JSON', (name) => {
    const { header, rows } = readCsv(join(folder, `${name}.csv`));
    expect(header).toEqual(DATASETS.find((d) => d.name === name)?.fields.map((f) => f.name));
    expect(header.filter((column) => !/^[a-z][a-z0-9_]*$/u.test(column))).toEqual([]);
    expect(new Set(header).size).toBe(header.length);
    expect(rows.filter((row) => row.length !== header.length)).toEqual([]);
    const twin = readJson(join(folder, `${name}.json`)) as Record<string, Value>[];
    expect(Array.isArray(twin)).toBe(true);
    expect(twin).toHaveLength(rows.length);
    for (const [index, record] of twin.entries()) {
      expect(Object.keys(record)).toEqual(header);
      const differing = header.filter(
        (column, place) => !saysTheSame(rows[index]?.[place] ?? '', record[column]),
      );
      expect([name, index, differing]).toEqual([name, index, []]);
    }
  });

  it.each(names)('has no key twice in %s', (name) => {
    const { header, rows } = readCsv(join(folder, `${name}.csv`));
    const key = DATASETS.find((d) => d.name === name)?.key ?? [];
    expect(key.length).toBeGreaterThan(0);
    const keys = rows.map((row) => key.map((column) => row[header.indexOf(column)]).join('\t'));
    expect(keys.filter((value, index) => keys.indexOf(value) !== index)).toEqual([]);
  });

  it.each(names)('prints numbers of %s bare: no unit, no grouping', (name) => {
    const { header, rows } = readCsv(join(folder, `${name}.csv`));
    const numeric = DATASETS.find((d) => d.name === name)?.fields.filter((f) =>
      ['integer', 'decimal', 'year'].includes(f.type),
    );
    for (const field of numeric ?? []) {
      const cells = rows.map((row) => row[header.indexOf(field.name)] ?? '');
      expect(cells.filter((cell) => cell !== '' && !/^-?\d+(?:\.\d+)?$/u.test(cell))).toEqual([]);
    }
  });

  it('gives each indicator as CSV and JSON, with its chart where it has one', () => {
    const indicators = readJson(join(folder, 'indicators.json')) as {
      indicator_id: string;
      parent_id: string | null;
    }[];
    const observations = readJson(join(folder, 'observations.json')) as Record<string, Value>[];
    const assessments = readJson(join(folder, 'assessments.json')) as Record<string, Value>[];
    const files = new Set(readdirSync(join(folder, 'indicators')));
    expect(indicators.length).toBeGreaterThan(0);
    for (const { indicator_id: id } of indicators) {
      const named = (rows: readonly Record<string, Value>[], ids: readonly string[]) =>
        rows.filter((row) => ids.includes(String(row['indicator_id'])));
      const own = (rows: readonly Record<string, Value>[]) => named(rows, [id]);
      // A group prints nothing itself: its file has the rows of its parts.
      const parts = indicators.filter((i) => i.parent_id === id).map((i) => i.indicator_id);
      const printed = own(observations).length > 0 ? own(observations) : named(observations, parts);
      const json = readJson(join(folder, 'indicators', `${id}.json`)) as {
        metadata: { indicator_id: string };
        observations: unknown[];
        assessments: unknown[];
      };
      expect(Object.keys(json)).toEqual(['metadata', 'observations', 'assessments']);
      expect(json.metadata.indicator_id).toBe(id);
      expect(json.observations).toEqual(printed);
      expect(json.assessments).toEqual(own(assessments));
      expect(readCsv(join(folder, 'indicators', `${id}.csv`)).rows).toHaveLength(printed.length);
      for (const format of ['csv', 'json', 'svg', 'png']) files.delete(`${id}.${format}`);
    }
    expect([...files]).toEqual([]);
  });

  it('draws charts that stand alone: no script, no variable, nothing loaded', () => {
    const charts = readdirSync(join(folder, 'indicators')).filter((file) => file.endsWith('.svg'));
    expect(charts.length).toBeGreaterThan(0);
    for (const chart of charts) {
      const svg = readFileSync(join(folder, 'indicators', chart), 'utf8');
      expect(svg.startsWith('<svg ') || svg.startsWith('<?xml ')).toBe(true);
      expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
      expect(svg).toMatch(/<title[ >]/u);
      expect([chart, /var\(|<script|\son\w+=|<foreignObject|\bhref=|url\(/iu.exec(svg)]).toEqual([
        chart,
        null,
      ]);
    }
  });

  it('offers each download on a page of each language', () => {
    for (const { segment } of site.languages) {
      const page = readFileSync(join(site.folder, segment, 'data/index.html'), 'utf8');
      for (const name of names) {
        expect(page).toContain(`href="${site.base}data/${name}.csv"`);
        expect(page).toContain(`href="${site.base}data/${name}.json"`);
        expect(existsSync(join(site.folder, segment, 'data', name, 'index.html'))).toBe(true);
      }
    }
  });
});

describe('the data of the first city', () => {
  it.each([
    ['indicators', 83],
    ['observations', 928],
    ['checks', 134],
    ['assessments', 74],
  ])('has as many %s as the documents print: %i', (name, count) => {
    const { rows } = readCsv(join(firstSite.folder, 'data', `${name}.csv`));
    expect(rows).toHaveLength(count);
  });

  it('has a chart for each of its indicators but three groups and one told in words', () => {
    const charts = readdirSync(join(firstSite.folder, 'data/indicators')).filter((f) =>
      f.endsWith('.svg'),
    );
    expect(charts).toHaveLength(83 - 3 - 1);
  });
});
