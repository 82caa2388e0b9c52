import { createProcessor } from '@mdx-js/mdx';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { Narrative } from '../core/content.ts';
import { nearest } from '../core/nearest.ts';
import { problem, type Problem } from '../core/problem.ts';
import { bareNumerals } from './prose.ts';

/** What narrative may point to, and names whose digits are not figures. */
export interface NarrativeContext {
  readonly facts: ReadonlySet<string>;
  /** Facts that are for no certain year. */
  readonly undated: ReadonlySet<string>;
  readonly observations: ReadonlySet<string>;
  readonly names: readonly string[];
}

/** Front matter of a narrative file: who made the text. */
export const frontMatter = z.strictObject({ state: z.enum(['reviewed', 'machine']) });

/** Components that bind a figure to its source, with the attribute that names it. */
const BINDINGS = { Fact: 'id', Value: 'observation' } as const;

interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
}

const NOT_PLAIN = new Set([
  'mdxjsEsm',
  'mdxFlowExpression',
  'mdxTextExpression',
  'html',
  'code',
  'inlineCode',
  'image',
]);

/** A run of a narrative's text and where it begins. */
export interface TextRun {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A narrative file as checks see it. */
export interface NarrativeReading {
  readonly narrative: Narrative;
  readonly problems: readonly Problem[];
  /** Ids of the facts and observations it shows, sorted, each once. */
  readonly figures: readonly string[];
  /** Its blocks (paragraphs, items, headings) as text; a figure stands as OBJECT. */
  readonly blocks: readonly TextRun[];
  readonly state: 'reviewed' | 'machine';
}

/** Stands for a bound figure in a block's text. */
export const OBJECT = '\uFFFC';

/**
 * Reads a narrative file: its problems (syntax, what it may contain, bare numerals, unknown ids), the
 * figures it shows and its text.
 */
export function readNarrative(narrative: Narrative, context: NarrativeContext): NarrativeReading {
  const { file } = narrative;
  const { body, problems, state } = withoutFrontMatter(narrative);
  const nothing = { narrative, state, figures: [], blocks: [] };
  let tree: Node;
  try {
    tree = createProcessor({ format: 'mdx' }).parse(body) as Node;
  } catch (error) {
    return { ...nothing, problems: [...problems, syntaxProblem(file, error)] };
  }
  return {
    narrative,
    state,
    problems: [...problems, ...walk(tree, (node) => nodeProblems(file, node, context))],
    figures: [...new Set(walk(tree, figureOf))].toSorted(),
    blocks: walk(tree, blockOf),
  };
}

function figureOf(node: Node): string[] {
  const attribute = BINDINGS[node.name as keyof typeof BINDINGS] as string | undefined;
  const read = (name: string | undefined) => node.attributes?.find((a) => a.name === name)?.value;
  const value = read(attribute);
  if (attribute === undefined || typeof value !== 'string') return [];
  return [read('show') === 'year' ? `${value} (year)` : value];
}

function blockOf(node: Node): TextRun[] {
  if (node.type !== 'paragraph' && node.type !== 'heading') return [];
  const start = node.position?.start ?? { line: 1, column: 1 };
  const text = walk(node, (n) =>
    n.type === 'text' ? [n.value ?? ''] : figureOf(n).map(() => OBJECT),
  );
  return [{ text: text.join(''), line: start.line, column: start.column }];
}

/** Front matter becomes empty lines, so that lines keep their numbers. */
function withoutFrontMatter({ file, text }: Narrative): {
  body: string;
  problems: Problem[];
  state: NarrativeReading['state'];
} {
  const match = /^---\r?\n([\s\S]*?)\r?\n---(?=\r?\n|$)/u.exec(text);
  const state = 'reviewed';
  if (match === null) return { body: text, problems: [], state };
  const body = match[0].replace(/[^\n]/gu, '') + text.slice(match[0].length);
  const invalid = (reason: string) => [
    problem(
      'json_invalid',
      { file, line: 2, column: 1, field: 'state', value: match[1] ?? '' },
      { reason, expected: '→ state: reviewed | machine' },
    ),
  ];
  try {
    const parsed = frontMatter.safeParse(parseYaml(match[1] ?? ''));
    return parsed.success
      ? { body, problems: [], state: parsed.data.state }
      : { body, problems: invalid(parsed.error.issues[0]?.message ?? ''), state };
  } catch (error) {
    return {
      body,
      state,
      problems: invalid(error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''),
    };
  }
}

function syntaxProblem(file: string, error: unknown): Problem {
  const place = error as { line?: number | null; column?: number | null; reason?: string };
  const reason = (place.reason ?? String(error)).split('\n')[0] ?? '';
  return problem(
    'mdx_syntax',
    { file, line: place.line ?? 1, column: place.column ?? 1 },
    { reason },
  );
}

function walk<T>(node: Node, visit: (node: Node) => T[]): T[] {
  return [...visit(node), ...(node.children ?? []).flatMap((child) => walk(child, visit))];
}

function nodeProblems(file: string, node: Node, context: NarrativeContext): Problem[] {
  const start = node.position?.start ?? { line: 1, column: 1 };
  const place = { file, line: start.line, column: start.column };
  if (node.type === 'text') {
    return bareNumerals(node.value ?? '', context.names).map(({ offset, text }) => {
      const before = (node.value ?? '').slice(0, offset).split('\n');
      const line = start.line + before.length - 1;
      const column = (before.length > 1 ? 1 : start.column) + (before.at(-1)?.length ?? 0);
      return problem('prose_numeral', { file, line, column, value: text });
    });
  }
  if (NOT_PLAIN.has(node.type)) {
    return [problem('mdx_not_plain', { ...place, value: node.value ?? node.type })];
  }
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    return elementProblems(place, node, context);
  }
  return [];
}

function elementProblems(
  place: { file: string; line: number; column: number },
  node: Node,
  context: NarrativeContext,
): Problem[] {
  const name = node.name ?? '';
  if (name !== 'Fact' && name !== 'Value') {
    return [problem('mdx_not_plain', { ...place, value: `<${name}>` })];
  }
  const attribute = BINDINGS[name];
  const value = node.attributes?.find((a) => a.name === attribute)?.value;
  const known = name === 'Fact' ? context.facts : context.observations;
  const target = name === 'Fact' ? 'facts' : 'observations';
  const asked = node.attributes?.find((a) => a.name === 'show')?.value;
  if (asked !== undefined && asked !== 'value' && asked !== 'year') {
    return [
      problem('mdx_not_plain', {
        ...place,
        field: 'show',
        value: typeof asked === 'string' ? asked : 'show',
      }),
    ];
  }
  if (typeof value === 'string' && known.has(value)) {
    return asked === 'year' && name === 'Fact' && context.undated.has(value)
      ? [problem('fact_without_year', { ...place, field: 'show', value })]
      : [];
  }
  const shown = typeof value === 'string' ? value : '';
  return [
    problem(
      'unknown_reference',
      { ...place, field: attribute, value: shown },
      { target, nearest: nearest(shown, known) ?? '—' },
    ),
  ];
}
