import type { Card } from './find.ts';
import { normalised, sound } from './normal.ts';
import type { Query } from './query.ts';

/** Returns a text cut where one of the words stands, longest first, whatever its width or case. */
export function splitAt(
  text: string,
  forms: readonly string[],
): { readonly text: string; readonly found: boolean }[] {
  const wanted = forms.filter((form) => form.length > 1).toSorted((a, b) => b.length - a.length);
  // Normal forms of another length cannot be pointed at in the text as it is written.
  const lower = text.toLowerCase();
  const parts: { text: string; found: boolean }[] = [];
  let plain = 0;
  let at = 0;
  while (at < text.length) {
    const form = wanted.find((word) => lower.startsWith(word, at) && isWordStart(lower, word, at));
    if (form === undefined) {
      at += 1;
      continue;
    }
    if (at > plain) parts.push({ text: text.slice(plain, at), found: false });
    parts.push({ text: text.slice(at, at + form.length), found: true });
    at += form.length;
    plain = at;
  }
  if (plain < text.length) parts.push({ text: text.slice(plain), found: false });
  return parts;
}

/** Words of letters are marked from their beginning: "use" not in "because". */
function isWordStart(text: string, word: string, at: number): boolean {
  return !/^[a-z]/u.test(word) || !/[a-z]/u.test(text[at - 1] ?? ' ');
}

export interface Place {
  readonly id: string;
  readonly label: string;
}

const MOST_PLACES = 3;

/** Returns the places of a page that the query names: a goal by its number, a term of the glossary. */
export function placesOf(card: Card, query: Query): Place[] {
  const places = readPlaces(card.meta['places']);
  const forms = query.tokens.flatMap((token) => token.forms.filter(({ weight }) => weight > 0.9));
  const asked = new Set(forms.map(({ text }) => sound(text)));
  return places
    .filter(({ words }) => words.some((word) => asked.has(sound(normalised(word)))))
    .slice(0, MOST_PLACES)
    .map(({ id, label, words: [first = id] }) => ({ id, label: label ?? first }));
}

/** A place as the page tells it: its label is its first word where it has none of its own. */
interface ToldPlace {
  readonly id: string;
  readonly label?: string;
  readonly words: readonly string[];
}

function readPlaces(text: string | undefined): ToldPlace[] {
  if (text === undefined) return [];
  try {
    return JSON.parse(text) as ToldPlace[];
  } catch {
    // The index cut it: the page is found all the same.
    return [];
  }
}

/** Returns the parts of a page's title with their readings; one part without where none are told. */
export function titleParts(
  card: Card,
): readonly (readonly [text: string, reading: string | null])[] {
  const title = card.meta['title'] ?? card.url;
  try {
    return JSON.parse(card.meta['parts'] ?? '') as [string, string | null][];
  } catch {
    return [[title, null]];
  }
}
