import { readContent, type Content, type Files } from './core/content.ts';
import { isEcho } from './core/echo.ts';
import { layerDictionaries } from './core/i18n.ts';
import { buildModel, type Model } from './core/model.ts';
import { nearest } from './core/nearest.ts';
import { hasErrors, problem, sortProblems, type Problem } from './core/problem.ts';
import { explanationProblems, referenceProblems } from './core/references.ts';
import { sourceTexts } from './core/translate.ts';
import { placeOf } from './core/validate.ts';
import { english, type Dictionaries } from './i18n/index.ts';
import { narrativeProblems } from './narrative/mdx.ts';
import { bareNumerals } from './narrative/prose.ts';

export interface Inspection {
  readonly content: Content | null;
  /** Null when an error stands in the way. */
  readonly model: Model | null;
  readonly problems: readonly Problem[];
}

/**
 * Returns the model of a city's files and every problem found on the way. Pure: the check command,
 * the build and the pages all go through it.
 */
export function inspectCity(files: Files, dictionaries: Dictionaries): Inspection {
  const read = readContent(files);
  if (read.content === null) {
    return { content: null, model: null, problems: sortProblems(read.problems) };
  }
  const { content } = read;
  const errors = read.problems.filter((p) => p.severity === 'error');
  const unread = new Set(errors.map((p) => p.file));
  const problems = [
    ...read.problems,
    ...[...referenceProblems(content), ...proseProblems(content)].filter((p) => !isEcho(p, unread)),
    ...dictionaryProblems(content, dictionaries),
  ];
  if (!hasErrors(problems)) problems.push(...explanationProblems(content));
  return {
    content,
    model: hasErrors(problems) ? null : buildModel(content),
    problems: sortProblems(problems),
  };
}

/** Texts whose figures must come from data. */
const PROSE_FIELDS: ReadonlySet<string> = new Set([
  'indicators/definition',
  'indicators/purpose',
  'indicators/caveat',
  'comments/text',
  'explanations/text',
  'glossary/explanation',
  'not_the_same_as/reason',
]);

function proseProblems(content: Content): Problem[] {
  const names = knownNames(content);
  const context = {
    facts: new Set(content.facts.map((f) => f.fact_id)),
    observations: new Set(
      content.documents.flatMap((d) => d.tables.observations.map((o) => o.observation_id)),
    ),
    names,
  };
  return [
    ...content.narrative.flatMap((n) => narrativeProblems(n, context)),
    ...sourceTexts(content).flatMap((source) =>
      PROSE_FIELDS.has(`${source.dataset}/${source.field}`)
        ? bareNumerals(source.text, names).map(({ text }) =>
            problem('prose_numeral', {
              ...sourcePlace(content, source.dataset, source.id, source.field),
              value: text,
            }),
          )
        : [],
    ),
    ...[...content.translations.values()].flatMap((rows) =>
      rows.flatMap((row) =>
        PROSE_FIELDS.has(`${row.dataset}/${row.field}`)
          ? bareNumerals(row.text, names).map(({ text }) =>
              problem('prose_numeral', placeOf(content.places.get(row), 'text', text)),
            )
          : [],
      ),
    ),
  ];
}

/** Where a source text stands: a key of a JSON file, or a cell of a table. */
function sourcePlace(content: Content, dataset: string, id: string, field: string) {
  const indicator = content.indicators.find((i) => dataset === 'indicators' && i.id === id);
  if (indicator !== undefined) return { file: indicator.file, ...indicator.at([field]), field };
  if (dataset === 'glossary') {
    const index = content.glossary.value.findIndex((g) => g.id === id);
    return { file: content.glossary.file, ...content.glossary.at([index, field]), field };
  }
  const rows = [...content.documents.flatMap((d) => d.tables.comments), ...content.explanations];
  const row = rows.find((r) => ('check_id' in r ? r.check_id : r.comment_key) === id);
  return placeOf(row === undefined ? undefined : content.places.get(row), field);
}

/** Names of things, in every language: digits in them are not figures. */
function knownNames(content: Content): string[] {
  const isName = (field: string) => /name$|^term$/u.test(field);
  return [
    ...sourceTexts(content)
      .filter((s) => isName(s.field))
      .map((s) => s.text),
    ...[...content.translations.values()].flatMap((rows) =>
      rows.filter((row) => isName(row.field)).map((row) => row.text),
    ),
  ];
}

function dictionaryProblems(content: Content, dictionaries: Dictionaries): Problem[] {
  const keys = Object.keys(english);
  const unknown = [...content.words].flatMap(([tag, words]) =>
    Object.keys(words).flatMap((key) =>
      keys.includes(key)
        ? []
        : [
            problem(
              'dictionary_key_unknown',
              {
                file: `content/i18n/${tag}.json`,
                ...content.wordPlaces.get(tag)?.([key]),
                field: key,
              },
              { nearest: nearest(key, keys) ?? '—' },
            ),
          ],
    ),
  );
  const incomplete = content.site.value.languages.flatMap(({ tag }) => {
    const layers = [content.words.get(tag), dictionaries.get(tag)].filter((l) => l !== undefined);
    const { missing } = layerDictionaries(tag, layers, english);
    const example = missing[0];
    return example === undefined
      ? []
      : [
          problem(
            'dictionary_incomplete',
            { file: `content/i18n/${tag}.json` },
            { tag, count: String(missing.length), example },
          ),
        ];
  });
  return [...unknown, ...incomplete];
}
