import { createHash } from 'node:crypto';
import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** Types of script blocks that a browser does not run. */
const DATA_BLOCK = /^(?:application\/(?:[\w.+-]*\+)?json|text\/plain)$/iu;

/** Returns what a page's own policy would block or should forbid: code and styles without their hash. */
export function policyFindings(elements: readonly Element[]): string[] {
  const policy = elements.find(
    (e) =>
      e.tagName === 'meta' &&
      attribute(e, 'http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  const said = policy === undefined ? null : (attribute(policy, 'content') ?? '');
  const unsafe = /'unsafe-(?:inline|eval|hashes)'/u.exec(said ?? '')?.[0];
  return [
    ...(said === null ? ['no content security policy'] : []),
    ...(unsafe === undefined ? [] : [`the policy allows ${unsafe}`]),
    ...elements.flatMap((element) => {
      const kind = inlineKind(element);
      const code = textOf(element);
      if (kind === null || code === '' || allowed(said ?? '', `${kind}-src`, code)) return [];
      return [`inline <${element.tagName}> without its hash in the policy: ${code.slice(0, 40)}`];
    }),
  ];
}

function inlineKind(element: Element): 'script' | 'style' | null {
  if (element.tagName === 'style') return 'style';
  if (element.tagName !== 'script' || attribute(element, 'src') !== undefined) return null;
  return DATA_BLOCK.test(attribute(element, 'type') ?? '') ? null : 'script';
}

function allowed(policy: string, directive: string, code: string): boolean {
  const sources = policy
    .split(';')
    .map((part) => part.trim().split(/\s+/u))
    .find(([name]) => name === directive);
  return (
    sources?.includes(`'sha256-${createHash('sha256').update(code).digest('base64')}'`) ?? false
  );
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((a) => a.name === name)?.value;
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
