import { having } from './lookup.ts';
import type { Content, Entry, Narrative } from './content.ts';
import type * as records from './records.ts';
import { USUAL_AMOUNT_UNIT } from './tables.ts';
import type { CITY_TABLES, DOCUMENT_TABLES, translations } from './tables.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { compareIds, type Row } from './validate.ts';
import { checksOf, type Check } from './checks.ts';
import { goalpostsOf, type Goalpost } from './goalposts.ts';
import { promisesOf, type TargetPromise } from './promise.ts';

type Printed<T> = T & { readonly document_id: string };
type DocumentRow<K extends keyof typeof DOCUMENT_TABLES> = Printed<
  Row<(typeof DOCUMENT_TABLES)[K]>
>;

export type Observation = DocumentRow<'observations'>;
export type Assessment = DocumentRow<'assessments'>;
export type Comment = DocumentRow<'comments'>;
export type Measure = DocumentRow<'measures'>;
export type Total = DocumentRow<'totals'>;
export type Gap = DocumentRow<'gaps'>;
export type Use = DocumentRow<'uses'> & { readonly sdg_targets: readonly string[] };
export type Fact = Row<typeof CITY_TABLES.facts>;
export type Link = Row<typeof CITY_TABLES.links>;
export type Finding = Row<typeof CITY_TABLES.findings>;
export type FindingPlace = Row<typeof CITY_TABLES.finding_places>;
export type Reply = Row<typeof CITY_TABLES.replies>;
export type Translation = Row<typeof translations>;
export type Unit = records.UnitInput;

export interface Section {
  readonly id: string;
  readonly plan_id: string;
  readonly parent_id: string | null;
  readonly kind: string;
  readonly code: string | null;
  readonly name: string;
  /** 1-based place among its siblings. */
  readonly position: number;
  readonly depth: number;
  /** The part of the id after the plan's: the last part of its address. */
  readonly tail: string;
  readonly has_page: boolean;
}

export interface Plan extends Omit<records.PlanInput, 'sections' | '$schema'> {
  readonly id: string;
  readonly sections: readonly Section[];
}

export interface Document extends Omit<records.DocumentInput, '$schema'> {
  readonly id: string;
  /** 0 for the oldest. */
  readonly order: number;
}

export interface Indicator extends Omit<records.IndicatorInput, '$schema'> {
  readonly id: string;
}

