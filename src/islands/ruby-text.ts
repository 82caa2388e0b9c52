/** Texts of a page as they are written, and as they are spoken: readings stand in the page as ruby. */

/** Returns the text of an element with its kanji, and with their readings in place of them. */
export function textsOf(element: Element): { readonly written: string; readonly spoken: string } {
  if (element.querySelector('ruby') === null) {
    const text = tidy(element.textContent);
    return { written: text, spoken: text };
  }
  return { written: tidy(without(element, 'rt, rp')), spoken: tidy(spokenOf(element)) };
}

function without(element: Element, parts: string): string {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll(parts)) part.remove();
  return copy.textContent;
}

function spokenOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const ruby of copy.querySelectorAll('ruby'))
    ruby.replaceWith(ruby.querySelector('rt')?.textContent ?? ruby.textContent);
  return copy.textContent;
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
