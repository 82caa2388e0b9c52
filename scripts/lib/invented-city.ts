import { readContent } from '../../src/core/content.ts';
import { writeCsv } from '../../src/core/csv.ts';
import { formatDecimal, integer } from '../../src/core/decimal.ts';
import { fieldsOf } from '../../src/core/field.ts';
import { writeLock } from '../../src/core/lock.ts';
import { achievementRate } from '../../src/core/statistics.ts';
import { CITY_TABLES, DOCUMENT_TABLES, type Table } from '../../src/core/tables.ts';
import { inventWords, type Words } from './invented-words.ts';
import { seeded } from './sample.ts';

/** How large an invented city is. The same settings give the same files. */
export interface CitySize {
  readonly indicators: number;
  readonly seed: number;
  /** Language tags; the content is in the first. */
  readonly languages: readonly string[];
}

type Cells = Readonly<Record<string, string>>;

/** Per chapter five goals, per goal ten indicators: about what a plan of a city has. */
const PER_GOAL = 10;
const PER_CHAPTER = 50;
const FIRST_YEAR = 2016;
const START_YEAR = 2019;
const PLAN = 'road';
const DOCUMENTS = ['road-plan', 'road-review'] as const;
const TOPICS = ['water', 'streets', 'homes', 'learning', 'health', 'work', 'nature', 'money'];
const UNITS = [
  { id: 'percent', label: '%', pattern: '{value}%', base: 'percent' },
  { id: 'person', label: 'people', pattern: '{value} people', base: 'person' },
  { id: 'tonne', label: 't', pattern: '{value} t', base: 'tonne' },
].map((unit) => ({ ...unit, multiplier: 1 }));

/**
 * Returns the files of an invented city: each indicator with about nine years of figures in one or two
 * documents, targets, some verdicts and rates that recompute, measures linked to it, SDG targets, and a
 * narrative for each chapter.
 */
export function inventedCity(size: CitySize): Map<string, Uint8Array> {
  const words = inventWords(size.seed);
  const files = new Map<string, string>();
  const json = (name: string, value: unknown) =>
    files.set(`content/${name}`, `${JSON.stringify(value, null, 2)}\n`);
  const chapters = Math.ceil(size.indicators / PER_CHAPTER);
  json('site.json', siteOf(size.languages));
  json('units.json', UNITS);
  json('readings.json', {});
  json('glossary.json', glossaryOf(words));
  json(`plans/${PLAN}/plan.json`, planOf(size.indicators, words));
  for (let chapter = 1; chapter <= chapters; chapter += 1) {
    const text = [words.sentence(), words.sentence(), words.sentence()].join(' ');
    files.set(`content/plans/${PLAN}/${size.languages[0] ?? ''}/c${String(chapter)}.mdx`, text);
  }
  const rows = new Map<string, Cells[]>();
  const add = (file: string, cells: Cells) => {
    const known = rows.get(file);
    if (known === undefined) rows.set(file, [cells]);
    else known.push(cells);
  };
  for (let index = 0; index < size.indicators; index += 1) {
    json(`indicators/${idOf(index)}.json`, indicatorOf(index, words));
    addRows(index, words, size.seed, add);
  }
  for (const [at, id] of DOCUMENTS.entries()) json(`documents/${id}/document.json`, documentOf(at));
  const write = (file: string, table: Table) =>
    files.set(`content/${file}`, csv(table, rows.get(file) ?? []));
  for (const id of DOCUMENTS) {
    for (const table of Object.values(DOCUMENT_TABLES))
      write(`documents/${id}/${table.name}.csv`, table);
  }
  for (const table of Object.values(CITY_TABLES)) write(`${table.name}.csv`, table);
  return settled(files);
}

/** Puts tables into their canonical order and every id into the lock. */
function settled(texts: ReadonlyMap<string, string>): Map<string, Uint8Array> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const files = new Map([...texts].map(([file, text]) => [file, encode(text)]));
  const { content, problems } = readContent(files);
  if (content === null)
    throw new Error(`The invented city is not readable: ${JSON.stringify(problems[0])}`);
  for (const [file, text] of content.canonical) files.set(file, encode(text));
  files.set('content/ids.lock', encode(writeLock(content)));
  files.set(
    'public/favicon.svg',
    encode(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>\n',
    ),
  );
  return files;
}

