import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../src/io/city.ts';

/**
 * npm test: format, lint, types, then every test; all run even when one fails, so that one run tells
 * everything. The last line is "N passed, N failed".
 */
interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const bin = (name: string): string => join(PROJECT_FOLDER, 'node_modules/.bin', name);
const report = join(PROJECT_FOLDER, '.build', 'tests.json');

const checks: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ['format', bin('prettier'), ['--check', '.']],
  ['lint', bin('eslint'), ['--max-warnings', '0', '.']],
  // The pages' checker writes the types the compiler needs; it reads .astro files, the compiler the rest.
  [
    'types of pages',
    bin('astro'),
    ['check', '--tsconfig', 'tsconfig.pages.json', '--minimumFailingSeverity', 'hint'],
  ],
  ['types', bin('tsc'), ['--noEmit']],
];

const tallies: Tally[] = [];
for (const [name, command, args] of checks) {
  const code = await run(command, args);
  process.stdout.write(`${code === 0 ? 'ok' : 'FAILED'}  ${name}\n`);
  tallies.push({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
}
mkdirSync(join(PROJECT_FOLDER, '.build'), { recursive: true });
const code = await run(bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);
tallies.push(vitestTally(code));

const passed = tallies.reduce((sum, t) => sum + t.passed, 0);
const failed = tallies.reduce((sum, t) => sum + t.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`);

function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', TZ: 'Asia/Tokyo' },
    });
    child.on('close', (exit) => {
      done(exit ?? 1);
    });
    child.on('error', () => {
      done(1);
    });
  });
}

/** A run that ends in error without a failed test (a crash, a setup that fails) counts as one failure. */
function vitestTally(exit: number): Tally {
  try {
    const said = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numFailedTestSuites: number;
    };
    const failures = said.numFailedTests === 0 ? said.numFailedTestSuites : said.numFailedTests;
    return { passed: said.numPassedTests, failed: exit === 0 ? failures : Math.max(1, failures) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
