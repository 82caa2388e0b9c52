import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../src/core/csv.ts';

/** The import rules of the architecture, read from the source text. */

const ROOT = process.cwd();
const slashed = (path: string) => path.split(sep).join('/');

function filesBelow(folder: string, form: RegExp): string[] {
  const found = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && form.test(entry.name))
    .map((entry) => slashed(relative(ROOT, join(entry.parentPath, entry.name))))
    .toSorted();
}

const CODE = /\.(?:ts|astro|mjs|js)$/u;
const SOURCES = new Map(
  filesBelow('src', CODE).map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]),
);

/** Comments do not import; strings that hold // (addresses) stay whole. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|[\s;{}(,])\/\/[^\n]*/gu, '$1');
}

interface Import {
  readonly file: string;
  /** A path from the project's folder for own files, else the package's name as written. */
  readonly target: string;
  /** True where only types come in: nothing is left of it in the browser or at build. */
  readonly typeOnly: boolean;
}

function importsOf(file: string, source: string): Import[] {
  const text = withoutComments(source);
  const own = (name: string) => (name.startsWith('.') ? slashed(join(dirname(file), name)) : name);
  const statements = [
    ...text.matchAll(/\b(import|export)\s+(type\s+)?([\w*{}\s,$]*?)\s*from\s*['"]([^'"]+)['"]/gu),
  ].map(([, , type, names = '', name = '']): Import => {
    const listed =
      /^\{([\s\S]*)\}$/u
        .exec(names.trim())?.[1]
        ?.split(',')
        .map((n) => n.trim())
        .filter((n) => n !== '') ?? [];
    const typeOnly =
      type !== undefined || (listed.length > 0 && listed.every((n) => n.startsWith('type ')));
    return { file, target: own(name), typeOnly };
  });
  const bare = [...text.matchAll(/\bimport\s*(?:\(\s*)?['"]([^'"]+)['"]/gu)].map(
    ([, name = '']): Import => ({ file, target: own(name), typeOnly: false }),
  );
  return [...statements, ...bare];
}

const IMPORTS = [...SOURCES].flatMap(([file, source]) => importsOf(file, source));
const from = (folder: string) => IMPORTS.filter((i) => i.file.startsWith(folder));
/** Imports of a folder that no form allows, as "file → target". */
function strays(
  folder: string,
  allowed: readonly RegExp[],
  typesAllowed: readonly RegExp[] = [],
): string[] {
  return from(folder)
    .filter(
      (i) =>
        !allowed.some((form) => form.test(i.target)) &&
        !(i.typeOnly && typesAllowed.some((form) => form.test(i.target))),
    )
    .map((i) => `${i.file} → ${i.target}`);
}

describe('importsOf', () => {
  it('reads every form of import', () => {
    const text = [
      `import { a, type B } from './b.ts';`,
      `import type { C } from "../core/c.ts";`,
      `import { type D, type E } from 'zod';`,
      `import * as all from './all.ts';`,
      `import dflt, { x } from 'papaparse';`,
      `export { y } from './y.ts';`,
      `export type { Z } from './z.ts';`,
      `import './side.css';`,
      `const lazy = await import('./lazy.ts');`,
      `import {\n  one,\n  two,\n} from './lines.ts';`,
      `// import { no } from './comment.ts';`,
      `/* import './comment.ts'; */`,
      `const url = 'https://example.org/x';`,
    ].join('\n');
    expect(
      importsOf('src/views/x.ts', text)
        .map((i) => `${i.typeOnly ? 'type ' : ''}${i.target}`)
        .toSorted(),
    ).toEqual(
      [
        'src/views/b.ts',
        'type src/core/c.ts',
        'type zod',
        'src/views/all.ts',
        'papaparse',
        'src/views/y.ts',
        'type src/views/z.ts',
        'src/views/side.css',
        'src/views/lazy.ts',
        'src/views/lines.ts',
      ].toSorted(),
    );
  });

  it('sees the whole of src', () => {
    expect(SOURCES.size).toBeGreaterThan(50);
    expect(IMPORTS.length).toBeGreaterThan(150);
  });
});

describe('what may import what', () => {
  it('core imports only itself, zod, papaparse and jsonc-parser', () => {
    expect(strays('src/core/', [/^src\/core\//u, /^(?:zod|papaparse|jsonc-parser)$/u])).toEqual([]);
  });

  it('narrative imports only itself, core, @mdx-js/mdx, parse5, yaml and zod', () => {
    expect(
      strays('src/narrative/', [
        /^src\/(?:narrative|core)\//u,
        /^(?:@mdx-js\/mdx|parse5|yaml|zod)$/u,
      ]),
    ).toEqual([]);
  });

  it('charts import only themselves, types of core and chart.js', () => {
    expect(strays('src/charts/', [/^src\/charts\//u, /^chart\.js$/u], [/^src\/core\//u])).toEqual(
      [],
    );
  });

  it('views import only themselves, core, i18n, charts, search and the notation of readings', () => {
    expect(
      strays('src/views/', [
        /^src\/(?:views|core|i18n|charts|search)\//u,
        /^src\/narrative\/ruby\.ts$/u,
      ]),
    ).toEqual([]);
  });

  it('search imports only itself', () => {
    expect(strays('src/search/', [/^src\/search\//u])).toEqual([]);
  });

  it('pictures import only themselves, the charts, the values of views and the maker of QR codes', () => {
    expect(
      strays(
        'src/pictures/',
        [/^src\/(?:pictures|charts)\//u, /^src\/views\/picture\.ts$/u, /^uqr$/u],
        [/^src\/views\//u],
      ),
    ).toEqual([]);
  });

  it('components import types, and format, paths, i18n, the drawing and each other', () => {
    expect(
      strays(
        'src/components/',
        [
          /^src\/components\//u,
          /^src\/core\/(?:format|paths|i18n)\.ts$/u,
          /^src\/charts\/draw\.ts$/u,
          // The marks of states and of the site: one drawing for pages and pictures; and the QR code.
          /^src\/pictures\/(?:marks|qr-code)\.ts$/u,
        ],
        [/^src\/(?:views|i18n|core|islands|pictures)\//u],
      ),
    ).toEqual([]);
  });

  it('islands import only themselves, core, charts, search, chart.js, what they say to the worker, and types of views', () => {
    expect(
      strays(
        'src/islands/',
        [
          /^src\/(?:islands|core|charts|search)\//u,
          // The words that pages and the service worker exchange.
          /^src\/worker\/site\.ts$/u,
          /^chart\.js$/u,
        ],
        [/^src\/views\//u],
      ),
    ).toEqual([]);
  });

  it('the worker imports only itself and core', () => {
    expect(strays('src/worker/', [/^src\/(?:worker|core)\//u])).toEqual([]);
  });

  it.each(['src/pages/', 'src/layouts/'])(
    '%s import only site.ts, views, components, layouts, paths, words, readings, terms, islands, styles and astro',
    (folder) => {
      const allowed = [
        /^src\/site\.ts$/u,
        /^src\/(?:views|components|layouts|islands|styles)\//u,
        // plainText of a sentence, for titles and descriptions: the same door components have.
        /^src\/core\/(?:paths|i18n)\.ts$/u,
        // The last touch to a page's HTML: its terms explained, and titles without readings.
        /^src\/narrative\/(?:ruby|terms)\.ts$/u,
        /^astro(?::|$|\/)/u,
        /^@astrojs\//u,
      ];
      expect(strays(folder, allowed, [/^src\/(?:core|i18n)\//u])).toEqual([]);
    },
  );

  it('only io, build, content.config.ts and site.ts touch the disk', () => {
    const users = IMPORTS.filter((i) => /^(?:node:)?fs(?:\/|$)/u.test(i.target)).map((i) => i.file);
    const strangers = users.filter(
      (file) => !/^src\/(?:io\/|build\/|content\.config\.ts$|site\.ts$)/u.test(file),
    );
    expect(users.length).toBeGreaterThan(0);
    expect(strangers).toEqual([]);
  });

  it('core, narrative, charts, pictures, views, search, components, islands and the worker know nothing of Node', () => {
    const pure =
      /^src\/(?:core|narrative|charts|pictures|views|search|components|islands|worker)\//u;
    const strangers = IMPORTS.filter(
      (i) =>
        pure.test(i.file) &&
        /^(?:node:|(?:fs|path|os|url|process|crypto|child_process)(?:\/|$))/u.test(i.target),
    );
    expect(strangers.map((i) => `${i.file} → ${i.target}`)).toEqual([]);
    const globals = [...SOURCES].filter(
      ([file, text]) =>
        pure.test(file) && /\b(?:process\.|__dirname|require\()/u.test(withoutComments(text)),
    );
    expect(globals.map(([file]) => file)).toEqual([]);
  });

  it('nothing in core, narrative, charts, pictures, views, search or components reads the clock or draws lots', () => {
    const pure =
      /^src\/(?:core|narrative|charts|pictures|views|search|components|pages|layouts)\//u;
    const forms = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b/u;
    expect(
      [...SOURCES]
        .filter(([file, text]) => pure.test(file) && forms.test(withoutComments(text)))
        .map(([file]) => file),
    ).toEqual([]);
  });
});

describe('no city in src', () => {
  /** Names that are a city's and the engine's own at once, each with its reason. */
  const SHARED: ReadonlySet<string> = new Set<string>([
    // The first chapter of a plan; in the engine's sentences the everyday word "at first".
    'はじめに',
    // Everyday words of a language that an id may be as well: the search knows what they mean.
    'births',
    'greenery',
  ]);

  function cities(): string[] {
    const folder = join(ROOT, 'tests/fixtures/cities');
    const names = existsSync(folder)
      ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'content/site.json')))
      : [];
    return ['content', ...names.map((name) => `tests/fixtures/cities/${name}/content`)];
  }

  type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
  /** The texts of some keys, anywhere in a JSON value. */
  function textsOf(value: Json, keys: ReadonlySet<string>): string[] {
    if (Array.isArray(value)) return (value as readonly Json[]).flatMap((v) => textsOf(v, keys));
    if (value === null || typeof value !== 'object') return [];
    return Object.entries(value as Readonly<Record<string, Json>>).flatMap(([key, v]) =>
      typeof v === 'string' ? (keys.has(key) ? [v] : []) : textsOf(v, keys),
    );
  }

  const read = (file: string) =>
    JSON.parse(readFileSync(join(ROOT, file), 'utf8').replace(/^\uFEFF/u, '')) as Json;
  const firstCells = (file: string) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split(/\r?\n/u)
      .slice(1)
      .map((line) => line.split(',')[0] ?? '')
      .filter((cell) => /^[a-z0-9-]+$/u.test(cell));

  function wordsOf(content: string): string[] {
    const json = (name: string, keys: readonly string[]) =>
      textsOf(read(`${content}/${name}`), new Set(keys));
    const folders = (name: string) =>
      readdirSync(join(ROOT, content, name), { withFileTypes: true })
        .filter((e) => e.isDirectory())
        .map((e) => e.name);
    const plans = folders('plans');
    const documents = folders('documents');
    const indicators = readdirSync(join(ROOT, content, 'indicators')).map((name) =>
      name.replace(/\.json$/u, ''),
    );
    const site = read(`${content}/site.json`) as {
      readonly name: string;
      readonly publisher: string;
      readonly area_code: string | null;
    };
    const tables = existsSync(join(ROOT, content, 'translations'))
      ? readdirSync(join(ROOT, content, 'translations'))
      : [];
    const translated = tables.flatMap((name) => {
      const rows = parseCsv(
        name,
        readFileSync(join(ROOT, content, 'translations', name), 'utf8').replace(/^\uFEFF/u, ''),
      ).rows;
      return rows
        .filter(({ cells }) => cells[0] === 'site' && cells[2] === 'name')
        .flatMap(({ cells }) => [cells[3] ?? '', (cells[3] ?? '').split(' ')[0] ?? '']);
    });
    return [
      ...translated,
      site.name,
      site.name.replace(/[市町村区]$/u, ''),
      site.publisher,
      site.area_code ?? '',
      ...plans,
      ...documents,
      ...indicators,
      ...plans.flatMap((plan) => json(`plans/${plan}/plan.json`, ['id', 'name', 'short_name'])),
      ...documents.flatMap((document) =>
        json(`documents/${document}/document.json`, ['name', 'short_name']),
      ),
      ...indicators.flatMap((indicator) =>
        json(`indicators/${indicator}.json`, ['name', 'official_name']),
      ),
      ...documents.flatMap((d) =>
        ['observations', 'assessments', 'measures'].flatMap((table) =>
          firstCells(`${content}/documents/${d}/${table}.csv`),
        ),
      ),
      ...firstCells(`${content}/facts.csv`),
    ];
  }

  /** Five letters or more in ASCII; a name in Japanese says as much in two. */
  const telling = (word: string) =>
    /^[\x20-\x7E]*$/u.test(word) ? /^(?=(?:.*[a-z]){5})|^\d{6}$/iu.test(word) : word.length >= 2;

  it.each(cities())('holds no name or id of %s', (content) => {
    const words = [...new Set(wordsOf(content))].filter(
      (word) => telling(word) && !SHARED.has(word),
    );
    expect(words.length).toBeGreaterThan(20);
    const all = [
      ...SOURCES,
      ...filesBelow('src', /\.(?:json|css|svg)$/u).map(
        (file) => [file, readFileSync(join(ROOT, file), 'utf8')] as const,
      ),
    ];
    const whole = (word: string) => {
      const plain = word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
      return /^[\x20-\x7E]*$/u.test(word)
        ? new RegExp(`(?<![\\w-])${plain}(?![\\w-])`, 'u')
        : new RegExp(plain, 'u');
    };
    const found = words.flatMap((word) => {
      const form = whole(word);
      return all
        .filter(([, text]) => text.includes(word) && form.test(text))
        .map(([file]) => `${file}: ${word}`);
    });
    expect(found).toEqual([]);
  });
});

describe('the source itself', () => {
  it('uses no any and switches no check off', () => {
    const forms =
      /:\s*any\b|\bas\s+any\b|<any\b|\bany\[\]|\bany\s*[,>|&](?=[^\n]*[>;)])|@ts-(?:ignore|nocheck|expect-error)|eslint-disable/u;
    expect(forms.test('const x: any = 1')).toBe(true);
    expect(forms.test('// @ts-ignore')).toBe(true);
    const typed = [...SOURCES].filter(
      ([, text]) => forms.test(withoutComments(text)) || /@ts-|eslint-disable/u.test(text),
    );
    expect(typed.map(([file]) => file)).toEqual([]);
  });

  it('has no file longer than 450 lines', () => {
    const long = [...SOURCES]
      .map(([file, text]) => [file, text.split('\n').length] as const)
      .filter(([, lines]) => lines > 450);
    expect(long).toEqual([]);
  });
});
