import type { Goalpost, GoalpostKind } from '../core/goalposts.ts';
import type { Sentence } from '../core/i18n.ts';
import { firstHaving, having } from '../core/lookup.ts';
import type { Observation } from '../core/model.ts';
import { isFigure } from '../core/progress.ts';
import { targetWords } from '../core/target-words.ts';
import { file } from '../core/paths.ts';
import {
  documentOf,
  indicatorAddress,
  indicatorName,
  shortDocumentName,
  type Edition,
  type Link,
  type Text,
} from './edition.ts';
import { valueOrWords } from './life.ts';
import type { DownloadView } from './reuse.ts';
import { statusOf, type StatusView } from './status.ts';

/** One target as a document printed it, and whether it was kept in its own year. */
export interface GoalpostTarget {
  readonly document: Text;
  readonly year: string;
  readonly value: string;
  readonly status: StatusView | null;
}

export interface GoalpostRow {
  readonly id: string;
  readonly indicator: Link;
  /** Null where the document sets no such target. */
  readonly from: GoalpostTarget | null;
  readonly to: GoalpostTarget | null;
  /** Documents that still set a target where a plan has dropped it; empty elsewhere. */
  readonly goes_on: string;
}

export interface GoalpostGroup {
  readonly kind: GoalpostKind;
  readonly title: string;
  readonly about: string;
  /** Names the table for those who do not see its heading. */
  readonly label: string;
  readonly rows: readonly GoalpostRow[];
}

export interface GoalpostsView {
  readonly answer: Sentence;
  /** What a reader asks about first comes first; kinds that do not occur are left out. */
  readonly groups: readonly GoalpostGroup[];
  readonly downloads: readonly DownloadView[];
}

const ORDER: readonly GoalpostKind[] = [
  'differs',
  'lowered',
  'postponed',
  'dropped',
  'raised',
  'brought_forward',
  'reworded',
  'new',
  'unchanged',
];

/** Returns the page of moved targets: every comparison of two documents' targets, by kind. */
export function goalpostsView(edition: Edition): GoalpostsView {
  const { model, words, format } = edition;
  const same = having(model.goalposts, 'kind', 'unchanged').length;
  return {
    answer:
      model.goalposts.length === 0
        ? words.sentence('goalposts.none')
        : words.sentence('goalposts.answer', {
            moved: format.integer(model.goalposts.length - same),
            same: format.integer(same),
          }),
    groups: ORDER.flatMap((kind) => {
      const own = model.goalposts.filter((g) => g.kind === kind);
      if (own.length === 0) return [];
      return [
        {
          kind,
          title: words.t(`goalposts.title.${kind}`),
          about: words.t(`goalposts.about.${kind}`),
          label: words.t('goalposts.table', { kind: words.t(`goalposts.title.${kind}`) }),
          rows: own.map((goalpost) => rowOf(edition, goalpost)),
        },
      ];
    }),
    downloads: (['csv', 'json'] as const).map((kind) => ({
      text: words.t(`download.${kind}`),
      path: file.dataset('goalposts', kind),
      href: edition.paths.file(file.dataset('goalposts', kind)),
    })),
  };
}

function rowOf(edition: Edition, goalpost: Goalpost): GoalpostRow {
  const indicator = firstHaving(edition.model.indicators, 'id', goalpost.indicator_id);
  if (indicator === undefined) throw new Error(`No such indicator: ${goalpost.indicator_id}`);
  // One target printed twice is kept or not on the indicator's own page.
  const moved = goalpost.kind !== 'unchanged';
  return {
    id: goalpost.goalpost_id,
    indicator: {
      text: indicatorName(edition, indicator),
      href: indicatorAddress(edition, indicator.id),
    },
    from: targetOf(edition, goalpost.from, moved),
    to: targetOf(edition, goalpost.to, moved),
    goes_on: goalpost.kind === 'dropped' ? stillIn(edition, goalpost) : '',
  };
}

function targetOf(
  edition: Edition,
  target: Observation | null,
  judged: boolean,
): GoalpostTarget | null {
  const { model, words, format } = edition;
  const indicator = firstHaving(model.indicators, 'id', target?.indicator_id);
  if (target === null || indicator === undefined) return null;
  const promise = (model.promises.get(indicator.id) ?? []).find((p) => p.target === target);
  return {
    document: shortDocumentName(edition, documentOf(edition, target.document_id)),
    year: format.year(target.reference_year, target.period_type),
    value: isFigure(target)
      ? targetWords(target, indicator.unit, words, format)
      : valueOrWords(edition, indicator, target),
    status: promise === undefined || !judged ? null : statusOf(edition, promise),
  };
}

function stillIn(edition: Edition, { indicator_id: id, from_document_id: from }: Goalpost): string {
  const { model, format } = edition;
  const documents = new Set(
    having(model.observations, 'indicator_id', id)
      .filter((o) => o.role === 'target' && o.document_id !== from)
      .map((o) => o.document_id),
  );
  return format.list(
    [...documents].map(
      (document) => shortDocumentName(edition, documentOf(edition, document)).text,
    ),
  );
}
