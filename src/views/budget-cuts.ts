import { toNumber, type Decimal } from '../core/decimal.ts';
import type { Sentence } from '../core/i18n.ts';
import { firstHaving, having } from '../core/lookup.ts';
import type { Measure, Section } from '../core/model.ts';
import { countedOnce, measuresUnder } from '../core/totals.ts';
import {
  barWidth,
  bureauName,
  budgetRow,
  careOf,
  sourceOf,
  sumOf,
  type BudgetRow,
  type BudgetSource,
} from './budget.ts';
import {
  documentOf,
  isOriginal,
  headingText,
  sectionAddress,
  shortDocumentName,
  type Edition,
  type Link,
  type Text,
} from './edition.ts';
import { budgetFilter, type FilterView } from './list-filters.ts';

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
  readonly filter: FilterView;
  readonly unit: string;
  readonly population: string | null;
  readonly care: readonly string[];
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
    year: format.year(year, 'fiscal_year'),
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
    filter: budgetFilter(
      edition,
      rows.map(({ facets }) => facets),
    ),
    unit: format.unit(model.amount_unit),
    population:
      people === null
        ? null
        : words.t('budget.population', { population: people.said, document: people.document }),
    care: careOf(edition, all, counted),
    source: first === undefined ? null : sourceOf(edition, documentOf(edition, first.document_id)),
  };
}

interface People {
  readonly count: number;
  readonly said: string;
  /** Short name of the document that says so. */
  readonly document: string;
}

/** The number of residents that the city's content names. */
function population(edition: Edition): People | null {
  const { model, format } = edition;
  const fact = firstHaving(model.facts, 'fact_id', model.site.population_fact);
  const unit = model.units.get(fact?.unit ?? '');
  if (fact?.value == null || unit === undefined) return null;
  return {
    count: toNumber(fact.value) * unit.multiplier,
    said: format.fact(fact),
    document: shortDocumentName(edition, documentOf(edition, fact.document_id)).text,
  };
}

/** The share of one resident, no more exact than the number of residents: two digits. */
function eachOf({ words, format }: Edition, amount: number, people: People | null): string | null {
  if (people === null || people.count === 0) return null;
  const yen = Math.round(Number(((amount * 1000) / people.count).toPrecision(2)));
  if (yen === 0) return null;
  return words.t('budget.each', { amount: format.money(yen) });
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

/**
 * A heading's own published sum where its rows are not all printed, else what they add up to. The language of
 * the documents shows it in the unit they print; others in the reader's own size.
 */
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
    amount:
      headline === null || !isOriginal(edition)
        ? format.amount(value, true)
        : format.value(headline.value, headline.unit),
    count:
      number === null
        ? words.count('budget.count', counted.length, { count: format.integer(counted.length) })
        : format.value(number.value, number.unit),
    each: eachOf(edition, value, people),
    note:
      headline !== null
        ? words.t('budget.not_itemised')
        : known.length < counted.length
          ? words.count('budget.cut_without', counted.length - known.length, {
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
    amount: format.amount(sumOf(measures), true),
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
