import { rewriteHtml } from './html-rewrite.ts';
import { withoutReadings } from './ruby.ts';

/** A word that a page explains at its first use. */
export interface Term {
  readonly id: string;
  /** As it is written in running text, readings and all. */
  readonly text: string;
  /** A few words that stand in 〈〉 behind it; null for none. */
  readonly gloss: string | null;
}

export interface Explained {
  readonly html: string;
  /** Ids of the terms the page uses, in the order of their first use. */
  readonly used: readonly string[];
}

/** The attribute of elements whose text is running text of the city: only there are terms looked for. */
export const EXPLAIN = 'data-explain';

/** Elements inside running text whose words are left alone. */
const LEFT_ALONE = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'button', 'summary', 'code']);
/** Elements that begin a new run of text. */
const BLOCKS = new Set('p li dd dt div h1 h2 h3 td th'.split(' '));

/**
 * Returns a page's HTML in which the first use of each term leads to its explanation at the foot of the
 * page (`#term-<id>`), plain HTML that needs no script.
 */
export function explainTerms(html: string, terms: readonly Term[]): Explained {
  const longestFirst = terms
    .filter((term) => term.text !== '')
    .toSorted((a, b) => b.text.length - a.text.length);
  if (longestFirst.length === 0) return { html, used: [] };
  const used: string[] = [];
  let before = '';
  const explained = rewriteHtml<boolean>(html, {
    start: false,
    enter: ({ name, attribute }, outside) => {
      if (BLOCKS.has(name)) before = '';
      const asked = attribute(EXPLAIN) !== undefined;
      const foreign = attribute('lang') !== undefined;
      return (asked || outside) && !LEFT_ALONE.has(name) && (asked || !foreign);
    },
    text: (source, explain) => {
      const text = explain ? explainText(source, before, longestFirst, used) : source;
      before += source;
      return text;
    },
    tag: (source) => source,
  });
  return { html: explained, used };
}

/** `before` is the running text of the same block that stands before this piece of it. */
function explainText(text: string, before: string, terms: readonly Term[], used: string[]): string {
  let done = 0;
  let out = '';
  for (;;) {
    const next = firstUse(text, done, before, terms, used);
    if (next === null) return out + text.slice(done);
    const { term, at, length } = next;
    used.push(term.id);
    const gloss = term.gloss === null ? '' : `<span class="gloss">〈${term.gloss}〉</span>`;
    const word = text.slice(at, at + length);
    out += `${text.slice(done, at)}<a class="term" href="#term-${term.id}">${word}</a>${gloss}`;
    done = at + length;
  }
}

function firstUse(
  text: string,
  from: number,
  before: string,
  terms: readonly Term[],
  used: readonly string[],
) {
  let best: { term: Term; at: number; length: number } | null = null;
  for (const term of terms) {
    if (used.includes(term.id)) continue;
    for (const match of text.matchAll(wordForm(term.text))) {
      if (match.index < from) continue;
      // A shorter term inside a longer one is no use of it.
      const inLonger = terms.some(
        (longer) =>
          longer.text.length > term.text.length &&
          longer.text.includes(term.text) &&
          covers(text, longer.text, match.index, match[0].length),
      );
      if (
        inLonger ||
        (term.gloss !== null &&
          !takesGloss(before + text, before.length + match.index, match[0].length))
      )
        continue;
      if (best === null || match.index < best.at)
        best = { term, at: match.index, length: match[0].length };
      break;
    }
  }
  return best;
}

/** A gloss stands behind a word of its own: never inside a quoted name, another gloss or a longer name. */
function takesGloss(text: string, at: number, length: number): boolean {
  const before = text.slice(0, at);
  const isOpen = (opening: string, closing: string) =>
    before.lastIndexOf(opening) > before.lastIndexOf(closing);
  const after = text.slice(at + length);
  return (
    !isOpen('「', '」') &&
    !isOpen('『', '』') &&
    !isOpen('〈', '〉') &&
    !/^(?:｜|[\p{sc=Han}\p{sc=Kana}ー])/u.test(after)
  );
}

function covers(text: string, longer: string, at: number, length: number): boolean {
  for (let i = text.indexOf(longer); i >= 0; i = text.indexOf(longer, i + 1)) {
    if (i <= at && at + length <= i + longer.length) return true;
  }
  return false;
}

/** Latin words stand alone, in any case and number; Japanese ones are no tail of a longer kanji word. */
function wordForm(term: string): RegExp {
  const form = forms.get(term) ?? makeForm(term);
  forms.set(term, form);
  return form;
}

/** Every text of every page asks for the same ones. */
const forms = new Map<string, RegExp>();

function makeForm(term: string): RegExp {
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const plain = withoutReadings(term);
  if (/^[\p{sc=Latin}\d]/u.test(plain)) {
    const end = /[\p{sc=Latin}]$/u.test(plain) ? '(?:s|es)?(?![\\p{sc=Latin}\\d])' : '';
    return new RegExp(`(?<![\\p{sc=Latin}\\d｜])${escaped}${end}`, 'giu');
  }
  return new RegExp(`(?<![\\p{sc=Han}｜《》])${escaped}`, 'gu');
}
