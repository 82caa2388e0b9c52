import { PAGES_KEPT } from '../core/offline.ts';
import type { Edition } from './edition.ts';
import { allPages } from './pages.ts';

/** What the page about reading offline counts. */
export interface OfflineView {
  readonly pages: string;
  readonly visited: string;
}

export function offlineView({ model, words, format }: Edition): OfflineView {
  const pages = allPages(model).length;
  return {
    pages: words.count('offline.has_1', pages, { count: format.integer(pages) }),
    visited: words.count('offline.visited_text', PAGES_KEPT, { count: format.integer(PAGES_KEPT) }),
  };
}
