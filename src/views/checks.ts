import { having } from '../core/lookup.ts';
import { VERDICTS, type Verdict } from '../core/checks.ts';
import { asPrinted, documentName, documentOf, type Edition, type Text } from './edition.ts';
import { place } from '../core/paths.ts';
import { checkRow, isRowCheck, numberLine, type CheckRow, type NumberLine } from './check-rows.ts';
import { leadingFindings, type FindingView } from './findings.ts';
import { checkFilter, type FilterView } from './list-filters.ts';
import { shareRows, sharesView, type ShareTable, type ShareRow } from './shares.ts';
import { totalTables, type TotalRow, type TotalTable } from './totals.ts';

export interface CheckTable {
  readonly id: string;
  readonly document: Text;
  readonly rows: readonly CheckRow[];
}

export interface ChecksView {
  readonly total: number;
  readonly counts: readonly {
    readonly verdict: Verdict;
    readonly word: string;
    readonly note: string;
    readonly count: number;
  }[];
  readonly tables: readonly CheckTable[];
  /** What leads the page, as the city's content says; none where it says nothing. */
  readonly leading: readonly FindingView[];
  /** Checks that differ, each told in words and drawn. */
  readonly differing: readonly { readonly row: CheckRow; readonly line: NumberLine | null }[];
  /** Published shares of promises that go well, counted anew in several ways. */
  readonly shares: readonly ShareTable[];
  /** Sums, numbers, growth factors and amounts printed twice. */
  readonly totals: readonly TotalTable[];
  /** Those of them that differ, told in words. */
  readonly differing_totals: readonly TotalRow[];
  /** Published shares that no way of counting gives. */
  readonly differing_shares: readonly ShareRow[];
  /** Every published share as a row, by document. */
  readonly share_rows: readonly { readonly document: Text; readonly rows: readonly ShareRow[] }[];
  /** The form over the tables of all checks. */
  readonly filter: FilterView;
  readonly gaps: readonly { readonly document: Text; readonly rows: readonly GapRow[] }[];
}

export interface GapRow {
  readonly id: string;
  readonly subject: Text;
  readonly printed: Text | null;
  readonly reason: Text;
  readonly locator: Text;
}

/** Returns the page of checks: counts, the differing ones, every check by table, and the known gaps. */
export function checksView(edition: Edition): ChecksView {
  const { model, words } = edition;
  const own = model.checks.filter(isRowCheck);
  const rows = new Map(own.map((check) => [check, checkRow(edition, check)]));
  const tables = Map.groupBy(own, (c) => c.assessment.table_id);
  const totals = totalTables(edition);
  const shares = shareRows(edition);
  return {
    leading: leadingFindings(edition),
    total: model.checks.length,
    counts: VERDICTS.map((verdict) => ({
      verdict,
      word: words.t(`verdict.${verdict}`),
      note: words.t(`verdict.${verdict}.about`),
      count: model.checks.filter((c) => c.verdict === verdict).length,
    })),
    tables: [...tables].map(([id, checks]) => ({
      id,
      document: documentName(edition, documentOf(edition, checks[0]?.document_id ?? '')),
      rows: checks.flatMap((c) => rows.get(c) ?? []),
    })),
    shares: sharesView(edition),
    totals,
    differing_totals: totals
      .flatMap((table) => table.rows)
      .filter((row) => row.verdict === 'differs'),
    differing: own
      .filter((c) => c.verdict === 'differs')
      .flatMap((c) => {
        const row = rows.get(c);
        return row === undefined ? [] : [{ row, line: numberLine(edition, c) }];
      }),
    differing_shares: shares.filter((row) => row.verdict === 'differs'),
    share_rows: [...Map.groupBy(shares, (row) => row.document.text).values()].flatMap((rows) =>
      rows.slice(0, 1).map(({ document }) => ({ document, rows })),
    ),
    filter: checkFilter(edition, [
      ...totals.flatMap((table) => table.rows.map(({ facets }) => facets)),
      ...[...rows.values(), ...shares].map(({ facets }) => facets),
    ]),
    gaps: model.documents.flatMap((document) => {
      const own = having(model.gaps, 'document_id', document.id);
      if (own.length === 0) return [];
      return [
        {
          document: documentName(edition, document),
          rows: own.map((g) => ({
            id: place.gap(g.gap_id),
            subject: edition.translate('gaps', g.gap_id, 'subject', g.subject),
            printed: g.printed === null ? null : asPrinted(edition, g.printed),
            reason: edition.translate('gaps', g.gap_id, 'reason', g.reason),
            locator: asPrinted(edition, g.locator),
          })),
        },
      ];
    }),
  };
}
