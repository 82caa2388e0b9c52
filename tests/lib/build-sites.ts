import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');

/** Folders of the sites that tests look at: the first city at the root, invented ones as they say. */
export const builtSites = join(project, '.build', 'tests');

/** Builds every site once before the tests, with the very command that people use. */
export default function setup(): void {
  rmSync(builtSites, { recursive: true, force: true });
  build('first', '');
  const cities = join(project, 'tests/fixtures/cities');
  for (const city of existsSync(cities) ? readdirSync(cities) : []) build(city, join(cities, city));
}

function build(name: string, city: string): void {
  try {
    execFileSync(process.execPath, [join(project, 'scripts/build.ts')], {
      cwd: project,
      env: { ...process.env, CITY: city, SHIRUBE_DIST: join(builtSites, name), SITE_URL: '' },
      stdio: 'pipe',
    });
  } catch (error) {
    const { stdout } = error as { stdout?: Buffer };
    throw new Error(`The build of "${name}" failed:\n${stdout?.toString() ?? String(error)}`);
  }
}
