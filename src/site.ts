import { firstHaving } from './core/lookup.ts';
import { courseChart } from './charts/course-chart.ts';
import { drawSvg } from './charts/draw.ts';
import { lightPalette, standaloneSvg } from './charts/export.ts';
import { indicatorChart, type ChartWidth } from './charts/indicator-chart.ts';
import { indicatorCsv, indicatorJson, toCsv, toJson } from './core/dataset-files.ts';
import { DATASETS } from './core/datasets.ts';
import { makePictures, pictureFolder } from './build/pictures.ts';
import { file } from './core/paths.ts';
import { inspectCity } from './inspect.ts';
import { cityFolder, siteUrl } from './io/city.ts';
import { readContentFiles } from './io/read-content.ts';
import { readDictionaries } from './io/read-dictionaries.ts';
import type { ChartView } from './views/chart.ts';
import type { CourseView } from './views/course.ts';
import type { Annotation } from './narrative/annotate.ts';
import { approvedReadings, wordReader } from './narrative/readings.ts';
import { LANGUAGE_WORDS } from './search/language-words.ts';
import { makeLexicon, mergeReadings, NO_WORDS, type Lexicon } from './search/lexicon.ts';
import {
  searchGroups,
  searchHere,
  searchNames,
  searchReadings,
  searchTexts,
} from './views/finding.ts';
import { makeEditions, type Edition } from './views/edition.ts';
import { indicatorView, type IndicatorView } from './views/indicator.ts';
import { chartPicture, homePicture, sharePicture } from './views/picture.ts';

/**
 * The only door through which pages get data: the city is read and checked once a build, and every
 * page value is made here or in views.
 */
const dictionaries = readDictionaries();
const inspection = inspectCity(readContentFiles(cityFolder()), dictionaries);
if (inspection.model === null) {
  throw new Error('The content has errors: run "npm run check" to see them.');
}

export const model = inspection.model;

export const datasets = DATASETS;

/** One edition a language, in menu order; the first is the language of the content. */
export const editions: readonly Edition[] = makeEditions(
  model,
  dictionaries,
  siteUrl(model.site.url),
);

const [first] = editions;
if (first === undefined) throw new Error('site.json names no language.');
export const defaultEdition: Edition = first;

const reader = wordReader(approvedReadings(model.readings));

/** Returns how readings are shown on the page at an address. */
export function annotationOf(address: string): Annotation {
  const { base } = defaultEdition.paths;
  const segment = address.slice(base.length).split('/')[0];
  const edition = editions.find((e) => e.segment === segment) ?? defaultEdition;
  return {
    spoken: edition.readings === 'shown',
    read: edition.readings === null ? null : reader,
    language: defaultEdition.tag,
    page: edition.tag,
  };
}

/** Paths of a page in every language, for getStaticPaths. */
export function eachEdition(): { params: { lang: string }; props: { edition: Edition } }[] {
  return editions.map((edition) => ({ params: { lang: edition.segment }, props: { edition } }));
}

/** Paths of one page for each item in every language. */
export function eachOf<T>(items: readonly T[], params: (item: T) => Record<string, string>) {
  return editions.flatMap((edition) =>
    items.map((item) => ({
      params: { lang: edition.segment, ...params(item) },
      props: { edition, item },
    })),
  );
}

const views = new Map<string, IndicatorView>();

/** Returns an indicator's page value; made once a language. */
export function viewOf(edition: Edition, id: string): IndicatorView {
  const key = `${edition.tag}/${id}`;
  const known = views.get(key);
  if (known !== undefined) return known;
  const indicator = firstHaving(model.indicators, 'id', id);
  if (indicator === undefined) throw new Error(`No such indicator: ${id}`);
  const made = indicatorView(edition, indicator);
  views.set(key, made);
  return made;
}

/** Returns a chart as SVG, drawn for one width. */
export function drawing(chart: ChartView, width: ChartWidth): string {
  const { config, size } = indicatorChart(chart.input, width);
  return drawSvg(config, size, { label: chart.summary, className: `chart-${width}` });
}

const courses = new Map<string, string>();

/** Returns the small chart of a course as SVG, drawn once a language; empty where there is none. */
export function courseDrawing({ tag }: Edition, course: CourseView | null): string {
  if (course === null) return '';
  const key = `${tag}/${course.id}`;
  const { config, size } = courseChart(course.input);
  const made =
    courses.get(key) ?? drawSvg(config, size, { label: course.label, className: 'course' });
  courses.set(key, made);
  return made;
}

const EXPORT_FONT = '"Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", Meiryo, sans-serif';

/** The files below the base path that are not pages: datasets and each indicator's own downloads. */
export function downloads(): readonly Download[] {
  written ??= writeDownloads();
  return written;
}

interface Download {
  readonly path: string;
  readonly body: string;
}
/** Made once: they are asked for as files, and for their sizes. */
let written: readonly Download[] | null = null;

