import { withoutGroups } from '../core/groups.ts';
import { firstHaving, having } from '../core/lookup.ts';
import type { Indicator, Section, Plan } from '../core/model.ts';
import { anchor, page, place } from '../core/paths.ts';
import { newestFigure } from '../core/progress.ts';
import { leadingPromise } from '../core/promise.ts';
import { targetWords } from '../core/target-words.ts';
import { compareIds } from '../core/validate.ts';
import type { WordKey } from '../i18n/index.ts';
import {
  indicatorAddress,
  indicatorName,
  sectionAddress,
  sectionCode,
  sectionName,
  type Edition,
  type Link,
  type Text,
} from './edition.ts';
import { courseOf, type CourseView } from './course.ts';
import { indicatorFacets, type RowFacets } from './list-facets.ts';
import { roadOf, type RoadView } from './road.ts';
import {
  shapeOf,
  STATUS_SHAPES,
  statusOf,
  statusView,
  type StatusShape,
  type StatusView,
} from './status.ts';

/** An indicator as one row of a list: name, road, state, newest figure and target. */
export interface IndicatorRow {
  readonly id: string;
  readonly link: Link;
  readonly status: StatusView;
  readonly road: RoadView | null;
  readonly course: CourseView | null;
  readonly year: string;
  readonly value: string;
  readonly target: string;
}

export function indicatorRow(edition: Edition, indicator: Indicator): IndicatorRow {
  const { model, words, format } = edition;
  const leading = leadingPromise(model.promises.get(indicator.id) ?? []);
  const newest = newestFigure(
    having(model.observations, 'indicator_id', indicator.id),
    model.documents,
  );
  return {
    id: indicator.id,
    link: {
      text: indicatorName(edition, indicator),
      href: indicatorAddress(edition, indicator.id),
    },
    status: statusOf(edition, leading),
    road: roadOf(edition, leading),
    course: courseOf(edition, indicator, leading),
    year: newest === null ? '' : format.year(newest.reference_year, newest.period_type),
    value:
      newest === null ? words.t('missing.not_printed') : format.value(newest.value, indicator.unit),
    target:
      leading === null
        ? words.t('row.no_target')
        : words.t('row.target', {
            year: format.year(leading.target.reference_year, leading.target.period_type),
            value: targetWords(leading.target, indicator.unit, words, format),
          }),
  };
}

export interface StateCount {
  readonly status: StatusView;
  readonly count: number;
}

/** Returns how many indicators stand in each state, by their leading promise; empty states are left out. */
export function stateCounts(edition: Edition, indicators: readonly Indicator[]): StateCount[] {
  return countShapes(
    edition,
    indicators.map((i) => shapeOf(leadingPromise(edition.model.promises.get(i.id) ?? []))),
  );
}

/**
 * Returns how many indicators of a plan stand in each state, each once, by the leading one of the targets
 * that this plan sets; empty states are left out.
 */
export function planStates(edition: Edition, plan: Plan): StateCount[] {
  const { model } = edition;
  return countShapes(
    edition,
    planIndicators(edition, plan).map((i) => {
      const own = (model.promises.get(i.id) ?? []).filter((p) => p.target.plan_id === plan.id);
      return shapeOf(leadingPromise(own));
    }),
  );
}

/** Returns the indicators a plan uses, each once, in the site's order. */
export function planIndicators({ model }: Edition, plan: Plan): Indicator[] {
  const used = new Set(model.uses.filter((u) => u.plan_id === plan.id).map((u) => u.indicator_id));
  return model.indicators.filter((i) => used.has(i.id));
}

function countShapes(edition: Edition, shapes: readonly StatusShape[]): StateCount[] {
  return STATUS_SHAPES.map((shape) => ({
    status: statusView(edition, shape),
    count: shapes.filter((s) => s === shape).length,
  })).filter(({ count }) => count > 0);
}

/** An indicator in the list of all: with what the list can be narrowed down and put in order by. */
export interface ListedIndicator extends IndicatorRow {
  readonly facets: RowFacets;
}

