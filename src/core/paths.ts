/**
 * The one maker of addresses. Every link, file and canonical address of a site comes from here, so
 * that a base path, a language segment or a page's place changes in one file.
 */
export interface LanguageSegment {
  readonly tag: string;
  readonly segment: string;
}

/** A page of a language, without language or base path: what the language menu switches between. */
export type PagePath = string;

/** Places of the pages below a language's segment; each ends in "/". */
export const page = {
  home: (): PagePath => '',
  plans: (): PagePath => 'plans/',
  plan: (plan: string): PagePath => `plans/${plan}/`,
  section: (plan: string, tail: string): PagePath => `plans/${plan}/${tail}/`,
  indicators: (): PagePath => 'indicators/',
  indicator: (id: string): PagePath => `indicators/${id}/`,
  /** Two indicators side by side. */
  compare: (): PagePath => 'compare/',
  measures: (): PagePath => 'measures/',
  measure: (id: string): PagePath => `measures/${id}/`,
  budget: (): PagePath => 'budget/',
  goals: (): PagePath => 'goals/',
  goalposts: (): PagePath => 'goalposts/',
  checks: (): PagePath => 'checks/',
  data: (): PagePath => 'data/',
  dataset: (name: string): PagePath => `data/${name}/`,
  search: (): PagePath => 'search/',
  about: (): PagePath => 'about/',
  glossary: (): PagePath => 'glossary/',
  accessibility: (): PagePath => 'accessibility/',
  offline: (): PagePath => 'offline/',
  /** What a reader without network sees in place of a page that is not on the device. */
  missing: (): PagePath => 'offline/missing/',
} as const;

/** Files outside the languages. */
export const file = {
  dataset: (name: string, format: 'csv' | 'json') => `data/${name}.${format}`,
  indicator: (id: string, format: 'csv' | 'json' | 'svg' | 'png') =>
    `data/indicators/${id}.${format}`,
  /** The picture that links to a language's pages are shown with: an indicator's, or that of all others. */
  share: (segment: string, indicator: string | null) =>
    indicator === null ? `share/${segment}.png` : `share/${segment}/${indicator}.png`,
  pagefind: () => 'pagefind/',
  lexicon: (segment: string) => `search/${segment}.json`,
  sitemap: () => 'sitemap-0.xml',
  sitemapIndex: () => 'sitemap-index.xml',
  worker: () => 'sw.js',
  manifest: () => 'manifest.webmanifest',
  icon: (name: string) => `icons/${name}`,
  packs: () => 'packs/',
  pack: (segment: string, build: string) => `packs/${segment}-${build}.pack`,
} as const;

export interface Paths {
  /** Base path with a slash at both ends: "/" or "/city/". */
  readonly base: string;
  /** Address of a page in a language, from the host's root: "/city/en/checks/". */
  readonly page: (tag: string, path: PagePath) => string;
  /** Address of a file, from the host's root. */
  readonly file: (path: string) => string;
  /** Full address with host, for canonical links, downloads and metadata. */
  readonly absolute: (address: string) => string;
  readonly search: (tag: string, query: string) => string;
  /** Address of the comparison of an indicator with another one, which is still to be chosen. */
  readonly compare: (tag: string, indicator: string) => string;
  readonly root: string;
}

/** Returns the maker of addresses of a site published at `url` (with its base path, if any). */
export function makePaths(url: string, languages: readonly LanguageSegment[]): Paths {
  const { origin, pathname } = new URL(url);
  const base = pathname.endsWith('/') ? pathname : `${pathname}/`;
  const segments = new Map(languages.map((l) => [l.tag, l.segment]));
  const pagePath = (tag: string, path: PagePath): string => {
    const segment = segments.get(tag);
    if (segment === undefined) throw new Error(`No such language: ${tag}`);
    return `${base}${segment}/${path}`;
  };
  return {
    base,
    root: base,
    page: pagePath,
    file: (path) => `${base}${path}`,
    absolute: (address) => `${origin}${address}`,
    search: (tag, query) => `${pagePath(tag, page.search())}?q=${encodeURIComponent(query)}`,
    compare: (tag, indicator) => `${pagePath(tag, page.compare())}?a=${indicator}`,
  };
}

/** Returns an address with the id of a place on the page. */
export function anchor(address: string, id: string): string {
  return `${address}#${id}`;
}

/** Ids of places that other pages link to. */
export const place = {
  goal: (goal: number) => `goal-${String(goal)}`,
  check: (checkId: string) => checkId,
  finding: (findingId: string) => `finding-${findingId}`,
  /** Checks that differ, and the list of all of them. */
  differing: 'differing',
  checks: 'all-checks',
  gap: (gapId: string) => gapId,
  gaps: 'gaps',
  judging: 'judging',
  remarks: 'remarks',
  links: 'links',
  unofficial: 'unofficial',
  term: (termId: string) => `term-${termId}`,
  section: (tail: string) => `section-${tail}`,
  question: (id: string) => `question-${id}`,
  questions: 'questions',
  report: 'report',
  observation: (id: string) => id,
} as const;
