import {
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import { z } from 'zod';
import { problem, type Problem } from './problem.ts';

/** Returns the 1-based line and column of a character offset. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

export interface JsonRead<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
  /** Where a key of the file stands, for problems found later; the file's start when it is absent. */
  readonly at: (path: readonly (string | number)[]) => { line: number; column: number };
}

/**
 * Returns the value of a JSON file checked against a zod schema, or null with every problem found,
 * each with the line and column of the key it is about.
 */
export function readJson<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): JsonRead<z.output<S>> {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowEmptyContent: false });
  const first = errors[0];
  if (first !== undefined || tree === undefined) {
    const place = positionAt(text, first?.offset ?? 0);
    const reason = first === undefined ? 'ValueExpected' : printParseErrorCode(first.error);
    const near = text.slice(first?.offset ?? 0, (first?.offset ?? 0) + 20);
    const broken = problem('json_syntax', { file, ...place, value: near }, { reason });
    return { value: null, problems: [broken], at: () => place };
  }
  const at = (path: readonly (string | number)[]) =>
    positionAt(text, (findNodeAtLocation(tree, [...path]) ?? tree).offset);
  const parsed = schema.safeParse(JSON.parse(text), { reportInput: true });
  if (parsed.success) return { value: parsed.data, problems: [], at };
  const problems = parsed.error.issues.flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    const found = (about: readonly (string | number)[], node: Node, expected: string) => {
      const shown = text.slice(node.offset, node.offset + node.length);
      const place = {
        file,
        ...positionAt(text, node.offset),
        field: about.join('.'),
        value: shown,
      };
      const missing = findNodeAtLocation(tree, [...about]) === undefined;
      const reasons = missing ? MISSING : { reason: issue.message, reason_ja: inJapanese(issue) };
      return problem('json_invalid', place, { ...reasons, expected });
    };
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const own = [...path, key];
        return found(own, findNodeAtLocation(tree, own)?.parent ?? tree, `✕ ${key}`);
      });
    }
    const node =
      findNodeAtLocation(tree, path) ?? findNodeAtLocation(tree, path.slice(0, -1)) ?? tree;
    return [found(path, node, expectation(issue))];
  });
  return { value: null, problems, at };
}

const MISSING = { reason: 'it is missing', reason_ja: 'この項目がありません' };

const japanese = z.locales.ja().localeError;

/** Returns zod's own words about an issue in Japanese. */
function inJapanese(issue: z.core.$ZodIssue): string {
  const said = japanese(issue as z.core.$ZodRawIssue);
  return typeof said === 'string' ? said : (said?.message ?? issue.message);
}

/** Forms that an example tells better than their pattern. */
const WELL_KNOWN_FORMS: Readonly<Record<string, string>> = {
  date: '2024-04-01',
  url: 'https://www.example.org/',
  email: 'name@example.org',
};

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `→ ${issue.expected}`;
    case 'invalid_value':
      return `→ ${issue.values.map(String).join(' | ')}`;
    case 'invalid_format':
      return `→ ${WELL_KNOWN_FORMS[issue.format] ?? issue.pattern ?? issue.format}`;
    case 'too_small':
      return `→ ≥ ${String(issue.minimum)}`;
    case 'too_big':
      return `→ ≤ ${String(issue.maximum)}`;
    default:
      return `→ ${issue.message}`;
  }
}
