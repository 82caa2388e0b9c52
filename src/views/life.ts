import { shownRate } from '../core/checks.ts';
import { having } from '../core/lookup.ts';
import type { Indicator, Observation } from '../core/model.ts';
import { isFigure, newestFigure, vintages } from '../core/progress.ts';
import { targetWords } from '../core/target-words.ts';
import type { TargetPromise } from '../core/promise.ts';
import { documentOf, shortDocumentName, type Edition, type Text } from './edition.ts';
import { repliesTo, type ReplyView } from './replies.ts';
import { markWords, statusOf, type StatusView } from './status.ts';
import { checkAddress, isTotalKind, totalRow } from './totals.ts';

/** One document's part in the life of a promise. */
export interface LifeRow {
  readonly document: Text;
  readonly start: CellView;
  readonly actual: CellView;
  readonly target: CellView;
  readonly rate: CellView;
  readonly status: StatusView;
  /** The figure that the status rests on, with its document, where the row shows another. */
  readonly judged_by: string | null;
}

export interface CellView {
  readonly text: string;
  readonly folded: string;
}

/** One value printed more than once for the same year, or a target that moved. */
export interface RemarkView {
  readonly text: string;
}

export interface CommentView {
  readonly document: Text;
  readonly text: Text;
}

export interface SaidCheck {
  readonly text: string;
  readonly href: string;
  readonly replies: readonly ReplyView[];
}

/** Each kind of missing has its own words. */
export function valueOrWords(edition: Edition, indicator: Indicator, o: Observation): string {
  if (isFigure(o)) return edition.format.value(o.value, indicator.unit);
  if (o.trend !== null) return edition.words.t(`trend.${o.trend}`);
  if (o.status === 'text') return edition.words.t('missing.text', { words: o.printed_value ?? '' });
  return edition.words.t(`missing.${o.status}`);
}

/** The same without the unit, for tables that name it once. */
export function numberOrWords(edition: Edition, indicator: Indicator, o: Observation): string {
  const { format } = edition;
  return isFigure(o) ? format.bare(o.value, indicator.unit) : valueOrWords(edition, indicator, o);
}

export function lifeRow(edition: Edition, indicator: Indicator, promise: TargetPromise): LifeRow {
  const { words, format, model } = edition;
  const { document, baseline, target } = promise;
  const actuals = having(model.observations, 'indicator_id', indicator.id).filter(
    (o) => o.document_id === document.id && o.role === 'actual',
  );
  // A table with a target halfway prints the result of that year beside it.
  const ownActual =
    actuals.find((o) => o.repeat_of === null && o.fiscal_year === target.fiscal_year) ??
    newestFigure(actuals, model.documents);
  const cell = (o: Observation | null): CellView =>
    o === null
      ? { text: words.t('missing.none'), folded: '' }
      : {
          text: numberOrWords(edition, indicator, o),
          folded: String(o.reference_year),
        };
  const assessment = having(model.assessments, 'indicator_id', indicator.id).find(
    (a) => a.document_id === document.id && a.target_year === target.reference_year,
  );
  const ours = assessment === undefined ? null : shownRate(assessment);
  const published = assessment?.published_rate_percent ?? null;
  const rate: CellView =
    published !== null
      ? {
          text: words.t('rate.percent', { value: format.number(published) }),
          folded: ours === null ? '' : words.t('rate.computed', { value: format.number(ours) }),
        }
      : assessment?.published_mark != null
        ? {
            text: markWords(edition, document.id, assessment.published_mark),
            folded: words.t('rate.mark'),
          }
        : { text: '—', folded: words.t('rate.none') };
  return {
    document: shortDocumentName(edition, document),
    start: cell(baseline),
    actual: cell(ownActual),
    target: cell(target),
    rate,
    status: statusOf(edition, promise),
    judged_by: judgedBy(edition, promise, ownActual),
  };
}

/** The figure that a status rests on, where the row shows another beside the target. */
function judgedBy(
  edition: Edition,
  { result, newest, document, indicator }: TargetPromise,
  shown: Observation | null,
): string | null {
  const judged = result ?? newest;
  if (judged === null) return null;
  if (judged.document_id === document.id && judged.reference_year === shown?.reference_year)
    return null;
  const { words, format } = edition;
  return words.t('life.judged_by', {
    year: format.year(judged.reference_year, judged.period_type),
    value: format.value(judged.value, indicator.unit),
    document: shortDocumentName(edition, documentOf(edition, judged.document_id)).text,
  });
}

