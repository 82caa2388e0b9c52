import type { At, Content } from './content.ts';
import { problem, type Problem } from './problem.ts';
import type { SectionInput } from './records.ts';
import type { Table } from './tables.ts';
import { placeOf, type RowPlace } from './validate.ts';

/** An id inside a JSON file and the way to it. */
interface ListedId {
  readonly entry: { readonly file: string; readonly at: At };
  readonly path: readonly (string | number)[];
  readonly id: string;
}

/** Returns ids that stand twice in a list of a JSON file; so are the languages' tags and addresses looked at. */
export function repeatedIds(content: Content): Problem[] {
  const { site, units, glossary } = content;
  const listed = (
    entry: ListedId['entry'],
    list: readonly string[],
    key: string | null,
    ids: readonly string[],
  ) =>
    ids.map((id, index): ListedId => ({
      entry,
      path: [...list, index, ...(key === null ? [] : [key])],
      id,
    }));
  const groups: readonly (readonly ListedId[])[] = [
    listed(site, ['plans'], null, site.value.plans),
    listed(site, ['documents'], null, site.value.documents),
    listed(site, ['leading_checks'], null, site.value.leading_checks ?? []),
    listed(
      site,
      ['topics'],
      'id',
      site.value.topics.map((t) => t.id),
    ),
    listed(
      site,
      ['questions'],
      'id',
      (site.value.questions ?? []).map((q) => q.id),
    ),
    listed(
      site,
      ['situations'],
      'id',
      (site.value.situations ?? []).map((s) => s.id),
    ),
    listed(
      site,
      ['languages'],
      'tag',
      site.value.languages.map((l) => l.tag),
    ),
    listed(
      site,
      ['languages'],
      'segment',
      site.value.languages.map((l) => l.segment),
    ),
    listed(
      units,
      [],
      'id',
      units.value.map((u) => u.id),
    ),
    listed(
      glossary,
      [],
      'id',
      glossary.value.map((g) => g.id),
    ),
    ...content.indicators.map((i) =>
      listed(
        i,
        ['breaks'],
        'id',
        i.value.breaks.map((b) => b.id),
      ),
    ),
    content.plans.flatMap((plan) => sectionIds(plan, plan.value.sections, ['sections'])),
  ];
  return groups.flatMap((group) => {
    const seen = new Map<string, string>();
    return group.flatMap(({ entry: { file, at }, path, id }): Problem[] => {
      const place = at(path);
      const first = seen.get(id);
      if (first === undefined) {
        seen.set(id, `${file}:${String(place.line)}`);
        return [];
      }
      const field = path.findLast((key) => typeof key === 'string');
      return [problem('duplicate_key', { file, ...place, field, value: id }, { first })];
    });
  });
}

function sectionIds(
  entry: ListedId['entry'],
  sections: readonly SectionInput[],
  path: ListedId['path'],
): ListedId[] {
  return sections.flatMap((section, index) => [
    { entry, path: [...path, index, 'id'], id: section.id },
    ...sectionIds(entry, section.sections ?? [], [...path, index, 'sections']),
  ]);
}

/** Returns keys of a table that stand in two files: they are unique over all documents. */
export function keysAcrossFiles(
  content: Content,
  table: Table,
  rows: readonly object[],
): Problem[] {
  const seen = new Map<string, RowPlace | undefined>();
  return rows.flatMap((row) => {
    const place = content.places.get(row);
    const cells = row as Readonly<Record<string, unknown>>;
    const key = table.key.map((name) => String(cells[name])).join(' + ');
    const first = seen.get(key);
    if (!seen.has(key)) seen.set(key, place);
    if (first === undefined || first.file === place?.file) return [];
    const field = table.key[0] ?? '';
    return [
      problem('duplicate_key', placeOf(place, field, key), {
        first: `${first.file}:${String(first.line)}`,
      }),
    ];
  });
}
