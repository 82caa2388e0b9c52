import { shownRate, trendOf, type Check, type CheckKind, type Verdict } from '../core/checks.ts';
import { divide, integer, isZero, multiply, toNumber, type Decimal } from '../core/decimal.ts';
import { judgedParts } from '../core/groups.ts';
import { firstHaving, having } from '../core/lookup.ts';
import type { Assessment, Indicator } from '../core/model.ts';
import { isFigure } from '../core/progress.ts';
import {
  asPrinted,
  documentName,
  documentOf,
  indicatorAddress,
  indicatorName,
  own,
  type Edition,
  type Link,
  type Text,
} from './edition.ts';
import { valueOrWords } from './life.ts';
import { checkFacets, type RowFacets } from './list-facets.ts';
import { repliesTo, type ReplyView } from './replies.ts';
import { markWords } from './status.ts';

export interface CheckRow {
  readonly id: string;
  readonly subject: Link;
  readonly repeat: boolean;
  readonly kind: CheckKind;
  readonly published: Text;
  readonly computed: string;
  readonly verdict: Verdict;
  readonly verdict_word: string;
  /** The sum, written out: "(34.5 − 32.1) ÷ (50.0 − 32.1) × 100". */
  readonly formula: string;
  /** What each part under one mark reached; empty where the mark is over one row. */
  readonly parts: string;
  readonly explanation: Text | null;
  readonly locator: Text;
  readonly document: Text;
  readonly replies: readonly ReplyView[];
  readonly facets: RowFacets;
}

/** Start, actual and target on one line; positions are percent. */
export interface NumberLine {
  readonly points: readonly {
    readonly kind: 'actual' | 'start' | 'target';
    readonly at: number;
    readonly value: string;
    readonly label: string;
  }[];
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly unit: string;
}

/** A check of one row of a table. */
export type RowCheck = Check & { readonly assessment: Assessment };

export function isRowCheck(check: Check): check is RowCheck {
  return check.assessment !== null;
}

/** Returns one such check as a row of a table. */
export function checkRow(edition: Edition, check: RowCheck): CheckRow {
  const { words, format, model } = edition;
  const { assessment } = check;
  const indicator = firstHaving(model.indicators, 'id', check.subject_id);
  if (indicator === undefined) throw new Error(`No such indicator: ${check.subject_id}`);
  const ours = check.kind === 'achievement_rate' ? shownRate(assessment) : null;
  const observation = having(model.observations, 'table_id', assessment.table_id).find(
    (o) => o.row_no === assessment.row_no && o.role === 'actual',
  );
  const percent = (value: Decimal) => words.t('rate.percent', { value: format.number(value) });
  return {
    id: check.check_id,
    subject: {
      text: indicatorName(edition, indicator),
      href: indicatorAddress(edition, indicator.id),
    },
    repeat:
      observation?.repeat_of != null &&
      firstInTable(edition, assessment.table_id, observation.repeat_of),
    kind: check.kind,
    published:
      assessment.published_rate_percent === null
        ? own(edition, markWords(edition, check.document_id, check.published))
        : own(edition, percent(assessment.published_rate_percent)),
    computed:
      ours !== null
        ? percent(ours)
        : check.computed === 'reached' ||
            check.computed === 'not_reached' ||
            check.computed === 'partly'
          ? words.t(`check.met.${check.computed}`)
          : '—',
    verdict: check.verdict,
    verdict_word: words.t(`verdict.${check.verdict}.short`),
    formula: formulaOf(edition, check, indicator),
    parts: partsFormula(edition, check),
    explanation:
      check.explanation === null
        ? noRule(edition, check)
        : edition.translate('explanations', check.check_id, 'text', check.explanation),
    locator: asPrinted(edition, assessment.locator),
    document: documentName(edition, documentOf(edition, check.document_id)),
    replies: repliesTo(edition, 'check', check.check_id),
    facets: checkFacets(check),
  };
}

/** A row is marked as printed again where its first stands in the same table. */
function firstInTable(edition: Edition, table: string, first: string): boolean {
  return having(edition.model.observations, 'observation_id', first).some(
    (o) => o.table_id === table,
  );
}

