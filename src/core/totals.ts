import {
  add,
  compare,
  divide,
  formatDecimal,
  integer,
  isZero,
  multiply,
  round,
  trim,
  type Decimal,
} from './decimal.ts';
import { firstHaving, having } from './lookup.ts';
import type { Fact, Measure, Observation, Section, Total, Unit } from './model.ts';

/**
 * What a published total is over, as `totals.csv` says it: `section:<id>` (the measures of a heading and of
 * those below it), `measures:<id> <id>`, `facts:<id> <id>`, `observations:<id> <id>`, `fiscal_year:<year>`
 * (a share of promises), or `not_printed` where the document does not print what it counts.
 */
export type Over =
  | {
      readonly kind: 'section' | 'measures' | 'facts' | 'observations';
      readonly ids: readonly string[];
    }
  | { readonly kind: 'fiscal_year'; readonly year: number }
  | { readonly kind: 'not_printed' };

/** Returns what a total is over; null when the cell says nothing known. */
export function parseOver(cell: string): Over | null {
  if (cell === 'not_printed') return { kind: 'not_printed' };
  const [kind = '', rest = ''] = cell.split(':');
  const words = rest.split(' ').filter((word) => word !== '');
  switch (kind) {
    case 'fiscal_year':
      return /^\d{4}$/u.test(rest) ? { kind, year: Number(rest) } : null;
    case 'section':
      return words.length === 1 ? { kind, ids: words } : null;
    case 'measures':
    case 'facts':
    case 'observations':
      return words.length > 0 ? { kind, ids: words } : null;
    default:
      return null;
  }
}

/** One figure that goes into a total. */
export interface Input {
  readonly kind: 'measure' | 'fact' | 'observation';
  readonly id: string;
  readonly value: Decimal;
  /** Unit of the value; null for an observation, which is compared with its own kind only. */
  readonly unit: string | null;
}

/** What a total can be recomputed from. */
export interface Rows {
  readonly sections: readonly Section[];
  readonly measures: readonly Measure[];
  readonly facts: readonly Fact[];
  readonly observations: readonly Observation[];
  readonly units: ReadonlyMap<string, Unit>;
  /** The unit of the measures' amounts. */
  readonly amount_unit: string;
}

/** Returns a section and every section below it, by id. */
export function withSections(sections: readonly Section[], id: string): string[] {
  const below = having(sections, 'parent_id', id);
  return [id, ...below.flatMap((section) => withSections(sections, section.id))];
}

/**
 * Returns the measures of a list once each: one that is printed again, or whose amount is part of another's,
 * is left out where that other stands in the list as well.
 */
export function countedOnce(measures: readonly Measure[]): Measure[] {
  const listed = new Set(measures.map((m) => m.measure_id));
  const isIn = (id: string | null) => id !== null && listed.has(id);
  return measures.filter((m) => !isIn(m.repeat_of) && !isIn(m.part_of));
}

/** Returns the measures of a section and those below it, in the documents' order. */
export function measuresUnder(
  { sections, measures }: Pick<Rows, 'sections' | 'measures'>,
  section: string,
): Measure[] {
  const ids = new Set(withSections(sections, section));
  return measures.filter((m) => ids.has(m.section_id));
}

/** What came of recomputing a total; `result` is null where a figure it needs is not printed. */
export interface Recomputed {
  readonly inputs: readonly Input[];
  /** In the total's unit, exact where it ends, else with a few more decimals than printed. */
  readonly result: Decimal | null;
  /** The result rounded to the printed decimals is the printed value. */
  readonly agrees: boolean;
}

const NOTHING: Recomputed = { inputs: [], result: null, agrees: false };

/** More decimals than this never help a reader. */
const MOST_EXTRA_DECIMALS = 4;

