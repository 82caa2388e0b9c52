import { checkId, type Check, type Verdict } from '../core/checks.ts';
import { COUNTING_WAYS } from '../core/countings.ts';
import { firstHaving } from '../core/lookup.ts';
import { place } from '../core/paths.ts';
import {
  documentName,
  documentOf,
  indicatorAddress,
  indicatorName,
  type Edition,
  type Link,
  type Text,
} from './edition.ts';
import { checkFacets, type RowFacets } from './list-facets.ts';
import { repliesTo, type ReplyView } from './replies.ts';
import { checkAddress, subjectOf } from './totals.ts';

/** A document's published shares of one subject, year by year, beside every way of counting. */
export interface ShareTable {
  readonly document: Text;
  readonly subject: Link;
  readonly years: readonly {
    /** Where links to the check lead. */
    readonly id: string;
    readonly year: string;
    readonly published: string;
    readonly verdict: Verdict;
    readonly verdict_word: string;
  }[];
  readonly ways: readonly { readonly name: string; readonly cells: readonly ShareCell[] }[];
  readonly explanations: readonly Text[];
  readonly replies: readonly ReplyView[];
}

export interface ShareCell {
  /** In percent; a dash where the way says nothing of the year. */
  readonly percent: string;
  /** "25 / 52" */
  readonly count: string;
  readonly agrees: boolean;
}

/** One published share as a row among other checks. */
export interface ShareRow {
  readonly id: string;
  readonly href: string;
  readonly subject: Link;
  readonly document: Text;
  readonly year: string;
  readonly published: string;
  /** What a way of counting gives that agrees; a dash where none does. */
  readonly computed: string;
  readonly verdict: Verdict;
  readonly verdict_word: string;
  /** The check in a sentence. */
  readonly said: string;
  readonly explanation: Text | null;
  readonly replies: readonly ReplyView[];
  readonly facets: RowFacets;
}

const NONE: ShareCell = { percent: '—', count: '', agrees: false };

/** Returns the shares of every document that prints some. */
export function sharesView(edition: Edition): ShareTable[] {
  const shares = edition.model.checks.filter(({ kind }) => kind === 'share');
  const tables = Map.groupBy(shares, (c) => `${c.document_id}/${c.subject_id}`);
  return [...tables.values()].flatMap((checks) => {
    const table = tableOf(edition, checks);
    return table === null ? [] : [table];
  });
}

/** Returns every published share as a row, in the documents' order. */
export function shareRows(edition: Edition): ShareRow[] {
  return edition.model.checks.flatMap((check) =>
    check.kind === 'share' ? [shareRow(edition, check)] : [],
  );
}

/** Returns the check of one published share as a row. */
export function shareRow(edition: Edition, check: Check): ShareRow {
  const { words, format, model } = edition;
  const { check_id: id, countings, verdict, published } = check;
  const indicator = firstHaving(model.indicators, 'id', check.subject_id);
  const same = countings.find(({ agrees }) => agrees);
  const percent = (value: string) => words.t('rate.percent', { value });
  return {
    id,
    href: checkAddress(edition, id),
    subject: subjectOf(edition, check),
    document: documentName(edition, documentOf(edition, check.document_id)),
    year: yearOf(edition, check, indicator?.period_type ?? 'fiscal_year'),
    published: percent(published),
    computed: same === undefined ? NONE.percent : percent(format.number(same.percent)),
    verdict,
    verdict_word: words.t(`verdict.${verdict}.short`),
    said: words.t(`check.said_share_${verdict}`, { published }),
    explanation:
      check.explanation === null
        ? null
        : edition.translate('explanations', id, 'text', check.explanation),
    replies: repliesTo(edition, 'check', id),
    facets: checkFacets(check),
  };
}

function tableOf(edition: Edition, checks: readonly Check[]): ShareTable | null {
  const { model, words, format } = edition;
  const [first] = checks;
  const indicator = firstHaving(model.indicators, 'id', first?.subject_id);
  if (first === undefined || indicator === undefined) return null;
  const cell = (check: Check, way: string): ShareCell => {
    const counting = check.countings.find((c) => c.way === way);
    if (counting === undefined) return NONE;
    return {
      percent: words.t('rate.percent', { value: format.number(counting.percent) }),
      count: words.t('share.count', {
        count: format.integer(counting.count),
        of: format.integer(counting.of),
      }),
      agrees: counting.agrees,
    };
  };
  return {
    document: documentName(edition, documentOf(edition, first.document_id)),
    subject: {
      text: indicatorName(edition, indicator),
      href: indicatorAddress(edition, indicator.id),
    },
    years: checks.map((check) => ({
      id: place.check(check.check_id),
      year: yearOf(edition, check, indicator.period_type),
      published: words.t('rate.percent', { value: check.published }),
      verdict: check.verdict,
      verdict_word: words.t(`verdict.${check.verdict}.short`),
    })),
    ways: COUNTING_WAYS.map((way) => ({
      name: words.t(`counting.${way}`),
      cells: checks.map((check) => cell(check, way)),
    })),
    explanations: checks.flatMap(({ check_id: id, explanation }) =>
      explanation === null ? [] : [edition.translate('explanations', id, 'text', explanation)],
    ),
    replies: checks.flatMap((check) => repliesTo(edition, 'check', check.check_id)),
  };
}

function yearOf(
  { model, format }: Edition,
  check: Check,
  period: Parameters<Edition['format']['year']>[1],
): string {
  const total = model.totals.find((t) => checkId(t.total_id, 'share') === check.check_id);
  const year = Number(/\d{4}$/u.exec(total?.over ?? '')?.[0] ?? 0);
  return format.year(year, period);
}
