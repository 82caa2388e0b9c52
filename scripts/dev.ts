import { dev } from 'astro';
import { hasErrors } from '../src/core/problem.ts';
import { inspectCity } from '../src/inspect.ts';
import { cityFolder, PROJECT_FOLDER } from '../src/io/city.ts';
import { readContentFiles } from '../src/io/read-content.ts';
import { readDictionaries } from '../src/io/read-dictionaries.ts';
import { countText, problemText } from './lib/report.ts';

/** npm run dev: checks the content, then shows the site and follows every change. */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const { problems } = inspectCity(readContentFiles(cityFolder()), readDictionaries());
for (const p of problems) process.stdout.write(`${problemText(p)}\n`);
process.stdout.write(`${countText(problems)}\n`);
if (hasErrors(problems)) process.exitCode = 1;
else await dev({ root: PROJECT_FOLDER });
