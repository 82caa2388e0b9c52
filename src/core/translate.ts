import type { Content } from './content.ts';
import { flatten } from './model.ts';
import type { Model } from './model.ts';
import type { SiteInput } from './records.ts';

/** One text of the content that other languages translate. */
export interface SourceText {
  readonly dataset: string;
  readonly id: string;
  readonly field: string;
  readonly text: string;
  /** Names everybody meets: counted as missing when a language lacks them. */
  readonly essential: boolean;
}

function texts(
  dataset: string,
  id: string,
  fields: Readonly<Record<string, string | null | undefined>>,
  essential: readonly string[] = [],
): SourceText[] {
  return Object.entries(fields).flatMap(([field, text]) =>
    text === null || text === undefined
      ? []
      : [{ dataset, id, field, text, essential: essential.includes(field) }],
  );
}

/** Names that many measures share: each is translated once, under the name itself. */
function named(
  content: Content,
  dataset: string,
  field: 'bureau' | 'division' | 'category',
): SourceText[] {
  const rows = content.documents.flatMap(({ tables }) => tables.measures);
  const names = new Set(rows.flatMap((m) => m[field] ?? []));
  return [...names].flatMap((name) => texts(dataset, name, { name }, ['name']));
}

/** Returns every text of the content that can be translated, in the order of the files. */
export function sourceTexts(content: Content): SourceText[] {
  const { site } = content;
  return [
    ...texts('site', 'site', { name: site.value.name, publisher: site.value.publisher }, ['name']),
    ...site.value.topics.flatMap((t) => texts('topics', t.id, { name: t.name }, ['name'])),
    ...(site.value.questions ?? []).flatMap((q) =>
      texts('questions', q.id, { label: q.label, text: q.text }, ['label', 'text']),
    ),
    ...(site.value.situations ?? []).flatMap((s) =>
      texts('situations', s.id, { name: s.name }, ['name']),
    ),
    ...content.units.value.flatMap((u) =>
      texts('units', u.id, { label: u.label, pattern: u.pattern, difference: u.difference }, [
        'label',
        'pattern',
      ]),
    ),
    ...content.plans.flatMap((p) => [
      ...texts('plans', p.id, { name: p.value.name, short_name: p.value.short_name }, [
        'name',
        'short_name',
      ]),
      ...flatten(p.id, p.value.sections, null, 0).flatMap((s) =>
        texts('sections', s.id, { name: s.name, code: s.code }, ['name']),
      ),
    ]),
    ...content.documents.flatMap((d) =>
      texts(
        'documents',
        d.id,
        { name: d.value.name, short_name: d.value.short_name, publisher: d.value.publisher },
        ['name', 'short_name', 'publisher'],
      ),
    ),
    ...content.indicators.flatMap(({ id, value }) => [
      ...texts(
        'indicators',
        id,
        {
          name: value.name,
          official_name: value.official_name,
          definition: value.definition,
          purpose: value.purpose,
          caveat: value.caveat,
          department: value.department,
        },
        ['name', 'official_name', 'definition', 'purpose', 'caveat'],
      ),
      ...value.breaks.flatMap((b) =>
        texts('breaks', `${id}.${b.id}`, { before: b.before, after: b.after, reason: b.reason }),
      ),
      ...value.not_the_same_as.flatMap((n) =>
        texts('not_the_same_as', `${id}.${n.indicator}`, { reason: n.reason }, ['reason']),
      ),
    ]),
    ...content.glossary.value.flatMap((g) =>
      texts('glossary', g.id, { term: g.term, explanation: g.explanation }, [
        'term',
        'explanation',
      ]),
    ),
    ...content.documents.flatMap(({ tables }) => [
      ...tables.comments.flatMap((c) =>
        texts('comments', c.comment_key, { text: c.text }, ['text']),
      ),
      ...tables.gaps.flatMap((g) =>
        texts('gaps', g.gap_id, { subject: g.subject, reason: g.reason }, ['subject', 'reason']),
      ),
      ...tables.measures.flatMap((m) =>
        texts('measures', m.measure_id, { name: m.name }, ['name']),
      ),
      ...tables.observations.flatMap((o) =>
        texts('observations', o.observation_id, { note: o.note }, ['note']),
      ),
    ]),
    ...named(content, 'bureaus', 'bureau'),
    ...named(content, 'divisions', 'division'),
    ...named(content, 'categories', 'category'),
    ...content.facts.flatMap((f) => texts('facts', f.fact_id, { subject: f.subject }, ['subject'])),
    ...content.links.flatMap((l) =>
      texts('links', `${l.measure_id}.${l.target_id}`, { reason: l.reason }, ['reason']),
    ),
    ...content.explanations.flatMap((e) =>
      texts('explanations', e.check_id, { text: e.text }, ['text']),
    ),
    ...content.findings.flatMap((f) =>
      texts('findings', f.finding_id, { title: f.title, text: f.text }, ['title', 'text']),
    ),
    ...content.replies.flatMap((r) => texts('replies', r.reply_id, { text: r.text }, ['text'])),
  ];
}

/** Fields a language may add to a source text's own, such as a plural form or a scale of its own. */
export const EXTRA_FIELDS: Readonly<Record<string, readonly string[]>> = {
  units: ['pattern.one', 'difference', 'difference.one', 'multiplier'],
  indicators: ['synonyms'],
  glossary: ['variants', 'gloss'],
  measures: ['synonyms'],
};

export interface TranslatedText {
  readonly text: string;
  /** Language tag of the text: the reader's, or the original's where there is no translation. */
  readonly lang: string;
  readonly state: 'original' | 'reviewed' | 'machine';
  /** What a page says beside a text that nobody has read yet. */
  readonly note?: string;
}

/** Looks up a text of the content in one language. */
export type Translate = (
  dataset: string,
  id: string,
  field: string,
  original: string,
) => TranslatedText;

/** Returns the language of a city's documents: the first of its languages. */
export function originalTag({ languages }: Pick<SiteInput, 'languages'>): string {
  const [first] = languages;
  if (first === undefined) throw new Error('A city has a language.');
  return first.tag;
}

/** Returns the lookup of a language; a missing translation falls back, visibly, to the original. */
export function translator(model: Pick<Model, 'site' | 'translations'>, tag: string): Translate {
  const original = originalTag(model.site);
  const known = new Map(
    (model.translations.get(tag) ?? []).map((row) => [
      `${row.dataset}/${row.id}/${row.field}`,
      row,
    ]),
  );
  return (dataset, id, field, text) => {
    const row = known.get(`${dataset}/${id}/${field}`);
    if (row !== undefined) return { text: row.text, lang: tag, state: row.state };
    return { text, lang: original, state: 'original' };
  };
}
