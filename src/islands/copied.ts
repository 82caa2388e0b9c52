/** Parts of another page, taken into this one. */

/** Attributes that name other elements by their ids. */
const NAMES_IDS = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-details'];

/**
 * Returns a part of a page as one of this document: without scripts, its ids and what names them behind a
 * prefix, so that two copies never share one; a link to a place of its page leads to that page at `home`.
 */
export function copyOf(part: Element, prefix: string, home: string): Element {
  const copy = document.importNode(part, true);
  for (const script of copy.querySelectorAll('script')) script.remove();
  const prefixed = (id: string): string => `${prefix}-${id}`;
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    if (element.id !== '') element.id = prefixed(element.id);
    for (const { name, value } of [...element.attributes]) {
      if (NAMES_IDS.includes(name))
        element.setAttribute(name, value.trim().split(/\s+/u).map(prefixed).join(' '));
      else if (name === 'href' && value.startsWith('#'))
        element.setAttribute(
          name,
          element instanceof SVGElement ? `#${prefixed(value.slice(1))}` : `${home}${value}`,
        );
      else if (value.includes('url(#'))
        element.setAttribute(name, value.replaceAll('url(#', `url(#${prefix}-`));
    }
  }
  return copy;
}

/** Returns what stands inside a part of a page, copied. */
export function insideOf(part: Element, prefix: string, home: string): ChildNode[] {
  return [...copyOf(part, prefix, home).childNodes];
}
