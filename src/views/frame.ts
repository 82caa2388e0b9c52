import type { PagePath } from '../core/paths.ts';
import { spoken, withoutReadings } from '../narrative/ruby.ts';
import type { Edition } from './edition.ts';
import { glossaryView } from './glossary.ts';
import { languagesOf } from './pages.ts';

const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

/**
 * Returns words that find a page although they do not stand on it. A query is cut into words by the
 * browser, the index by another dictionary: where words have no spaces, the title is indexed in the
 * browser's pieces too; where readings are shown, as it is spoken.
 */
export function findingWords(edition: Edition, title: string, terms: string): string {
  const plain = withoutReadings(title);
  const segments = SPACELESS.test(plain)
    ? [...new Intl.Segmenter(edition.tag, { granularity: 'word' }).segment(plain)]
    : [];
  return [
    withoutReadings(terms),
    ...segments.filter((s) => s.isWordLike).map((s) => s.segment),
    ...(edition.readings === 'shown'
      ? [spoken(title), spoken(title).replaceAll(' ', ''), spoken(terms)]
      : []),
  ]
    .join(' ')
    .trim();
}

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
