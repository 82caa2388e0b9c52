import type { Check, CheckKind, Verdict } from '../core/checks.ts';
import { compare, parseDecimal, round, type Decimal } from '../core/decimal.ts';
import { firstHaving, having } from '../core/lookup.ts';
import type { Measure } from '../core/model.ts';
import { anchor, page, place } from '../core/paths.ts';
import type { Input } from '../core/totals.ts';
import {
  asPrinted,
  documentName,
  documentOf,
  indicatorAddress,
  indicatorName,
  measureAddress,
  measureName,
  sectionAddress,
  sectionName,
  type Edition,
  type Link,
  type Text,
} from './edition.ts';
import { checkFacets, type RowFacets } from './list-facets.ts';
import { repliesTo, type ReplyView } from './replies.ts';

/** A published sum, number, factor or second amount, recomputed. */
export interface TotalRow {
  /** The check's id, and where links to it lead. */
  readonly id: string;
  readonly href: string;
  readonly subject: Link;
  /** What was done: "10行の合計", "688億円 ÷ 467億円". */
  readonly formula: string;
  readonly published: string;
  readonly computed: string;
  readonly verdict: Verdict;
  readonly verdict_word: string;
  /** The check in a sentence. */
  readonly said: string;
  readonly explanation: Text | null;
  readonly locator: Text;
  /** The other place of an amount that is printed twice. */
  readonly other: Link | null;
  readonly kind: CheckKind;
  readonly document: Text;
  readonly replies: readonly ReplyView[];
  readonly facets: RowFacets;
}

export interface TotalTable {
  readonly document: Text;
  readonly rows: readonly TotalRow[];
}

/** Kinds of checks that are about sums, numbers, factors and amounts. */
export const TOTAL_CHECKS = ['sum', 'count', 'growth', 'printed_twice'] as const;
export function isTotalKind(kind: CheckKind): kind is (typeof TOTAL_CHECKS)[number] {
  return (TOTAL_CHECKS as readonly string[]).includes(kind);
}

/** Returns every such check by document, in the documents' order. */
export function totalTables(edition: Edition): TotalTable[] {
  const found = edition.model.checks.filter(({ kind }) => isTotalKind(kind));
  return [...Map.groupBy(found, (c) => c.document_id)].map(([id, checks]) => ({
    document: documentName(edition, documentOf(edition, id)),
    rows: checks.map((check) => totalRow(edition, check)),
  }));
}

/** Returns the checks whose subject is a section, a measure or an indicator, each once. */
export function totalsOf(edition: Edition, subject: string): TotalRow[] {
  const rows = having(edition.model.checks, 'subject_id', subject).filter(({ kind }) =>
    isTotalKind(kind),
  );
  const said = (row: TotalRow) => `${row.formula}/${row.published}`;
  const all = rows.map((check) => totalRow(edition, check));
  return [...Map.groupBy(all, said).values()].flatMap((same) =>
    same.slice(-1).map((row) => ({ ...row, replies: same.flatMap(({ replies }) => replies) })),
  );
}

/** Returns the address of a check on the page of checks. */
export function checkAddress({ paths, tag }: Edition, id: string): string {
  return anchor(paths.page(tag, page.checks()), place.check(id));
}

/** Returns one such check in words. */
export function totalRow(edition: Edition, check: Check): TotalRow {
  const { words } = edition;
  const [input] = check.inputs;
  const other =
    check.kind === 'printed_twice' && input !== undefined ? measureLink(edition, input.id) : null;
  const values = { published: published(edition, check), computed: computed(edition, check) };
  const saidAs = check.kind === 'printed_twice' ? 'twice' : 'total';
  return {
    id: check.check_id,
    href: checkAddress(edition, check.check_id),
    subject: subjectOf(edition, check),
    formula: formulaOf(edition, check),
    said: words.t(`check.said_${saidAs}_${check.verdict}`, values),
    ...values,
    verdict: check.verdict,
    verdict_word: words.t(`verdict.${check.verdict}.short`),
    explanation:
      check.explanation === null
        ? null
        : edition.translate('explanations', check.check_id, 'text', check.explanation),
    locator: asPrinted(edition, check.total?.locator ?? locatorOf(edition, check)),
    other,
    kind: check.kind,
    document: documentName(edition, documentOf(edition, check.document_id)),
    replies: repliesTo(edition, 'check', check.check_id),
    facets: checkFacets(check),
  };
}

