import type { Sentence } from '../core/i18n.ts';
import { firstHaving, having } from '../core/lookup.ts';
import type { Plan, Section } from '../core/model.ts';
import { page, type PagePath } from '../core/paths.ts';
import type { WordKey } from '../i18n/index.ts';
import { sectionBudget, type SectionBudget } from './budget.ts';
import {
  documentName,
  own,
  sectionAddress,
  sectionCode,
  sectionName,
  type Edition,
  type Link,
  type Text,
} from './edition.ts';
import {
  ancestors,
  indicatorRow,
  indicatorsOf,
  planIndicators,
  planStates,
  sectionTree,
  type IndicatorRow,
  type SectionNode,
  type StateCount,
} from './lists.ts';
import {
  measureGroupsBelow,
  measuresAbout,
  measuresOfSection,
  type Basis,
  type MeasureRow,
} from './measure.ts';

export interface PlanRow {
  readonly link: Link;
  readonly span: string;
  readonly note: string;
  readonly states: readonly StateCount[];
}

export function planRows(edition: Edition): PlanRow[] {
  const { model, format, paths, tag } = edition;
  return model.plans.map((plan) => ({
    link: { text: planName(edition, plan), href: paths.page(tag, page.plan(plan.id)) },
    span: format.yearSpan(plan.start_fiscal_year, plan.end_fiscal_year),
    note: countsOf(edition, plan),
    states: planStates(edition, plan),
  }));
}

/** How many indicators and measures a plan has; what it has none of is left out. */
function countsOf(edition: Edition, plan: Plan): string {
  const { model, words, format } = edition;
  const indicators = planIndicators(edition, plan).length;
  const measures = having(model.measures, 'plan_id', plan.id).length;
  return format.list([
    ...(indicators === 0
      ? []
      : [words.count('count.indicators', indicators, { count: format.integer(indicators) })]),
    ...(measures === 0
      ? []
      : [words.count('count.measures', measures, { count: format.integer(measures) })]),
  ]);
}

export function planName(edition: Edition, plan: Plan): Text {
  return edition.translate('plans', plan.id, 'name', plan.name);
}

export interface PlanView {
  readonly title: Text;
  readonly answer: Sentence;
  readonly span: string;
  readonly documents: readonly { readonly text: Text; readonly kind: string }[];
  readonly predecessor: Link | null;
  /** Where the promises of this plan stand. */
  readonly states: readonly StateCount[];
  readonly tree: readonly SectionNode[];
}

export function planView(edition: Edition, plan: Plan): PlanView {
  const { model, words, format, paths, tag } = edition;
  const span = format.yearSpan(plan.start_fiscal_year, plan.end_fiscal_year);
  const before = firstHaving(model.plans, 'id', plan.predecessor);
  return {
    title: planName(edition, plan),
    answer: words.countSentence('plan.answer', planIndicators(edition, plan).length, {
      span,
      count: format.integer(planIndicators(edition, plan).length),
    }),
    span,
    documents: model.documents
      .filter((d) => d.plans.includes(plan.id))
      .map((d) => ({ text: documentName(edition, d), kind: words.t(`document_kind.${d.kind}`) })),
    predecessor:
      before === undefined
        ? null
        : { text: planName(edition, before), href: paths.page(tag, page.plan(before.id)) },
    states: planStates(edition, plan),
    tree: sectionTree(edition, plan, null),
  };
}

export interface SectionView {
  readonly title: Text;
  readonly code: Text | null;
  readonly answer: Sentence;
  readonly crumbs: readonly Link[];
  readonly rows: readonly IndicatorRow[];
  readonly measures: readonly MeasureRow[];
  /** Measures under headings that have no page of their own. */
  readonly groups: readonly { readonly name: Text; readonly rows: readonly MeasureRow[] }[];
  /** The money of this heading, where the documents print some. */
  readonly budget: SectionBudget | null;
  /** Measures of other sections that work on this one's matter. */
  readonly related: readonly { readonly link: Link; readonly basis: Basis }[];
  /** True where the page has something to say beside indicators. */
  readonly has_more: boolean;
  readonly tree: readonly SectionNode[];
  readonly siblings: readonly Link[];
  readonly narrative: string;
}

/** Kinds of sections that have a word of their own; others are called a heading. */
const KINDS = [
  'chapter',
  'section',
  'aspect',
  'pillar',
  'project',
  'goal',
  'policy',
  'vision',
  'ward',
  'priority',
  'part',
  'item',
] as const;

function kindWord(edition: Edition, kind: string): string {
  const known = KINDS.find((k) => k === kind) ?? 'other';
  const key: WordKey = `section_kind.${known}`;
  return edition.words.t(key);
}

export function sectionView(edition: Edition, plan: Plan, section: Section): SectionView {
  const { words, paths, tag } = edition;
  const above = ancestors(plan, section);
  const measures = measuresOfSection(edition, section);
  const groups = measureGroupsBelow(edition, section);
  const tree = sectionTree(edition, plan, section.id);
  const written = edition.model.narrative.some(
    (n) => n.plan === plan.id && n.name === section.tail,
  );
  const short = edition.translate('plans', plan.id, 'short_name', plan.short_name);
  return {
    title: sectionName(edition, section),
    code: sectionCode(edition, section),
    answer: words.sentence('section.answer', {
      plan: short.text,
      kind: kindWord(edition, section.kind),
    }),
    crumbs: [
      { text: own(edition, words.t('nav.plans')), href: paths.page(tag, page.plans()) },
      { text: short, href: paths.page(tag, page.plan(plan.id)) },
      ...above.map((s) => ({ text: sectionName(edition, s), href: sectionAddress(edition, s) })),
    ],
    rows: indicatorsOf(edition, section).map((i) => indicatorRow(edition, i)),
    measures,
    groups,
    budget: sectionBudget(edition, section),
    related: measuresAbout(edition, section),
    has_more: tree.length > 0 || measures.length > 0 || groups.length > 0 || written,
    tree,
    siblings: plan.sections
      .filter((s) => s.parent_id === section.parent_id && s.id !== section.id && s.has_page)
      .map((s) => ({ text: sectionName(edition, s), href: sectionAddress(edition, s) })),
    narrative: section.tail,
  };
}

export function sectionPath(section: Section): PagePath {
  return page.section(section.plan_id, section.tail);
}
