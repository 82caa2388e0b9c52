import { rewriteHtml } from './html-rewrite.ts';
import { partsOf, spoken, withoutReadings, type Part } from './ruby.ts';

/** How readings are shown on a page. */
export interface Annotation {
  /** True where places that hold no ruby (titles, labels, drawings) are written as they are spoken. */
  readonly spoken: boolean;
  /** Finds the words of the city's language that have a reading; null where no text is given any. */
  readonly read: ((text: string) => Part[]) | null;
  /** Language tag of those words. */
  readonly language: string;
  /** Language tag of the page. */
  readonly page: string;
}

/** Elements that can hold no ruby. */
const PLAIN = new Set(['title', 'textarea', 'option', 'svg', 'code', 'pre', 'script', 'style']);

interface Inside {
  readonly language: string;
  readonly plain: boolean;
  /** False inside names of languages, which are written as their own readers write them. */
  readonly given: boolean;
}

/**
 * Returns a page with every reading in its place: ruby in text, plain words in attributes, titles and
 * drawings. The one place where the notation becomes HTML; everything else in the page stays byte by byte.
 */
export function annotateHtml(html: string, annotation: Annotation): string {
  const flat = annotation.spoken ? spoken : withoutReadings;
  return rewriteHtml<Inside>(html, {
    start: { language: annotation.page, plain: false, given: true },
    enter: ({ name, attribute }, outside) => ({
      language: attribute('lang') ?? outside.language,
      plain: outside.plain || PLAIN.has(name),
      given: outside.given && attribute('hreflang') === undefined,
    }),
    text: (source, { language, plain, given }) => {
      if (plain) return flat(source);
      const read = given && language === annotation.language ? annotation.read : null;
      return (read ?? partsOf)(source).map(partHtml).join('');
    },
    tag: flat,
  });
}

function partHtml({ text, reading }: Part): string {
  return reading === null
    ? text
    : `<ruby>${text}<rp aria-hidden="true">（</rp><rt aria-hidden="true">${reading}</rt><rp aria-hidden="true">）</rp></ruby>`;
}
