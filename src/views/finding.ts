import type { Indicator, Measure, Model, Plan, Section } from '../core/model.ts';
import { DATASETS } from '../core/datasets.ts';
import { firstHaving, having } from '../core/lookup.ts';
import { place } from '../core/paths.ts';
import { goalTerm } from '../search/query.ts';
import { normalForm, spoken, withoutReadings } from '../narrative/ruby.ts';
import { english, type WordKey } from '../i18n/index.ts';
import type { Edition } from './edition.ts';
import { glossaryView } from './glossary.ts';
import type { GoalView } from './lists.ts';

/** What a page can be narrowed down by in a search, as ids; what a page is not about stays empty. */
export interface Facets {
  readonly plan?: readonly string[];
  readonly goal?: readonly string[];
  readonly bureau?: readonly string[];
  readonly ward?: readonly string[];
}

/** Words that find a page although they do not stand on it, and what it can be narrowed down by. */
export interface Finding {
  readonly terms: string;
  /** What people call a part of what the page is about: less than its names. */
  readonly synonyms?: string;
  readonly facets: Facets;
  /** Other names of the page: who types one of them means it. */
  readonly names?: readonly string[];
  /** Places on the page that a word means: a goal, a term. */
  readonly places?: readonly FoundPlace[];
}

export interface FoundPlace {
  readonly id: string;
  /** Left out where it is the first of the words: a page of many places is read on a phone. */
  readonly label?: string;
  readonly words: readonly string[];
}

/** Returns what a page can be narrowed down by, one entry an id. */
export function facetsOf(
  finding: Finding | undefined,
): { readonly facet: string; readonly id: string }[] {
  const facets: Readonly<Record<string, readonly string[]>> = { ...finding?.facets };
  return Object.entries(facets).flatMap(([facet, ids]) => ids.map((id) => ({ facet, id })));
}

type NameKey = Extract<WordKey, `names.${string}`>;
export type PageName = NameKey extends `names.${infer Name}` ? Name : never;

const PAGE_TITLES: readonly WordKey[] = [
  'goals.title',
  'budget.title',
  'checks.title',
  'goalposts.title',
  'data.title',
  'glossary.title',
  'about.title',
  'accessibility.title',
];

const PAGE_NAMES = Object.keys(english).filter((key): key is NameKey => key.startsWith('names.'));

const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

/**
 * Returns the words by which a page is found beside its own. A query is cut into words by the browser, the index
 * by another dictionary: where words have no spaces, they are indexed in the browser's pieces too;
 * where readings are shown, as they are spoken.
 */
export function findingWords(edition: Edition, title: string, terms: string): string {
  const plain = withoutReadings(title);
  const more = withoutReadings(terms);
  const words = [
    more,
    ...piecesOf(edition.tag, plain),
    ...piecesOf(edition.tag, more),
    ...(edition.readings === 'shown'
      ? [spoken(title), spoken(title).replaceAll(' ', ''), spoken(terms)]
      : []),
  ];
  return words.join(' ').replace(/\s+/gu, ' ').trim();
}

function piecesOf(tag: string, text: string): string[] {
  if (!SPACELESS.test(text)) return [];
  return [...new Intl.Segmenter(tag, { granularity: 'word' }).segment(text)]
    .filter((piece) => piece.isWordLike)
    .map((piece) => piece.segment);
}

const known = new WeakMap<Model, ReadonlyMap<string, readonly string[]>>();

/** Names of a thing in every language it is translated to. */
function namesOf(model: Model, dataset: string, id: string): readonly string[] {
  const names = known.get(model) ?? namesById(model);
  known.set(model, names);
  return names.get(`${dataset}/${id}`) ?? [];
}

function namesById(model: Model): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const row of [...model.translations.values()].flat()) {
    if (row.field !== 'name') continue;
    const key = `${row.dataset}/${row.id}`;
    names.set(key, [...(names.get(key) ?? []), row.text]);
  }
  return names;
}

