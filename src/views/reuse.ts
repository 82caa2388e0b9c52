import type { Observation } from '../core/model.ts';
import type { Figure } from '../core/progress.ts';
import type { TargetPromise } from '../core/promise.ts';
import { withoutReadings } from '../narrative/ruby.ts';
import {
  asPrinted,
  documentName,
  documentOf,
  shortDocumentName,
  type Edition,
  type Text,
} from './edition.ts';

/** A document with the places its figures were taken from. */
export interface SourceView {
  readonly document: Text;
  readonly url: string | null;
  readonly places: readonly {
    readonly label: string;
    readonly locator: Text;
    readonly printed: Text | null;
  }[];
}

export interface DownloadView {
  readonly text: string;
  readonly href: string;
  readonly path: string;
}

/** Names the documents in the same breath: the figure's, and the target's where it is another. */
export function answerSource(
  edition: Edition,
  leading: TargetPromise | null,
  newest: Figure | null,
): string {
  if (newest === null) return '';
  const { words } = edition;
  const figure = shortDocumentName(edition, documentOf(edition, newest.document_id)).text;
  if (leading === null || leading.document.id === newest.document_id) {
    return words.t('answer.source', { document: figure });
  }
  return words.t('answer.source_two', {
    document: figure,
    target_document: shortDocumentName(edition, leading.document).text,
  });
}

export function sourcesOf(
  edition: Edition,
  leading: TargetPromise | null,
  newest: Figure | null,
): SourceView[] {
  const { words } = edition;
  const cells: readonly (readonly [string, Observation | null])[] = [
    [words.t('source.actual'), newest],
    [words.t('source.target'), leading?.target ?? null],
    [words.t('source.start'), leading?.baseline ?? null],
  ];
  const known = cells.flatMap(([label, o]) => (o === null ? [] : [{ label, o }]));
  return [...Map.groupBy(known, ({ o }) => o.document_id)].map(([id, own]) => {
    const document = documentOf(edition, id);
    return {
      document: documentName(edition, document),
      url: document.url,
      places: own.map(({ label, o }) => ({
        label,
        locator: asPrinted(edition, o.locator),
        printed: o.printed_value === null ? null : asPrinted(edition, o.printed_value),
      })),
    };
  });
}

export function publishedOn(edition: Edition, newest: Figure | null): string {
  const document = newest === null ? null : documentOf(edition, newest.document_id);
  return document?.published == null
    ? edition.words.t('source.published_unknown')
    : edition.format.printedDate(document.published);
}

/** A mail to the site's editors with the page filled in; null where the site has no contact. */
export function reportAddress(edition: Edition, title: string): string | null {
  const { contact } = edition.model.site;
  if (contact === null) return null;
  const subject = encodeURIComponent(withoutReadings(edition.words.t('report.subject', { title })));
  return `mailto:${contact.email}?subject=${subject}`;
}