/** What a careful reader must know: values that differ between documents, targets that moved. */
export function remarksOf(
  edition: Edition,
  indicator: Indicator,
  observations: readonly Observation[],
): RemarkView[] {
  const { words, format, model } = edition;
  const said = vintages(observations, model.documents).map(({ year, figures }) => ({
    text: words.t('remark.vintages', {
      year: format.year(year, indicator.period_type),
      values: format.list(
        figures.map((f) =>
          words.t('remark.vintage', {
            document: shortDocumentName(edition, documentOf(edition, f.document_id)).text,
            value: format.value(f.value, indicator.unit),
          }),
        ),
      ),
    }),
  }));
  const value = (target: Observation | null) =>
    target === null
      ? ''
      : isFigure(target)
        ? targetWords(target, indicator.unit, words, format)
        : valueOrWords(edition, indicator, target);
  const year = (target: Observation | null) =>
    target === null ? '' : format.year(target.reference_year, target.period_type);
  const moved = having(model.goalposts, 'indicator_id', indicator.id).flatMap((g) =>
    g.kind === 'unchanged'
      ? []
      : [
          {
            text: words.t(`goalpost.${g.kind}`, {
              from_document: shortDocumentName(edition, documentOf(edition, g.from_document_id))
                .text,
              to_document: shortDocumentName(edition, documentOf(edition, g.to_document_id)).text,
              from: value(g.from),
              to: value(g.to),
              from_year: year(g.from),
              to_year: year(g.to),
            }),
          },
        ],
  );
  const notes = [...new Set(observations.map((o) => o.note))].flatMap((note) => {
    const row = observations.find((o) => o.note === note);
    if (note === null || row === undefined) return [];
    return [{ text: edition.translate('observations', row.observation_id, 'note', note).text }];
  });
  const provisional = observations.find((o) => o.role === 'target' && o.provisional);
  const interim =
    provisional === undefined
      ? []
      : [
          {
            text: words.t('remark.provisional_target', {
              document: shortDocumentName(edition, documentOf(edition, provisional.document_id))
                .text,
            }),
          },
        ];
  return [...moved, ...said, ...interim, ...notes];
}

export function commentsOf(edition: Edition, indicator: Indicator): CommentView[] {
  const { model } = edition;
  const judged = having(model.assessments, 'indicator_id', indicator.id);
  const keys = new Set(judged.flatMap((a) => (a.comment_key === null ? [] : [a.comment_key])));
  return [...keys]
    .flatMap((key) => having(model.comments, 'comment_key', key))
    .toSorted((a, b) => model.comments.indexOf(a) - model.comments.indexOf(b))
    .map((c) => ({
      document: shortDocumentName(edition, documentOf(edition, c.document_id)),
      text: edition.translate('comments', c.comment_key, 'text', c.text),
    }));
}

export function checksOfIndicator(edition: Edition, indicator: Indicator): SaidCheck[] {
  const { words, format, model } = edition;
  const alike = Map.groupBy(
    having(model.checks, 'subject_id', indicator.id),
    (check) => `${check.document_id}/${check.kind}/${check.published}`,
  );
  return [...alike.values()].flatMap((checks) => {
    const [check] = checks;
    if (check === undefined) return [];
    const href = checkAddress(edition, check.check_id);
    const replies = checks.flatMap((c) => repliesTo(edition, 'check', c.check_id));
    const { kind } = check;
    if (isTotalKind(kind)) {
      return [{ text: totalRow(edition, check).said, href, replies }];
    }
    const own = check.assessment === null ? null : shownRate(check.assessment);
    const rate = check.assessment?.published_rate_percent ?? null;
    const text = words.t(`check.said_${kind}_${check.verdict}`, {
      published:
        rate === null && check.kind === 'mark'
          ? markWords(edition, check.document_id, check.published)
          : rate === null
            ? check.published
            : format.number(rate),
      computed: own === null ? '' : format.number(own),
    });
    return [{ text, href, replies }];
  });
}
