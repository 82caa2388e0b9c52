import type { Content } from './content.ts';
import { parsePointer } from './pointers.ts';
import type { Problem } from './problem.ts';
import { unknownReference, type Targets } from './targets.ts';

/** Returns a problem for each pointer of `site.json` (questions, situations of life) that leads nowhere. */
export function pointerProblems({ site }: Content, targets: Targets): Problem[] {
  const { value, file, at } = site;
  const pointed = (text: string, path: readonly (string | number)[]): Problem[] => {
    const pointer = parsePointer(text);
    if (pointer === null) return [];
    const where = { file, ...at(path), field: String(path[0]), value: text };
    return unknownReference(targets, [`${pointer.kind}s`], pointer.id, where);
  };
  return [
    ...(value.questions ?? []).flatMap((q, n) => pointed(q.about, ['questions', n, 'about'])),
    ...(value.situations ?? []).flatMap((s, n) =>
      s.links.flatMap((link, m) => pointed(link, ['situations', n, 'links', m])),
    ),
  ];
}
