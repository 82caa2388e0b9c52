import type { PagePath } from '../core/paths.ts';
import type { Edition } from './edition.ts';
import { glossaryView } from './glossary.ts';
import { languagesOf } from './pages.ts';

/** Where a page is at home, and in which languages it is written. */
export interface Standing {
  /** The page's own address; the original's where it shows another language's text. */
  readonly home: string;
  readonly alternates: readonly { readonly tag: string; readonly address: string }[];
}

export function standingOf(edition: Edition, path: PagePath): Standing {
  const { model, paths, tag } = edition;
  const written = languagesOf(model, path);
  const home = written.includes(tag) ? tag : (written[0] ?? tag);
  return {
    home: paths.absolute(paths.page(home, path)),
    alternates: written.map((other) => ({
      tag: other,
      address: paths.absolute(paths.page(other, path)),
    })),
  };
}

/** Returns the glossary's words in the form running text has them, for the language of an edition. */
export function termsOf(
  edition: Edition,
): { readonly id: string; readonly text: string; readonly gloss: string | null }[] {
  return glossaryView(edition)
    .filter(({ term }) => term.lang === edition.tag)
    .map(({ id, term, gloss }) => ({ id, text: term.text, gloss }));
}
