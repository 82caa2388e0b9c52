import { firstHaving } from './core/lookup.ts';
import type { Content } from './core/content.ts';
import { problem, type Place, type Problem } from './core/problem.ts';
import { originalTag, sourceTexts, type SourceText } from './core/translate.ts';
import { placeOf } from './core/validate.ts';
import { easyFindings, type EasyContext } from './narrative/easy.ts';
import { comparableNames, readFingerprint, sharedRun, winnowed } from './narrative/fingerprint.ts';
import { readNarrative, type NarrativeReading } from './narrative/mdx.ts';
import { bareNumerals } from './narrative/prose.ts';
import { approvedReadings } from './narrative/readings.ts';
import { withoutReadings } from './narrative/ruby.ts';

/** Texts whose figures must come from data. */
const PROSE_FIELDS: ReadonlySet<string> = new Set([
  'indicators/definition',
  'indicators/purpose',
  'indicators/caveat',
  'comments/text',
  'explanations/text',
  'findings/title',
  'findings/text',
  'glossary/explanation',
  'glossary/gloss',
  'not_the_same_as/reason',
  'links/reason',
]);

/** Fields of translations that nobody reads as a sentence. */
const NOT_READ: ReadonlySet<string> = new Set(['variants', 'synonyms', 'multiplier']);

/** A text of the content and where it stands. */
interface PlacedText {
  readonly text: string;
  readonly place: Place;
  readonly prose: boolean;
  /** The text it translates, for a translation. */
  readonly original: string | null;
}

/** Returns every problem of texts: narrative, explanations and their translations. */
export function proseProblems(content: Content): Problem[] {
  const sources = sourceTexts(content);
  const names = knownNames(content, sources);
  const context = {
    facts: new Set(content.facts.map((f) => f.fact_id)),
    undated: new Set(content.facts.filter((f) => f.year === null).map((f) => f.fact_id)),
    observations: new Set(
      content.documents.flatMap((d) => d.tables.observations.map((o) => o.observation_id)),
    ),
    names,
  };
  const narrative = content.narrative.map((n) => readNarrative(n, context));
  const rows = sourceRows(content);
  const originals = sources.map((source) => sourceText(content, rows, source));
  const translations = new Map(
    [...content.translations].map(([tag, rows]) => [tag, translatedTexts(content, rows, sources)]),
  );
  return [
    ...narrative.flatMap((n) => n.problems),
    ...[...originals, ...[...translations.values()].flat()].flatMap(({ text, place, prose }) =>
      prose
        ? bareNumerals(withoutReadings(text), names).map((numeral) =>
            problem('prose_numeral', { ...place, value: numeral.text }),
          )
        : [],
    ),
    ...figureProblems(content, narrative),
    ...copyProblems(
      content,
      narrative,
      [...originals, ...[...translations.values()].flat()],
      names,
    ),
    ...easyProblems(content, narrative, translations),
  ];
}

function sourceText(
  content: Content,
  rows: ReadonlyMap<string, object>,
  source: SourceText,
): PlacedText {
  const { dataset, field, text } = source;
  const prose = PROSE_FIELDS.has(`${dataset}/${field}`);
  return { text, prose, original: null, place: sourcePlace(content, rows, source) };
}

function translatedTexts(
  content: Content,
  rows: readonly { dataset: string; id: string; field: string; text: string }[],
  sources: readonly SourceText[],
): PlacedText[] {
  const originals = new Map(sources.map((s) => [`${s.dataset}/${s.id}/${s.field}`, s.text]));
  return rows
    .filter((row) => !NOT_READ.has(row.field))
    .map((row) => ({
      text: row.text,
      place: placeOf(content.places.get(row), 'text'),
      prose: PROSE_FIELDS.has(`${row.dataset}/${row.field}`),
      original: originals.get(`${row.dataset}/${row.id}/${row.field}`) ?? null,
    }));
}

/** Where a source text stands: a key of a JSON file, or a cell of a table. */
function sourcePlace(
  content: Content,
  rows: ReadonlyMap<string, object>,
  { dataset, id, field }: SourceText,
): Place {
  const indicator =
    dataset === 'indicators' ? firstHaving(content.indicators, 'id', id) : undefined;
  if (indicator !== undefined) return { file: indicator.file, ...indicator.at([field]), field };
  if (dataset === 'glossary') {
    const index = content.glossary.value.findIndex((g) => g.id === id);
    return { file: content.glossary.file, ...content.glossary.at([index, field]), field };
  }
  const row = rows.get(`${dataset}/${id}`);
  return placeOf(row === undefined ? undefined : content.places.get(row), field);
}

/** The rows of tables whose texts are read here, by dataset and id. */
function sourceRows(content: Content): ReadonlyMap<string, object> {
  return new Map<string, object>([
    ...content.documents.flatMap((d) =>
      d.tables.comments.map((c) => [`comments/${c.comment_key}`, c] as const),
    ),
    ...content.explanations.map((e) => [`explanations/${e.check_id}`, e] as const),
    ...content.findings.map((f) => [`findings/${f.finding_id}`, f] as const),
    ...content.replies.map((r) => [`replies/${r.reply_id}`, r] as const),
    ...content.links.map((l) => [`links/${l.measure_id}.${l.target_id}`, l] as const),
  ]);
}

