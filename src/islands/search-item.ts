import type { Result } from '../search/find.ts';
import { placesOf, splitAt, titleParts } from '../search/show.ts';
import type { Query } from '../search/query.ts';

interface Labels {
  readonly places: string;
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Returns one result as a list item: what it is, its title, what it says, why it was found. */
export function resultItem(
  { card }: Result,
  query: Query,
  { places, labels }: Labels,
): HTMLLIElement {
  const forms = query.tokens.flatMap((token) => token.forms.map(({ text }) => text));
  const item = document.createElement('li');
  const plans = (card.filters?.['plan'] ?? []).map((id) => labels['plan']?.[id] ?? '');
  const kind = withText('span', 'kind', card.meta['kind'] ?? '');
  for (const plan of plans.slice(0, 1)) kind.append(' ', withText('span', 'of-plan', plan));
  item.append(kind);
  const link = document.createElement('a');
  link.href = card.url;
  for (const [text, reading] of titleParts(card))
    link.append(...(reading === null ? marked(text, forms) : [ruby(text, reading, forms)]));
  item.append(link);
  const description = card.meta['description'] ?? '';
  const said = document.createElement('span');
  said.append(...marked(description, forms));
  item.append(said);
  // Where the summary does not say why the page was found, a piece of its text does.
  const isTold = ['indicator', 'measure'].includes(card.meta['kind_id'] ?? '');
  if (said.querySelector('mark') === null && !(isTold && link.querySelector('mark') !== null)) {
    const why = withText('span', 'note', '');
    why.append(...excerpt(card.excerpt));
    item.append(why);
  }
  const inside = placesOf(card, query);
  if (inside.length > 0) {
    const list = withText('span', 'note found-places', `${places} `);
    for (const { id, label } of inside) {
      const to = document.createElement('a');
      to.href = `${card.url}#${id}`;
      to.textContent = label;
      list.append(to, ' ');
    }
    item.append(list);
  }
  return item;
}

function withText(name: 'span', className: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function marked(text: string, forms: readonly string[]): Node[] {
  return splitAt(text, forms).map(({ text: part, found }) => {
    if (!found) return document.createTextNode(part);
    const mark = document.createElement('mark');
    mark.textContent = part;
    return mark;
  });
}

/** A word with its reading, written as the pages have it (annotate.ts). */
function ruby(text: string, reading: string, forms: readonly string[]): Node {
  const element = document.createElement('ruby');
  const hidden = (name: 'rp' | 'rt', said: string): Node => {
    const part = document.createElement(name);
    part.textContent = said;
    part.setAttribute('aria-hidden', 'true');
    return part;
  };
  element.append(
    ...marked(text, forms),
    hidden('rp', '（'),
    hidden('rt', reading),
    hidden('rp', '）'),
  );
  return element;
}

/** Pagefind's excerpt is escaped text with <mark>; it is read as text, never as HTML. */
function excerpt(text: string): Node[] {
  const plain = document.createElement('textarea');
  return text.split(/<mark>(.*?)<\/mark>/u).map((part, index) => {
    plain.innerHTML = part;
    if (index % 2 === 0) return document.createTextNode(plain.value);
    const mark = document.createElement('mark');
    mark.textContent = plain.value;
    return mark;
  });
}
