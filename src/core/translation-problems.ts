import type { Content } from './content.ts';
import { keepsOriginal } from './coverage.ts';
import { nearest } from './nearest.ts';
import { problem, type Problem } from './problem.ts';
import { EXTRA_FIELDS, sourceTexts } from './translate.ts';
import { placeOf } from './validate.ts';

/** Returns files of languages that the site does not have. */
export function languageProblems(content: Content): Problem[] {
  const tags = content.site.value.languages.map((l) => l.tag);
  const files = [
    ...[...content.translations.keys()].map(
      (tag) => [`content/translations/${tag}.csv`, tag] as const,
    ),
    ...[...content.words.keys()].map((tag) => [`content/i18n/${tag}.json`, tag] as const),
    ...content.narrative.map((n) => [n.file, n.tag] as const),
  ];
  return files.flatMap(([file, tag]) =>
    tags.includes(tag)
      ? []
      : [problem('unknown_language', { file, value: tag }, { allowed: tags.join(', ') })],
  );
}

/** Returns translations of what is not there, and how many a language lacks. */
export function translationProblems(content: Content): Problem[] {
  const sources = sourceTexts(content);
  const known = new Set(sources.map((s) => `${s.dataset}/${s.id}/${s.field}`));
  const things = new Set(sources.map((s) => `${s.dataset}/${s.id}`));
  const unknownRows = [...content.translations.values()].flatMap((rows) =>
    rows.flatMap((row) => {
      const extra = EXTRA_FIELDS[row.dataset]?.includes(row.field) ?? false;
      const thing = `${row.dataset}/${row.id}`;
      if (known.has(`${thing}/${row.field}`) || (extra && things.has(thing))) return [];
      const key = `${thing}/${row.field}`;
      const close = nearest(key, known) ?? '—';
      const place = placeOf(content.places.get(row), 'id', key);
      return [problem('unknown_reference', place, { target: 'content', nearest: close })];
    }),
  );
  const missing = content.site.value.languages.slice(1).flatMap(({ tag, readings }) => {
    const rows = content.translations.get(tag) ?? [];
    const translated = new Set(rows.map((row) => `${row.dataset}/${row.id}/${row.field}`));
    const lacking = sources.filter(
      (s) =>
        s.essential &&
        !translated.has(`${s.dataset}/${s.id}/${s.field}`) &&
        !keepsOriginal(readings === 'shown', s.dataset, s.field),
    );
    const example = lacking[0];
    if (example === undefined) return [];
    const file = `content/translations/${tag}.csv`;
    const name = `${example.dataset}/${example.id}/${example.field}`;
    return [
      problem(
        'translation_missing',
        { file },
        { tag, count: String(lacking.length), example: name },
      ),
    ];
  });
  return [...unknownRows, ...missing];
}
