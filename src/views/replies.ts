import { having } from '../core/lookup.ts';
import type { Reply } from '../core/model.ts';
import { asPrinted, documentName, documentOf, own, type Edition, type Text } from './edition.ts';

/** What the city answered to a check or a finding. */
export interface ReplyView {
  readonly id: string;
  /** "The city’s reply, 3 June 2024" */
  readonly title: string;
  readonly text: Text;
  /** Where it can be looked up; the address is null for a document that has none. */
  readonly source: { readonly text: Text; readonly href: string | null };
  readonly locator: Text | null;
}

/** Returns the city's replies to a check or a finding, the oldest first. */
export function repliesTo(edition: Edition, kind: Reply['target_kind'], id: string): ReplyView[] {
  return having(edition.model.replies, 'target_id', id)
    .filter((reply) => reply.target_kind === kind)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((reply) => replyView(edition, reply));
}

function replyView(edition: Edition, reply: Reply): ReplyView {
  const { words, format } = edition;
  const document = reply.document_id === null ? null : documentOf(edition, reply.document_id);
  return {
    id: reply.reply_id,
    title: words.t('reply.title', { date: format.date(reply.date) }),
    text: edition.translate('replies', reply.reply_id, 'text', reply.text),
    source: {
      text: document === null ? own(edition, reply.url ?? '') : documentName(edition, document),
      href: reply.url ?? document?.url ?? null,
    },
    locator: reply.locator === null ? null : asPrinted(edition, reply.locator),
  };
}
