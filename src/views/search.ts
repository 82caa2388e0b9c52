import { file, page } from '../core/paths.ts';
import { spoken } from '../narrative/ruby.ts';
import type { WordKey } from '../i18n/index.ts';
import type { Edition } from './edition.ts';
import { measureFinding, sectionFinding, indicatorFinding, type Facets } from './finding.ts';
import { goalViews } from './lists.ts';

/** What results can be narrowed down by. */
export interface SearchFilter {
  readonly facet: 'kind' | keyof Facets;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Words and addresses the search needs in the browser. */
export interface SearchWords {
  readonly bundle: string;
  readonly lexicon: string;
  readonly language: string;
  readonly said: Readonly<
    Record<'loading' | 'empty' | 'error' | 'as' | 'some' | 'none' | 'places' | 'near', string>
  >;
  readonly found: { readonly one: string; readonly other: string };
  /** Names of what results can be about, by facet and id. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface SearchView {
  readonly words: SearchWords;
  /** Filters with something to choose between. */
  readonly filters: readonly SearchFilter[];
}

const KINDS = [
  'indicator',
  'measure',
  'section',
  'plan',
  'checks',
  'goals',
  'glossary',
  'data',
  'list',
  'about',
  'accessibility',
  'home',
] as const satisfies readonly (Extract<WordKey, `kind.${string}`> extends `kind.${infer Kind}`
  ? Kind
  : never)[];

/** Returns the search page: its words for the script, and its filters. */
export function searchView(edition: Edition): SearchView {
  const { words, paths, tag } = edition;
  // What a script writes holds no ruby.
  const say = (key: WordKey): string => plain(edition, words.t(key));
  const filters = filtersOf(edition);
  return {
    words: {
      bundle: paths.file(file.pagefind()),
      lexicon: paths.file(file.lexicon(edition.segment)),
      language: tag,
      said: {
        loading: say('search.loading'),
        empty: say('search.empty'),
        error: say('search.error'),
        as: say('search.as'),
        some: say('search.some'),
        none: say('search.filter_none'),
        places: say('search.places'),
        near: say('search.near'),
      },
      found: { one: say('search.found.one'), other: say('search.found.other') },
      labels: Object.fromEntries(
        filters
          .filter(({ facet }) => facet === 'kind' || facet === 'plan')
          .map(({ facet, options }) => [
            facet,
            Object.fromEntries(options.map(({ value, label }) => [value, label])),
          ]),
      ),
    },
    filters: filters.filter(({ options }) => options.length > 1),
  };
}

function filtersOf(edition: Edition): SearchFilter[] {
  const { model, words } = edition;
  const facets = [
    ...model.indicators.map((i) => indicatorFinding(edition, i).facets),
    ...model.measures.map((m) => measureFinding(edition, m).facets),
    ...model.sections.map((s) => sectionFinding(edition, s).facets),
  ];
  const used = (facet: keyof Facets): Set<string> => new Set(facets.flatMap((f) => f[facet] ?? []));
  const wards = used('ward');
  const goals = used('goal');
  const option = (value: string, label: string) => ({ value, label: plain(edition, label) });
  const name = (dataset: string, id: string, original: string): string =>
    edition.translate(dataset, id, 'name', original).text;
  return [
    {
      facet: 'kind',
      label: words.t('search.filter_kind'),
      options: KINDS.map((kind) => option(kind, words.t(`kind.${kind}`))),
    },
    {
      facet: 'plan',
      label: words.t('search.filter_plan'),
      options: model.plans.map((p) =>
        option(p.id, edition.translate('plans', p.id, 'short_name', p.short_name).text),
      ),
    },
    {
      facet: 'goal',
      label: words.t('search.filter_goal'),
      options: goalViews(edition)
        .filter((goal) => goals.has(String(goal.number)))
        .map((goal) =>
          option(String(goal.number), `${edition.format.integer(goal.number)} ${goal.name}`),
        ),
    },
    {
      facet: 'bureau',
      label: words.t('search.filter_bureau'),
      options: [...used('bureau')].toSorted().map((bureau) => option(bureau, bureau)),
    },
    {
      facet: 'ward',
      label: words.t('search.filter_ward'),
      options: model.sections
        .filter((section) => wards.has(section.id))
        .map((section) => option(section.id, name('sections', section.id, section.name))),
    },
  ];
}

function plain(edition: Edition, text: string): string {
  return edition.readings === 'shown' ? spoken(text) : text;
}

/** The lists to browse where a search finds nothing. */
export function browseLinks({ words, paths, tag }: Edition): { text: string; href: string }[] {
  return [
    { text: words.t('nav.indicators'), href: paths.page(tag, page.indicators()) },
    { text: words.t('nav.plans'), href: paths.page(tag, page.plans()) },
    { text: words.t('nav.measures'), href: paths.page(tag, page.measures()) },
    { text: words.t('nav.goals'), href: paths.page(tag, page.goals()) },
    { text: words.t('nav.glossary'), href: paths.page(tag, page.glossary()) },
  ];
}
