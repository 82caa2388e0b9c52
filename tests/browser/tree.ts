import type { BrowserContext, Page } from 'playwright-core';

interface Value {
  readonly value?: unknown;
}

/** A node of the accessibility tree, as Chromium tells it. */
export interface TreeNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
  readonly childIds?: readonly string[];
}

/** Properties worth a word; those that say nothing new (false, 0) are left out. */
const TOLD = ['level', 'expanded', 'pressed', 'checked', 'required', 'invalid', 'live'];
/** Boxes without a meaning of their own, and parts of a line. */
const THROUGH = new Set([
  'none',
  'generic',
  'sectionheader',
  'sectionfooter',
  'LayoutTable',
  'Ruby',
]);
/** Stands for the edge of a box, where a run of text ends. */
const EDGE: TreeNode = { nodeId: '', ignored: false, role: { value: 'edge' } };

/** Returns the accessibility tree of a page, as the browser hands it to a screen reader. */
export async function treeOf(context: BrowserContext, page: Page): Promise<TreeNode[]> {
  const session = await context.newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes;
}

/** Returns a tree as indented text: a line a role with its name, and a line a run of text. */
export function treeText(nodes: readonly TreeNode[]): string {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const role = (node: TreeNode) => said(node.role) || 'none';
  const children = (node: TreeNode): TreeNode[] =>
    (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      if (child === undefined || ['InlineTextBox', 'ListMarker'].includes(role(child))) return [];
      if (!child.ignored && role(child) === 'generic') return [EDGE, ...children(child), EDGE];
      return child.ignored || THROUGH.has(role(child)) ? children(child) : [child];
    });
  const lines: string[] = [];
  const write = (node: TreeNode, depth: number): void => {
    const indent = '  '.repeat(depth);
    const name = tidy(node.name?.value);
    const description = tidy(node.description?.value);
    const told = (node.properties ?? [])
      // A list item has a level too; only that of a heading is heard.
      .filter(
        ({ name: key }) => TOLD.includes(key) && (key !== 'level' || role(node) === 'heading'),
      )
      .filter(
        ({ name: key, value }) =>
          key === 'expanded' || !/^(?:false|off|0)?$/u.test(String(value.value)),
      )
      .map(({ name: key, value }) => ` ${key}=${String(value.value)}`);
    lines.push(
      `${indent}${role(node)}${name === '' ? '' : ` “${name}”`}${description === '' ? '' : ` (${description})`}${told.join('')}`,
    );
    const below = children(node);
    const only = below.every((child) => child === EDGE || role(child) === 'StaticText');
    // A name that is the text itself is said once.
    if (only && close(below.map((child) => said(child.name)).join('')) === close(name)) return;
    let run = '';
    const end = (): void => {
      if (tidy(run) !== '') lines.push(`${indent}  ${tidy(run)}`);
      run = '';
    };
    for (const child of below) {
      if (role(child) === 'StaticText') run += said(child.name);
      else {
        end();
        if (child !== EDGE) write(child, depth + 1);
      }
    }
    end();
  };
  if (nodes[0] !== undefined) write(nodes[0], 0);
  return `${lines.join('\n')}\n`;
}

const tidy = (text: unknown) => (typeof text === 'string' ? text.replace(/\s+/gu, ' ').trim() : '');
const close = (text: string) => text.replace(/\s+/gu, '');

function said(value: Value | undefined): string {
  return typeof value?.value === 'string' ? value.value : '';
}
