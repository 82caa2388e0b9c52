import { decodeText } from './decode.ts';
import { ID_PATTERN } from './field.ts';
import { readJson } from './json.ts';
import { nearest } from './nearest.ts';
import { problem, type Problem } from './problem.ts';
import * as records from './records.ts';
import { CITY_TABLES, DOCUMENT_TABLES, translations, type Table } from './tables.ts';
import { readTable, type ReadTable, type Row, type RowPlace } from './validate.ts';
import type { z } from 'zod';

/** A city's files: path inside its folder ("content/site.json") → bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

export type At = (path: readonly (string | number)[]) => { line: number; column: number };

/** One JSON file of the content with its id (the folder or file name) and where its keys stand. */
export interface Entry<T> {
  readonly id: string;
  readonly file: string;
  readonly value: T;
  readonly at: At;
}

export type Rows<T extends Table> = readonly Row<T>[];

export interface DocumentContent extends Entry<records.DocumentInput> {
  readonly tables: {
    readonly [K in keyof typeof DOCUMENT_TABLES]: Rows<(typeof DOCUMENT_TABLES)[K]>;
  };
}

export interface Narrative {
  readonly file: string;
  readonly plan: string;
  readonly tag: string;
  /** The tail of the section's id, or "index" for the plan itself. */
  readonly name: string;
  readonly text: string;
}

/** Everything read from the content folder, not yet cross-checked. */
export interface Content {
  readonly site: Entry<records.SiteInput>;
  readonly plans: readonly Entry<records.PlanInput>[];
  readonly indicators: readonly Entry<records.IndicatorInput>[];
  readonly documents: readonly DocumentContent[];
  readonly units: Entry<z.output<typeof records.units>>;
  readonly glossary: Entry<z.output<typeof records.glossary>>;
  readonly readings: Entry<z.output<typeof records.readings>>;
  readonly facts: Rows<typeof CITY_TABLES.facts>;
  readonly links: Rows<typeof CITY_TABLES.links>;
  readonly explanations: Rows<typeof CITY_TABLES.explanations>;
  readonly findings: Rows<typeof CITY_TABLES.findings>;
  readonly finding_places: Rows<typeof CITY_TABLES.finding_places>;
  readonly replies: Rows<typeof CITY_TABLES.replies>;
  /** Translations by language tag. */
  readonly translations: ReadonlyMap<string, Rows<typeof translations>>;
  /** The city's own wording over the built-in dictionaries, by language tag. */
  readonly words: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Where the keys of the city's own wording stand, by language tag. */
  readonly wordPlaces: ReadonlyMap<string, At>;
  readonly narrative: readonly Narrative[];
  readonly lock: string | null;
  /** What tells copied sentences, by document (see narrative/fingerprint.ts). */
  readonly fingerprints: ReadonlyMap<string, { readonly file: string; readonly text: string }>;
  /** Where each CSV row stands. */
  readonly places: ReadonlyMap<object, RowPlace>;
  /** Canonical text of every CSV that could be read. */
  readonly canonical: ReadonlyMap<string, string>;
}

export interface ContentRead {
  readonly content: Content | null;
  readonly problems: readonly Problem[];
}

/** Forms of the paths that are read; anything else in content/ is told. */
const KNOWN_FILES: readonly RegExp[] = [
  /^content\/(?:site|units|glossary|readings)\.json$/u,
  new RegExp(`^content/(?:${Object.keys(CITY_TABLES).join('|')})\\.csv$`, 'u'),
  /^content\/ids\.lock$/u,
  /^content\/(?:README\.md|LICENSE|schemas\/[^/]+\.json)$/u,
  /^content\/translations\/[^/]+\.csv$/u,
  /^content\/i18n\/[^/]+\.json$/u,
  /^content\/plans\/[^/]+\/plan\.json$/u,
  /^content\/plans\/[^/]+\/[^/]+\/[^/]+\.mdx$/u,
  /^content\/indicators\/[^/]+\.json$/u,
  /^content\/documents\/[^/]+\/(?:document\.json|README\.md|fingerprint\.txt)$/u,
  new RegExp(`^content/documents/[^/]+/(?:${Object.keys(DOCUMENT_TABLES).join('|')})\\.csv$`, 'u'),
];