function csv(table: Table, rows: readonly Cells[]): string {
  const fields = fieldsOf(table.row);
  const empty = (field: (typeof fields)[number]) => (field.type === 'boolean' ? 'false' : '');
  return writeCsv(
    fields.map(({ name }) => name),
    rows.map((row) => fields.map((field) => row[field.name] ?? empty(field))),
  );
}

function idOf(index: number): string {
  return `measure-of-${String(index + 1).padStart(5, '0')}`;
}

function goalOf(index: number): string {
  const chapter = Math.floor(index / PER_CHAPTER) + 1;
  const goal = Math.floor((index % PER_CHAPTER) / PER_GOAL) + 1;
  return `${PLAN}-c${String(chapter)}-g${String(goal)}`;
}

function siteOf(languages: readonly string[]) {
  return {
    name: 'Longroad',
    area_code: null,
    publisher: 'Longroad City Council',
    official: false,
    url: 'https://longroad.example/',
    as_of: '2026-06-30',
    updated: '2026-07-01',
    licence: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    contact: null,
    languages: languages.map((tag) => ({ tag, segment: tag.toLowerCase(), name: tag })),
    calendar: { fiscal_year_start_month: 4, eras: false },
    plans: [PLAN],
    documents: DOCUMENTS,
    topics: TOPICS.map((id) => ({ id, name: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}` })),
    theme: null,
  };
}

function glossaryOf(words: Words) {
  return Array.from({ length: 40 }, (_, index) => {
    const term = words.name();
    return {
      id: `term-${String(index)}`,
      term,
      reading: term,
      explanation: words.sentence(),
      variants: [],
    };
  });
}

function planOf(indicators: number, words: Words) {
  const goals = [...new Set(Array.from({ length: indicators }, (_, index) => goalOf(index)))];
  const chapters = [...Map.groupBy(goals, (goal) => goal.replace(/-g\d+$/u, ''))];
  return {
    name: 'The Long Road: plan of the city',
    short_name: 'Long Road',
    kind: 'city-plan',
    start_fiscal_year: 2020,
    end_fiscal_year: 2029,
    predecessor: null,
    sections: chapters.map(([id, own], at) => ({
      id,
      kind: 'chapter',
      code: String(at + 1),
      name: words.name(),
      sections: own.map((goal, n) => ({
        id: goal,
        kind: 'goal',
        code: `${String(at + 1)}.${String(n + 1)}`,
        name: words.name(),
      })),
    })),
  };
}

function documentOf(at: number) {
  return {
    name: at === 0 ? 'The Long Road, as adopted' : 'The Long Road: a review',
    short_name: at === 0 ? 'Plan (print)' : 'Review',
    publisher: 'Longroad City Council',
    published: at === 0 ? '2020-03-02' : '2025-09-01',
    url: null,
    plans: [PLAN],
    kind: at === 0 ? 'plan' : 'evaluation',
    marks: { met: 'reached', missed: 'not_reached' },
  };
}

function indicatorOf(index: number, words: Words) {
  const name = words.name();
  return {
    name,
    official_name: `${name} (${words.word()})`,
    reading: name,
    definition: words.sentence(),
    purpose: index % 3 === 0 ? null : words.sentence(),
    caveat: index % 5 === 0 ? words.sentence() : null,
    unit: UNITS[index % UNITS.length]?.id,
    direction: index % 4 === 3 ? 'decrease' : 'increase',
    period_type: 'fiscal_year',
    parent: index % 10 === 9 ? idOf(index - 1) : null,
    topics: [TOPICS[index % TOPICS.length]],
    breaks: [],
    department: words.word(),
    not_the_same_as: [],
    synonyms: [words.word()],
  };
}

/** Every row of one indicator, into the tables of its documents. */
function addRows(
  index: number,
  words: Words,
  seed: number,
  add: (file: string, cells: Cells) => void,
): void {
  const draw = seeded(seed + index);
  const id = idOf(index);
  const isLess = index % 4 === 3;
  const section = goalOf(index);
  const label = words.name();
  // Whole numbers: what is printed is what it means.
  const start = 100 + Math.floor(draw() * 800);
  const goal = isLess ? Math.floor(start * 0.8) : Math.ceil(start * 1.2);
  const row = String((index % PER_GOAL) + 1);
  // A review prints the years between in another table: a judged row has one figure of each kind.
  const series = String((index % PER_GOAL) + 1 + PER_GOAL);
  const printed = (
    at: 0 | 1,
    column: number,
    year: number,
    role: string,
    value: number,
    line = row,
  ): void => {
    const table = `${DOCUMENTS[at]}-${section}`;
    const key = `${table}-r${line}-c${String(column)}`;
    add(`documents/${DOCUMENTS[at]}/observations.csv`, {
      observation_id: key,
      table_id: table,
      row_no: line,
      column_no: String(column),
      section_id: section,
      plan_id: PLAN,
      indicator_id: id,
      printed_label: label,
      fiscal_year: String(year),
      reference_year: String(year),
      period_type: 'fiscal_year',
      role,
      value: String(value),
      status: 'ok',
      printed_value: String(value),
      locator: `Table ${section} > ${label}`,
    });
  };
  const use = (at: 0 | 1): void => {
    const key = `${DOCUMENTS[at]}-${section}-r${row}`;
    add(`documents/${DOCUMENTS[at]}/uses.csv`, {
      use_id: key,
      plan_id: PLAN,
      section_id: section,
      indicator_id: id,
      level: index % PER_GOAL === 0 ? 'kgi' : 'kpi',
      printed_label: label,
      locator: `Table ${section}`,
    });
    if (at === 0 && index % 3 === 0) {
      const target = `${String((index % 17) + 1)}.1`;
      add(`documents/${DOCUMENTS[at]}/use_sdg_targets.csv`, { use_id: key, sdg_target: target });
    }
  };
  use(0);
  printed(0, 1, START_YEAR, 'baseline', start);
  for (let year = FIRST_YEAR; year < START_YEAR; year += 1) {
    printed(0, year - FIRST_YEAR + 2, year, 'actual', start + Math.floor((draw() - 0.5) * 40));
  }
  printed(0, 6, 2029, 'target', goal);
  if (index % 2 === 0) {
    use(1);
    const actual = start + Math.floor((goal - start) * (draw() * 1.4 - 0.2));
    const middle = Math.floor((start + goal) / 2);
    printed(1, 1, START_YEAR, 'baseline', start);
    for (let year = START_YEAR + 1; year < 2024; year += 1) {
      const value = start + Math.floor((draw() - 0.3) * 60);
      printed(1, year - START_YEAR + 1, year, 'actual', value, series);
    }
    printed(1, 7, 2024, 'actual', actual);
    printed(1, 8, 2024, 'target', middle);
    const rate = achievementRate(integer(start), integer(actual), integer(middle), 0);
    const isMet = isLess ? actual <= middle : actual >= middle;
    const comment = index % 10 === 0 ? `${DOCUMENTS[1]}-comment-${String(index)}` : '';
    add(`documents/${DOCUMENTS[1]}/assessments.csv`, {
      assessment_id: `${DOCUMENTS[1]}-${section}-r${row}`,
      table_id: `${DOCUMENTS[1]}-${section}`,
      row_no: row,
      indicator_id: id,
      printed_label: label,
      baseline_year: String(START_YEAR),
      baseline: String(start),
      actual_year: '2024',
      actual: String(actual),
      target_year: '2024',
      target: String(middle),
      published_rate_percent: rate === null ? '' : formatDecimal(rate),
      published_mark: isMet ? 'met' : 'missed',
      comment_key: comment,
      locator: `Table ${section} > ${label}`,
    });
    if (comment !== '') {
      add(`documents/${DOCUMENTS[1]}/comments.csv`, {
        comment_key: comment,
        text: words.sentence(),
        locator: `Table ${section} > notes`,
      });
    }
  }
  if (index % 2 === 1) addMeasure(index, section, words, add);
}

function addMeasure(
  index: number,
  section: string,
  words: Words,
  add: (file: string, cells: Cells) => void,
): void {
  const measure = `${DOCUMENTS[0]}-m-${String(index).padStart(5, '0')}`;
  add(`documents/${DOCUMENTS[0]}/measures.csv`, {
    measure_id: measure,
    plan_id: PLAN,
    section_id: section,
    fiscal_year: '2024',
    part: 'A',
    row_no: String(index),
    bureau: words.word(),
    name: words.name(),
    amount_thousand_yen: String(index * 10),
    amount_kind: 'initial',
    locator: `List of measures > ${String(index)}`,
  });
  add('links.csv', {
    measure_id: measure,
    target_kind: 'indicator',
    target_id: idOf(index),
    basis: 'same_section',
    reason: 'Both stand under the same heading.',
  });
}
