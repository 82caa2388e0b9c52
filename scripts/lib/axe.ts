import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  resultTypes: ['violations'],
  preload: false,
  iframes: false,
};

/** The rules that look at colours: all that can change between light and dark. */
const COLOUR_RULES: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
  preload: false,
  iframes: false,
};

/** Loads axe into a page: evaluated by the browser itself, which the page's policy does not forbid. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(source);
}

/** Returns each violation of WCAG 2.2 A and AA and of best practice on a page that has axe, or in a part of it. */
export async function violations(
  page: Page,
  part = 'html',
  rules: 'all' | 'colours' = 'all',
): Promise<string[]> {
  const { violations: found } = await page.evaluate(
    ([where, options]) =>
      (
        window as unknown as { axe: { run: (w: string, r: RunOptions) => Promise<AxeResults> } }
      ).axe.run(where, options),
    [part, rules === 'all' ? RULES : COLOUR_RULES] as const,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
