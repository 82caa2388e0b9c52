import { resolve } from 'node:path';

/** The project's own folder. Commands run from it (npm scripts always do). */
export const PROJECT_FOLDER = process.cwd();

/** Returns the folder of the city to build: `CITY`, or the project's own. */
export function cityFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { CITY } = environment;
  return CITY === undefined || CITY === '' ? PROJECT_FOLDER : resolve(PROJECT_FOLDER, CITY);
}

/** Returns the address the site is published at: `SITE_URL`, or the one in site.json. */
export function siteUrl(fromContent: string, environment: NodeJS.ProcessEnv = process.env): string {
  const { SITE_URL } = environment;
  return SITE_URL === undefined || SITE_URL === '' ? fromContent : SITE_URL;
}
