import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Returns the text of `_headers`, which several static hosts read: what a page cannot say of itself. No
 * address falls under two rules that set the same header: some hosts join the values, and two policies
 * would both hold. So the policy of frames is said for the pages, and for `embed/`, which anybody may
 * frame, nothing.
 */
export function headersText(base: string, segments: readonly string[]): string {
  const rules: readonly (readonly [path: string, headers: readonly string[]])[] = [
    ['*', ['X-Content-Type-Options: nosniff', 'Referrer-Policy: strict-origin-when-cross-origin']],
    ...['', 'index.html', '404.html', ...segments.map((segment) => `${segment}/*`)].map(
      (path) => [path, ["Content-Security-Policy: frame-ancestors 'self'"]] as const,
    ),
    ['data/*.csv', ['Content-Type: text/csv; charset=utf-8']],
    // Their names change with their content.
    ['_assets/*', [FOR_EVER]],
    ['packs/*', [FOR_EVER]],
    ['sw.js', ['Cache-Control: no-cache']],
  ];
  return rules
    .map(([path, headers]) => [`${base}${path}`, ...headers.map((h) => `  ${h}`), ''].join('\n'))
    .join('\n');
}

const FOR_EVER = 'Cache-Control: public, max-age=31536000, immutable';

/** Writes `_headers` into the root of a built site. */
export function writeHeaders(
  folder: string,
  base: string,
  languages: readonly { readonly segment: string }[],
): void {
  const text = headersText(
    base,
    languages.map(({ segment }) => segment),
  );
  writeFileSync(join(folder, '_headers'), text);
}
