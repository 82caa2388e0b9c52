import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');

/** Folders of the sites that tests look at: the first city at the root, invented ones as they say. */
export const builtSites = join(project, '.build', 'tests');

/**
 * Builds every site once before the tests, with the very command that people use, and starts the browser
 * that all of them share. SHIRUBE_KEEP_SITES=1 takes the sites as they were built last.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env['SHIRUBE_KEEP_SITES'] !== '1' || !existsSync(builtSites)) buildSites();
  // Not at the top: tests that only read the built files have no use for a browser.
  const { shareBrowser } = await import('./browser.ts');
  const browser = await shareBrowser();
  return () => browser.close();
}

function buildSites(): void {
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
