import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const QUIET: RunOptions = { resultTypes: ['violations'], preload: false, iframes: false };

/** Which rules to ask. */
const RULES = {
  /** WCAG 2.2 A and AA, and best practice. */
  all: {
    ...QUIET,
    runOnly: {
      type: 'tag',
      values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    },
  },
  /** The rules whose answer can change with the width of the window: room, size, colours, what is shown. */
  layout: {
    ...QUIET,
    runOnly: {
      type: 'rule',
      values: [
        'color-contrast',
        'target-size',
        'scrollable-region-focusable',
        'link-name',
        'button-name',
        'svg-img-alt',
        'empty-heading',
        'empty-table-header',
        'heading-order',
        'aria-hidden-focus',
        'region',
      ],
    },
  },
  /** The rule whose answer can change between light and dark: links are underlined in both. */
  colours: { ...QUIET, runOnly: { type: 'rule', values: ['color-contrast'] } },
} satisfies Record<string, RunOptions>;

export type Rules = keyof typeof RULES;

/** Loads axe into a page: evaluated by the browser itself, which the page's policy does not forbid. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(source);
}

/** Returns each violation of the rules on a page that has axe, or in a part of it. */
export async function violations(
  page: Page,
  part = 'html',
  rules: Rules = 'all',
): Promise<string[]> {
  const { violations: found } = await page.evaluate(
    ([where, options]) =>
      (
        window as unknown as { axe: { run: (w: string, r: RunOptions) => Promise<AxeResults> } }
      ).axe.run(where, options),
    [part, RULES[rules]] as const,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
