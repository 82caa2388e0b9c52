import { toNumber, type Decimal } from '../core/decimal.ts';
import { having } from '../core/lookup.ts';
import type { Indicator } from '../core/model.ts';
import { isFigure, newestFigure, type Figure } from '../core/progress.ts';
import type { TargetPromise } from '../core/promise.ts';
import { shortDocumentName, type Edition, type Text } from './edition.ts';

export interface StickMark {
  /** Percent of the drawing's width. */
  readonly at: number;
  readonly text: string;
}

/** One document's start, result and target on a scale that all documents share. */
export interface StickRow {
  readonly document: Text;
  readonly note: string;
  readonly start: StickMark | null;
  readonly actual: StickMark | null;
  readonly target: StickMark;
  readonly label: string;
}

export interface SticksView {
  readonly rows: readonly StickRow[];
  /** The scale in words; it need not start at 0. */
  readonly scale: string;
}

const MARGIN = 10;

/** Returns the documents compared on one scale, or null when no target has a number. */
export function sticksOf(
  edition: Edition,
  indicator: Indicator,
  promises: readonly TargetPromise[],
): SticksView | null {
  const { words, format } = edition;
  const rows = promises.flatMap((promise) => {
    const { target, baseline } = promise;
    if (!isFigure(target)) return [];
    const start = baseline !== null && isFigure(baseline) ? baseline : null;
    return [{ promise, target, start, actual: ownActual(edition, promise) }];
  });
  const values = rows.flatMap((r) => [r.target, r.start, r.actual]).filter((f) => f !== null);
  const numbers = values.map((f) => toNumber(f.value));
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (rows.length === 0 || low === high) return null;
  const number = (value: Decimal) => format.bare(value, indicator.unit);
  const mark = (figure: Figure): StickMark => ({
    at:
      Math.round(
        (MARGIN + ((toNumber(figure.value) - low) / (high - low)) * (100 - 2 * MARGIN)) * 10,
      ) / 10,
    text: number(figure.value),
  });
  const say = (key: 'line.start' | 'line.actual' | 'line.target', figure: Figure | null) =>
    figure === null
      ? ''
      : words.t('sticks.point', {
          name: words.t(key, { year: String(figure.reference_year) }),
          value: format.value(figure.value, indicator.unit),
        });
  const lowest = values.find((f) => toNumber(f.value) === low);
  const highest = values.find((f) => toNumber(f.value) === high);
  return {
    rows: rows.map(({ promise, target, start, actual }) => ({
      document: shortDocumentName(edition, promise.document),
      note: noteOf(edition, promise, actual),
      start: start === null ? null : mark(start),
      actual: actual === null ? null : mark(actual),
      target: mark(target),
      label: [say('line.start', start), say('line.actual', actual), say('line.target', target)]
        .filter((part) => part !== '')
        .join(words.t('sticks.separator')),
    })),
    scale: words.t(indicator.direction === 'decrease' ? 'sticks.scale_less' : 'sticks.scale', {
      from: lowest === undefined ? '' : format.value(lowest.value, indicator.unit),
      to: highest === undefined ? '' : format.value(highest.value, indicator.unit),
    }),
  };
}

function ownActual(edition: Edition, promise: TargetPromise): Figure | null {
  const { model } = edition;
  const own = having(model.observations, 'indicator_id', promise.indicator.id).filter(
    (o) => o.document_id === promise.document.id && o.role === 'actual',
  );
  return newestFigure(own, model.documents);
}

/** What the document itself says about the result. */
function noteOf(edition: Edition, promise: TargetPromise, actual: Figure | null): string {
  const { model, words, format } = edition;
  if (actual === null) return words.t('sticks.no_result');
  const assessment = having(model.assessments, 'indicator_id', promise.indicator.id).find(
    (a) => a.document_id === promise.document.id,
  );
  const rate = assessment?.published_rate_percent ?? null;
  const year = format.year(actual.reference_year, actual.period_type);
  if (rate === null) return words.t('sticks.result', { year });
  return words.t('sticks.rate', { rate: format.number(rate), year });
}