/** Everything a site is made of: content joined, and what follows from it. */
export interface Model {
  readonly site: records.SiteInput;
  readonly plans: readonly Plan[];
  readonly sections: readonly Section[];
  readonly documents: readonly Document[];
  readonly indicators: readonly Indicator[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly observations: readonly Observation[];
  readonly uses: readonly Use[];
  readonly assessments: readonly Assessment[];
  readonly comments: readonly Comment[];
  readonly measures: readonly Measure[];
  readonly totals: readonly Total[];
  readonly gaps: readonly Gap[];
  readonly facts: readonly Fact[];
  readonly links: readonly Link[];
  readonly glossary: readonly records.GlossaryEntry[];
  /** Approved readings of names and terms; several where a word is read in more than one way. */
  readonly readings: Readonly<Record<string, string | readonly string[]>>;
  readonly translations: ReadonlyMap<string, readonly Translation[]>;
  readonly words: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly narrative: readonly Narrative[];
  /** Promises of each indicator, one a target, newest document first. */
  readonly promises: ReadonlyMap<string, readonly TargetPromise[]>;
  /** What each language has of the content. */
  readonly coverage: readonly Coverage[];
  /** The unit of the measures' amounts. */
  readonly amount_unit: string;
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  readonly finding_places: readonly FindingPlace[];
  readonly replies: readonly Reply[];
  readonly goalposts: readonly Goalpost[];
}

/** Returns the model of content whose references have been checked (see references.ts). */
export function buildModel(content: Content): Model {
  const site = content.site.value;
  const documents = inOrder(content.documents, site.documents).map((entry, order): Document => {
    const { $schema: _, ...rest } = entry.value;
    return { ...rest, id: entry.id, order };
  });
  const tables = inOrder(content.documents, site.documents);
  const rows = <K extends keyof typeof DOCUMENT_TABLES>(name: K): DocumentRow<K>[] =>
    tables.flatMap((document) =>
      (document.tables[name] as readonly Row<(typeof DOCUMENT_TABLES)[K]>[]).map((row) => ({
        ...row,
        document_id: document.id,
      })),
    );
  const plans = inOrder(content.plans, site.plans).map(toPlan);
  const indicators = content.indicators.map((entry): Indicator => {
    const { $schema: _, ...rest } = entry.value;
    return { ...rest, id: entry.id };
  });
  const observations = rows('observations');
  const assessments = rows('assessments');
  const totals = rows('totals');
  const targets = rows('use_sdg_targets');
  const uses = rows('uses').map((use): Use => {
    const own = having(targets, 'use_id', use.use_id).map((t) => t.sdg_target);
    return { ...use, sdg_targets: own.toSorted(compareIds) };
  });
  const promises = new Map(
    indicators.map((indicator) => [
      indicator.id,
      promisesOf(
        indicator,
        having(observations, 'indicator_id', indicator.id),
        having(assessments, 'indicator_id', indicator.id),
        documents,
        site,
      ),
    ]),
  );
  const units = new Map(content.units.value.map((unit) => [unit.id, unit]));
  const amountUnit = site.amount_unit ?? USUAL_AMOUNT_UNIT;
  const explanations = new Map(content.explanations.map((e) => [e.check_id, e.text]));
  return {
    site,
    plans,
    sections: plans.flatMap((plan) => plan.sections),
    documents,
    indicators,
    units,
    observations,
    uses,
    assessments,
    comments: rows('comments'),
    measures: rows('measures'),
    totals,
    gaps: rows('gaps'),
    facts: content.facts,
    links: content.links,
    glossary: content.glossary.value,
    readings: content.readings.value,
    translations: content.translations,
    words: content.words,
    narrative: content.narrative,
    promises,
    coverage: coverageOf(content),
    amount_unit: amountUnit,
    checks: checksOf({
      indicators,
      documents,
      assessments,
      observations,
      totals,
      explanations,
      sections: plans.flatMap((plan) => plan.sections),
      measures: rows('measures'),
      facts: content.facts,
      links: content.links,
      units,
      amount_unit: amountUnit,
    }),
    findings: content.findings,
    finding_places: content.finding_places,
    replies: content.replies,
    goalposts: goalpostsOf(indicators, observations, documents, plans),
  };
}

/** Entries in the order site.json lists them; unlisted ones last, by id. */
function inOrder<T extends Entry<unknown>>(entries: readonly T[], order: readonly string[]): T[] {
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return entries.toSorted((a, b) => rank(a.id) - rank(b.id) || compareIds(a.id, b.id));
}

function toPlan(entry: Entry<records.PlanInput>): Plan {
  const { $schema: _, sections, ...rest } = entry.value;
  return { ...rest, id: entry.id, sections: flatten(entry.id, sections, null, 0) };
}

/** Returns a tree of sections as a list in reading order. */
export function flatten(
  plan: string,
  sections: readonly records.SectionInput[],
  parent: string | null,
  depth: number,
): Section[] {
  return sections.flatMap((input, index) => [
    {
      id: input.id,
      plan_id: plan,
      parent_id: parent,
      kind: input.kind,
      code: input.code ?? null,
      name: input.name,
      position: index + 1,
      depth,
      tail: input.id.startsWith(`${plan}-`) ? input.id.slice(plan.length + 1) : input.id,
      has_page: input.page ?? true,
    },
    ...flatten(plan, input.sections ?? [], input.id, depth + 1),
  ]);
}
