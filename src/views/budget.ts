import { integer } from '../core/decimal.ts';
import type { Sentence } from '../core/i18n.ts';
import { firstHaving, having } from '../core/lookup.ts';
import type { Document, Measure, Section } from '../core/model.ts';
import { file } from '../core/paths.ts';
import { countedOnce, measuresUnder, withSections } from '../core/totals.ts';
import {
  asPrinted,
  documentName,
  documentOf,
  headingText,
  measureAddress,
  measureName,
  own,
  sectionAddress,
  type Edition,
  type Link,
  type Text,
} from './edition.ts';
import { headingFacets, headingWithPage, measureFacets, type RowFacets } from './list-facets.ts';
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
  /** What a table can be narrowed down and put in order by. */
  readonly facets: RowFacets;
  /** Every printed digit, without the unit; null where no amount is printed. */
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
  /** The unit of the table's amounts. */
  readonly unit: string;
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

/** Returns what measures come to, in thousands. */
export const sumOf = (measures: readonly Measure[]): number =>
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
    sum: format.bare(integer(sum), model.amount_unit),
    unit: format.unit(model.amount_unit),
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
    amount: edition.format.amount(m.amount_thousand_yen ?? 0, true),
    width: barWidth(m.amount_thousand_yen ?? 0, longest),
    part: parts[1]?.measures.includes(m) === true ? 2 : 1,
  }));
}

/** A bar is never so short that it cannot be seen. */
const SHORTEST = 0.4;

/** Returns a bar's length in percent of the longest. */
export function barWidth(amount: number, longest: number): number {
  if (longest === 0) return 0;
  return Math.max(SHORTEST, Math.round((1000 * amount) / longest) / 10);
}

/** Returns a measure as a row of a table; `within`: the heading the table is about. */
export function budgetRow(
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
    facets: { ...headingFacets(edition, section), ...measureFacets(measure) },
    amount:
      measure.amount_thousand_yen === null
        ? null
        : format.bare(integer(measure.amount_thousand_yen), model.amount_unit),
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
          : [
              {
                text: headingText(edition, headingWithPage(edition, other)),
                href: sectionAddress(edition, other),
              },
            ];
      }),
    counted: counted.has(measure),
  };
}

/** Returns the name of a bureau in the reader's language. */
export function bureauName(edition: Edition, bureau: string): Text {
  return edition.translate('bureaus', bureau, 'name', bureau);
}

/** Returns what a reader of amounts must be careful about. */
export function careOf(
  edition: Edition,
  all: readonly Measure[],
  counted: readonly Measure[],
): string[] {
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

export function sourceOf(edition: Edition, document: Document): BudgetSource {
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
