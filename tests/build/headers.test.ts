import { describe, expect, it } from 'vitest';
import { headersText } from '../../src/build/headers.ts';

/** The rules as a host reads them: path → headers. */
function rulesOf(text: string): Map<string, Map<string, string>> {
  const rules = new Map<string, Map<string, string>>();
  let open = new Map<string, string>();
  for (const line of text.split('\n').filter((l) => l !== '')) {
    if (!line.startsWith(' ')) rules.set(line, (open = new Map<string, string>()));
    else
      open.set(line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim());
  }
  return rules;
}

/** The headers of an address, each with every value that the rules give it. */
function headersOf(text: string, address: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [path, headers] of rulesOf(text)) {
    const [before = '', after] = path.split('*');
    const fits =
      after === undefined
        ? address === path
        : address.startsWith(before) &&
          address.endsWith(after) &&
          address.length >= path.length - 1;
    if (fits) for (const [name, value] of headers) (found[name] ??= []).push(value);
  }
  return found;
}

describe.each(['/', '/city/'])('the headers for hosts, under %s', (base) => {
  const text = headersText(base, ['en', 'ja-easy']);
  const at = (path: string) => headersOf(text, `${base}${path}`);
  const frames = "frame-ancestors 'self'";

  it.each(['', 'index.html', '404.html', 'en/', 'en/indicators/x/', 'ja-easy/checks/'])(
    'let only the site itself frame the page /%s',
    (path) => {
      expect(at(path)).toEqual({
        'X-Content-Type-Options': ['nosniff'],
        'Referrer-Policy': ['strict-origin-when-cross-origin'],
        'Content-Security-Policy': [frames],
      });
    },
  );

  it('let anybody frame what is made to be embedded', () => {
    const found = at('embed/en/x/');
    expect(found['X-Content-Type-Options']).toEqual(['nosniff']);
    expect(found['Content-Security-Policy']).toBeUndefined();
  });

  it('say that CSV is UTF-8, and that files with a hash in their name never change', () => {
    expect(at('data/observations.csv')['Content-Type']).toEqual(['text/csv; charset=utf-8']);
    expect(at('data/indicators/x.csv')['Content-Type']).toEqual(['text/csv; charset=utf-8']);
    expect(at('data/observations.json')['Content-Type']).toBeUndefined();
    expect(at('_assets/a.B1.js')['Cache-Control']).toEqual(['public, max-age=31536000, immutable']);
    expect(at('packs/en-1.pack')['Cache-Control']).toEqual(['public, max-age=31536000, immutable']);
    expect(at('sw.js')['Cache-Control']).toEqual(['no-cache']);
    expect(at('en/')['Cache-Control']).toBeUndefined();
  });

  it('give no address two values of one header', () => {
    for (const path of ['', 'en/', 'data/a.csv', '_assets/a.js', 'sw.js', 'packs/a.pack']) {
      for (const values of Object.values(at(path))) expect(values).toHaveLength(1);
    }
  });

  it('stay below the base path', () => {
    expect([...rulesOf(text).keys()].every((path) => path.startsWith(base))).toBe(true);
  });
});
