import { writeCsv } from './csv.ts';
import {
  datasetNamed,
  publishedAssessment,
  publishedObservation,
  type Cell,
  type Dataset,
  type PublishedRow,
} from './datasets.ts';
import { formatDecimal, type Decimal } from './decimal.ts';
import type { Field } from './field.ts';
import { partsOfGroup } from './groups.ts';
import { firstHaving, having } from './lookup.ts';
import type { Model } from './model.ts';

function isDecimal(cell: Cell): cell is Decimal {
  return typeof cell === 'object' && cell !== null;
}

/** Returns a cell as CSV text: numbers bare, booleans true/false, missing empty. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  return isDecimal(cell) ? formatDecimal(cell) : String(cell);
}

function cellJson(cell: Cell): string {
  return cell !== null && isDecimal(cell)
    ? String(Number(formatDecimal(cell)))
    : JSON.stringify(cell);
}

/** Returns rows as canonical CSV (UTF-8 with BOM, CRLF). */
export function toCsv(fields: readonly Field[], rows: readonly PublishedRow[]): string {
  const names = fields.map((f) => f.name);
  return writeCsv(
    names,
    rows.map((row) => names.map((name) => cellText(row[name] ?? null))),
  );
}

/** Returns rows as a JSON array of objects, one a line: numbers as numbers, missing null, no BOM. */
export function toJson(fields: readonly Field[], rows: readonly PublishedRow[]): string {
  const objects = rows.map((row) => rowJson(fields, row));
  return objects.length === 0 ? '[]\n' : `[\n${objects.join(',\n')}\n]\n`;
}

function rowJson(fields: readonly Field[], row: PublishedRow): string {
  const members = fields.map(
    (f) => `${JSON.stringify(f.name)}:${memberJson(f, row[f.name] ?? null)}`,
  );
  return `{${members.join(',')}}`;
}

function memberJson(field: Field, cell: Cell): string {
  return field.type === 'boolean' && typeof cell === 'string' ? cell : cellJson(cell);
}

const metadataOf = new WeakMap<Model, readonly PublishedRow[]>();

/** The rows of the dataset of indicators, made once. */
function metadataRows(model: Model): readonly PublishedRow[] {
  const made = metadataOf.get(model) ?? datasetNamed('indicators').rows(model, () => '');
  metadataOf.set(model, made);
  return made;
}

/** Returns an indicator's own download: {metadata, observations, assessments}. */
export function indicatorJson(model: Model, indicatorId: string): string {
  const metadata = datasetNamed('indicators');
  const observations = datasetNamed('observations');
  const assessments = datasetNamed('assessments');
  const own = firstHaving(metadataRows(model), 'indicator_id', indicatorId);
  const list = (of: Dataset, rows: readonly PublishedRow[]) =>
    `[${rows.map((row) => `\n    ${rowJson(of.fields, row)}`).join(',')}${rows.length === 0 ? '' : '\n  '}]`;
  return [
    '{',
    `  "metadata": ${rowJson(metadata.fields, own ?? {})},`,
    `  "observations": ${list(observations, observationsOf(model, indicatorId))},`,
    `  "assessments": ${list(
      assessments,
      having(model.assessments, 'indicator_id', indicatorId).map((a) =>
        publishedAssessment(model, a),
      ),
    )}`,
    '}\n',
  ].join('\n');
}

/** Returns an indicator's observations as CSV. */
export function indicatorCsv(model: Model, indicatorId: string): string {
  return toCsv(datasetNamed('observations').fields, observationsOf(model, indicatorId));
}

/** A group has no rows of its own: it gives those of its parts, in the order of the whole table. */
function observationsOf(model: Model, indicatorId: string) {
  const parts = new Set(partsOfGroup(model, indicatorId).map(({ id }) => id));
  const own =
    parts.size === 0
      ? having(model.observations, 'indicator_id', indicatorId)
      : model.observations.filter((o) => parts.has(o.indicator_id));
  return own.map((o) => publishedObservation(model, o));
}
