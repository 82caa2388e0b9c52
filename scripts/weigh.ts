import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseCsv } from '../src/core/csv.ts';
import { cityFolder, PROJECT_FOLDER } from '../src/io/city.ts';
import { lookUp, type Lexicon, type Words } from '../src/search/lexicon.ts';
import { readQuery } from '../src/search/query.ts';
import { BARS } from './lib/bars.ts';
import { startBrowser } from './lib/browser.ts';
import { builtSite, heaviestPages, type Built } from './lib/built-site.ts';
import { serve } from './lib/serve.ts';
import { tableText } from './lib/table.ts';
import { weighPage, weighQuery } from './lib/weigh-page.ts';

/** npm run weigh: what the heaviest page of each kind weighs on a phone. Exit code 1 over a bar. */
const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, queries: { type: 'string', default: '6' } },
});
/** The page whose first view has bars. */
const INDICATOR = 'indicators/…';

const built = builtSite();
if (built === null) process.exitCode = 1;
else {
  const { server, url } = await serve(built.folder, built.base, 0);
  const browser = await startBrowser();
  try {
    await weigh(built, url, browser);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

async function weigh(site: Built, url: string, browser: Awaited<ReturnType<typeof startBrowser>>) {
  const over: string[] = [];
  const bar = (what: string, amount: number, most: number) => {
    if (amount > most) over.push(`${what}: ${String(amount)} > ${String(most)}`);
  };
  const pages = [];
  for (const { kind, segment, address } of heaviestPages(site)) {
    const weight = await weighPage(browser, `${url}${address}`);
    pages.push({ kind, language: segment, address, ...weight });
    if (kind !== INDICATOR) continue;
    const { firstView } = BARS;
    bar(`${address} bytes`, weight.total, firstView.bytes);
    bar(`${address} requests`, weight.requests, firstView.requests);
    bar(`${address} bytes of script`, weight.script, firstView.script);
    bar(`${address} layout shift`, weight.shift, firstView.shift);
    bar(`${address} files that block the view`, weight.blocking.length, firstView.blocking);
    bar(`${address} scripts of the live chart`, weight.later, BARS.chart);
  }
  const queries = [];
  for (const { segment, query } of queriesOf(site, Number(options.queries))) {
    const bytes = await weighQuery(browser, `${url}${segment}/search/`, query);
    queries.push({ language: segment, query, bytes });
    const isOneWord = readQuery(query, wordsOfSearch(site, segment)).tokens.length === 1;
    bar(
      `the query “${query}” in ${segment}, bytes beyond the page`,
      bytes,
      isOneWord ? BARS.search.oneWord : BARS.search.anyQuery,
    );
  }
  const packs = site.files
    .filter((file) => /^packs\/.+\.pack$/u.test(file))
    .map((file) => ({ file, bytes: statSync(join(site.folder, file)).size }));
  for (const { file, bytes } of packs) bar(file, bytes, BARS.pack);
  process.exitCode = over.length > 0 ? 1 : 0;
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify({ pages, queries, packs, over }, null, 2)}\n`);
    return;
  }
  const head = 'page|lang|requests|html|css|script|other|total|later|shift|blocking'.split('|');
  process.stdout.write(
    `${[
      tableText([
        head,
        ...pages.map((p) => [
          p.kind,
          p.language,
          p.requests,
          p.html,
          p.css,
          p.script,
          p.other,
          p.total,
          p.later,
          Math.round(p.shift * 1000) / 1000,
          p.blocking.length,
        ]),
      ]),
      tableText([
        ['query', 'lang', 'bytes beyond the page'],
        ...queries.map((q) => [q.query, q.language, q.bytes]),
      ]),
      ...(packs.length === 0
        ? []
        : [tableText([['pack', 'bytes'], ...packs.map((p) => [p.file, p.bytes])])]),
      over.length === 0 ? 'nothing is over a bar' : `over a bar:\n${over.join('\n')}`,
    ].join('\n\n')}\n`,
  );
}

/** What the search of a language knows about words: a Japanese question has no spaces, and many words. */
function wordsOfSearch(site: Built, segment: string): Words {
  const file = join(site.folder, 'search', `${segment}.json`);
  return lookUp(JSON.parse(readFileSync(file, 'utf8')) as Lexicon);
}

/** Some queries a language: those that the tests of the search ask, spread over the list, else names. */
function queriesOf(site: Built, count: number): { segment: string; query: string }[] {
  return site.languages.flatMap(({ tag, segment }) => {
    const folder = join(PROJECT_FOLDER, 'tests/search');
    const file = join(folder, `${tag}.csv`);
    const isOwn = existsSync(file) && cityFolder() === PROJECT_FOLDER;
    const asked = isOwn ? column(file, 'query') : wordsOf(site, segment);
    const step = Math.max(1, Math.floor(asked.length / count));
    return asked
      .filter((_, at) => at % step === 0)
      .slice(0, count)
      .map((query) => ({ segment, query }));
  });
}

function column(file: string, name: string): string[] {
  const { header, rows } = parseCsv(file, readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''));
  const at = header.indexOf(name);
  return rows.flatMap(({ cells }) => cells[at] ?? []);
}

/** Words of the home page's heading and links: something a reader would ask for. */
function wordsOf(site: Built, segment: string): string[] {
  const html = readFileSync(join(site.folder, segment, 'indicators/index.html'), 'utf8');
  const main = html.slice(html.indexOf('<main'));
  const links = [...main.matchAll(/<a [^>]*indicators\/[^>]*>([^<]+)<\/a>/gu)].map(
    ([, text = '']) => text.trim(),
  );
  return [...new Set(links.flatMap((text) => [text.split(/\s/u)[0] ?? '', text]))].filter(
    (text) => text.length > 1,
  );
}
