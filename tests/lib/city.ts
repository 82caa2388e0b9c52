import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import type { Files } from '../../src/core/content.ts';
import { PROBLEM_TEXTS, type ProblemCode } from '../../src/core/problem-texts.ts';
import type { Problem } from '../../src/core/problem.ts';
import { readContentFiles } from '../../src/io/read-content.ts';

/** Cities and broken cities that tests read, write and check. */

export const PROJECT = resolve(import.meta.dirname, '../..');
export const SECOND_CITY = join(PROJECT, 'tests/fixtures/cities/rivermouth');
const INVALID = join(PROJECT, 'tests/fixtures/invalid');

/** Folders of tests/fixtures/invalid: `<code>` or `<code>--<variant>`. */
export function invalidFixtures(): string[] {
  return readdirSync(INVALID).toSorted();
}

export function codeOf(fixture: string): string {
  return fixture.replace(/--.*$/u, '');
}

export const CODES = Object.keys(PROBLEM_TEXTS) as ProblemCode[];

/** Every file below a folder, by its path inside it. */
function filesBelow(folder: string): Map<string, Uint8Array> {
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [
        relative(folder, path).split(sep).join('/'),
        new Uint8Array(readFileSync(path)),
      ]),
  );
}

/** Lines of delete.txt: a file, or everything below a folder named with a "/" at its end. */
function deletions(fixture: string): string[] {
  const list = join(INVALID, fixture, 'delete.txt');
  if (!existsSync(list)) return [];
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** The second city's content with a fixture's files laid over it. */
export function overlaidFiles(fixture: string): Files {
  const files = new Map(readContentFiles(SECOND_CITY));
  for (const name of deletions(fixture)) {
    const gone = [...files.keys()].filter(
      (file) => file === name || (name.endsWith('/') && file.startsWith(name)),
    );
    if (gone.length === 0)
      throw new Error(`${fixture}: delete.txt names ${name}, which the city has not`);
    for (const file of gone) files.delete(file);
  }
  for (const [file, bytes] of filesBelow(join(INVALID, fixture, 'content')))
    files.set(`content/${file}`, bytes);
  return files;
}

const expectation = z.array(
  z.strictObject({
    code: z.enum(CODES),
    severity: z.enum(['error', 'warning']),
    file: z.string(),
    line: z.int().nullable(),
    column: z.int().nullable(),
    field: z.string().nullable(),
  }),
);
export type Expected = z.output<typeof expectation>[number];

export function expectedProblems(fixture: string): Expected[] {
  return expectation.parse(JSON.parse(readFileSync(join(INVALID, fixture, 'expect.json'), 'utf8')));
}

/** What expect.json says of a problem. */
export function essence({ code, severity, file, line, column, field }: Problem): Expected {
  return { code, severity, file, line, column, field };
}

export function sameProblem(a: Expected, b: Expected): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Writes a city's files into a new temporary folder and returns it with a way to remove it. */
export function writeCity(files: Files): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-city-'));
  for (const [file, bytes] of files) {
    const target = join(folder, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
