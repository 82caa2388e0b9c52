import { originalTag, sourceTexts } from './translate.ts';
import type { Content } from './content.ts';

/** How much of a city's content a language has. */
export interface Coverage {
  readonly tag: string;
  /** Names and sentences translated, by who made them, and how many there are to translate. */
  readonly reviewed: number;
  readonly machine: number;
  readonly missing: number;
  /** Narrative files written, and how many the original language has. */
  readonly narrative: number;
  readonly narrative_of: number;
}

/** Fields that hold an official name: an easy language keeps them as they are. */
const OFFICIAL: ReadonlySet<string> = new Set([
  'indicators/official_name',
  'plans/name',
  'documents/name',
  'documents/publisher',
]);

/** Returns whether a language keeps a text in the original, being an easy form of that language. */
export function keepsOriginal(easy: boolean, dataset: string, field: string): boolean {
  return easy && OFFICIAL.has(`${dataset}/${field}`);
}

/** Returns what each language of a city has; the original language has everything. */
export function coverageOf(content: Content): Coverage[] {
  const { languages } = content.site.value;
  const original = originalTag(content.site.value);
  const sources = sourceTexts(content);
  const files = (tag: string | undefined) => content.narrative.filter((n) => n.tag === tag).length;
  return languages.map(({ tag, readings }) => {
    const rows = new Map(
      (content.translations.get(tag) ?? []).map((row) => [
        `${row.dataset}/${row.id}/${row.field}`,
        row.state,
      ]),
    );
    const needed = sources.filter(
      (s) =>
        s.essential && tag !== original && !keepsOriginal(readings === 'shown', s.dataset, s.field),
    );
    const state = (s: (typeof sources)[number]) => rows.get(`${s.dataset}/${s.id}/${s.field}`);
    return {
      tag,
      reviewed: [...rows.values()].filter((s) => s === 'reviewed').length,
      machine: [...rows.values()].filter((s) => s === 'machine').length,
      missing: needed.filter((s) => state(s) === undefined).length,
      narrative: files(tag),
      narrative_of: files(original),
    };
  });
}
