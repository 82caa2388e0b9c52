import { toNumber, type Decimal } from '../core/decimal.ts';
import type { Sentence } from '../core/i18n.ts';
import { firstHaving, having } from '../core/lookup.ts';
import type { Document, Measure, Section } from '../core/model.ts';
import { file } from '../core/paths.ts';
import { countedOnce, measuresUnder, withSections } from '../core/totals.ts';
import {
  asPrinted,
  documentName,
  documentOf,
  measureAddress,
  measureName,
  own,
  sectionCode,
  sectionAddress,
  sectionName,
  type Edition,
  type Link,
  type Text,
} from './edition.ts';
import { samePlaces, totalsOf, type TotalRow } from './totals.ts';

/** One measure as a bar: its length in percent of the longest. */
export interface BudgetBar {
  readonly link: Link;
  readonly amount: string;
  readonly width: number;
  /** Which of two parts it belongs to, where a section has exactly two: 1 or 2. */
  readonly part: 1 | 2;
}

/** One measure as a row of a table; text cells are what sorting and filtering use. */
export interface BudgetRow {
  readonly id: string;
  readonly link: Link;
  /** The name as the document has it, where the link's is another. */
  readonly official: Text | null;
  readonly section: Link;
  readonly bureau: Text | null;
  /** In thousand yen as printed, with separators; null where none is printed. */
  readonly amount: string | null;
  /** The number to sort by. */
  readonly sort: number;
  /** Words beside the amount: what the document adds, or why there is none. */
  readonly note: Text | null;
  /** Other places of the same document that list it. */
  readonly also: readonly Link[];
  /** False where the measure stands in another row of the same table already. */
  readonly counted: boolean;
}

export interface BudgetPart {
  readonly name: Text;
  readonly amount: string;
  readonly count: string;
}

/** The money of one heading: what its page says of it. */
export interface SectionBudget {
  readonly answer: Sentence;
  readonly total: string;
  readonly total_label: string;
  readonly parts: readonly BudgetPart[];
  readonly bars: readonly BudgetBar[];
  readonly legend: readonly Text[];
  readonly rows: readonly BudgetRow[];
  readonly sum: string;
  readonly checks: readonly TotalRow[];
  readonly care: readonly string[];
  readonly year: string;
  readonly source: BudgetSource;
}

export interface BudgetSource {
  readonly document: Text;
  readonly published: string;
  readonly downloads: readonly {
    readonly text: string;
    readonly path: string;
    readonly href: string;
  }[];
}

const sumOf = (measures: readonly Measure[]): number =>
  measures.reduce((sum, m) => sum + (m.amount_thousand_yen ?? 0), 0);

/** Returns the money of a section and what lies below it; null where the documents print none. */
export function sectionBudget(edition: Edition, section: Section): SectionBudget | null {
  const { model, words, format } = edition;
  const all = measuresUnder(model, section.id);
  const [withAmount] = all.filter((m) => m.amount_thousand_yen !== null);
  if (withAmount === undefined) return null;
  const counted = countedOnce(all);
  const parts = partsOf(edition, section);
  const sum = sumOf(counted);
  const known = counted.filter((m) => m.amount_thousand_yen !== null);
  const year = format.longYear(withAmount.fiscal_year ?? 0, 'fiscal_year');
  const rows = all.map((m) => budgetRow(edition, m, new Set(counted), section));
  return {
    answer: answerOf(edition, known, counted.length, sum, year),
    total: format.amount(sum),
    total_label: words.count('budget.total', known.length, { count: format.integer(known.length) }),
    parts: parts.map(({ section: part, measures }) => ({
      name: headingText(edition, part),
      amount: format.amount(sumOf(countedOnce(measures))),
      count: words.count('budget.count', measures.length, {
        count: format.integer(countedOnce(measures).length),
      }),
    })),
    bars: barsOf(edition, known, parts.length === 2 ? parts : []),
    legend: parts.length === 2 ? parts.map(({ section: part }) => headingText(edition, part)) : [],
    rows: rows.toSorted((a, b) => b.sort - a.sort),
    sum: format.integer(sum),
    checks: withSections(model.sections, section.id).flatMap((id) => totalsOf(edition, id)),
    care: careOf(edition, all, counted),
    year,
    source: sourceOf(edition, documentOf(edition, withAmount.document_id)),
  };
}

