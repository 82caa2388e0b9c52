import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { z } from 'zod';
import { firstSite, pagePaths } from '../lib/sites.ts';

/**
 * Twenty questions about the plan, written from the documents before the easy Japanese was, and the answers
 * of a reader who saw the easy pages alone. `must_contain` lists what a right answer says, each with the
 * forms it may take.
 */
const questions = z
  .array(
    z.strictObject({
      id: z.int(),
      question: z.string(),
      question_en: z.string(),
      source: z.string(),
      answer: z.string(),
      must_contain: z.array(z.array(z.string()).min(1)).min(1),
      read: z.strictObject({ answer: z.string(), pages: z.array(z.string()).min(1) }),
    }),
  )
  .parse(
    JSON.parse(readFileSync(resolve(import.meta.dirname, '../reading/questions.json'), 'utf8')),
  );

/** The words of a page, without readings, spaces and what stands around its main part. */
function wordsOf(html: string): string {
  const left = new Set(['rt', 'rp', 'script', 'style', 'nav', 'footer']);
  const text = (node: DefaultTreeAdapterTypes.Node): string => {
    if ('value' in node) return node.value;
    if (left.has(node.nodeName) || !('childNodes' in node)) return '';
    return node.childNodes.map(text).join('');
  };
  return plain(text(parse(html)));
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '');
const lacking = (text: string, wanted: readonly (readonly string[])[]) =>
  wanted.filter((forms) => !forms.some((form) => plain(text).includes(plain(form))));

describe('the easy pages', () => {
  const easy = firstSite.languages.find(({ tag }) => tag === 'ja-x-easy');
  const segment = easy?.segment ?? '';
  const paths = pagePaths(firstSite, segment);

  it('are asked twenty questions', () => {
    expect(questions.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it.each(questions.map((q) => [q.question, q] as const))('answer: %s', (_, q) => {
    expect(lacking(q.read.answer, q.must_contain)).toEqual([]);
    expect(q.read.pages.filter((page) => !paths.includes(page))).toEqual([]);
    const pages = q.read.pages.map((page) =>
      wordsOf(readFileSync(join(firstSite.folder, segment, page, 'index.html'), 'utf8')),
    );
    expect(lacking(pages.join('\n'), q.must_contain)).toEqual([]);
  });
});
