import { escapeXml } from './svg-markup.ts';

/** Colours by role name, without the two dashes. */
export type Palette = Readonly<Record<string, string>>;

/** The colours of the light scheme (tokens.css), for files that leave the site and its style sheet. */
export const lightPalette: Palette = {
  ground: '#ffffff',
  wash: '#f0f9ff',
  ink: '#1a1a1a',
  text: '#333333',
  quiet: '#666666',
  rule: '#cccccc',
  'rule-strong': '#1a1a1a',
  brand: '#00316a',
  good: '#0055ad',
  short: '#ac3e00',
  unknown: '#4d4d4d',
  'data-1': '#00428c',
  'data-2': '#767676',
  'data-soft': '#c0e4ff',
  target: '#c74700',
  grid: '#e6e6e6',
  axis: '#666666',
};

/**
 * The drawing as a file of its own: fixed colours, a ground behind it, a font family, a title.
 *
 * @param svg one <svg> element as `drawSvg` gives it; @param title read as its name where given.
 * @throws Error when it is no <svg> element or a `var(--role)` is not in the palette.
 */
export function standaloneSvg(
  svg: string,
  palette: Palette,
  fontFamily: string,
  title?: string,
): string {
  const open = /^<svg [^>]*>/.exec(svg)?.[0];
  if (open === undefined) throw new Error('The drawing does not begin with an <svg> element.');
  const ground = palette['ground'];
  if (ground === undefined) throw new Error('The palette has no ground.');
  const coloured = svg.slice(open.length).replaceAll(/="var\(--([\w-]+)\)"/g, (_, role: string) => {
    const colour = palette[role];
    if (colour === undefined) throw new Error(`The palette has no colour for var(--${role}).`);
    return `="${colour}"`;
  });
  if (/="[^"]*var\(/.test(open + coloured))
    throw new Error('The drawing holds a var() which is no plain role.');
  const root = `${open.slice(0, -1)} font-family="${escapeXml(fontFamily)}">`;
  const named = title === undefined ? '' : `<title>${escapeXml(title)}</title>`;
  return `${root}${named}<rect width="100%" height="100%" fill="${ground}"/>${coloured}`;
}
