import { integer } from '../core/decimal.ts';
import { firstHaving, having } from '../core/lookup.ts';
import type { Document, Measure, Plan, Section } from '../core/model.ts';
import { anchor, page, place } from '../core/paths.ts';
import { LINK_BASES } from '../core/tables.ts';
import {
  asPrinted,
  documentName,
  documentOf,
  headingText,
  measureAddress,
  measureName,
  own,
  sectionAddress,
  sectionName,
  type Edition,
  type Link,
  type Text,
} from './edition.ts';
import { headingFacets, measureFacets, type RowFacets } from './list-facets.ts';
import { indicatorRow, type IndicatorRow } from './lists.ts';
import { reportAddress } from './reuse.ts';
import { samePlaces, totalsOf, type TotalRow } from './totals.ts';

/** A measure as one row of a list. */
export interface MeasureRow {
  readonly id: string;
  readonly link: Link;
  readonly amount: string | null;
  /** Year and department, where the document prints them. */
  readonly note: string;
}

/** Why two things are linked: what the link rests on, and the reason in a sentence. */
export interface Basis {
  readonly word: string;
  readonly href: string;
  readonly reason: Text;
}

/** A measure linked to an indicator. */
export interface LinkedMeasure extends MeasureRow {
  readonly basis: Basis;
}

export interface MeasureView {
  readonly title: Text;
  /** What the city does, in our own words; null where nothing is written. */
  readonly summary: Text | null;
  readonly of: string;
  readonly crumbs: readonly Link[];
  readonly indicators: readonly { readonly row: IndicatorRow; readonly basis: Basis }[];
  readonly related: readonly { readonly link: Link; readonly basis: Basis }[];
  readonly siblings: readonly Link[];
  readonly plan: Link;
  readonly section: Link;
  readonly document: { readonly name: Text; readonly url: string | null };
  /** The name as the document has it, where the page's title is another. */
  readonly official: Text | null;
  readonly locator: Text;
  readonly year: string | null;
  readonly department: Text | null;
  /** In the reader's size: “約57億円”. */
  readonly amount: string | null;
  /** Every digit that is printed. */
  readonly amount_printed: string | null;
  readonly amount_note: Text | null;
  readonly category: Text | null;
  /** Other places of the documents that print the same project. */
  readonly same: readonly { readonly link: Link; readonly amount: string | null }[];
  readonly checks: readonly TotalRow[];
  readonly report: string | null;
}

export function measureRow(edition: Edition, measure: Measure): MeasureRow {
  const { words, format } = edition;
  const { measure_id: id, fiscal_year: year, bureau } = measure;
  return {
    id,
    link: { text: measureName(edition, measure), href: measureAddress(edition, measure) },
    amount: amountOf(edition, measure),
    note: [
      year === null ? null : format.year(year, 'fiscal_year'),
      bureau === null ? null : edition.translate('bureaus', bureau, 'name', bureau).text,
    ]
      .filter((part) => part !== null)
      .join(words.t('list.separator')),
  };
}

function amountOf(edition: Edition, { amount_thousand_yen: amount }: Measure): string | null {
  return amount === null ? null : edition.format.amount(amount);
}

type LinkRow = Edition['model']['links'][number];

function basisOf(edition: Edition, link: LinkRow): Basis {
  const { words, paths, tag } = edition;
  return {
    word: words.t(`code.basis.${link.basis}`),
    href: anchor(paths.page(tag, page.about()), place.links),
    reason: edition.translate(
      'links',
      `${link.measure_id}.${link.target_id}`,
      'reason',
      link.reason,
    ),
  };
}

/** Returns the measures linked to an indicator, in the documents' order. */
export function measuresOfIndicator(edition: Edition, indicatorId: string): LinkedMeasure[] {
  const { links, measures } = edition.model;
  return having(links, 'target_id', indicatorId)
    .filter((link) => link.target_kind === 'indicator')
    .flatMap((link) =>
      having(measures, 'measure_id', link.measure_id).map((measure) => ({ link, measure })),
    )
    .toSorted((a, b) => measures.indexOf(a.measure) - measures.indexOf(b.measure))
    .map(({ link, measure }) => ({
      ...measureRow(edition, measure),
      basis: basisOf(edition, link),
    }));
}

/** Returns the measures that documents list under a section. */
export function measuresOfSection(edition: Edition, section: Section): MeasureRow[] {
  return having(edition.model.measures, 'section_id', section.id).map((m) =>
    measureRow(edition, m),
  );
}

/** Returns the measures of the headings below a section that have no page of their own. */
export function measureGroupsBelow(
  edition: Edition,
  section: Section,
): { readonly name: Text; readonly rows: readonly MeasureRow[] }[] {
  return having(edition.model.sections, 'parent_id', section.id)
    .filter((below) => !below.has_page)
    .flatMap((below) => [
      { name: headingText(edition, below), rows: measuresOfSection(edition, below) },
      ...measureGroupsBelow(edition, below),
    ])
    .filter(({ rows }) => rows.length > 0);
}

/** Returns the measures of other sections that are linked to a section, with the reason. */
export function measuresAbout(
  edition: Edition,
  section: Section,
): { readonly link: Link; readonly basis: Basis }[] {
  const { model } = edition;
  return having(model.links, 'target_id', section.id)
    .filter((link) => link.target_kind === 'section')
    .flatMap((link) => {
      const measure = firstHaving(model.measures, 'measure_id', link.measure_id);
      if (measure === undefined) return [];
      return [{ link: measureRow(edition, measure).link, basis: basisOf(edition, link) }];
    });
}

