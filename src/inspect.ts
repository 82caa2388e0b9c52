import { readContent, type Content, type Files } from './core/content.ts';
import { isEcho } from './core/echo.ts';
import { isPluralOf, layerDictionaries } from './core/i18n.ts';
import { buildModel, type Model } from './core/model.ts';
import { nearest } from './core/nearest.ts';
import { hasErrors, problem, sortProblems, type Problem } from './core/problem.ts';
import { explanationProblems, referenceProblems } from './core/references.ts';
import { english, type Dictionaries } from './i18n/index.ts';
import { proseProblems } from './inspect-prose.ts';

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

function dictionaryProblems(content: Content, dictionaries: Dictionaries): Problem[] {
  const keys = Object.keys(english);
  const unknown = [...content.words].flatMap(([tag, words]) =>
    Object.keys(words).flatMap((key) =>
      keys.includes(key) || isPluralOf(key, keys)
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