export interface TopicGroup {
  readonly id: string;
  readonly name: Text;
  readonly rows: readonly ListedIndicator[];
}

/**
 * Returns the indicators under each topic (each once, under its first topic), in the site's order. Groups are
 * left out: their parts stand there.
 */
export function topicGroups(edition: Edition): TopicGroup[] {
  const { model } = edition;
  const topics = [...model.site.topics, { id: '', name: edition.words.t('topic.other') }];
  return topics
    .map((topic) => ({
      id: topic.id === '' ? 'other' : topic.id,
      name: edition.translate('topics', topic.id, 'name', topic.name),
      rows: withoutGroups(model)
        .filter((i) => (i.topics[0] ?? '') === topic.id)
        .map((i) => ({ ...indicatorRow(edition, i), facets: indicatorFacets(edition, i) })),
    }))
    .filter((group) => group.rows.length > 0);
}

/** One heading of a plan's tree. */
export interface SectionNode {
  readonly section: Section;
  readonly name: Text;
  readonly code: Text | null;
  readonly href: string | null;
  readonly indicators: number;
  readonly children: readonly SectionNode[];
}

/** Returns the tree below a section (or a whole plan), with the count of indicators of each node. */
export function sectionTree(edition: Edition, plan: Plan, parent: string | null): SectionNode[] {
  return having(plan.sections, 'parent_id', parent).map((section) => ({
    section,
    name: sectionName(edition, section),
    code: sectionCode(edition, section),
    href: section.has_page ? sectionAddress(edition, section) : null,
    indicators: indicatorsOf(edition, section).length,
    children: sectionTree(edition, plan, section.id),
  }));
}

/** Returns the indicators used in a section itself, each once, in the order documents print them. */
export function indicatorsOf(edition: Edition, section: Section): Indicator[] {
  const { model } = edition;
  const ids = having(model.uses, 'section_id', section.id).map((u) => u.indicator_id);
  return [...new Set(ids)].flatMap((id) => having(model.indicators, 'id', id));
}

/** Returns the sections above a section, outermost first. */
export function ancestors(plan: Plan, section: Section): Section[] {
  const parent = firstHaving(plan.sections, 'id', section.parent_id);
  return parent === undefined ? [] : [...ancestors(plan, parent), parent];
}

/** An indicator under a target: its name and its course. */
export interface GoalRow extends Link {
  readonly course: CourseView | null;
}

export interface GoalView {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly targets: readonly { readonly code: string; readonly rows: readonly GoalRow[] }[];
}

const GOALS = 17;

/** Returns the 17 Sustainable Development Goals with the indicators documents attach to their targets. */
export function goalViews(edition: Edition): GoalView[] {
  const { model } = edition;
  const users = new Map<string, Set<string>>();
  for (const { indicator_id: id, sdg_targets: codes } of model.uses) {
    for (const code of codes) users.set(code, (users.get(code) ?? new Set()).add(id));
  }
  return Array.from({ length: GOALS }, (_, index) => {
    const number = index + 1;
    const codes = [...users.keys()]
      .filter((code) => Number(code.split('.')[0]) === number)
      .toSorted(compareIds);
    return {
      number,
      id: place.goal(number),
      name: goalName(edition, number),
      targets: codes.map((code) => ({
        code,
        rows: model.indicators
          .filter((i) => users.get(code)?.has(i.id) === true)
          .map((i) => ({
            text: indicatorName(edition, i),
            href: indicatorAddress(edition, i.id),
            course: courseOf(edition, i, leadingPromise(model.promises.get(i.id) ?? [])),
          })),
      })),
    };
  });
}

/** Returns the name of one of the goals, by its number. */
export function goalName(edition: Edition, goal: number): string {
  return edition.words.t(`goal.${String(goal)}` as Extract<WordKey, `goal.${string}`>);
}

export function goalAddress(edition: Edition, goal: number): string {
  return anchor(edition.paths.page(edition.tag, page.goals()), place.goal(goal));
}