const KNOWN_NAMES = [
  'site.json',
  'units.json',
  'glossary.json',
  'readings.json',
  'plan.json',
  'document.json',
  ...[...Object.keys(DOCUMENT_TABLES), ...Object.keys(CITY_TABLES)].map((name) => `${name}.csv`),
];

/** Returns the content of a city's files, or null with the problems that made it unreadable. */
export function readContent(files: Files): ContentRead {
  const reader = new Reader(files);
  if (!files.has('content/site.json')) {
    reader.problems.push(problem('content_empty', { file: 'content/site.json' }));
    return { content: null, problems: reader.problems };
  }
  reader.checkNames();
  const site = reader.json('content/site.json', 'site', records.site);
  const plans = reader
    .folders('plans')
    .flatMap((id) => present(reader.json(`content/plans/${id}/plan.json`, id, records.plan)));
  const indicators = reader
    .names(/^content\/indicators\/([^/]+)\.json$/u)
    .flatMap((id) => present(reader.json(`content/indicators/${id}.json`, id, records.indicator)));
  const documents = reader.folders('documents').flatMap((id) => present(reader.document(id)));
  const units = reader.json('content/units.json', 'units', records.units);
  const glossary = reader.json('content/glossary.json', 'glossary', records.glossary);
  const readings = reader.json('content/readings.json', 'readings', records.readings);
  const facts = reader.table('content/facts.csv', CITY_TABLES.facts);
  const links = reader.table('content/links.csv', CITY_TABLES.links);
  const explanations = reader.table('content/explanations.csv', CITY_TABLES.explanations);
  const findings = reader.table('content/findings.csv', CITY_TABLES.findings);
  const findingPlaces = reader.table('content/finding_places.csv', CITY_TABLES.finding_places);
  const replies = reader.table('content/replies.csv', CITY_TABLES.replies);
  const tables = new Map(
    reader
      .names(/^content\/translations\/([^/]+)\.csv$/u)
      .map((tag) => [tag, reader.table(`content/translations/${tag}.csv`, translations)] as const),
  );
  const wordings = reader
    .names(/^content\/i18n\/([^/]+)\.json$/u)
    .flatMap((tag) => present(reader.json(`content/i18n/${tag}.json`, tag, records.words18n)));
  const words = new Map(wordings.map(({ id, value }) => [id, value]));
  const wordPlaces = new Map(wordings.map(({ id, at }) => [id, at]));
  const narrative = reader.narrative();
  const lock = files.has('content/ids.lock') ? reader.text('content/ids.lock') : null;
  if (site === null || units === null || glossary === null || readings === null) {
    return { content: null, problems: reader.problems };
  }
  const content: Content = {
    site,
    plans,
    indicators,
    documents,
    units,
    glossary,
    readings,
    facts,
    links,
    explanations,
    findings,
    finding_places: findingPlaces,
    replies,
    translations: tables,
    words,
    wordPlaces,
    narrative,
    lock,
    fingerprints: reader.fingerprints(),
    places: reader.places,
    canonical: reader.canonical,
  };
  return { content, problems: reader.problems };
}

function present<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}

/** Reads files one by one and gathers the problems. */
class Reader {
  readonly problems: Problem[] = [];
  readonly places = new Map<object, RowPlace>();
  readonly canonical = new Map<string, string>();
  readonly #files: Files;

  constructor(files: Files) {
    this.#files = files;
  }

  checkNames(): void {
    for (const file of this.#files.keys()) {
      if (!file.startsWith('content/')) continue;
      if (!KNOWN_FILES.some((form) => form.test(file))) {
        const name = file.slice(file.lastIndexOf('/') + 1);
        const close = nearest(name, KNOWN_NAMES) ?? '—';
        this.problems.push(problem('file_unknown', { file, value: name }, { nearest: close }));
      }
    }
    const named = [
      ...this.folders('plans').map((id) => [`content/plans/${id}/plan.json`, id] as const),
      ...this.folders('documents').map(
        (id) => [`content/documents/${id}/document.json`, id] as const,
      ),
      ...this.names(/^content\/indicators\/([^/]+)\.json$/u).map(
        (id) => [`content/indicators/${id}.json`, id] as const,
      ),
    ];
    for (const [file, id] of named) {
      if (!ID_PATTERN.test(id)) this.problems.push(problem('name_unsafe', { file, value: id }));
    }
  }