function locatorOf({ model }: Edition, check: Check): string {
  return firstHaving(model.measures, 'measure_id', check.subject_id)?.locator ?? '';
}

/** Returns what a check is about, and where its page is. */
export function subjectOf(edition: Edition, { subject_type: type, subject_id: id }: Check): Link {
  const { model } = edition;
  const indicator = firstHaving(model.indicators, 'id', id);
  const section = firstHaving(model.sections, 'id', id);
  if (type === 'indicator' && indicator !== undefined) {
    return { text: indicatorName(edition, indicator), href: indicatorAddress(edition, id) };
  }
  if (type === 'section' && section !== undefined) {
    return { text: sectionName(edition, section), href: sectionAddress(edition, section) };
  }
  return measureLink(edition, id);
}

function measureLink(edition: Edition, id: string): Link {
  const measure = firstHaving(edition.model.measures, 'measure_id', id);
  if (measure === undefined) throw new Error(`No such measure: ${id}`);
  return { text: measureName(edition, measure), href: measureAddress(edition, measure) };
}

function published(edition: Edition, check: Check): string {
  const value = check.total === null ? parseDecimal(check.published) : check.total.value;
  return value === null ? check.published : edition.format.value(value, check.unit ?? '');
}

/** More decimals than this never help a reader. */
const MOST_EXTRA_DECIMALS = 4;

function computed(edition: Edition, check: Check): string {
  const exact = check.computed === null ? null : parseDecimal(check.computed);
  if (exact === null) return '—';
  const shown = check.total?.value == null ? exact : shownResult(exact, check.total.value);
  return edition.format.value(shown, check.unit ?? '');
}

/** Two decimals more than printed, or as many as a reader's own rounding takes to give the same answer. */
function shownResult(exact: Decimal, printed: Decimal): Decimal {
  const rounded = round(exact, printed.scale);
  for (let extra = 2; extra < MOST_EXTRA_DECIMALS; extra += 1) {
    const shown = round(exact, printed.scale + extra);
    if (compare(round(shown, printed.scale), rounded) === 0) return shorter(shown, exact);
  }
  return shorter(round(exact, printed.scale + MOST_EXTRA_DECIMALS), exact);
}

function shorter(shown: Decimal, exact: Decimal): Decimal {
  return exact.scale <= shown.scale ? exact : shown;
}

/** A longer row of figures is told as their number. */
const MOST_TERMS = 6;

function formulaOf(edition: Edition, check: Check): string {
  const { words, format } = edition;
  const { inputs, kind } = check;
  if (check.verdict === 'not_computable') return words.t('check.formula_not_printed');
  if (kind === 'printed_twice') return words.t('check.formula_twice');
  const values = inputs.map((input) => inputText(edition, input, check.subject_id));
  if (kind === 'growth') {
    return words.t('check.formula_growth', { from: values[0] ?? '', to: values.at(-1) ?? '' });
  }
  const count = check.computed === null || kind === 'sum' ? inputs.length : Number(check.computed);
  if (kind === 'count') {
    return words.count('check.formula_count', count, { count: format.integer(count) });
  }
  if (inputs.length === 1) return words.t('check.formula_same', { value: values[0] ?? '' });
  return inputs.length > MOST_TERMS
    ? words.t('check.formula_rows', { count: format.integer(inputs.length) })
    : values.join(' + ');
}

function inputText({ format, model }: Edition, input: Input, subject: string): string {
  if (input.unit !== null) return format.value(input.value, input.unit);
  const unit = firstHaving(model.indicators, 'id', subject)?.unit;
  return unit === undefined ? format.number(input.value) : format.value(input.value, unit);
}

/** Returns the measures that stand for the same project elsewhere, as a document or the editors say. */
export function samePlaces({ model }: Edition, measure: Measure): Measure[] {
  const id = measure.measure_id;
  const ids = [
    ...(measure.repeat_of === null ? [] : [measure.repeat_of]),
    ...having(model.measures, 'repeat_of', id).map((m) => m.measure_id),
    ...having(model.links, 'measure_id', id).flatMap((link) =>
      link.target_kind === 'measure' ? [link.target_id] : [],
    ),
    ...having(model.links, 'target_id', id).flatMap((link) =>
      link.target_kind === 'measure' ? [link.measure_id] : [],
    ),
  ];
  return [...new Set(ids)].flatMap((other) => having(model.measures, 'measure_id', other));
}