/** Why a mark cannot be checked although its figures are printed. */
function noRule(edition: Edition, check: RowCheck): Text | null {
  return check.kind === 'mark' && check.verdict === 'not_computable' && check.computed !== null
    ? own(edition, edition.words.t('check.no_rule'))
    : null;
}

function formulaOf(edition: Edition, check: RowCheck, indicator: Indicator): string {
  const { format, words } = edition;
  const { baseline, actual, target, target_text: wordsOfTarget } = check.assessment;
  const value = (v: Decimal) => format.bare(v, indicator.unit);
  if (actual === null) return '';
  if (target !== null && check.kind === 'mark') {
    return words.t(
      indicator.direction === 'increase' && !isZero(target)
        ? 'check.formula_mark_share'
        : 'check.formula_mark',
      {
        actual: value(actual),
        target: value(target),
        share: isZero(target)
          ? ''
          : format.number(divide(multiply(actual, integer(100)), target, 1)),
      },
    );
  }
  if (baseline === null) return '';
  if (target === null) {
    const trend = trendOf(wordsOfTarget ?? '');
    return words.t('check.formula_words', {
      baseline: value(baseline),
      actual: value(actual),
      target: trend === null ? (wordsOfTarget ?? '') : words.t(`trend.${trend}`),
    });
  }
  return words.t('check.formula', {
    baseline: value(baseline),
    actual: value(actual),
    target: value(target),
  });
}

/** The parts under one mark, each with what it reached; empty where the mark is over one row. */
function partsFormula(edition: Edition, { assessment, subject_id: group }: RowCheck): string {
  const { model, format, words } = edition;
  const parts = judgedParts(model, group, assessment.table_id);
  const value = (indicator: Indicator, v: Decimal) => format.bare(v, indicator.unit);
  return format.list(
    parts.map(({ indicator, actual, target }) =>
      words.t('check.formula_part', {
        part: indicatorName(edition, indicator).text,
        actual: actual === null ? '—' : value(indicator, actual.value),
        target:
          target === null
            ? '—'
            : isFigure(target)
              ? value(indicator, target.value)
              : valueOrWords(edition, indicator, target),
      }),
    ),
  );
}

/** In percent: the longest label of a year stands whole beside either edge of the narrowest phone. */
const MARGIN = 18;

/** Returns start, actual and target of a check on one line; null where one is no number. */
export function numberLine(edition: Edition, check: RowCheck): NumberLine | null {
  const { words, format, model } = edition;
  const {
    baseline,
    actual,
    target,
    actual_year: actualYear,
    baseline_year: startYear,
    target_year: targetYear,
  } = check.assessment;
  const indicator = firstHaving(model.indicators, 'id', check.subject_id);
  if (baseline === null || actual === null || target === null || indicator === undefined)
    return null;
  const values = [baseline, actual, target];
  const numbers = values.map(toNumber);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (low === high) return null;
  const at = (value: Decimal) =>
    Math.round((MARGIN + ((toNumber(value) - low) / (high - low)) * (100 - 2 * MARGIN)) * 10) / 10;
  const number = (value: Decimal) => format.bare(value, indicator.unit);
  const point = (kind: 'actual' | 'start' | 'target', value: Decimal, year: number | null) => ({
    kind,
    at: at(value),
    value: number(value),
    label: words.t(`line.${kind}`, { year: year === null ? '' : String(year) }),
  });
  const sorted = values.toSorted((a, b) => toNumber(a) - toNumber(b));
  return {
    points: [
      point('start', baseline, startYear),
      point('actual', actual, actualYear),
      point('target', target, targetYear),
    ],
    from: number(sorted[0] ?? baseline),
    to: number(sorted.at(-1) ?? target),
    unit: format.unit(indicator.unit),
    label: words.t('line.label', {
      start: format.value(baseline, indicator.unit),
      actual: format.value(actual, indicator.unit),
      target: format.value(target, indicator.unit),
    }),
  };
}
