import { answer } from '../core/answer.ts';
import { judgedParts, partsOfGroup } from '../core/groups.ts';
import type { Sentence } from '../core/i18n.ts';
import { firstHaving, having } from '../core/lookup.ts';
import type { Assessment, Indicator } from '../core/model.ts';
import { newestFigure } from '../core/progress.ts';
import { leadingPromise } from '../core/promise.ts';
import { indicatorAddress, indicatorName, type Edition, type Link } from './edition.ts';
import { indicatorRow, type IndicatorRow } from './lists.ts';
import {
  markWords,
  movedSentence,
  shapeOf,
  statusView,
  type StatusShape,
  type StatusView,
} from './status.ts';

/** An indicator that brings others together and has no figures of its own. */
export interface GroupView {
  /** One sentence over all parts, or one for each of a few. */
  readonly answers: readonly Sentence[];
  readonly status: StatusView;
  readonly judgement: readonly Sentence[];
  readonly parts: readonly IndicatorRow[];
}

/** Returns what the page of a group says; null for an indicator with figures of its own. */
export function groupOf(edition: Edition, indicator: Indicator): GroupView | null {
  const { model, words, format } = edition;
  const parts = partsOfGroup(model, indicator.id);
  if (parts.length === 0) return null;
  const marked = markedRow(edition, indicator.id);
  const judged = marked === undefined ? [] : judgedParts(model, indicator.id, marked.table_id);
  const met = judged.filter((part) => part.met === true).length;
  const which = met === 0 ? 'none' : met === parts.length ? 'all' : 'some';
  return {
    answers:
      parts.length > FEW
        ? [
            words.sentence(`answer.group.${which}`, {
              count: format.integer(parts.length),
              met: format.integer(met),
              year: lastYear(edition, parts),
              names: format.list(
                judged
                  .filter((part) => part.met === true)
                  .map((part) => indicatorName(edition, part.indicator).text),
              ),
            }),
          ]
        : parts.map((part) => partAnswer(edition, part)),
    status: statusView(edition, shapeOfGroup(edition, parts)),
    judgement: [
      ...(parts.length > FEW ? [] : parts.flatMap((part) => partMoved(edition, part))),
      ...(marked === undefined ? [] : [markSentence(edition, marked)]),
    ],
    parts: parts.map((part) => indicatorRow(edition, part)),
  };
}

/** Groups of no more parts answer for each of them. */
const FEW = 3;

function partAnswer(edition: Edition, part: Indicator): Sentence {
  const { model, words, format } = edition;
  const leading = leadingPromise(model.promises.get(part.id) ?? []);
  const own = having(model.observations, 'indicator_id', part.id);
  const newest = newestFigure(own, model.documents);
  return [...partNamed(edition, part), ...answer(leading, newest, part.unit, words, format)];
}

/** How far a part has moved since its start. */
function partMoved(edition: Edition, part: Indicator): Sentence[] {
  const leading = leadingPromise(edition.model.promises.get(part.id) ?? []);
  const moved = leading === null ? [] : movedSentence(edition, leading);
  return moved.map((sentence) => [...partNamed(edition, part), ...sentence]);
}

function partNamed(edition: Edition, part: Indicator): Sentence {
  return edition.words.sentence('answer.group_part', { part: partName(edition, part) });
}

/** The name with what it shares with the other parts left out: "scores (primary)" is "primary" beside them. */
const BRACKETED = /^(?<shared>.+?)\s*[（(](?<own>[^（()）]+)[）)]$/u;

/** Returns how a part is called where the group's name stands above. */
export function partName(edition: Edition, part: Indicator): string {
  const siblings = having(edition.model.indicators, 'parent', part.parent);
  const cut = siblings.map((i) => BRACKETED.exec(indicatorName(edition, i).text)?.groups);
  const alike = cut.every((groups) => groups?.['shared'] === cut[0]?.['shared']);
  const name = indicatorName(edition, part).text;
  const own = alike ? BRACKETED.exec(name)?.groups?.['own'] : undefined;
  return own === undefined ? name : capitalised(own, edition.tag);
}

/** What stood in brackets begins a line now. */
function capitalised(text: string, tag: string): string {
  const [first = '', ...rest] = text;
  return `${first.toLocaleUpperCase(tag)}${rest.join('')}`;
}

/** A part's group: a link to it, and the mark that the city gave the whole. */
export interface PartOfView {
  readonly link: Link;
  readonly mark: Sentence | null;
}

/** Returns the group an indicator is part of; null where it stands alone. */
export function partOf(edition: Edition, indicator: Indicator): PartOfView | null {
  const group = firstHaving(edition.model.indicators, 'id', indicator.parent);
  if (group === undefined || partsOfGroup(edition.model, group.id).length === 0) return null;
  const marked = markedRow(edition, group.id);
  return {
    link: { text: indicatorName(edition, group), href: indicatorAddress(edition, group.id) },
    mark: marked === undefined ? null : markSentence(edition, marked),
  };
}

/** The last year that the parts have a target for. */
function lastYear({ model, format }: Edition, parts: readonly Indicator[]): string {
  const targets = parts.flatMap((part) => {
    const leading = leadingPromise(model.promises.get(part.id) ?? []);
    return leading === null ? [] : [leading.target];
  });
  const last = targets.toSorted((a, b) => a.reference_year - b.reference_year).at(-1);
  return last === undefined ? '' : format.year(last.reference_year, last.period_type);
}

function markedRow({ model }: Edition, id: string): Assessment | undefined {
  return having(model.assessments, 'indicator_id', id).findLast((a) => a.published_mark !== null);
}

function markSentence(edition: Edition, row: Assessment): Sentence {
  const mark = markWords(edition, row.document_id, row.published_mark ?? '');
  return edition.words.sentence('answer.group_mark', { mark });
}

/** Where all parts stand alike, so does the group; the city's one mark over them stays the city's. */
function shapeOfGroup({ model }: Edition, parts: readonly Indicator[]): StatusShape {
  const shapes = new Set(
    parts.map((part) => shapeOf(leadingPromise(model.promises.get(part.id) ?? []))),
  );
  const [only = 'none'] = shapes;
  return shapes.size === 1 ? only : 'partly';
}