function writeDownloads(): Download[] {
  const label = (list: string, code: string) =>
    defaultEdition.words.t(`code.${list}.${code}` as Parameters<typeof defaultEdition.words.t>[0]);
  return [
    ...DATASETS.flatMap((dataset) => {
      const rows = dataset.rows(model, label);
      return [
        { path: file.dataset(dataset.name, 'csv'), body: toCsv(dataset.fields, rows) },
        { path: file.dataset(dataset.name, 'json'), body: toJson(dataset.fields, rows) },
      ];
    }),
    ...model.indicators.flatMap(({ id }) => {
      const { chart } = viewOf(defaultEdition, id);
      return [
        { path: file.indicator(id, 'csv'), body: indicatorCsv(model, id) },
        { path: file.indicator(id, 'json'), body: indicatorJson(model, id) },
        ...(chart === null
          ? []
          : [
              {
                path: file.indicator(id, 'svg'),
                body: standaloneSvg(drawing(chart, 'wide'), lightPalette, EXPORT_FONT, chart.title),
              },
            ]),
      ];
    }),
  ];
}

/** What the search of a language knows about words, as the browser gets it. */
export function lexiconOf(edition: Edition): Lexicon {
  const language = edition.tag.split('-')[0] ?? edition.tag;
  const approved = approvedReadings(model.readings);
  // A language without kanji needs the readings of the original names alone, for those who type them.
  const names = edition.readings === null ? searchNames(model).join('\n') : null;
  const readings = new Map(
    [...approved].filter(([word]) => names === null || (word.length > 1 && names.includes(word))),
  );
  return makeLexicon(
    LANGUAGE_WORDS.get(language) ?? NO_WORDS,
    searchGroups(edition),
    mergeReadings(searchReadings(edition), readings),
    searchTexts(edition),
    reader,
    searchHere(edition),
  );
}

const pictures = makePictures(pictureFolder(), (text) => process.stdout.write(`${text}\n`));

/** Returns the picture that links to a page are shown with, as PNG; `null` asks for that of every other page. */
export function sharePng(
  edition: Edition,
  indicator: string | null,
): Promise<Uint8Array<ArrayBuffer>> {
  return pictures.share(
    indicator === null ? homePicture(edition) : sharePicture(edition, viewOf(edition, indicator)),
  );
}

/** Returns an indicator's chart as PNG, or null where it has no chart. */
export async function chartPng(indicator: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const picture = chartPicture(defaultEdition, viewOf(defaultEdition, indicator));
  return picture === null ? null : pictures.chart(picture);
}

/** Returns whether a plan or section has narrative in any language a reader can be shown. */
export function hasNarrative(plan: string, name: string): boolean {
  return model.narrative.some((n) => n.plan === plan && n.name === name);
}

function editionOf(tag: string | undefined): Edition {
  return editions.find((e) => e.tag === tag) ?? defaultEdition;
}

/** Returns a fact for running text, in the format of the text's language; `show` may ask for its year. */
export function boundFact(id: string, tag: string | undefined, show: 'value' | 'year'): string {
  const fact = firstHaving(model.facts, 'fact_id', id);
  if (fact === undefined) throw new Error(`No such fact: ${id}`);
  const { format } = editionOf(tag);
  return show === 'year' ? format.factYear(fact) : format.fact(fact);
}

/** Returns an observation's value (or the year it is for) in the format of the text's language. */
export function boundValue(id: string, tag: string | undefined, show: 'value' | 'year'): string {
  const observation = firstHaving(model.observations, 'observation_id', id);
  const indicator = firstHaving(model.indicators, 'id', observation?.indicator_id);
  if (observation === undefined || indicator === undefined)
    throw new Error(`No such observation: ${id}`);
  const { format } = editionOf(tag);
  if (show === 'year') return format.year(observation.reference_year, observation.period_type);
  return observation.value === null
    ? (observation.printed_value ?? '')
    : format.value(observation.value, indicator.unit);
}

const sizes = new Map<string, number>();
const charts = new Map(model.indicators.map(({ id }) => [file.indicator(id, 'png'), id]));

/** Returns the size of a download in bytes, as it is written. */
export async function downloadSize(path: string): Promise<number | null> {
  const chart = charts.get(path);
  // Pictures are made when their page asks: all at once they would fill the memory.
  if (chart !== undefined) return (await chartPng(chart))?.length ?? null;
  if (sizes.size === 0) {
    for (const { path: name, body } of downloads())
      sizes.set(name, new TextEncoder().encode(body).length);
  }
  return sizes.get(path) ?? null;
}

/** Returns downloads with their sizes in bytes; null where a picture could not be drawn. */
export async function sized<T extends { readonly path: string }>(
  files: readonly T[],
): Promise<(T & { readonly size: number | null })[]> {
  return Promise.all(files.map(async (each) => ({ ...each, size: await downloadSize(each.path) })));
}
