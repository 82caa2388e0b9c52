import { z } from 'zod';
import { ID_PATTERN } from './field.ts';
import { POINTER_PATTERN } from './pointers.ts';
import { PERIOD_TYPES, TRENDS } from './tables.ts';

/** Schemas of the JSON files of a city. Texts are in the city's first language; see translations. */

const id = () => z.string().regex(ID_PATTERN);
const year = () => z.int().min(1868).max(2199);
const day = () => z.iso.date();
const printedDay = () =>
  z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u);
/** One line of text: a published record is one line too. */
const words = () => z.string().regex(/^[^\r\n]+$/u);
/** An address that a reader may follow: nothing that runs code, no file of somebody's machine. */
const webAddress = () => z.url({ protocol: /^https?$/u });
/** "indicator:births", "section:plan-1", "topic:water", "measure:…", "page:budget". */
const pointer = () => z.string().regex(POINTER_PATTERN);
const colour = () => z.string().regex(/^#[0-9a-f]{6}$/u);

export const site = z.strictObject({
  $schema: z.string().optional(),
  name: words().describe('Name of the city'),
  area_code: z
    .string()
    .regex(/^\d{6}$/u)
    .nullable()
    .describe('Six-digit code of the local government (全国地方公共団体コード)'),
  publisher: words().describe('Who publishes this site'),
  official: z.boolean().describe('True only when the city itself publishes the site'),
  url: webAddress().describe('Address of the published site, with its base path'),
  as_of: day().describe('The day from which "has the year passed?" is judged'),
  updated: day().describe('The day the content last changed'),
  licence: z.strictObject({ name: words(), url: webAddress() }),
  contact: z.strictObject({ name: words(), email: z.email() }).nullable(),
  languages: z
    .array(
      z.strictObject({
        tag: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/u),
        segment: id(),
        name: words(),
        readings: z
          .enum(['shown', 'switch'])
          .optional()
          .describe(
            'Readings over kanji: "shown" for an easy language in which every kanji has one, "switch" where readers can switch them on',
          ),
      }),
    )
    .min(1)
    .describe('Languages in menu order; the first is the language of the content files'),
  calendar: z
    .strictObject({
      fiscal_year_start_month: z.int().min(1).max(12),
      eras: z.boolean().describe('Show Japanese era years beside western years'),
    })
    .describe('How the city counts years'),
  plans: z.array(id()).describe('Plans in the order of the site'),
  documents: z.array(id()).describe('Documents from the oldest to the newest'),
  topics: z.array(z.strictObject({ id: id(), name: words() })),
  amount_unit: id()
    .optional()
    .describe('The unit of amounts of measures: thousand-yen unless said otherwise'),
  population_fact: id()
    .optional()
    .describe('The fact that says how many people live in the city, for amounts a resident'),
  search_examples: z
    .array(id())
    .optional()
    .describe('Glossary entries shown as examples of a search on the home page'),
  questions: z
    .array(
      z.strictObject({
        id: id(),
        label: words().describe('One or two words: the way to the answer on the home page'),
        text: words().describe('The question as a citizen asks it'),
        about: pointer().describe('What answers it: "indicator:<id>" or "page:budget"'),
      }),
    )
    .optional()
    .describe('What citizens ask first, in the order of the home page'),
  situations: z
    .array(
      z.strictObject({
        id: id(),
        name: words(),
        links: z
          .array(pointer())
          .min(1)
          .describe('"indicator:", "section:", "topic:", "measure:" or "page:" and an id'),
      }),
    )
    .optional()
    .describe(
      'Situations of life (a child, a job, a disaster …) with the pages that matter in them',
    ),
  leading_checks: z
    .array(id())
    .optional()
    .describe(
      'Findings or checks told at the top of the page of checks, in order; the differing checks where absent',
    ),
  theme: z.strictObject({ brand: z.strictObject({ light: colour(), dark: colour() }) }).nullable(),
});

export interface SectionInput {
  readonly id: string;
  readonly kind: string;
  readonly code?: string | undefined;
  readonly name: string;
  readonly page?: boolean | undefined;
  readonly sections?: readonly SectionInput[] | undefined;
}

