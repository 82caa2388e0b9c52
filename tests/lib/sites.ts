import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serve } from '../../scripts/lib/serve.ts';
import { builtSites } from './build-sites.ts';

const project = resolve(import.meta.dirname, '../..');
const cities = join(project, 'tests/fixtures/cities');

export interface SiteLanguage {
  readonly tag: string;
  readonly segment: string;
  readonly name: string;
}

/** A site that was built for the tests. */
export interface BuiltSite {
  readonly name: string;
  /** Folder of the city: content/ and public/. */
  readonly city: string;
  /** Folder of the built files. */
  readonly folder: string;
  /** Where it is published, from site.json. */
  readonly origin: string;
  readonly base: string;
  /** In menu order; the first is the one a reader without JavaScript is sent to. */
  readonly languages: readonly [SiteLanguage, ...SiteLanguage[]];
}

interface SiteFile {
  readonly url: string;
  readonly languages: readonly [SiteLanguage, ...SiteLanguage[]];
}

/** Every built site: the first city at the root, and each city of the fixtures under its base path. */
export const sites: readonly BuiltSite[] = [
  site('first', project),
  ...(existsSync(cities) ? readdirSync(cities) : []).map((name) => site(name, join(cities, name))),
];

/** The first city. */
export const firstSite: BuiltSite = site('first', project);

function site(name: string, city: string): BuiltSite {
  const { url, languages } = JSON.parse(
    readFileSync(join(city, 'content/site.json'), 'utf8'),
  ) as SiteFile;
  const { origin, pathname } = new URL(url);
  const base = pathname.endsWith('/') ? pathname : `${pathname}/`;
  return { name, city, folder: join(builtSites, name), origin, base, languages };
}

export interface ServedSite {
  /** Address of the served site with its base path: "http://127.0.0.1:4321/city/". */
  readonly url: string;
  readonly server: Server;
}

/** Serves a built site under its base path on a free port of this machine. */
export function serveSite({ folder, base }: BuiltSite): Promise<ServedSite> {
  return serve(folder, base, 0);
}

/** Stops a server with the connections that browsers keep open. */
export function stop({ server }: ServedSite): Promise<void> {
  return new Promise((done, failed) => {
    server.close((error) => {
      if (error === undefined) done();
      else failed(error);
    });
    server.closeAllConnections();
  });
}

/** A kind of page: every page of a site is of one, and one of each is looked at in a browser. */
export interface PageKind {
  readonly kind: string;
  /** Matches the page's path below its language. */
  readonly path: RegExp;
  /** Pages to look at in the first site; elsewhere the first that matches. */
  readonly chosen?: readonly string[];
}

export const PAGE_KINDS: readonly PageKind[] = [
  { kind: 'home', path: /^$/u },
  { kind: 'indicators', path: /^indicators\/$/u },
  {
    kind: 'indicator',
    path: /^indicators\/[^/]+\/$/u,
    chosen: [
      'indicators/community-activity/',
      'indicators/groundwater-use/',
      'indicators/nitrate-wells/',
    ],
  },
  { kind: 'compare', path: /^compare\/$/u },
  { kind: 'plans', path: /^plans\/$/u },
  { kind: 'plan', path: /^plans\/[^/]+\/$/u },
  {
    kind: 'section',
    path: /^plans\/[^/]+\/[^/]+\/$/u,
    chosen: ['plans/sdgs-2022/pillar-1/'],
  },
  { kind: 'measures', path: /^measures\/$/u },
  {
    kind: 'measure',
    path: /^measures\/[^/]+\/$/u,
    chosen: ['measures/sdgs-2022-plan-project-1-001/'],
  },
  { kind: 'budget', path: /^budget\/$/u },
  { kind: 'goals', path: /^goals\/$/u },
  { kind: 'goalposts', path: /^goalposts\/$/u },
  { kind: 'checks', path: /^checks\/$/u },
  { kind: 'data', path: /^data\/$/u },
  { kind: 'dataset', path: /^data\/[^/]+\/$/u, chosen: ['data/observations/'] },
  { kind: 'search', path: /^search\/$/u },
  { kind: 'about', path: /^about\/$/u },
  { kind: 'glossary', path: /^glossary\/$/u },
  { kind: 'accessibility', path: /^accessibility\/$/u },
  { kind: 'offline', path: /^offline\/$/u },
  { kind: 'missing', path: /^offline\/missing\/$/u },
];

/** Returns the paths of every page of a language below its segment, in order. */
export function pagePaths(built: BuiltSite, segment: string): string[] {
  return readdirSync(join(built.folder, segment), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file === 'index.html' || file.endsWith('/index.html'))
    .map((file) => file.slice(0, -'index.html'.length))
    .toSorted();
}

export interface SamplePage {
  readonly site: BuiltSite;
  readonly language: SiteLanguage;
  readonly kind: string;
  /** Path below the language's segment: the same in every language. */
  readonly path: string;
  /** Path below the base path: "ja/checks/". */
  readonly address: string;
}

/** Returns a page of each kind in each language of a site. */
export function samplePages(built: BuiltSite): SamplePage[] {
  return built.languages.flatMap((language) => {
    const paths = pagePaths(built, language.segment);
    return PAGE_KINDS.flatMap(({ kind, path, chosen = [] }) => {
      const known = chosen.filter((page) => paths.includes(page));
      const pages = known.length > 0 ? known : paths.filter((page) => path.test(page)).slice(0, 1);
      return pages.map((page) => ({
        site: built,
        language,
        kind,
        path: page,
        address: `${language.segment}/${page}`,
      }));
    });
  });
}

/**
 * Returns a page of each kind, the kinds taking turns through the languages: for what does not depend
 * on both at once. Each kind and each language is seen.
 */
export function samplesInTurn(built: BuiltSite): SamplePage[] {
  const all = samplePages(built);
  const kinds = [...new Set(all.map(({ path }) => path))];
  return kinds.flatMap((path, turn) => {
    const { segment } = built.languages[turn % built.languages.length] ?? built.languages[0];
    return all.filter((sample) => sample.path === path && sample.language.segment === segment);
  });
}

/**
 * Returns some pages beyond one of each kind, in any language: as if drawn by lot, but the same ones until
 * the pages of the site change.
 */
export function drawnPages(built: BuiltSite, count: number): SamplePage[] {
  const lot = ({ address }: SamplePage) => createHash('sha256').update(address).digest('hex');
  const known = new Set(samplePages(built).map(({ address }) => address));
  return built.languages
    .flatMap((language) =>
      pagePaths(built, language.segment).map((path) => ({
        site: built,
        language,
        kind: PAGE_KINDS.find((kind) => kind.path.test(path))?.kind ?? '',
        path,
        address: `${language.segment}/${path}`,
      })),
    )
    .filter(({ address }) => !known.has(address))
    .toSorted((one, other) => (lot(one) < lot(other) ? -1 : 1))
    .slice(0, count);
}

/**
 * Returns the languages in which a page is written: those with a narrative file for it, where any language
 * has one; else all.
 */
export function writtenIn({ city, languages }: BuiltSite, path: string): readonly SiteLanguage[] {
  const [, plan = '', name = 'index'] = /^plans\/([^/]+)\/(?:([^/]+)\/)?$/u.exec(path) ?? [];
  const written = languages.filter(({ tag }) =>
    existsSync(join(city, 'content/plans', plan, tag, `${name}.mdx`)),
  );
  return plan === '' || written.length === 0 ? languages : written;
}
