import { cellText } from '../core/dataset-files.ts';
import { DATASETS, type Dataset } from '../core/datasets.ts';
import type { Field } from '../core/field.ts';
import { file, page } from '../core/paths.ts';
import type { WordKey } from '../i18n/index.ts';
import type { Edition, Link } from './edition.ts';
import { own } from './edition.ts';

function word(edition: Edition, key: string): string {
  return edition.words.t(key as WordKey);
}

export interface DatasetRow {
  readonly name: string;
  readonly link: Link;
  readonly about: string;
  readonly rows: string;
  readonly files: readonly {
    readonly format: string;
    readonly href: string;
    readonly path: string;
  }[];
}

export function datasetRow(edition: Edition, dataset: Dataset): DatasetRow {
  const { model, words, format, paths, tag } = edition;
  const count = dataset.rows(model, () => '').length;
  return {
    name: dataset.name,
    link: {
      text: own(edition, word(edition, `dataset.${dataset.name}`)),
      href: paths.page(tag, page.dataset(dataset.name)),
    },
    about: word(edition, `dataset.${dataset.name}.about`),
    rows: words.count('data.rows', count, { count: format.integer(count) }),
    files: (['csv', 'json'] as const).map((kind) => ({
      format: kind.toUpperCase(),
      path: file.dataset(dataset.name, kind),
      href: paths.file(file.dataset(dataset.name, kind)),
    })),
  };
}

export function datasetRows(edition: Edition): DatasetRow[] {
  return DATASETS.map((dataset) => datasetRow(edition, dataset));
}

export interface FieldRow {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly type: string;
  readonly notes: readonly string[];
}

export interface DatasetView extends DatasetRow {
  readonly fields: readonly FieldRow[];
  readonly preview: {
    readonly header: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly is_all: boolean;
}

const PREVIEW_ROWS = 5;

/** Returns a dataset's page: its columns explained and its first rows. */
export function datasetView(edition: Edition, dataset: Dataset): DatasetView {
  const { model } = edition;
  const rows = dataset.rows(model, (list, code) => word(edition, `code.${list}.${code}`));
  return {
    ...datasetRow(edition, dataset),
    fields: dataset.fields.map((f) => fieldRow(edition, dataset, f)),
    preview: {
      header: dataset.fields.map((f) => f.name),
      rows: rows
        .slice(0, PREVIEW_ROWS)
        .map((row) => dataset.fields.map((f) => cellText(row[f.name] ?? null))),
    },
    is_all: rows.length <= PREVIEW_ROWS,
  };
}

function fieldRow(edition: Edition, dataset: Dataset, field: Field): FieldRow {
  const { words } = edition;
  const { references, values, unit } = field;
  return {
    name: field.name,
    title: word(edition, `field.${field.name}`),
    about: word(edition, `field.${field.name}.about`),
    type: words.t(`type.${field.type}`),
    notes: [
      ...(dataset.key.includes(field.name) ? [words.t('dataset.key')] : []),
      ...(field.required ? [words.t('dataset.required')] : []),
      ...(field.printed === true ? [words.t('dataset.as_printed')] : []),
      ...(unit === undefined ? [] : [words.t('dataset.unit', { unit })]),
      ...(values === undefined ? [] : [words.t('dataset.values', { values: values.join(' ') })]),
      ...(references === undefined
        ? []
        : [words.t('dataset.references', { target: `${references.dataset}.${references.field}` })]),
    ],
  };
}
