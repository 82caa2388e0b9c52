import type { Model } from '../core/model.ts';
import { anchor, page, place } from '../core/paths.ts';
import { originalTag } from '../core/translate.ts';
import { asPrinted, type Edition, type Text } from './edition.ts';

type Entry = Model['glossary'][number];

/** One word explained. */
export interface TermView {
  readonly id: string;
  readonly term: Text;
  readonly explanation: Text;
  /** A few words that stand behind the term's first use on a page; null where the language has none. */
  readonly gloss: string | null;
  /** The word in the language of the documents with its reading; null where the page is in that language. */
  readonly original: { readonly term: Text; readonly reading: string | null } | null;
  /** Null where it would only repeat the term, or the term is in another language. */
  readonly reading: string | null;
  readonly variants: readonly string[];
  readonly href: string;
  readonly search: string;
}

const known = new WeakMap<Edition, readonly TermView[]>();

/** Returns the glossary of a language, in its reading order; made once, since every page asks. */
export function glossaryView(edition: Edition): readonly TermView[] {
  const made = known.get(edition) ?? makeGlossary(edition);
  known.set(edition, made);
  return made;
}

function makeGlossary(edition: Edition): TermView[] {
  const { model, tag } = edition;
  const first = originalTag(model.site);
  const order = new Intl.Collator(tag.replace(/-x-.*$/u, ''));
  const key = (term: TermView, entry: Entry) =>
    term.term.lang === first || edition.readings === 'shown' ? entry.reading : term.term.text;
  return model.glossary
    .map((entry) => ({ entry, view: termView(edition, entry) }))
    .toSorted((a, b) => order.compare(key(a.view, a.entry), key(b.view, b.entry)))
    .map(({ view }) => view);
}

function termView(edition: Edition, entry: Entry): TermView {
  const { model, paths, tag } = edition;
  const first = originalTag(model.site);
  const term = edition.translate('glossary', entry.id, 'term', entry.term);
  const reading = entry.reading === entry.term ? null : entry.reading;
  const gloss = edition.translate('glossary', entry.id, 'gloss', '');
  const variants = edition.translate('glossary', entry.id, 'variants', '');
  return {
    id: entry.id,
    term,
    explanation: edition.translate('glossary', entry.id, 'explanation', entry.explanation),
    gloss: gloss.text === '' ? null : gloss.text,
    original:
      term.lang === first || edition.readings === 'shown'
        ? null
        : { term: asPrinted(edition, entry.term), reading },
    reading: term.lang === first ? reading : null,
    variants: tag === first ? entry.variants : variants.text.split(/\s*[,、|]\s*/u).filter(Boolean),
    href: anchor(paths.page(tag, page.glossary()), place.term(entry.id)),
    search: paths.search(tag, entry.term),
  };
}
