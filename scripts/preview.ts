import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildFolders, recover } from '../src/build/publish.ts';
import { makePaths } from '../src/core/paths.ts';
import { inspectCity } from '../src/inspect.ts';
import { cityFolder, PROJECT_FOLDER, siteUrl } from '../src/io/city.ts';
import { readContentFiles } from '../src/io/read-content.ts';
import { readDictionaries } from '../src/io/read-dictionaries.ts';
import { serve } from './lib/serve.ts';

/** npm run preview: shows the built site under its base path. */
const { values: options } = parseArgs({ options: { port: { type: 'string', default: '4321' } } });
const folders = buildFolders(PROJECT_FOLDER);
recover(folders);
if (existsSync(folders.dist)) {
  const { model } = inspectCity(readContentFiles(cityFolder()), readDictionaries());
  const { base } = makePaths(siteUrl(model?.site.url ?? 'http://localhost/'), []);
  const { url } = await serve(folders.dist, base, Number(options.port));
  process.stdout.write(`${url}\n`);
} else {
  process.stdout.write(
    'dist がありません。npm run build を先に。/ No dist yet: run "npm run build" first.\n',
  );
  process.exitCode = 1;
}
