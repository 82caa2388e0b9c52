import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Files } from '../../src/core/content.ts';
import { parseCsv } from '../../src/core/csv.ts';
import { readContentFiles } from '../../src/io/read-content.ts';
import {
  expectedProblems,
  invalidFixtures,
  overlaidFiles,
  PROJECT,
  SECOND_CITY,
  writeCity,
} from '../lib/city.ts';

/** npm run check as a person or a machine meets it: a process with an exit code and words. */
interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

const written: (() => void)[] = [];
afterAll(() => {
  for (const remove of written) remove();
});

/** Many processes run the same code: it is compiled once. */
const compiled = mkdtempSync(join(tmpdir(), 'shirube-compiled-'));
written.push(() => {
  rmSync(compiled, { recursive: true, force: true });
});

function inFolder(files: Files): string {
  const { folder, remove } = writeCity(files);
  written.push(remove);
  return folder;
}

function check(
  city: string,
  options: readonly string[] = [],
  extra: NodeJS.ProcessEnv = {},
): Promise<Run> {
  const { GITHUB_ACTIONS: _, ...environment } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/check.ts', ...options], {
      cwd: PROJECT,
      env: { ...environment, CITY: city, NODE_COMPILE_CACHE: compiled, ...extra },
    });
    let out = '';
    let error = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, error });
    });
  });
}

const sound = () => new Map(readContentFiles(SECOND_CITY));
const textOf = (files: Files, file: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(file));
const bytesOf = (text: string) => new TextEncoder().encode(text);

const bothLanguages = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });
const report = z.array(
  z.strictObject({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    file: z.string(),
    line: z.int().nullable(),
    column: z.int().nullable(),
    field: z.string().nullable(),
    value: z.string().nullable(),
    message: bothLanguages,
    hint: bothLanguages,
  }),
);

describe('npm run check', () => {
  it('ends with 0 for a city that only has warnings, and counts what the site holds', async () => {
    const { code, out } = await check(SECOND_CITY);
    expect(code).toBe(0);
    expect(out).toContain('documents 3 · plans 2 · sections 8 · indicators 11');
    expect(out.trimEnd().split('\n').at(-1)).toBe('エラー 0件、注意 3件 / 0 errors, 3 warnings');
  });

  it('ends with 1 for a city with an error, and counts nothing of a site that cannot be built', async () => {
    const { code, out } = await check(inFolder(overlaidFiles('value_not_number')));
    expect(code).toBe(1);
    expect(out).not.toContain('documents 3');
    expect(out).toContain('/ 1 errors, 1 warnings');
  });

  it('ends with 1 for a folder that does not exist', async () => {
    const { code, out } = await check(join(SECOND_CITY, 'nowhere'));
    expect(code).toBe(1);
    expect(out).toContain('content_empty');
    expect(out).toContain('site.json');
  });

  it('names file, line, column, field, value and remedy in Japanese and in English', async () => {
    const { out } = await check(inFolder(overlaidFiles('value_not_number')));
    expect(out).toContain(
      'content/documents/harbour-2015-report/observations.csv:3:15  value_not_number',
    );
    expect(out).toContain(
      'エラー [3行 15列目（value）]: 「value」は数の列ですが、「約80」と書かれています。',
    );
    expect(out).toMatch(/→ 半角数字だけにしてください/u);
    expect(out).toContain(
      'error [line 3, column 15 (value)]: “value” holds numbers, but says “約80”.',
    );
    expect(out).toMatch(/→ Write ASCII digits only, such as 34\.5/u);
  });

  it('tells the mistakes of all files in one run', async () => {
    const { out } = await check(inFolder(overlaidFiles('value_not_number--among-others')));
    for (const { code, file, line } of expectedProblems('value_not_number--among-others')) {
      const at = [file, line].filter((part) => part !== null).join(':');
      expect(out).toMatch(new RegExp(`^${at.replaceAll('.', '\\.')}[: ].*${code}$`, 'mu'));
    }
  });

  it('gives programs one JSON array with both languages', async () => {
    const { code, out } = await check(inFolder(overlaidFiles('unknown_reference')), ['--json']);
    expect(code).toBe(1);
    const problems = report.parse(JSON.parse(out));
    const found = problems.find((p) => p.code === 'unknown_reference');
    expect([found?.line, found?.column, found?.field, found?.value]).toEqual([
      3,
      8,
      'indicator_id',
      'lighthouse-visitor',
    ]);
    expect(found?.hint.ja).toContain('lighthouse-visitors');
    expect(found?.hint.en).toContain('lighthouse-visitors');
  });

  it('annotates each problem for continuous integration, and only there', async () => {
    const city = inFolder(overlaidFiles('value_not_number--percent'));
    const here = await check(city, [], { GITHUB_ACTIONS: 'true' });
    const annotations = here.out.split('\n').filter((line) => line.startsWith('::'));
    expect(annotations[0]).toMatch(
      /^::error file=content\/documents\/harbour-2015-report\/observations\.csv,line=4,col=15::“value” holds numbers, but says “80\.5%25”\. Write/u,
    );
    expect(
      annotations.slice(1).every((line) => /^::warning file=content\/[^:]+::\S/u.test(line)),
    ).toBe(true);
    expect((await check(city)).out).not.toMatch(/^::/mu);
  });

  it('refuses an option it does not know without doing anything', async () => {
    const files = sound();
    files.set(
      'content/facts.csv',
      bytesOf(textOf(files, 'content/facts.csv').replaceAll('\r\n', '\n')),
    );
    const city = inFolder(files);
    const before = readFileSync(join(city, 'content/facts.csv'));
    const { code, out, error } = await check(city, ['--fixx']);
    expect(code).not.toBe(0);
    expect(`${out}${error}`).toContain('--fixx');
    expect(readFileSync(join(city, 'content/facts.csv')).equals(before)).toBe(true);
  });
});