/** An indicator: its name in every language, as the documents print it, its reading and synonyms, its goals. */
export function indicatorFinding(edition: Edition, indicator: Indicator): Finding {
  const { model } = edition;
  const uses = having(model.uses, 'indicator_id', indicator.id);
  const targets = [...new Set(uses.flatMap((use) => use.sdg_targets))];
  const goals = [...new Set(targets.map(goalOf))];
  return {
    terms: joined([
      indicator.name,
      indicator.official_name,
      edition.translate('indicators', indicator.id, 'official_name', '').text,
      indicator.reading,
      indicator.reading.replaceAll(' ', ''),
      ...namesOf(model, 'indicators', indicator.id),
      ...targets.map(goalTerm),
      ...goals.map(goalTerm),
    ]),
    synonyms: joined([
      ...indicator.synonyms,
      edition.translate('indicators', indicator.id, 'synonyms', '').text,
    ]),
    facets: {
      plan: distinct(uses.map((use) => use.plan_id)),
      goal: goals,
      bureau: distinct([indicator.department]),
      ward: distinct(uses.map((use) => wardOf(model, use.section_id))),
    },
  };
}

export function measureFinding(edition: Edition, measure: Measure): Finding {
  const { model } = edition;
  const synonyms = edition.translate('measures', measure.measure_id, 'synonyms', '').text;
  return {
    ...(synonyms === '' ? {} : { synonyms: joined([synonyms]) }),
    terms: joined([
      measure.name,
      measure.bureau ?? '',
      measure.division ?? '',
      ...namesOf(model, 'measures', measure.measure_id),
    ]),
    facets: {
      plan: [measure.plan_id],
      bureau: distinct([measure.bureau]),
      ward: distinct([wardOf(model, measure.section_id)]),
    },
  };
}

export function sectionFinding(edition: Edition, section: Section): Finding {
  const { model } = edition;
  const targets = having(model.uses, 'section_id', section.id).flatMap((use) => use.sdg_targets);
  return {
    terms: joined([
      section.name,
      ...namesOf(model, 'sections', section.id),
      ...quoted(edition, section),
    ]),
    facets: {
      plan: [section.plan_id],
      goal: distinct(targets.map(goalOf)),
      ward: distinct([wardOf(model, section.id)]),
    },
  };
}

/** Names that a section's narrative gives in quotation marks: people ask for a centre or a campaign by them. */
const QUOTED = /[「“]([^「」“”{}<>。]{2,40})[」”]/gu;

function quoted({ model, tag }: Edition, { id, plan_id }: Section): string[] {
  const text = model.narrative.find(
    (n) => n.plan === plan_id && n.tag === tag && id === `${plan_id}-${n.name}`,
  )?.text;
  return [...withoutReadings(text ?? '').matchAll(QUOTED)].map(([, name = '']) => name);
}

export function planFinding({ model }: Edition, plan: Plan): Finding {
  return {
    terms: joined([plan.name, plan.short_name, ...namesOf(model, 'plans', plan.id)]),
    facets: { plan: [plan.id] },
  };
}

/** Every title and term of a language, from which the search learns the site's words. */
export function searchTexts(edition: Edition): string[] {
  const { model, words } = edition;
  const name = (dataset: string, id: string, original: string) =>
    edition.translate(dataset, id, 'name', original).text;
  return [
    ...model.plans.map((p) => name('plans', p.id, p.name)),
    ...model.sections.map((s) => name('sections', s.id, s.name)),
    ...model.indicators.flatMap((i) => {
      const { terms, synonyms = '' } = indicatorFinding(edition, i);
      return [name('indicators', i.id, i.name), terms, synonyms];
    }),
    ...model.measures.map((m) => name('measures', m.measure_id, m.name)),
    ...glossaryView(edition).flatMap((t) => [t.term.text, ...t.variants]),
    ...PAGE_TITLES.map((key) => words.t(key)),
    ...DATASETS.map((dataset) => words.t(`dataset.${dataset.name}` as WordKey)),
    ...PAGE_NAMES.map((key) => words.t(key)),
  ].map(withoutReadings);
}