  /** Names of the folders below content/<kind>/, in order. */
  folders(kind: string): string[] {
    return this.names(new RegExp(`^content/${kind}/([^/]+)/`, 'u'));
  }

  names(form: RegExp): string[] {
    const found = [...this.#files.keys()].flatMap((file) => present(form.exec(file)?.[1] ?? null));
    return [...new Set(found)].toSorted();
  }

  text(file: string): string | null {
    const bytes = this.#files.get(file);
    if (bytes === undefined) {
      const folder = file.slice(0, file.lastIndexOf('/'));
      const missing = file.slice(folder.length + 1);
      this.problems.push(problem('file_missing', { file }, { missing }));
      return null;
    }
    const decoded = decodeText(file, bytes);
    this.problems.push(...decoded.problems);
    return decoded.text;
  }

  json<S extends z.ZodType>(file: string, id: string, schema: S): Entry<z.output<S>> | null {
    const text = this.text(file);
    if (text === null) return null;
    const read = readJson(file, text, schema);
    this.problems.push(...read.problems);
    return read.value === null ? null : { id, file, value: read.value, at: read.at };
  }

  table<T extends Table>(file: string, table: T): Rows<T> {
    const text = this.text(file);
    if (text === null) return [];
    const read: ReadTable<T> = readTable(file, text, table);
    this.problems.push(...read.problems);
    for (const [row, place] of read.places) this.places.set(row, place);
    if (read.canonical !== null) {
      this.canonical.set(file, read.canonical);
      if (!sameText(this.#files.get(file), read.canonical)) {
        this.problems.push(problem('csv_not_canonical', { file, line: 1 }));
      }
    }
    return read.rows;
  }

  document(id: string): DocumentContent | null {
    const folder = `content/documents/${id}`;
    const entry = this.json(`${folder}/document.json`, id, records.document);
    const read = <T extends Table>(table: T): Rows<T> =>
      this.table(`${folder}/${table.name}.csv`, table);
    const tables = {
      observations: read(DOCUMENT_TABLES.observations),
      uses: read(DOCUMENT_TABLES.uses),
      use_sdg_targets: read(DOCUMENT_TABLES.use_sdg_targets),
      assessments: read(DOCUMENT_TABLES.assessments),
      comments: read(DOCUMENT_TABLES.comments),
      measures: read(DOCUMENT_TABLES.measures),
      totals: read(DOCUMENT_TABLES.totals),
      gaps: read(DOCUMENT_TABLES.gaps),
    };
    return entry === null ? null : { ...entry, tables };
  }

  fingerprints(): Map<string, { file: string; text: string }> {
    const ids = this.names(/^content\/documents\/([^/]+)\/fingerprint\.txt$/u);
    return new Map(
      ids.flatMap((id) => {
        const file = `content/documents/${id}/fingerprint.txt`;
        return present(this.text(file)).map((text) => [id, { file, text }] as const);
      }),
    );
  }

  narrative(): Narrative[] {
    const form = /^content\/plans\/([^/]+)\/([^/]+)\/([^/]+)\.mdx$/u;
    return [...this.#files.keys()].toSorted().flatMap((file): Narrative[] => {
      const match = form.exec(file);
      if (match === null) return [];
      const text = this.text(file);
      const [, plan = '', tag = '', name = ''] = match;
      return text === null ? [] : [{ file, plan, tag, name, text }];
    });
  }
}

function sameText(bytes: Uint8Array | undefined, text: string): boolean {
  const expected = new TextEncoder().encode(text);
  return bytes?.length === expected.length && expected.every((byte, i) => byte === bytes[i]);
}
