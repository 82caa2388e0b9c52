import { assessedValue } from './assessed.ts';
import { compare, formatDecimal, integer, round, type Decimal } from './decimal.ts';
import { firstHaving, having } from './lookup.ts';
import { countingsOf, type Counting } from './countings.ts';
import { judgedParts, type JudgedPart } from './groups.ts';
import type { Assessment, Document, Indicator, Link, Observation, Total } from './model.ts';
import { achievementRate, followsTrend, meetsTarget } from './statistics.ts';
import type { TOTAL_SUBJECTS } from './tables.ts';
import { recompute, resultText, type Input, type Rows } from './totals.ts';

export const CHECK_KINDS = [
  'achievement_rate',
  'mark',
  'share',
  'sum',
  'count',
  'growth',
  'printed_twice',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];
export const VERDICTS = ['reproduced', 'differs', 'not_computable'] as const;
export type Verdict = (typeof VERDICTS)[number];

const ID_ENDS = {
  achievement_rate: 'rate',
  mark: 'mark',
  share: 'share',
  sum: 'sum',
  count: 'count',
  growth: 'growth',
  printed_twice: 'twice',
} as const;

/** Returns the id of the check of a row, a total, or a measure that is printed twice. */
export function checkId(subject: string, kind: CheckKind): string {
  return `${subject}-${ID_ENDS[kind]}`;
}

/** A published figure or verdict, recomputed from the figures printed beside it. */
export interface Check {
  readonly check_id: string;
  readonly document_id: string;
  readonly subject_type: (typeof TOTAL_SUBJECTS)[number];
  readonly subject_id: string;
  readonly kind: CheckKind;
  /** As printed: "116", "達成". */
  readonly published: string;
  /** Our result: a number with one decimal more than printed, or a promise state; null if none. */
  readonly computed: string | null;
  readonly unit: string | null;
  readonly verdict: Verdict;
  readonly explanation: string | null;
  /** The row that prints a rate or a mark; null for a share over many rows. */
  readonly assessment: Assessment | null;
  /** Ways in which a share was counted anew; none for other kinds. */
  readonly countings: readonly Counting[];
  /** The figures that a sum, a factor or a second amount was computed from. */
  readonly inputs: readonly Input[];
  /** The row of totals.csv; null for other kinds. */
  readonly total: Total | null;
}

/** What is checked, and with what. */
export interface Checked extends Rows {
  readonly indicators: readonly Indicator[];
  readonly documents: readonly Document[];
  readonly assessments: readonly Assessment[];
  readonly totals: readonly Total[];
  readonly links: readonly Link[];
  readonly explanations: ReadonlyMap<string, string>;
}

/**
 * Returns a check for each published rate and mark. A rate reproduces when ours, rounded half away
 * from zero to the printed decimals, is the printed one; a difference is told, never corrected. The
 * observations say what a row's target asks for: 以上, 以下, or the trend that its words name. A sum, a
 * number or a factor reproduces by the same rounding.
 */
export function checksOf(checked: Checked): Check[] {
  const { assessments, totals, links, explanations } = checked;
  const found = [
    ...assessments.flatMap((assessment) => rowChecks(assessment, checked)),
    ...totals.map((total) =>
      total.kind === 'share' ? shareCheck(total, checked) : totalCheck(total, checked),
    ),
    ...links.flatMap((link) => twiceCheck(link, checked)),
  ];
  return found.map((check) => ({
    ...check,
    explanation: explanations.get(check.check_id) ?? null,
  }));
}

function rowChecks(assessment: Assessment, checked: Checked): Check[] {
  const { indicators, documents, observations } = checked;
  const indicator = firstHaving(indicators, 'id', assessment.indicator_id);
  const document = firstHaving(documents, 'id', assessment.document_id);
  if (indicator === undefined || document === undefined) return [];
  const own = having(observations, 'document_id', document.id);
  const target = assessedValue(own, assessment, 'target');
  const parts = judgedParts(checked, indicator.id, assessment.table_id);
  const met =
    parts.length === 0 ? metWord(meetsOwnTarget(assessment, indicator, target)) : metOf(parts);
  return [rateCheck(assessment), markCheck(assessment, document, met)].filter(
    (check) => check !== null,
  );
}