/** Returns what people ask for by its original name in a language without kanji: indicators and terms. */
export function searchNames(model: Model): string[] {
  return [
    ...model.indicators.flatMap((i) => [i.name, i.official_name]),
    ...model.glossary.map(({ term }) => term),
  ];
}

/** What a place like this one is: 市, city. */
const KIND_OF_PLACE =
  /(?:[都道府県市区町村]|(?<=\s)(?:city|town|village|ward|county|prefecture))$/iu;

/** Names of the place that the whole site is about, in every language: they choose none of its pages. */
export function searchHere({ model }: Edition): string[] {
  const named = [...model.translations.values()]
    .flat()
    .filter(({ dataset, field }) => dataset === 'site' && field === 'name')
    .map(({ text }) => withoutReadings(text));
  const names = [model.site.name, ...named].flatMap((name) => [
    name,
    name.replace(KIND_OF_PLACE, '').trim(),
    KIND_OF_PLACE.exec(name)?.[0] ?? '',
  ]);
  return [...new Set(names.filter((name) => name !== ''))];
}

/** Words of the glossary that mean the same: a term and its variants. */
export function searchGroups(edition: Edition): string[][] {
  return glossaryView(edition)
    .map(({ term, variants }) => [term.text, ...variants].map(withoutReadings))
    .filter((group) => group.length > 1);
}

/** Readings of a language's own names: titles and terms written with theirs. */
export function searchReadings(edition: Edition): Map<string, string[]> {
  const read = new Map<string, string[]>();
  const add = (word: string, reading: string) => {
    read.set(word, [...new Set([...(read.get(word) ?? []), reading])]);
  };
  for (const { term, reading } of glossaryView(edition))
    if (reading !== null) add(withoutReadings(term.text), reading);
  for (const indicator of edition.model.indicators) add(indicator.name, indicator.reading);
  for (const t of glossaryView(edition))
    if (t.original !== null && t.original.reading !== null)
      add(withoutReadings(t.original.term.text), t.original.reading);
  return read;
}

/** A page of the site itself: people call it by many names. */
export function pageFinding({ words }: Edition, name: PageName): Finding {
  const names = withoutReadings(words.t(`names.${name}`)).split(/\s*[,、]\s*/u);
  return { terms: joined(names), facets: {}, names };
}

/** The glossary is meant by each of its words. */
export function glossaryFinding(edition: Edition): Finding {
  const own = pageFinding(edition, 'glossary');
  const terms = glossaryView(edition).map(({ id, term, original, variants }) => ({
    id: place.term(id),
    words: [term.text, ...variants, ...(original === null ? [] : [original.term.text])].map(
      withoutReadings,
    ),
  }));
  return {
    ...own,
    terms: joined([own.terms, ...terms.flatMap(({ words }) => words)]),
    places: terms,
  };
}

/** The goals' page is found by the number of each goal and of each target it lists. */
export function goalsFinding(edition: Edition, goals: readonly GoalView[]): Finding {
  const own = pageFinding(edition, 'goals');
  const places = goals.map(({ number, id, name, targets }) => ({
    id,
    label: edition.words.t('search.goal', { number: edition.format.integer(number), name }),
    words: [String(number), ...targets.map(({ code }) => code)].map(goalTerm),
  }));
  return { ...own, terms: joined([own.terms, ...places.flatMap(({ words }) => words)]), places };
}

function goalOf(target: string): string {
  return target.split('.')[0] ?? target;
}

/** The ward a section is about: itself or the nearest section above of that kind; null where none is. */
function wardOf(model: Model, id: string): string | null {
  const section = firstHaving(model.sections, 'id', id);
  if (section === undefined) return null;
  if (section.kind === 'ward') return section.id;
  return section.parent_id === null ? null : wardOf(model, section.parent_id);
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].toSorted();
}

function joined(words: readonly string[]): string {
  return normalForm(words.filter((word) => word !== '').join(' '));
}
