import type { Content } from '../../src/core/content.ts';
import { readContent, type Files } from '../../src/core/content.ts';
import { decimal } from '../../src/core/decimal.ts';
import type { Assessment, Document, Indicator, Observation } from '../../src/core/model.ts';
import type { Problem } from '../../src/core/problem.ts';

/** Small makers of records, so that a test says only what it is about. */

export function makeDocument(id: string, order: number, over: Partial<Document> = {}): Document {
  return {
    id,
    order,
    name: `Document ${id}`,
    short_name: id,
    publisher: 'Office',
    published: null,
    url: null,
    plans: ['plan'],
    kind: 'plan',
    marks: {},
    ...over,
  };
}

export function makeIndicator(over: Partial<Indicator> = {}): Indicator {
  return {
    id: 'thing',
    name: 'Thing',
    official_name: 'Thing',
    reading: 'しんぐ',
    definition: null,
    purpose: null,
    caveat: null,
    unit: 'percent',
    direction: 'increase',
    period_type: 'fiscal_year',
    parent: null,
    topics: [],
    breaks: [],
    department: null,
    not_the_same_as: [],
    synonyms: [],
    ...over,
  };
}

let made = 0;

/** An observation of `thing` in a document; `value` null with status ok is never meant: give a status. */
export function makeObservation(
  document: string,
  role: Observation['role'],
  year: number,
  value: string | null,
  over: Partial<Observation> = {},
): Observation {
  made += 1;
  return {
    observation_id: `${document}-t1-r${String(made)}-c1`,
    table_id: `${document}-t1`,
    row_no: made,
    column_no: 1,
    part_no: null,
    section_id: null,
    plan_id: 'plan',
    indicator_id: 'thing',
    printed_label: 'Thing',
    printed_unit: '％',
    fiscal_year: year,
    reference_year: year,
    period_type: 'fiscal_year',
    role,
    value: value === null ? null : decimal(value),
    at_least: false,
    at_most: false,
    trend: null,
    provisional: false,
    forecast: false,
    estimate: false,
    cumulative: false,
    status: value === null ? 'text' : 'ok',
    printed_value: value,
    repeat_of: null,
    note: null,
    locator: 'Chapter > Table',
    document_id: document,
    ...over,
  };
}

export function makeAssessment(document: string, over: Partial<Assessment> = {}): Assessment {
  return {
    assessment_id: `${document}-t1-r1`,
    table_id: `${document}-t1`,
    row_no: 1,
    indicator_id: 'thing',
    printed_label: 'Thing',
    baseline_year: 2020,
    baseline: null,
    actual_year: 2022,
    actual: null,
    target_year: 2023,
    target: null,
    target_text: null,
    published_rate_percent: null,
    published_mark: null,
    comment_key: null,
    locator: 'Chapter > Table',
    document_id: document,
    ...over,
  };
}

const BOM = '\uFEFF';

/** A table's text in canonical form. */
export function csv(...lines: readonly string[]): string {
  return BOM + lines.map((line) => `${line}\r\n`).join('');
}

const OBSERVATION_COLUMNS =
  'observation_id,table_id,row_no,column_no,part_no,section_id,plan_id,indicator_id,printed_label,printed_unit,' +
  'fiscal_year,reference_year,period_type,role,value,at_least,at_most,trend,provisional,forecast,estimate,' +
  'cumulative,status,printed_value,repeat_of,note,locator';

export interface Cell {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly indicator: string;
  readonly year: number;
  readonly role: string;
  readonly value: string;
  readonly printed?: string;
  readonly status?: string;
  readonly trend?: string;
  readonly repeatOf?: string;
}