describe('npm run check on every invalid fixture', () => {
  const fixtures = invalidFixtures();
  const runs = new Map<string, Promise<Run>>();

  /** Four at a time: a process is started when one of four ends. */
  function runAll(): Promise<Run[]> {
    const waiting = fixtures.map((name) => ({ name, city: inFolder(overlaidFiles(name)) }));
    const results: Run[] = [];
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const run = check(next.city);
        runs.set(next.name, run);
        results.push(await run);
      }
    };
    return Promise.all([worker(), worker(), worker(), worker()]).then(() => results);
  }

  it('ends with 1 where there is an error and 0 where there is none, says what, and shows no stack trace', async () => {
    expect(await runAll()).toHaveLength(fixtures.length);
    for (const name of fixtures) {
      const run = await runs.get(name);
      if (run === undefined) throw new Error(`${name} was not run`);
      const { code, out, error } = run;
      const wanted = expectedProblems(name);
      expect(code, name).toBe(wanted.some((p) => p.severity === 'error') ? 1 : 0);
      for (const p of wanted) expect(out, name).toContain(`  ${p.code}\n`);
      expect(`${out}${error}`, name).not.toMatch(/^ {4}at /mu);
      expect(error, name).toBe('');
    }
  });
});

describe('npm run check -- --fix', () => {
  /** The content without the schemas for editors, which --fix writes beside it. */
  const contentOf = (city: string) =>
    new Map([...readContentFiles(city)].filter(([file]) => !file.startsWith('content/schemas/')));

  /** A sound city as a spreadsheet leaves it: no mark, other line ends, order, columns and quotes. */
  function untidy(): Map<string, Uint8Array> {
    const files = sound();
    const facts = parseCsv('facts', textOf(files, 'content/facts.csv').slice(1));
    const backwards = [facts.header, ...facts.rows.map((row) => row.cells).toReversed()].map(
      (row) =>
        row
          .map((cell) => `"${cell.replaceAll('"', '""')}"`)
          .toReversed()
          .join(','),
    );
    files.set('content/facts.csv', bytesOf(`${backwards.join('\n')}\n\n`));
    const uses = 'content/documents/tide-2020-plan/uses.csv';
    files.set(uses, bytesOf(textOf(files, uses).slice(1).replaceAll('\r\n', '\n')));
    return files;
  }

  it('writes the canonical form, byte by byte, and changes no value', async () => {
    const city = inFolder(untidy());
    expect((await check(city)).out).toContain('csv_not_canonical');
    const { code, out } = await check(city, ['--fix']);
    expect(code).toBe(0);
    expect(out).not.toContain('csv_not_canonical');
    const after = contentOf(city);
    expect([...after.keys()]).toEqual([...sound().keys()]);
    for (const [file, bytes] of sound()) {
      expect(Buffer.from(after.get(file) ?? []).equals(Buffer.from(bytes)), file).toBe(true);
    }
  });

  it('changes nothing the second time', async () => {
    const city = inFolder(untidy());
    await check(city, ['--fix']);
    const once = readContentFiles(city);
    const { code } = await check(city, ['--fix']);
    expect(code).toBe(0);
    expect(readContentFiles(city)).toEqual(once);
  });

  it('adds new ids to ids.lock in their place and keeps the others', async () => {
    const city = inFolder(overlaidFiles('id_new'));
    const lines = (files: Files) => textOf(files, 'content/ids.lock').split('\n');
    const before = lines(readContentFiles(city));
    const { code, out } = await check(city, ['--fix']);
    expect(code).toBe(0);
    expect(out).not.toContain('id_new');
    const after = lines(readContentFiles(city));
    const fresh = 'facts\tstorm-tide\tHeight of the storm tide above the quay';
    expect(after.filter((line) => !before.includes(line))).toEqual([fresh]);
    expect(after.filter((line) => line !== fresh)).toEqual(before);
  });

  it('leaves ids.lock alone while there is an error', async () => {
    const city = inFolder(overlaidFiles('id_vanished--renamed'));
    const before = textOf(readContentFiles(city), 'content/ids.lock');
    const { code } = await check(city, ['--fix']);
    expect(code).toBe(1);
    expect(textOf(readContentFiles(city), 'content/ids.lock')).toBe(before);
  });

  it.each([
    'encoding_not_utf8',
    'encoding_not_utf8--utf-16',
    'csv_unclosed_quote',
    'csv_cell_count',
    'value_not_number',
    'content_empty',
  ])('never writes a file that could not be read whole (%s)', async (name) => {
    const city = inFolder(overlaidFiles(name));
    const before = contentOf(city);
    const { code } = await check(city, ['--fix']);
    expect(code).toBe(1);
    expect(contentOf(city)).toEqual(before);
  });

  it('writes nothing at all while a file of the content cannot be read', async () => {
    const files = untidy();
    const broken = overlaidFiles('encoding_not_utf8').get('content/translations/ja.csv');
    if (broken === undefined) throw new Error('The fixture has no broken translation');
    files.set('content/translations/ja.csv', broken);
    const city = inFolder(files);
    const before = readContentFiles(city);
    const { code } = await check(city, ['--fix']);
    expect(code).toBe(1);
    expect(readContentFiles(city)).toEqual(before);
  });
});