/** Names of things, in every language: digits in them are not figures. */
function knownNames(content: Content, sources: readonly SourceText[]): string[] {
  const isName = (field: string) => /name$|^term$/u.test(field);
  return [
    ...sources.filter((s) => isName(s.field)).map((s) => s.text),
    ...[...content.translations.values()].flatMap((rows) =>
      rows.filter((row) => isName(row.field)).map((row) => withoutReadings(row.text)),
    ),
    ...Object.keys(content.readings.value),
  ];
}

/** All languages show the same figures. */
function figureProblems(content: Content, narrative: readonly NarrativeReading[]): Problem[] {
  const original = originalTag(content.site.value);
  const key = ({ narrative: n }: NarrativeReading) => `${n.plan}/${n.name}`;
  const firsts = new Map(
    narrative.filter((n) => n.narrative.tag === original).map((n) => [key(n), n.figures]),
  );
  return narrative.flatMap((reading) => {
    const first = firsts.get(key(reading));
    if (first === undefined) return [];
    const missing = first.filter((id) => !reading.figures.includes(id));
    const extra = reading.figures.filter((id) => !first.includes(id));
    if (missing.length === 0 && extra.length === 0) return [];
    return [
      problem(
        'narrative_figures_differ',
        { file: reading.narrative.file, value: reading.narrative.name },
        {
          tag: reading.narrative.tag,
          missing: missing.join(', ') || '—',
          extra: extra.join(', ') || '—',
        },
      ),
    ];
  });
}

/** Our sentences are our own: nothing follows a document for 25 characters. */
function copyProblems(
  content: Content,
  narrative: readonly NarrativeReading[],
  others: readonly PlacedText[],
  names: readonly string[],
): Problem[] {
  const masks = comparableNames(names);
  const texts = [
    ...narrative.flatMap(({ narrative: { file }, blocks }) =>
      blocks.map(({ text, line, column }) => ({ text, place: { file, line, column } })),
    ),
    ...others.filter((o) => o.prose),
  ].map(({ text, place }) => ({ place, pieces: winnowed(withoutReadings(text), masks) }));
  return [...content.fingerprints].flatMap(([document, { file, text }]) => {
    const fingerprint = readFingerprint(text);
    if (fingerprint === null) return [problem('fingerprint_invalid', { file }, { document })];
    return texts.flatMap((own) => {
      const shared = sharedRun(own.pieces, fingerprint);
      if (shared === null) return [];
      return [problem('prose_copied', { ...own.place, value: shared }, { document })];
    });
  });
}

/** The rules of easy language, for languages whose readings are always shown. */
function easyProblems(
  content: Content,
  narrative: readonly NarrativeReading[],
  translations: ReadonlyMap<string, readonly PlacedText[]>,
): Problem[] {
  const { languages } = content.site.value;
  const original = originalTag(content.site.value);
  const context = easyContext(content);
  return languages
    .filter((language) => language.readings === 'shown')
    .flatMap(({ tag }) => {
      const ordinary = new Set(
        narrative
          .filter((n) => n.narrative.tag === original)
          .flatMap((n) => n.blocks.map((b) => b.text)),
      );
      const words = Object.entries(content.words.get(tag) ?? {}).map(([key, text]): PlacedText => {
        const place = { file: `content/i18n/${tag}.json`, ...content.wordPlaces.get(tag)?.([key]) };
        return { text, place: { ...place, field: key }, prose: false, original: null };
      });
      const blocks = narrative
        .filter((n) => n.narrative.tag === tag)
        .flatMap(({ narrative: { file }, blocks }) =>
          blocks.map(({ text, line, column }): PlacedText => {
            const same = ordinary.has(text) ? text : null;
            return { text, place: { file, line, column }, prose: true, original: same };
          }),
        );
      return [...(translations.get(tag) ?? []), ...words, ...blocks].flatMap((own) => [
        ...easyFindings(own.text, context).map(({ code, value, values }) =>
          problem(code, { ...own.place, value }, values),
        ),
        ...(isSame(own) ? [problem('easy_same', { ...own.place, value: own.text })] : []),
      ]);
    });
}

/** Short labels in kana may be alike; a phrase may not. */
function isSame({ text, original }: PlacedText): boolean {
  return text === original && text.length > 8 && /\p{sc=Hiragana}/u.test(text);
}

/** What the easy-language rules know of a city: its readings, and the words it explains. */
export function easyContext(content: Pick<Content, 'readings' | 'glossary'>): EasyContext {
  return {
    approved: approvedReadings(content.readings.value),
    words: new Set(
      [
        'CSV JSON SVG PDF CC BY UTF BOM CRLF SDGs KPI KGI ID URL EV'.split(' '),
        content.glossary.value.flatMap((g) => [g.term, ...g.variants]),
        Object.keys(content.readings.value),
      ].flat(),
    ),
  };
}