/** The text of an observations.csv, rows in the order given. */
export function observationsCsv(table: string, cells: readonly Cell[]): string {
  return csv(
    OBSERVATION_COLUMNS,
    ...cells.map((c) =>
      [
        c.id,
        table,
        c.row,
        c.column,
        '',
        'plan-a',
        'plan',
        c.indicator,
        c.indicator,
        '％',
        c.year,
        c.year,
        'fiscal_year',
        c.role,
        c.value,
        'false',
        'false',
        c.trend ?? '',
        'false',
        'false',
        'false',
        'false',
        c.status ?? 'ok',
        c.printed ?? c.value,
        c.repeatOf ?? '',
        '',
        'Chapter > Table',
      ].join(','),
    ),
  );
}

const indicatorFile = (over: Partial<Indicator>) => {
  const { id: _, ...rest } = makeIndicator(over);
  return JSON.stringify(rest, null, 2);
};

/** The text files of a small sound city: two documents, two indicators, two plans' worth of sections. */
export function cityTexts(): Map<string, string> {
  const site = {
    name: 'Testtown',
    area_code: '999999',
    publisher: 'Office',
    official: true,
    url: 'https://data.example/town/',
    as_of: '2024-04-01',
    updated: '2024-04-02',
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    contact: null,
    languages: [
      { tag: 'ja', segment: 'ja', name: '日本語' },
      { tag: 'en', segment: 'en', name: 'English' },
    ],
    calendar: { fiscal_year_start_month: 4, eras: true },
    plans: ['plan'],
    documents: ['old', 'new'],
    topics: [{ id: 'water', name: '水' }],
    theme: null,
  };
  const plan = {
    name: 'Plan',
    short_name: 'Plan',
    kind: 'master',
    start_fiscal_year: 2020,
    end_fiscal_year: 2024,
    predecessor: null,
    sections: [
      {
        id: 'plan-a',
        kind: 'chapter',
        code: '1',
        name: 'First',
        sections: [{ id: 'plan-a-1', kind: 'policy', name: 'Second' }],
      },
    ],
  };
  const { id: _, order: __, ...document } = makeDocument('x', 0);
  const empty: Readonly<Record<string, string>> = {
    uses: 'use_id,plan_id,section_id,indicator_id,level,printed_label,repeat_of,locator',
    use_sdg_targets: 'use_id,sdg_target',
    comments: 'comment_key,text,locator',
    measures:
      'measure_id,plan_id,section_id,fiscal_year,part,row_no,category,bureau,division,name,summary_key,' +
      'amount_thousand_yen,amount_kind,amount_note,part_of,repeat_of,locator',
    totals: 'total_id,kind,subject_type,subject_id,printed_value,value,unit,over,locator',
    gaps: 'gap_id,subject,printed,reason,locator',
  };
  const assessmentColumns =
    'assessment_id,table_id,row_no,indicator_id,printed_label,baseline_year,baseline,actual_year,actual,target_year,' +
    'target,target_text,published_rate_percent,published_mark,comment_key,locator';
  const texts = new Map<string, string>([
    ['content/site.json', JSON.stringify(site, null, 2)],
    [
      'content/units.json',
      JSON.stringify(
        [
          {
            id: 'percent',
            label: '％',
            pattern: '{value}％',
            difference: '{value}ポイント',
            base: 'percent',
            multiplier: 1,
          },
          { id: 'well', label: '本', pattern: '{value}本', base: 'well', multiplier: 1 },
        ],
        null,
        2,
      ),
    ],
    [
      'content/glossary.json',
      JSON.stringify(
        [{ id: 'well', term: '井戸', reading: 'いど', explanation: '水をくむ穴。', variants: [] }],
        null,
        2,
      ),
    ],
    ['content/readings.json', '{}'],
    [
      'content/facts.csv',
      csv(
        'fact_id,document_id,subject,year,period_type,date,value,at_least,approximate,unit,printed_value,locator',
        'people,old,人口,2020,,,100,false,false,,100人,Chapter',
      ),
    ],
    ['content/links.csv', csv('measure_id,target_kind,target_id,basis,reason')],
    ['content/explanations.csv', csv('check_id,text')],
    ['content/findings.csv', csv('finding_id,title,text')],
    ['content/finding_places.csv', csv('finding_id,place_no,target_kind,target_id')],
    [
      'content/replies.csv',
      csv('reply_id,target_kind,target_id,date,text,document_id,locator,url'),
    ],
    ['content/plans/plan/plan.json', JSON.stringify(plan, null, 2)],
    [
      'content/indicators/share.json',
      indicatorFile({ name: '割合', official_name: '割合', topics: ['water'] }),
    ],
    [
      'content/indicators/wells.json',
      indicatorFile({
        name: '井戸の数',
        official_name: '井戸の数',
        unit: 'well',
        direction: 'decrease',
      }),
    ],
    [
      'content/documents/old/observations.csv',
      observationsCsv('old-t1', [
        {
          id: 'old-t1-r1-c1',
          row: 1,
          column: 1,
          indicator: 'share',
          year: 2020,
          role: 'baseline',
          value: '30.0',
        },
        {
          id: 'old-t1-r1-c2',
          row: 1,
          column: 2,
          indicator: 'share',
          year: 2023,
          role: 'target',
          value: '50.0',
        },
        {
          id: 'old-t1-r2-c1',
          row: 2,
          column: 1,
          indicator: 'wells',
          year: 2020,
          role: 'baseline',
          value: '8',
        },
        {
          id: 'old-t1-r2-c2',
          row: 2,
          column: 2,
          indicator: 'wells',
          year: 2023,
          role: 'target',
          value: '5',
        },
      ]),
    ],
    [
      'content/documents/new/observations.csv',
      observationsCsv('new-t1', [
        {
          id: 'new-t1-r1-c1',
          row: 1,
          column: 1,
          indicator: 'share',
          year: 2020,
          role: 'baseline',
          value: '30.0',
        },
        {
          id: 'new-t1-r1-c2',
          row: 1,
          column: 2,
          indicator: 'share',
          year: 2022,
          role: 'actual',
          value: '40.0',
        },
        {
          id: 'new-t1-r1-c3',
          row: 1,
          column: 3,
          indicator: 'share',
          year: 2023,
          role: 'target',
          value: '50.0',
        },
      ]),
    ],
    ['content/documents/old/assessments.csv', csv(assessmentColumns)],
    [
      'content/documents/new/assessments.csv',
      csv(
        assessmentColumns,
        'new-t1-r1,new-t1,1,share,share,2020,30.0,2022,40.0,2023,50.0,,50,,,Chapter > Table',
      ),
    ],
  ]);
  for (const id of ['old', 'new']) {
    texts.set(
      `content/documents/${id}/document.json`,
      JSON.stringify({ ...document, name: id, short_name: id }, null, 2),
    );
    for (const [name, header] of Object.entries(empty))
      texts.set(`content/documents/${id}/${name}.csv`, csv(header));
  }
  return texts;
}

/** Files of texts, encoded as UTF-8. */
export function encode(texts: ReadonlyMap<string, string>): Files {
  return new Map([...texts].map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

/** The small city with some files put in, changed by a function, or (null) taken out. */
export function changedCity(
  changes: Readonly<Record<string, string | null | ((text: string) => string)>>,
): Files {
  const texts = cityTexts();
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) texts.delete(path);
    else if (typeof change === 'string') texts.set(path, change);
    else {
      const before = texts.get(path);
      if (before === undefined) throw new Error(`No such file: ${path}`);
      const after = change(before);
      if (after === before) throw new Error(`The change left ${path} as it was`);
      texts.set(path, after);
    }
  }
  return encode(texts);
}

/** The content of files that must be readable. */
export function contentOf(files: Files): Content {
  const { content, problems } = readContent(files);
  if (content === null) throw new Error(`Unreadable: ${problems.map((p) => p.code).join(', ')}`);
  return content;
}

/** What a test says about a problem: its code and where it stands. */
export function brief(problems: readonly Problem[]) {
  return problems.map(({ code, file, line, column, field, value }) => ({
    code,
    file,
    line,
    column,
    field,
    value,
  }));
}
