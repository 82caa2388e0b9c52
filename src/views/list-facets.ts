import type { Check } from '../core/checks.ts';
import { firstHaving, having } from '../core/lookup.ts';
import type { Indicator, Measure, Section } from '../core/model.ts';
import { newestFigure } from '../core/progress.ts';
import { leadingPromise } from '../core/promise.ts';
import { normalForm } from '../narrative/ruby.ts';
import type { Edition } from './edition.ts';
import { shapeOf, stateOf } from './status.ts';

/** What a row of a list is about, as attributes of its element; several values stand with "|" between them. */
export type RowFacets = Readonly<Record<`data-${string}`, string>>;

/**
 * Returns what an indicator is about: plans, topics, goals, state, the year of its newest figure, and the words
 * beside its name that people call it by.
 */
export function indicatorFacets(edition: Edition, indicator: Indicator): RowFacets {
  const { model } = edition;
  const uses = [indicator.id, indicator.parent ?? indicator.id].flatMap((id) =>
    having(model.uses, 'indicator_id', id),
  );
  const newest = newestFigure(
    having(model.observations, 'indicator_id', indicator.id),
    model.documents,
  );
  const state = stateOf(shapeOf(leadingPromise(model.promises.get(indicator.id) ?? [])));
  return {
    ...several('data-plan', inOrderOf(model.plans, new Set(uses.map((use) => use.plan_id)))),
    ...several('data-topic', indicator.topics),
    ...several('data-goal', goalsOf(uses.flatMap((use) => use.sdg_targets))),
    'data-state': state,
    ...(newest === null ? {} : { 'data-year': String(newest.reference_year) }),
    // Names in kanji stand in the order of their sounds.
    ...(edition.readings === 'switch' ? { 'data-reading': indicator.reading } : {}),
    ...several('data-words', otherNames(edition, indicator)),
  };
}

/** What people call it, or a part of it: the search finds it by the same words. */
function otherNames(edition: Edition, { id, synonyms }: Indicator): string[] {
  const names = [
    edition.translate('indicators', id, 'synonyms', '').text,
    ...(edition.readings === null ? [] : synonyms),
  ].filter((name) => name !== '');
  return names.length === 0 ? [] : [normalForm([...new Set(names)].join(' '))];
}

/** Returns what a measure is about: its bureau, and its amount where one is printed. */
export function measureFacets({ bureau, amount_thousand_yen: amount }: Measure): RowFacets {
  return {
    ...(bureau === null ? {} : { 'data-bureau': bureau }),
    ...(amount === null ? {} : { 'data-amount': String(amount) }),
  };
}

/** Returns what a check is about: its document, what came out, and what kind of figure it is over. */
export function checkFacets({ document_id: document, verdict, kind }: Check): RowFacets {
  return { 'data-document': document, 'data-verdict': verdict, 'data-kind': kind };
}

/** Returns what all measures under a heading share: the nearest heading with a page. */
export function headingFacets(edition: Edition, section: Section): RowFacets {
  return { 'data-section': headingWithPage(edition, section).id };
}

/** Returns a heading itself, or the nearest one above it that has a page. */
export function headingWithPage(edition: Edition, section: Section): Section {
  const parent = firstHaving(edition.model.sections, 'id', section.parent_id);
  return section.has_page || parent === undefined ? section : headingWithPage(edition, parent);
}

/** Returns the values of one facet of rows, each once. */
export function valuesOf(rows: readonly RowFacets[], facet: string): Set<string> {
  return new Set(rows.flatMap((row) => row[`data-${facet}`]?.split('|') ?? []));
}

function several(name: `data-${string}`, values: readonly string[]): RowFacets {
  return values.length === 0 ? {} : { [name]: values.join('|') };
}

function goalsOf(targets: readonly string[]): string[] {
  const goals = new Set(targets.map((target) => Number(target.split('.')[0])));
  return [...goals].toSorted((a, b) => a - b).map(String);
}

function inOrderOf(things: readonly { readonly id: string }[], ids: ReadonlySet<string>): string[] {
  return things.map(({ id }) => id).filter((id) => ids.has(id));
}
