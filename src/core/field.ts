import { z } from 'zod';
import { parseDecimal, type Decimal } from './decimal.ts';

/** What a column holds, in the words of Table Schema (datapackage.org) plus `decimal` and `id`. */
export type FieldType =
  'string' | 'id' | 'integer' | 'decimal' | 'boolean' | 'year' | 'date' | 'enum';

/**
 * What a column's schema carries beside its checks. Title and description are dictionary entries
 * (`field.<name>` and `field.<name>.about`), so that a new language needs its files alone.
 */
export interface FieldMeta {
  readonly type: FieldType;
  /** Unit of the numbers, as a key of the code list `unit`, or the name of the column that holds it. */
  readonly unit?: string;
  /** The form a text must have, shown to people. */
  readonly form?: string;
  /** Source of the regular expression a cell must match. */
  readonly pattern?: string;
  readonly values?: readonly string[];
  /** The dataset and column whose values this column must repeat. */
  readonly references?: { readonly dataset: string; readonly field: string };
  /** True for columns that hold what was printed: exempt from “one datum a cell”. */
  readonly printed?: boolean;
}

const metas = z.registry<FieldMeta>();

function field<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  metas.add(schema, meta);
  return schema;
}

/** ids: ASCII kebab-case, dots allowed inside for translated keys of nested things. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** A cell of text that must be filled. */
export function text(meta: Partial<FieldMeta> = {}) {
  return field(z.string().min(1), { type: 'string', ...meta });
}

/** A text as the document printed it. */
export function printed() {
  return text({ printed: true });
}

export function id(references?: FieldMeta['references']) {
  return field(z.string().regex(ID_PATTERN), {
    type: 'id',
    form: 'abc-1',
    pattern: ID_PATTERN.source,
    ...(references === undefined ? {} : { references }),
  });
}

/** A text that must have a form of its own, such as an SDG target (`11.b`). */
export function coded(pattern: RegExp, form: string) {
  return field(z.string().regex(pattern), { type: 'string', form, pattern: pattern.source });
}

const INTEGER = /^-?(?:0|[1-9]\d*)$/u;

export function wholeNumber(unit?: string) {
  return field(z.string().regex(INTEGER).transform(Number), {
    type: 'integer',
    pattern: INTEGER.source,
    ...(unit === undefined ? {} : { unit }),
  });
}

const DECIMAL = /^-?\d+(?:\.\d+)?$/u;

/** An exact decimal; `unit` names the column that holds its unit, or the unit itself. */
export function decimalNumber(unit?: string) {
  return field(
    z
      .string()
      .regex(DECIMAL)
      .transform((cell): Decimal => parseDecimal(cell) ?? { digits: 0n, scale: 0 }),
    { type: 'decimal', pattern: DECIMAL.source, ...(unit === undefined ? {} : { unit }) },
  );
}

const YEAR = /^(?:1[89]|20|21)\d\d$/u;

export function year() {
  return field(z.string().regex(YEAR).transform(Number), { type: 'year', pattern: YEAR.source });
}

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

export function date() {
  return field(z.string().regex(DATE).refine(isRealDay), {
    type: 'date',
    pattern: DATE.source,
    form: '2024-04-01',
  });
}

/** Returns whether a day, or the first day of a month or year, is in the calendar: no 30 February. */
function isRealDay(part: string): boolean {
  const whole = `${part}${'-01'.repeat(3 - part.split('-').length)}`;
  const instant = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(whole);
}

const PARTIAL = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:\/\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/u;

/** A date as far as it is printed (2011, 2011-06, 2011-06-04), or the first and last of a span of two such. */
export function partialDate() {
  return field(
    z
      .string()
      .regex(PARTIAL)
      .refine((cell) => {
        const [first = '', last = first] = cell.split('/');
        return isRealDay(first) && isRealDay(last) && first <= last;
      }),
    { type: 'string', form: '2011-06', pattern: PARTIAL.source },
  );
}

const WEB_ADDRESS = /^https?:\/\/[^\s/]\S*$/u;

/** An address that a reader may follow: nothing that runs code, no file of somebody's machine. */
export function webAddress() {
  return coded(WEB_ADDRESS, 'https://www.example.org/');
}

export function flag() {
  return field(
    z.enum(['true', 'false']).transform((cell) => cell === 'true'),
    { type: 'boolean', values: ['true', 'false'] },
  );
}

export function oneOf<const V extends readonly [string, ...string[]]>(values: V) {
  return field(z.enum(values), { type: 'enum', values });
}

/** The same column with empty cells allowed: an empty cell is null, never 0 or "". */
export function optional<S extends z.ZodType>(schema: S): z.ZodNullable<S> {
  const meta = metas.get(schema);
  const nullable = schema.nullable();
  return meta === undefined ? nullable : field(nullable, meta);
}

export interface Field extends FieldMeta {
  readonly name: string;
  readonly required: boolean;
}

/** Returns the columns of a row schema in order, with their meta. Throws when a column has none. */
export function fieldsOf(row: z.ZodObject): Field[] {
  return Object.entries(row.shape).map(([name, schema]) => {
    const meta = metas.get(schema as z.ZodType);
    if (meta === undefined) throw new Error(`Column ${name} has no field meta`);
    return { name, required: !(schema instanceof z.ZodNullable), ...meta };
  });
}
