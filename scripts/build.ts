import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build as buildPages } from 'astro';
import { writeHeaders } from '../src/build/headers.ts';
import { pictureCache } from '../src/build/picture-cache.ts';
import { lintOutput } from '../src/build/lint.ts';
import { pictureFolder } from '../src/build/pictures.ts';
import { MOST_DOWNLOAD, writeIcons, writeOffline } from '../src/build/offline.ts';
import { buildFolders, newBuildFolder, publish, recover } from '../src/build/publish.ts';
import { writeSearchIndex } from '../src/build/search-index.ts';
import { makePaths } from '../src/core/paths.ts';
import { hasErrors } from '../src/core/problem.ts';
import { inspectCity } from '../src/inspect.ts';
import { cityFolder, PROJECT_FOLDER, siteUrl } from '../src/io/city.ts';
import { readContentFiles } from '../src/io/read-content.ts';
import { readDictionaries } from '../src/io/read-dictionaries.ts';
import { countText, problemText } from './lib/report.ts';
import { makeStages } from './lib/stages.ts';

/**
 * npm run build: checks the content, builds beside the published site, adds the search index, checks
 * the output, and only then puts it in place. Whatever fails, dist/ stays as it was. --times says what
 * each stage took.
 */
const { values: options } = parseArgs({ options: { times: { type: 'boolean' } } });
const stages = makeStages();
try {
  process.exitCode = await build();
} catch (error) {
  // A fault of ours or of a library: say what, keep dist/, show the trace only to those who ask.
  const reason = error instanceof Error ? error.message : String(error);
  say(
    `ビルドが途中で止まりました。公開中のサイト（dist）は変えていません。/ The build stopped; the published site (dist) is unchanged.\n${reason}`,
  );
  if (process.env['DEBUG'] !== undefined) say(error instanceof Error ? (error.stack ?? '') : '');
  process.exitCode = 1;
}

async function build(): Promise<number> {
  const folders = buildFolders(PROJECT_FOLDER);
  recover(folders);
  const city = cityFolder();
  const { model, problems } = await stages.run('check', () =>
    inspectCity(readContentFiles(city), readDictionaries()),
  );
  for (const p of problems) say(problemText(p));
  if (model === null || hasErrors(problems)) {
    say(countText(problems));
    say('公開中のサイト（dist）は変えていません。/ The published site (dist) is unchanged.');
    return 1;
  }
  const url = checkedUrl(siteUrl(model.site.url));
  if (url === null) return 1;
  const folder = newBuildFolder(folders, String(process.pid));
  process.env['SHIRUBE_OUT'] = folder;
  process.env['SHIRUBE_CACHE'] = join(folders.work, 'cache', cacheName(city));
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  await stages.run('pages', () => buildPages({ root: PROJECT_FOLDER, logLevel: 'silent' }));
  writeIcons(folder);
  const pages = await stages.run('search index', () => writeSearchIndex(folder));
  const { base } = makePaths(url, []);
  writeHeaders(folder, base, model.site.languages);
  const { id, languages } = await stages.run('packs and worker', () =>
    writeOffline(folder, base, model.site.languages),
  );
  const findings = await stages.run('lint', () =>
    lintOutput(folder, { base, origin: new URL(url).origin, machine: [PROJECT_FOLDER, city] }),
  );
  if (findings.length > 0) {
    for (const { page, what } of findings) say(`${page}: ${what}`);
    say(`${String(findings.length)} findings in the output; dist is unchanged.`);
    return 1;
  }
  await stages.run('publish', () => {
    publish(folders, folder);
    pictureCache(pictureFolder()).tidy();
  });
  say(countText(problems));
  if (options.times === true) for (const line of stages.lines()) say(line);
  say(`dist: ${String(pages)} pages, build ${id}, ${url}`);
  for (const { segment, download } of languages) {
    const heavy =
      download > MOST_DOWNLOAD ? ' 重すぎます（4 MBまで）/ too heavy (at most 4 MB)' : '';
    say(`offline: ${segment} ${(download / 1e6).toFixed(2)} MB${heavy}`);
  }
  return 0;
}

function checkedUrl(url: string): string | null {
  if (URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol)) return url;
  say(
    `SITE_URL「${url}」は https:// で始まる住所ではありません。/ SITE_URL “${url}” is not an address that starts with https://.`,
  );
  return null;
}

/** Each city and address has a cache of its own: one never shows another's pages. */
function cacheName(city: string): string {
  const key = `${city}\n${process.env['SITE_URL'] ?? ''}`;
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