/** "Two of 15 projects take 83 % …" where few take most; else the sum alone. */
function answerOf(
  edition: Edition,
  known: readonly Measure[],
  count: number,
  sum: number,
  year: string,
): Sentence {
  const { words, format } = edition;
  const values = { year, amount: format.amount(sum), count: format.integer(known.length) };
  const largest = known
    .map((m) => m.amount_thousand_yen ?? 0)
    .toSorted((a, b) => b - a)
    .slice(0, FEW);
  const share = sum === 0 ? 0 : (100 * largest.reduce((a, b) => a + b, 0)) / sum;
  if (known.length < MANY || share < MOST) {
    return words.sentence(known.length === count ? 'budget.answer' : 'budget.answer_some', {
      ...values,
      all: format.integer(count),
    });
  }
  return words.sentence('budget.answer_few', {
    ...values,
    few: format.integer(FEW),
    share: format.integer(Math.round(share)),
  });
}

/** A few of many that take more than half are worth a sentence. */
const FEW = 2;
const MANY = 6;
const MOST = 50;

function partsOf({ model }: Edition, section: Section) {
  return having(model.sections, 'parent_id', section.id)
    .map((part) => ({ section: part, measures: measuresUnder(model, part.id) }))
    .filter(({ measures }) => measures.some((m) => m.amount_thousand_yen !== null));
}

function headingText(edition: Edition, section: Section): Text {
  const name = sectionName(edition, section);
  const code = sectionCode(edition, section);
  if (code === null) return name;
  return { ...name, text: edition.words.t('budget.heading', { code: code.text, name: name.text }) };
}

function barsOf(
  edition: Edition,
  measures: readonly Measure[],
  parts: readonly { readonly measures: readonly Measure[] }[],
): BudgetBar[] {
  const sorted = measures.toSorted(
    (a, b) => (b.amount_thousand_yen ?? 0) - (a.amount_thousand_yen ?? 0),
  );
  const longest = sorted[0]?.amount_thousand_yen ?? 1;
  return sorted.map((m) => ({
    link: { text: measureName(edition, m), href: measureAddress(edition, m) },
    amount: edition.format.amount(m.amount_thousand_yen ?? 0),
    width: barWidth(m.amount_thousand_yen ?? 0, longest),
    part: parts[1]?.measures.includes(m) === true ? 2 : 1,
  }));
}

/** A bar is never so short that it cannot be seen. */
const SHORTEST = 0.4;

function barWidth(amount: number, longest: number): number {
  if (longest === 0) return 0;
  return Math.max(SHORTEST, Math.round((1000 * amount) / longest) / 10);
}

function budgetRow(
  edition: Edition,
  measure: Measure,
  counted: ReadonlySet<Measure>,
  within: Section | null,
): BudgetRow {
  const { format, words, model } = edition;
  const section = firstHaving(model.sections, 'id', measure.section_id);
  if (section === undefined) throw new Error(`No such section: ${measure.section_id}`);
  const name = measureName(edition, measure);
  const inside = new Set(within === null ? [] : withSections(model.sections, within.id));
  return {
    id: measure.measure_id,
    link: { text: name, href: measureAddress(edition, measure) },
    official: name.text === measure.name ? null : asPrinted(edition, measure.name),
    section: { text: headingText(edition, section), href: sectionAddress(edition, section) },
    bureau: measure.bureau === null ? null : bureauName(edition, measure.bureau),
    amount:
      measure.amount_thousand_yen === null ? null : format.integer(measure.amount_thousand_yen),
    sort: measure.amount_thousand_yen ?? -1,
    note:
      measure.amount_note !== null
        ? asPrinted(edition, measure.amount_note)
        : measure.part_of === null
          ? null
          : own(edition, words.t('budget.part_of')),
    also: samePlaces(edition, measure)
      .filter((m) => !inside.has(m.section_id))
      .flatMap((m) => {
        const other = firstHaving(model.sections, 'id', m.section_id);
        return other === undefined
          ? []
          : [{ text: topHeading(edition, other), href: sectionAddress(edition, other) }];
      }),
    counted: counted.has(measure),
  };
}

/** A heading by the nearest one with a page: "重点事項２ …". */
function topHeading(edition: Edition, section: Section): Text {
  const parent = firstHaving(edition.model.sections, 'id', section.parent_id);
  return section.has_page || parent === undefined
    ? headingText(edition, section)
    : topHeading(edition, parent);
}

/** Returns the name of a bureau in the reader's language. */
export function bureauName(edition: Edition, bureau: string): Text {
  return edition.translate('bureaus', bureau, 'name', bureau);
}