/** A measure in the list of all: with what the list can be narrowed down and put in order by. */
export interface ListedMeasure extends MeasureRow {
  readonly facets: RowFacets;
}

export interface MeasureGroup {
  readonly id: string;
  readonly section: Link;
  readonly plan: Text;
  /** What all its rows share. */
  readonly facets: RowFacets;
  readonly rows: readonly ListedMeasure[];
}

/** Returns all measures by the heading that lists them, in the order of the plans. */
export function measureGroups(edition: Edition): MeasureGroup[] {
  const { model } = edition;
  return model.plans.flatMap((plan) =>
    plan.sections.flatMap((section) => {
      const rows = having(model.measures, 'section_id', section.id).map((m) => ({
        ...measureRow(edition, m),
        facets: measureFacets(m),
      }));
      if (rows.length === 0) return [];
      const text = sectionName(edition, section);
      return [
        {
          id: place.section(section.id),
          section: { text, href: sectionAddress(edition, section) },
          plan: planShortName(edition, plan),
          facets: { 'data-plan': plan.id, ...headingFacets(edition, section) },
          rows,
        },
      ];
    }),
  );
}

function planShortName(edition: Edition, plan: Plan): Text {
  return edition.translate('plans', plan.id, 'short_name', plan.short_name);
}

/** Returns what a measure's page says. */
export function measureView(edition: Edition, measure: Measure): MeasureView {
  const { model, words, format, paths, tag } = edition;
  const section = firstHaving(model.sections, 'id', measure.section_id);
  const plan = firstHaving(model.plans, 'id', measure.plan_id);
  if (section === undefined || plan === undefined)
    throw new Error(`Measure ${measure.measure_id} stands under no section.`);
  const title = measureName(edition, measure);
  const short = planShortName(edition, plan);
  const sectionLink = {
    text: sectionName(edition, section),
    href: sectionAddress(edition, section),
  };
  const links = having(model.links, 'measure_id', measure.measure_id).toSorted(
    (a, b) => LINK_BASES.indexOf(a.basis) - LINK_BASES.indexOf(b.basis),
  );
  const department = departmentOf(edition, measure);
  return {
    title,
    summary: summaryOf(edition, measure),
    of: words.t('measure.of', { plan: short.text }),
    crumbs: [
      { text: own(edition, words.t('nav.measures')), href: paths.page(tag, page.measures()) },
      sectionLink,
    ],
    indicators: links.flatMap((link) => {
      const indicator = firstHaving(model.indicators, 'id', link.target_id);
      if (indicator === undefined || link.target_kind !== 'indicator') return [];
      return [{ row: indicatorRow(edition, indicator), basis: basisOf(edition, link) }];
    }),
    related: links.flatMap((link) => {
      const other = firstHaving(model.sections, 'id', link.target_id);
      if (other === undefined || link.target_kind !== 'section') return [];
      const to = { text: sectionName(edition, other), href: sectionAddress(edition, other) };
      return [{ link: to, basis: basisOf(edition, link) }];
    }),
    siblings: measuresOfSection(edition, section)
      .filter((row) => row.id !== measure.measure_id)
      .map((row) => row.link),
    plan: { text: short, href: paths.page(tag, page.plan(plan.id)) },
    section: sectionLink,
    document: sourceOf(edition, documentOf(edition, measure.document_id)),
    official: title.text === measure.name ? null : asPrinted(edition, measure.name),
    locator: asPrinted(edition, measure.locator),
    year: measure.fiscal_year === null ? null : format.year(measure.fiscal_year, 'fiscal_year'),
    department,
    amount: amountOf(edition, measure),
    amount_printed:
      measure.amount_thousand_yen === null
        ? null
        : format.value(integer(measure.amount_thousand_yen), model.amount_unit),
    amount_note: measure.amount_note === null ? null : asPrinted(edition, measure.amount_note),
    category:
      measure.category === null
        ? null
        : edition.translate('categories', measure.category, 'name', measure.category),
    same: samePlaces(edition, measure).map((other) => ({
      link: { text: placeText(edition, other), href: measureAddress(edition, other) },
      amount: amountOf(edition, other),
    })),
    checks: totalsOf(edition, measure.measure_id),
    report: reportAddress(edition, title.text),
  };
}

/** Bureau and division in the reader's language. */
function departmentOf(edition: Edition, { bureau, division }: Measure): Text | null {
  const names = [
    ...(bureau === null ? [] : [edition.translate('bureaus', bureau, 'name', bureau)]),
    ...(division === null ? [] : [edition.translate('divisions', division, 'name', division)]),
  ];
  const [first] = names;
  if (first === undefined) return null;
  const text = names.map((name) => name.text).join(edition.words.t('list.separator'));
  return { ...first, text };
}

/** A measure's name with the heading it stands under. */
function placeText(edition: Edition, measure: Measure): Text {
  const section = firstHaving(edition.model.sections, 'id', measure.section_id);
  const name = measureName(edition, measure);
  if (section === undefined) return name;
  const heading = headingText(edition, section).text;
  return { ...name, text: edition.words.t('measure.at', { name: name.text, heading }) };
}

function summaryOf(edition: Edition, measure: Measure): Text | null {
  const key = measure.summary_key;
  const comment = firstHaving(edition.model.comments, 'comment_key', key);
  return comment === undefined
    ? null
    : edition.translate('comments', comment.comment_key, 'text', comment.text);
}

function sourceOf(edition: Edition, document: Document) {
  return { name: documentName(edition, document), url: document.url };
}
