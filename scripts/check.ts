import { marksByChapter } from '../src/core/marks.ts';
import { parseArgs } from 'node:util';
import { jsonSchemas } from '../src/core/json-schemas.ts';
import { writeLock } from '../src/core/lock.ts';
import { hasErrors, type Problem } from '../src/core/problem.ts';
import { inspectCity, type Inspection } from '../src/inspect.ts';
import { cityFolder } from '../src/io/city.ts';
import { readContentFiles } from '../src/io/read-content.ts';
import { readDictionaries } from '../src/io/read-dictionaries.ts';
import { writeTextFile } from '../src/io/write-content.ts';
import { annotation, countText, problemsJson, problemText } from './lib/report.ts';

/** npm run check: every problem of the content in one run. Exit code 1 when there is an error. */
const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, fix: { type: 'boolean' } },
});
const city = cityFolder();
const dictionaries = readDictionaries();

let inspection = inspectCity(readContentFiles(city), dictionaries);
if (options.fix === true) {
  fix(inspection);
  inspection = inspectCity(readContentFiles(city), dictionaries);
}
const { problems, model } = inspection;

const report =
  options.json === true
    ? [problemsJson(problems)]
    : [
        ...problems.map((p) => `${problemText(p)}\n`),
        ...(process.env['GITHUB_ACTIONS'] === 'true'
          ? problems.map((p) => `${annotation(p)}\n`)
          : []),
        ...(model === null ? [] : [`${counts(inspection)}\n`]),
        `${countText(problems)}\n`,
      ];
// A reader such as `head` may close the pipe early; that is no error of ours.
process.stdout.on('error', () => undefined);
process.stdout.write(report.join(''));
process.exitCode = hasErrors(problems) ? 1 : 0;

/** Writes what can be mended without changing a value: canonical CSV, new ids, schemas for editors. */
function fix({ content, problems: found }: Inspection): void {
  if (content === null || found.some(isUnreadable)) return;
  const untidy = new Set(found.filter((p) => p.code === 'csv_not_canonical').map((p) => p.file));
  for (const [file, text] of content.canonical) {
    if (untidy.has(file)) writeTextFile(city, file, text);
  }
  for (const [name, text] of jsonSchemas())
    writeTextFile(city, `content/schemas/${name}.json`, text);
  const lockIsSafe = !hasErrors(found) && found.some((p) => p.code === 'id_new');
  if (lockIsSafe) writeTextFile(city, 'content/ids.lock', writeLock(content));
}

/** A file that could not be read whole: nothing is written beside it until a person has mended it. */
function isUnreadable({ code, severity }: Problem): boolean {
  return (
    severity === 'error' && /^(?:encoding_|csv_|json_syntax|mdx_syntax|file_missing)/u.test(code)
  );
}

/** What the site holds, for staff to compare with their documents. */
function counts({ model: m }: Inspection): string {
  if (m === null) return '';
  const rows: readonly (readonly [string, number])[] = [
    ['documents', m.documents.length],
    ['plans', m.plans.length],
    ['sections', m.sections.length],
    ['indicators', m.indicators.length],
    ['uses', m.uses.length],
    ['observations', m.observations.length],
    ['assessments', m.assessments.length],
    ['measures', m.measures.length],
    ['links', m.links.length],
    ['facts', m.facts.length],
    ['glossary', m.glossary.length],
    ['checks', m.checks.length],
    ['findings', m.findings.length],
    ['replies', m.replies.length],
    ['goalposts', m.goalposts.length],
    ['gaps', m.gaps.length],
  ];
  const languages = m.coverage
    .slice(1)
    .map(
      (c) =>
        `${c.tag}: reviewed ${String(c.reviewed)} · machine ${String(c.machine)} · missing ${String(c.missing)} · narrative ${String(c.narrative)}/${String(c.narrative_of)}`,
    );
  const marks = marksByChapter(m).map(({ document_id: document, chapter, counts: own }) =>
    [
      `marks ${document}: ${[chapter.code, chapter.name].filter((part) => part !== null).join(' ')}`,
      ...[...own].map(([mark, count]) => `${mark} ${String(count)}`),
    ].join(' · '),
  );
  return [
    rows.map(([name, count]) => `${name} ${String(count)}`).join(' · '),
    ...marks,
    ...languages,
  ].join('\n');
}