function careOf(edition: Edition, all: readonly Measure[], counted: readonly Measure[]): string[] {
  const { words, format } = edition;
  const ids = new Set(all.map((m) => m.measure_id));
  const shared = counted.filter((m) =>
    samePlaces(edition, m).some((other) => !ids.has(other.measure_id)),
  );
  const without = counted.filter((m) => m.amount_thousand_yen === null);
  const left = all.length - counted.length;
  return [
    words.t('budget.care_initial'),
    ...(shared.length === 0
      ? []
      : [
          words.count('budget.care_shared', shared.length, {
            count: format.integer(shared.length),
            amount: format.amount(sumOf(shared)),
          }),
        ]),
    ...(left === 0 ? [] : [words.count('budget.care_once', left, { count: format.integer(left) })]),
    ...(without.length === 0
      ? []
      : [
          words.count('budget.care_without', without.length, {
            count: format.integer(without.length),
          }),
        ]),
  ];
}

function sourceOf(edition: Edition, document: Document): BudgetSource {
  const { words, paths, format } = edition;
  return {
    document: documentName(edition, document),
    published:
      document.published === null
        ? words.t('source.published_unknown')
        : format.printedDate(document.published),
    downloads: (['csv', 'json'] as const).map((kind) => ({
      text: words.t(`budget.download_${kind}`),
      path: file.dataset('measures', kind),
      href: paths.file(file.dataset('measures', kind)),
    })),
  };
}

/** One line of a cut through the budget. */
export interface CutRow {
  readonly link: Link | null;
  readonly name: Text;
  readonly amount: string;
  readonly count: string;
  /** What one resident's share is, where the city's number of residents is known. */
  readonly each: string | null;
  readonly width: number;
  /** Why the line is not what its rows add up to. */
  readonly note: string | null;
}

/** The whole budget cut in one way: by priority, by vision, by ward, by bureau. */
export interface Cut {
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly rows: readonly CutRow[];
}

export interface BudgetView {
  readonly year: string;
  readonly answer: Sentence;
  readonly cuts: readonly Cut[];
  readonly rows: readonly BudgetRow[];
  readonly bureaus: readonly string[];
  readonly sections: readonly string[];
  readonly population: string | null;
  readonly care: readonly string[];
  readonly checks: readonly TotalRow[];
  readonly source: BudgetSource | null;
}

/** Kinds of headings that cut a budget, in the order readers look for them. */
const CUT_KINDS = ['priority', 'vision', 'goal', 'chapter', 'pillar', 'ward'] as const;

/** Returns whether the documents print amounts for measures at all. */
export function hasBudget({ model }: Pick<Edition, 'model'>): boolean {
  return model.measures.some((m) => m.amount_thousand_yen !== null);
}

/** Returns the page of the newest year's budget: every cut, every row, and what it adds up to. */
export function budgetView(edition: Edition): BudgetView {
  const { model, words, format } = edition;
  const years = model.measures.flatMap((m) =>
    m.amount_thousand_yen === null || m.fiscal_year === null ? [] : [m.fiscal_year],
  );
  const year = Math.max(...years);
  const all = model.measures.filter((m) => m.fiscal_year === year);
  const counted = countedOnce(all);
  const rows = all.map((m) => budgetRow(edition, m, new Set(counted), null));
  const priced = all.filter((m) => m.amount_thousand_yen !== null);
  const [first] = priced;
  const people = population(edition);
  return {
    year: format.longYear(year, 'fiscal_year'),
    answer: words.sentence('budget.page_answer', {
      year: format.longYear(year, 'fiscal_year'),
      count: format.integer(all.length),
      priced: format.integer(priced.length),
    }),
    cuts: [
      ...CUT_KINDS.flatMap((kind) => cutByKind(edition, kind, all, people)),
      ...bureauCut(edition, all, people),
    ],
    rows: rows.toSorted((a, b) => b.sort - a.sort),
    bureaus: [...new Set(rows.flatMap((row) => row.bureau?.text ?? []))],
    sections: [
      ...new Set(
        all.flatMap((m) => {
          const section = firstHaving(model.sections, 'id', m.section_id);
          return section === undefined ? [] : [topHeading(edition, section).text];
        }),
      ),
    ],
    population: people === null ? null : words.t('budget.population', { population: people.said }),
    care: careOf(edition, all, counted),
    checks: [],
    source: first === undefined ? null : sourceOf(edition, documentOf(edition, first.document_id)),
  };
}

interface People {
  readonly count: number;
  readonly said: string;
}