const section: z.ZodType<SectionInput> = z.strictObject({
  id: id(),
  kind: id().describe('chapter, section, aspect, pillar, project, goal, policy, vision, ward …'),
  code: words().optional().describe('The number as printed'),
  name: words(),
  page: z.boolean().optional().describe('False for a heading without a page of its own'),
  get sections() {
    return z.array(section).optional();
  },
});

export const plan = z.strictObject({
  $schema: z.string().optional(),
  name: words(),
  short_name: words().describe('The name in tables and lists'),
  kind: id(),
  start_fiscal_year: year(),
  end_fiscal_year: year().nullable().describe('Null when no document prints it'),
  predecessor: id().nullable(),
  sections: z.array(section),
});

export const document = z.strictObject({
  $schema: z.string().optional(),
  name: words(),
  short_name: words(),
  publisher: words(),
  published: printedDay()
    .nullable()
    .describe(
      'As far as the document prints it: 2025, 2025-05, 2025-05-01; null when it prints none',
    ),
  url: webAddress().nullable(),
  plans: z.array(id()).min(1),
  part_of: id()
    .nullable()
    .optional()
    .describe('The publication at whose end or in which this one is printed'),
  kind: z.enum(['plan', 'progress', 'evaluation', 'budget']),
  marks: z
    .record(z.string(), z.enum(['reached', 'nearly', 'not_reached']))
    .describe('What the document itself says its marks mean'),
});

export const indicator = z.strictObject({
  $schema: z.string().optional(),
  name: words().describe('Plain title'),
  official_name: words().describe('The name as the documents print it'),
  reading: words().describe('Reading of the title in hiragana'),
  definition: words().nullable(),
  purpose: words().nullable().describe('Why it is measured'),
  caveat: words().nullable().describe('What to be careful about'),
  unit: id(),
  direction: z.enum(TRENDS).describe('Which way is better'),
  period_type: z.enum(PERIOD_TYPES),
  parent: id().nullable(),
  topics: z.array(id()),
  breaks: z.array(
    z.strictObject({ id: id(), year: year(), before: words(), after: words(), reason: words() }),
  ),
  department: words().nullable(),
  not_the_same_as: z.array(z.strictObject({ indicator: id(), reason: words() })),
  synonyms: z.array(words()),
});

export const units = z.array(
  z.strictObject({
    id: id(),
    label: words().describe('The unit alone, as in a table head'),
    pattern: z
      .string()
      .regex(/\{value\}/u)
      .describe('A value with its unit: "{value}人"'),
    difference: z
      .string()
      .regex(/\{value\}/u)
      .optional()
      .describe('A difference, where it reads otherwise'),
    base: words().describe('Code of the unit in downloads: person, m3, JPY, percent'),
    multiplier: z.int().positive().describe('How many base units one is: 万㎥ = 10000 m3'),
    signed: z.boolean().optional().describe('True for differences and changes: +1, −0.6'),
    shown: z
      .array(z.strictObject({ label: words(), pattern: words(), multiplier: z.int().positive() }))
      .min(1)
      .optional()
      .describe(
        'Where the printed scale is hard to read: the scales that readers know, from the smallest; charts and tables take the last',
      ),
  }),
);

export const glossary = z.array(
  z.strictObject({
    id: id(),
    term: words(),
    reading: words(),
    explanation: words(),
    variants: z.array(words()).describe('Other spellings and synonyms that searches use'),
  }),
);

const kana = () => z.string().regex(/^[ぁ-んー・ ]+$/u);

export const readings = z
  .record(words(), z.union([kana(), z.array(kana()).min(2)]))
  .describe(
    'Approved readings: a name or word and how it is read; a list where it is read in more than one way',
  );

export const words18n = z.record(z.string(), z.string());

export const idsLock = z.record(z.string(), z.array(z.string()));

export type SiteInput = z.output<typeof site>;
export type PlanInput = z.output<typeof plan>;
export type DocumentInput = z.output<typeof document>;
export type IndicatorInput = z.output<typeof indicator>;
export type UnitInput = z.output<typeof units>[number];
export type GlossaryEntry = z.output<typeof glossary>[number];