/**
 * Returns the check of a published share of promises that go well: reproduced when one way of counting gives
 * it. A document that prints no rule leaves open which it took, so all are told.
 */
function shareCheck(total: Total, checked: Checked): Check {
  const countings = countingsOf(total, checked);
  const same = countings.find(({ agrees }) => agrees);
  return {
    check_id: checkId(total.total_id, 'share'),
    document_id: total.document_id,
    subject_type: total.subject_type,
    subject_id: total.subject_id,
    kind: 'share',
    published: total.printed_value,
    computed: same === undefined ? null : formatDecimal(same.percent),
    unit: 'percent',
    verdict:
      countings.length === 0 ? 'not_computable' : same === undefined ? 'differs' : 'reproduced',
    explanation: null,
    assessment: null,
    countings,
    inputs: [],
    total,
  };
}

/** Returns the check of a published sum, number or growth factor. */
function totalCheck(total: Total, checked: Checked): Check {
  const recomputed = recompute(total, checked);
  return {
    check_id: checkId(total.total_id, total.kind),
    document_id: total.document_id,
    subject_type: total.subject_type,
    subject_id: total.subject_id,
    kind: total.kind,
    published: total.printed_value,
    computed: resultText(recomputed),
    unit: total.unit,
    verdict:
      recomputed.result === null ? 'not_computable' : recomputed.agrees ? 'reproduced' : 'differs',
    explanation: null,
    assessment: null,
    countings: [],
    inputs: recomputed.inputs,
    total,
  };
}

/** Returns the check of an amount that the document prints in two places; none for other links. */
function twiceCheck(link: Link, { measures, amount_unit: unit }: Checked): Check[] {
  const measure = firstHaving(measures, 'measure_id', link.measure_id);
  const other = firstHaving(measures, 'measure_id', link.target_id);
  if (link.target_kind !== 'measure' || measure === undefined || other === undefined) return [];
  const [here, there] = [measure.amount_thousand_yen, other.amount_thousand_yen];
  if (here === null || there === null) return [];
  return [
    {
      check_id: checkId(measure.measure_id, 'printed_twice'),
      document_id: measure.document_id,
      subject_type: 'measure',
      subject_id: measure.measure_id,
      kind: 'printed_twice',
      published: String(here),
      computed: String(there),
      unit,
      verdict: here === there ? 'reproduced' : 'differs',
      explanation: null,
      assessment: null,
      countings: [],
      inputs: [{ kind: 'measure', id: other.measure_id, value: integer(there), unit }],
      total: null,
    },
  ];
}

function base(assessment: Assessment) {
  return {
    document_id: assessment.document_id,
    subject_type: 'indicator' as const,
    subject_id: assessment.indicator_id,
    explanation: null,
    assessment,
    countings: [],
    inputs: [],
    total: null,
  };
}

/** More decimals than this never help a reader. */
const MOST_EXTRA_DECIMALS = 3;

/**
 * Returns our rate as it is shown: one decimal more than printed, or as many as it takes for the
 * reader's own rounding to give the same figure (17.46, not 17.5, beside a published 17).
 */
export function shownRate(assessment: Assessment): Decimal | null {
  const printedScale = assessment.published_rate_percent?.scale ?? 0;
  const exact = rateOf(assessment, printedScale);
  if (exact === null) return null;
  for (let extra = 1; extra < MOST_EXTRA_DECIMALS; extra += 1) {
    const shown = rateOf(assessment, printedScale + extra);
    if (shown !== null && compare(round(shown, printedScale), exact) === 0) return shown;
  }
  return rateOf(assessment, printedScale + MOST_EXTRA_DECIMALS);
}

