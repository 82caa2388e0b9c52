import { CHECK_KINDS, VERDICTS } from '../core/checks.ts';
import { ANY } from '../core/narrowing.ts';
import type { WordKey } from '../i18n/index.ts';
import { documentName, headingText, own, type Edition, type Text } from './edition.ts';
import { valuesOf, type RowFacets } from './list-facets.ts';
import { goalName } from './lists.ts';
import { STATUS_SHAPES, stateOf, statusView, type StatusShape } from './status.ts';

/** A value that can be chosen. */
export interface FilterOption {
  readonly value: string;
  readonly label: Text;
  /** The drawing of a state. */
  readonly shape?: StatusShape;
}

/** One thing a list can be narrowed down by: one value of many, several of a few, or a yes. */
export interface FilterField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'one' | 'several' | 'yes';
  /** Options by what they stand under; one group without a name where they stand under nothing. */
  readonly groups: readonly {
    readonly label: string | null;
    readonly options: readonly FilterOption[];
  }[];
}

/** A way to put a list in order: by a number, a text, or the place of its value among the options. */
export interface FilterOrder {
  readonly value: string;
  readonly label: string;
  readonly by: 'number' | 'text' | 'place';
}

/** The form that narrows a list down and puts it in order. */
export interface FilterView {
  /** How many rows the list has. */
  readonly total: number;
  readonly fields: readonly FilterField[];
  /** The site's own order comes first; empty where the heads of a table sort. */
  readonly orders: readonly FilterOrder[];
}

/** Returns the form of the list of indicators. */
export function indicatorFilter(edition: Edition, rows: readonly RowFacets[]): FilterView {
  const { model, words } = edition;
  const goals = [...valuesOf(rows, 'goal')].map(Number).toSorted((a, b) => a - b);
  const topics = model.site.topics.map(({ id, name }) => ({
    value: id,
    label: edition.translate('topics', id, 'name', name),
  }));
  return {
    total: rows.length,
    fields: usable(rows, [
      planField(edition),
      one('topic', words.t('lists.topic'), topics),
      one(
        'goal',
        words.t('search.filter_goal'),
        goals.map((goal) => ({ value: String(goal), label: goalLabel(edition, goal) })),
      ),
      stateField(edition),
    ]),
    orders: [
      usual(edition, 'lists.sort_topics'),
      { value: 'name', label: words.t('lists.sort_name'), by: 'text' },
      { value: 'year', label: words.t('lists.sort_year'), by: 'number' },
      { value: 'state', label: words.t('lists.sort_state'), by: 'place' },
    ],
  };
}

/** Returns the form of the list of measures. */
export function measureFilter(edition: Edition, rows: readonly RowFacets[]): FilterView {
  const { words } = edition;
  const priced = rows.some((row) => row['data-amount'] !== undefined);
  return {
    total: rows.length,
    fields: usable(rows, [
      planField(edition),
      sectionField(edition, rows),
      bureauField(edition, rows),
      yes(edition, 'amount', 'lists.amount'),
    ]),
    orders: [
      usual(edition, 'lists.sort_plans'),
      { value: 'name', label: words.t('lists.sort_name'), by: 'text' },
      ...(priced
        ? [{ value: 'amount', label: words.t('lists.sort_amount'), by: 'number' } as const]
        : []),
    ],
  };
}

/** Returns the form of the budget's table, whose heads put it in order. */
export function budgetFilter(edition: Edition, rows: readonly RowFacets[]): FilterView {
  return {
    total: rows.length,
    fields: usable(rows, [
      sectionField(edition, rows),
      bureauField(edition, rows),
      yes(edition, 'amount', 'lists.amount'),
    ]),
    orders: [],
  };
}

/** Returns the form of the page of checks, whose tables stand as their documents do. */
export function checkFilter(edition: Edition, rows: readonly RowFacets[]): FilterView {
  const { model, words } = edition;
  return {
    total: rows.length,
    fields: usable(rows, [
      one(
        'document',
        words.t('source.document'),
        model.documents.map((document) => ({
          value: document.id,
          label: documentName(edition, document),
        })),
      ),
      one(
        'verdict',
        words.t('checks.col_verdict'),
        VERDICTS.map((value) => ({ value, label: own(edition, words.t(`verdict.${value}`)) })),
      ),
      one(
        'kind',
        words.t('checks.filter_kind'),
        CHECK_KINDS.map((value) => ({
          value,
          label: own(edition, words.t(`code.check_kind.${value}`)),
        })),
      ),
    ]),
    orders: [],
  };
}

/** Fields with something to choose: options that some row has, and not one alone that all have. */
function usable(rows: readonly RowFacets[], fields: readonly FilterField[]): FilterField[] {
  return fields
    .map((field) => {
      const used = valuesOf(rows, field.name);
      const groups = field.groups
        .map(({ label, options }) => ({
          label,
          options: options.filter(({ value }) => used.has(value) || value === ANY),
        }))
        .filter(({ options }) => options.length > 0);
      return { ...field, groups };
    })
    .filter(({ kind, name, groups }) => {
      const have = rows.filter((row) => row[`data-${name}`] !== undefined).length;
      if (kind === 'yes') return have > 0 && have < rows.length;
      return groups.flatMap(({ options }) => options).length > 1;
    });
}

function one(name: string, label: string, options: readonly FilterOption[]): FilterField {
  return { name, label, kind: 'one', groups: [{ label: null, options }] };
}

function yes(edition: Edition, name: string, key: WordKey): FilterField {
  const label = edition.words.t(key);
  const options = [{ value: ANY, label: own(edition, label) }];
  return { name, label, kind: 'yes', groups: [{ label: null, options }] };
}

function usual({ words }: Edition, key: WordKey): FilterOrder {
  return { value: '', label: words.t(key), by: 'place' };
}

function planField(edition: Edition): FilterField {
  const options = edition.model.plans.map(({ id, short_name: name }) => ({
    value: id,
    label: edition.translate('plans', id, 'short_name', name),
  }));
  return one('plan', edition.words.t('search.filter_plan'), options);
}

/** Each state once, by its word. */
function stateField(edition: Edition): FilterField {
  const states = new Map(STATUS_SHAPES.map((shape) => [stateOf(shape), shape]));
  const options = [...states].map(([value, shape]) => ({
    value,
    label: own(edition, statusView(edition, shape).word),
    shape,
  }));
  return { ...one('state', edition.words.t('lists.state'), options), kind: 'several' };
}

/** Headings with a page, under the plan they stand in. */
function sectionField(edition: Edition, rows: readonly RowFacets[]): FilterField {
  const used = valuesOf(rows, 'section');
  return {
    name: 'section',
    label: edition.words.t('lists.section'),
    kind: 'one',
    groups: edition.model.plans.map((plan) => ({
      label: edition.translate('plans', plan.id, 'short_name', plan.short_name).text,
      options: plan.sections
        .filter(({ id }) => used.has(id))
        .map((section) => ({ value: section.id, label: headingText(edition, section) })),
    })),
  };
}

function bureauField(edition: Edition, rows: readonly RowFacets[]): FilterField {
  const names = [...valuesOf(rows, 'bureau')].toSorted();
  const options = names.map((value) => ({
    value,
    label: edition.translate('bureaus', value, 'name', value),
  }));
  return one('bureau', edition.words.t('search.filter_bureau'), options);
}

function goalLabel(edition: Edition, goal: number): Text {
  const name = goalName(edition, goal);
  return own(
    edition,
    edition.words.t('search.goal', { number: edition.format.integer(goal), name }),
  );
}
