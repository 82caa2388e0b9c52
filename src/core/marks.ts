import { firstHaving, having } from './lookup.ts';
import type { Model, Section } from './model.ts';

/** How often a document gave each of its marks in one chapter of a plan. */
export interface ChapterMarks {
  readonly document_id: string;
  readonly chapter: Section;
  /** As printed: ○ 4, × 2. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Returns the marks of every document that gives some, by chapter, in the order of its plans. */
export function marksByChapter(model: Model): ChapterMarks[] {
  return model.documents.flatMap((document) => {
    const marked = having(model.assessments, 'document_id', document.id).flatMap((row) => {
      const cell = having(model.observations, 'table_id', row.table_id).find(
        (o) => o.row_no === row.row_no,
      );
      const chapter = chapterOf(model, cell?.section_id);
      return chapter === null || row.published_mark === null
        ? []
        : [{ chapter, mark: row.published_mark }];
    });
    const chapters = model.sections.filter((s) => marked.some((m) => m.chapter === s));
    return chapters.map((chapter) => {
      const own = marked.filter((m) => m.chapter === chapter);
      const counts = Map.groupBy(own, (m) => m.mark);
      return {
        document_id: document.id,
        chapter,
        counts: new Map([...counts].map(([mark, rows]) => [mark, rows.length])),
      };
    });
  });
}

function chapterOf(model: Model, id: string | null | undefined): Section | null {
  const section = firstHaving(model.sections, 'id', id);
  if (section === undefined) return null;
  return section.parent_id === null ? section : chapterOf(model, section.parent_id);
}
