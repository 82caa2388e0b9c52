import type { ValueParts } from '../core/format.ts';
import { having } from '../core/lookup.ts';
import type { Indicator, Observation } from '../core/model.ts';
import { isFigure, newestFigure, type Figure } from '../core/progress.ts';
import { leadingPromise, type TargetPromise } from '../core/promise.ts';
import { periodEnd } from '../core/statistics.ts';
import { boundWords, targetWords } from '../core/target-words.ts';
import {
  asPrinted,
  documentOf,
  own,
  shortDocumentName,
  type Edition,
  type Text,
} from './edition.ts';
import { partName } from './group.ts';
import { numberOrWords } from './life.ts';
import { statusOf } from './status.ts';

export interface FigureView {
  readonly label: string;
  readonly parts: ValueParts | null;
  /** Words where no number is printed. */
  readonly words: Text | null;
  /** What the figure is held against, where it is a part of a group. */
  readonly note: string | null;
}

export interface YearRow {
  readonly year: string;
  readonly era: string | null;
  readonly actual: string;
  readonly target: string;
  readonly documents: string;
  /** The same documents by their numbers in the key below the table: paper is narrow. */
  readonly document_numbers: string;
}

/** Returns the figures of an indicator's opening: the newest or the result, the target, the start. */
export function figuresOf(
  edition: Edition,
  indicator: Indicator,
  leading: TargetPromise | null,
  newest: Figure | null,
): FigureView[] {
  const { words, format } = edition;
  const figure = (o: Observation, label: string): FigureView => ({
    label: withFlags(edition, o, label),
    parts: isFigure(o)
      ? bounded(format.valueParts(o.value, indicator.unit), boundWords(o, words))
      : null,
    words: isFigure(o) ? null : wordsOf(edition, o),
    note: null,
  });
  const shown = leading?.result ?? newest;
  return [
    ...(shown === null
      ? []
      : [
          figure(
            shown,
            words.t('figure.now', {
              year: format.longYear(shown.reference_year, shown.period_type),
            }),
          ),
        ]),
    ...(leading === null
      ? []
      : [
          figure(
            leading.target,
            words.t('figure.target', {
              year: format.year(leading.target.reference_year, leading.target.period_type),
            }),
          ),
        ]),
    ...(leading?.baseline == null
      ? []
      : [
          figure(
            leading.baseline,
            beforeBreak(
              edition,
              leading,
              words.t('figure.start', {
                year: format.year(leading.baseline.reference_year, leading.baseline.period_type),
              }),
            ),
          ),
        ]),
  ];
}

function bounded(parts: ValueParts, bound: string): ValueParts {
  return { ...parts, after: `${parts.after}${bound}` };
}

const FLAGS = ['provisional', 'forecast'] as const;

/** A figure that its document calls provisional or expected says so. */
function withFlags({ words }: Edition, o: Observation, text: string): string {
  return FLAGS.filter((flag) => o[flag]).reduce(
    (said, flag) => words.t('flag.with', { text: said, flag: words.t(`flag.${flag}`) }),
    text,
  );
}

/** A trend and a missing figure are said in the reader's language; other words stay as printed. */
function wordsOf(edition: Edition, o: Observation): Text {
  if (o.trend !== null) return own(edition, edition.words.t(`trend.${o.trend}`));
  return o.status === 'ok' || o.status === 'text'
    ? asPrinted(edition, o.printed_value ?? '')
    : own(edition, edition.words.t(`missing.${o.status}`));
}

/** Returns the ids of the documents that printed some figures, in the order of the key below a table. */
export function documentsOf(observations: readonly Observation[]): string[] {
  return [...new Set(observations.map((o) => o.document_id))];
}

/** Returns the table behind a chart: every printed year with its figures and targets. */
export function yearRows(
  edition: Edition,
  indicator: Indicator,
  observations: readonly Observation[],
): YearRow[] {
  const { format, words } = edition;
  const key = documentsOf(observations);
  const first = observations.filter((o) => o.repeat_of === null);
  const years = [...new Set(first.map((o) => o.reference_year))].toSorted((a, b) => a - b);
  const { as_of: today, calendar } = edition.model.site;
  const fiscal = indicator.period_type === 'fiscal_year';
  const isOver = (year: number) =>
    periodEnd(year, fiscal, calendar.fiscal_year_start_month) < today;
  return years.map((year) => {
    const printed = first.filter((o) => o.reference_year === year);
    const say = (rows: readonly Observation[]) =>
      [
        ...new Set(rows.map((o) => withFlags(edition, o, numberOrWords(edition, indicator, o)))),
      ].join(' / ');
    const actuals = printed.filter((o) => o.role !== 'target');
    const targets = printed.filter((o) => o.role === 'target');
    const ids = documentsOf(printed);
    return {
      year: String(year),
      era: format.shortEra(year),
      actual:
        actuals.length > 0
          ? say(actuals)
          : words.t(isOver(year) ? 'missing.not_printed' : 'missing.not_yet'),
      target: targets.length === 0 ? '—' : say(targets),
      documents: format.list(
        ids.map((id) => shortDocumentName(edition, documentOf(edition, id)).text),
      ),
      document_numbers: ids
        .map((id) => key.indexOf(id) + 1)
        .toSorted((a, b) => a - b)
        .map((number) => format.integer(number))
        .join(words.t('list.separator')),
    };
  });
}

/** A start that was measured in another way says so: it cannot be compared with the newest figure. */
function beforeBreak({ words }: Edition, { broken }: TargetPromise, text: string): string {
  return broken ? words.t('flag.with', { text, flag: words.t('flag.before_break') }) : text;
}

/** Returns the newest figure of a group's part with its target. */
export function partFigure(edition: Edition, part: Indicator): FigureView {
  const { model, words, format } = edition;
  const leading = leadingPromise(model.promises.get(part.id) ?? []);
  const own = having(model.observations, 'indicator_id', part.id);
  const shown = leading?.result ?? newestFigure(own, model.documents);
  const name = partName(edition, part);
  return {
    label:
      shown === null
        ? name
        : words.t('figure.part', {
            part: name,
            year: format.year(shown.reference_year, shown.period_type),
          }),
    parts: shown === null ? null : format.valueParts(shown.value, part.unit),
    words: null,
    note:
      leading === null
        ? null
        : words.t('figure.part_target', {
            year: format.year(leading.target.reference_year, leading.target.period_type),
            value: targetWords(leading.target, part.unit, words, format),
            state: statusOf(edition, leading).word,
          }),
  };
}