/** The number of residents that the city's content names. */
function population({ model, format }: Edition): People | null {
  const fact = firstHaving(model.facts, 'fact_id', model.site.population_fact);
  const unit = model.units.get(fact?.unit ?? '');
  if (fact?.value == null || unit === undefined) return null;
  return { count: toNumber(fact.value) * unit.multiplier, said: format.fact(fact) };
}

/** The share of one resident, no more exact than the number of residents: two digits. */
function eachOf({ words, format }: Edition, amount: number, people: People | null): string | null {
  if (people === null || people.count === 0) return null;
  const yen = Number(((amount * 1000) / people.count).toPrecision(2));
  return words.t('budget.each', { amount: words.t('amount.yen', { value: format.integer(yen) }) });
}

function cutByKind(
  edition: Edition,
  kind: (typeof CUT_KINDS)[number],
  all: readonly Measure[],
  people: People | null,
): Cut[] {
  const { model, words } = edition;
  const ids = new Set(all.map((m) => m.measure_id));
  const rows = having(model.sections, 'kind', kind).flatMap((section) => {
    const measures = measuresUnder(model, section.id).filter((m) => ids.has(m.measure_id));
    const row = cutRow(edition, section, measures, people);
    return row === null ? [] : [row];
  });
  if (rows.length === 0) return [];
  return [
    {
      id: `by-${kind}`,
      title: words.t(`budget.by_${kind}`),
      note: words.t(`budget.by_${kind}_note`),
      rows: widths(rows),
    },
  ];
}

type Drawn = Omit<CutRow, 'width'> & { readonly value: number };

function widths(rows: readonly Drawn[]): CutRow[] {
  const longest = Math.max(...rows.map(({ value }) => value));
  return rows.map(({ value, ...row }) => ({ ...row, width: barWidth(value, longest) }));
}

/** A heading's own published sum where its rows are not all printed, else what they add up to. */
function cutRow(
  edition: Edition,
  section: Section,
  measures: readonly Measure[],
  people: People | null,
): Drawn | null {
  const { words, format, model } = edition;
  const counted = countedOnce(measures);
  const known = counted.filter((m) => m.amount_thousand_yen !== null);
  const headline = unlisted(edition, section.id, 'sum');
  const number = unlisted(edition, section.id, 'count');
  if (known.length === 0 && headline === null) return null;
  const unit = model.units.get(headline?.unit ?? '');
  const value =
    headline === null || unit === undefined
      ? sumOf(known)
      : (toNumber(headline.value) * unit.multiplier) / 1000;
  return {
    link: { text: headingText(edition, section), href: sectionAddress(edition, section) },
    name: headingText(edition, section),
    amount: headline === null ? format.amount(value) : format.value(headline.value, headline.unit),
    count:
      number === null
        ? words.count('budget.count', counted.length, { count: format.integer(counted.length) })
        : format.value(number.value, number.unit),
    each: eachOf(edition, value, people),
    note:
      headline !== null
        ? words.t('budget.not_itemised')
        : known.length < counted.length
          ? words.count('budget.care_without', counted.length - known.length, {
              count: format.integer(counted.length - known.length),
            })
          : null,
    value,
  };
}

interface Printed {
  readonly value: Decimal;
  readonly unit: string;
}

/** A total that the document prints without the rows it is over. */
function unlisted({ model }: Edition, section: string, kind: 'sum' | 'count'): Printed | null {
  const total = having(model.totals, 'subject_id', section).find(
    (t) => t.kind === kind && t.over === 'not_printed',
  );
  return total?.value == null ? null : { value: total.value, unit: total.unit };
}

/** By bureau: only rows that name one, each project once. */
function bureauCut(edition: Edition, all: readonly Measure[], people: People | null): Cut[] {
  const { words, format } = edition;
  const named = countedOnce(all.filter((m) => m.bureau !== null));
  const groups = Map.groupBy(named, (m) => m.bureau ?? '');
  const rows = [...groups].map(([bureau, measures]): Drawn => ({
    link: null,
    name: bureauName(edition, bureau),
    amount: format.amount(sumOf(measures)),
    count: words.count('budget.count', measures.length, { count: format.integer(measures.length) }),
    each: eachOf(edition, sumOf(measures), people),
    note: null,
    value: sumOf(measures),
  }));
  if (rows.length === 0) return [];
  return [
    {
      id: 'by-bureau',
      title: words.t('budget.by_bureau'),
      note: words.t('budget.by_bureau_note'),
      rows: widths(rows.toSorted((a, b) => b.value - a.value)),
    },
  ];
}