/** Returns a published sum, count or growth factor computed anew. Rounds half away from zero. */
export function recompute(total: Total, rows: Rows): Recomputed {
  const over = parseOver(total.over);
  if (over === null || total.value === null) return NOTHING;
  if (over.kind === 'not_printed' || over.kind === 'fiscal_year') return NOTHING;
  if (total.kind === 'count') return counted(total, over, rows);
  const inputs = inputsOf(over, rows);
  if (inputs === null) return NOTHING;
  const scale = total.value.scale + MOST_EXTRA_DECIMALS;
  const exact =
    total.kind === 'growth' ? growth(inputs, scale) : sum(inputs, total.unit, scale, rows.units);
  return exact === null ? NOTHING : judged(total.value, inputs, exact);
}

function counted(total: Total, over: Exclude<Over, { year: number }>, rows: Rows): Recomputed {
  const listed = measuresOf(over, rows);
  if (listed === null || total.value === null) return NOTHING;
  const found = countedOnce(listed);
  return judged(total.value, inputsOfMeasures(found, rows.amount_unit), integer(found.length));
}

function judged(published: Decimal, inputs: readonly Input[], exact: Decimal): Recomputed {
  const agrees = compare(round(exact, published.scale), published) === 0;
  return { inputs, result: trim(exact), agrees };
}

function inputsOfMeasures(measures: readonly Measure[], unit: string): Input[] {
  return measures.flatMap(({ measure_id: id, amount_thousand_yen: amount }): Input[] =>
    amount === null ? [] : [{ kind: 'measure', id, value: integer(amount), unit }],
  );
}

/** The measures that a total is over; null where it is over something else. */
function measuresOf(over: Exclude<Over, { year: number }>, rows: Rows): readonly Measure[] | null {
  if (over.kind === 'section') return measuresUnder(rows, over.ids[0] ?? '');
  return over.kind === 'measures'
    ? over.ids.flatMap((id) => having(rows.measures, 'measure_id', id))
    : null;
}

/** The figures, or null when one of them is not printed. */
function inputsOf(over: Exclude<Over, { year: number }>, rows: Rows): Input[] | null {
  if (over.kind === 'not_printed') return null;
  const listed = measuresOf(over, rows);
  if (listed !== null) {
    const found = over.kind === 'section' ? countedOnce(listed) : listed;
    const inputs = inputsOfMeasures(found, rows.amount_unit);
    return inputs.length === found.length && inputs.length > 0 ? inputs : null;
  }
  const inputs = over.ids.flatMap((id): Input[] => {
    if (over.kind === 'facts') {
      const fact = firstHaving(rows.facts, 'fact_id', id);
      return fact?.value == null ? [] : [{ kind: 'fact', id, value: fact.value, unit: fact.unit }];
    }
    const cell = firstHaving(rows.observations, 'observation_id', id);
    return cell?.value == null ? [] : [{ kind: 'observation', id, value: cell.value, unit: null }];
  });
  return inputs.length === over.ids.length ? inputs : null;
}

/** The last figure in times of the first. */
function growth(inputs: readonly Input[], scale: number): Decimal | null {
  const [first, last] = [inputs[0], inputs.at(-1)];
  if (inputs.length !== 2 || first === undefined || last === undefined) return null;
  if (isZero(first.value) || first.unit !== last.unit) return null;
  return divide(last.value, first.value, scale);
}

function sum(
  inputs: readonly Input[],
  unit: string,
  scale: number,
  units: ReadonlyMap<string, Unit>,
): Decimal | null {
  const into = units.get(unit);
  const parts = inputs.map(({ value, unit: own }) => {
    const from = units.get(own ?? '');
    return from === undefined || from.base !== into?.base
      ? null
      : multiply(value, integer(from.multiplier));
  });
  if (into === undefined || parts.some((part) => part === null)) return null;
  const whole = parts.reduce<Decimal>((all, part) => add(all, part ?? integer(0)), integer(0));
  return divide(whole, integer(into.multiplier), scale);
}

/** Returns a result as downloads write it. */
export function resultText({ result }: Recomputed): string | null {
  return result === null ? null : formatDecimal(result);
}