/** Returns our rate with `scale` decimals, or null when the row lacks a number or has no way to go. */
export function rateOf(assessment: Assessment, scale: number): Decimal | null {
  const { baseline, actual, target } = assessment;
  if (baseline === null || actual === null || target === null) return null;
  return achievementRate(baseline, actual, target, scale);
}

function rateCheck(assessment: Assessment): Check | null {
  const published = assessment.published_rate_percent;
  if (published === null) return null;
  const ours = rateOf(assessment, published.scale);
  const shown = shownRate(assessment);
  return {
    ...base(assessment),
    check_id: checkId(assessment.assessment_id, 'achievement_rate'),
    kind: 'achievement_rate',
    published: formatDecimal(published),
    computed: shown === null ? null : formatDecimal(shown),
    unit: 'percent',
    verdict:
      ours === null
        ? 'not_computable'
        : compare(ours, round(published, published.scale)) === 0
          ? 'reproduced'
          : 'differs',
  };
}

/** What the printed figures say about a mark: a group's parts can be met in part. */
type Met = 'reached' | 'not_reached' | 'partly';

function metWord(met: boolean | null): Met | null {
  return met === null ? null : met ? 'reached' : 'not_reached';
}

function metOf(parts: readonly JudgedPart[]): Met | null {
  if (parts.some(({ met }) => met === null)) return null;
  const count = parts.filter(({ met }) => met === true).length;
  return count === parts.length ? 'reached' : count === 0 ? 'not_reached' : 'partly';
}

/**
 * A mark (達成, ○) is checked where its document says what it means. “Nearly” (概ね) has no printed rule
 * below the target, nor has one mark over parts of which only some are met: those cannot be checked.
 */
function markCheck(assessment: Assessment, document: Document, met: Met | null): Check | null {
  const mark = assessment.published_mark;
  if (mark === null) return null;
  const meant = document.marks[mark] ?? null;
  const noRule = met === 'partly' || (meant === 'nearly' && met === 'not_reached');
  return {
    ...base(assessment),
    check_id: checkId(assessment.assessment_id, 'mark'),
    kind: 'mark',
    published: mark,
    computed: met,
    unit: null,
    verdict:
      met === null || meant === null || noRule
        ? 'not_computable'
        : met === meant
          ? 'reproduced'
          : 'differs',
  };
}

/** Returns whether the row's own actual meets its own target, in numbers or in words (上昇, 減少, 維持). */
export function meetsOwnTarget(
  assessment: Assessment,
  indicator: Indicator,
  observed: Observation | null = null,
): boolean | null {
  const { baseline, actual, target, target_text: words } = assessment;
  if (actual === null) return null;
  if (target !== null) {
    const level = {
      value: target,
      atLeast: observed?.at_least ?? false,
      atMost: observed?.at_most ?? false,
    };
    return meetsTarget(actual, level, observed?.trend ?? indicator.direction);
  }
  const trend = observed?.trend ?? (words === null ? null : trendOf(words));
  return trend === null || baseline === null ? null : followsTrend(baseline, actual, trend);
}

/** Words that official tables print where a number would stand. */
const TREND_WORDS = {
  increase: ['上昇', '増加', '向上', '改善'],
  decrease: ['減少', '低下', '低減', '削減'],
  keep: ['維持', '現状維持', '横ばい'],
} as const;

/** Returns the trend a printed target names, or null. */
export function trendOf(words: string): 'increase' | 'decrease' | 'keep' | null {
  const plain = words.normalize('NFKC').trim();
  if ((TREND_WORDS.increase as readonly string[]).includes(plain)) return 'increase';
  if ((TREND_WORDS.decrease as readonly string[]).includes(plain)) return 'decrease';
  return (TREND_WORDS.keep as readonly string[]).includes(plain) ? 'keep' : null;
}
