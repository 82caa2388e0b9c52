/** Components whose output is formatted for a reader: they must know the text's language. */
const BOUND = new Set(['Fact', 'Value']);

interface Node {
  readonly type: string;
  readonly name?: string | null;
  attributes?: { type: string; name: string; value: string }[];
  readonly children?: readonly Node[];
}

/**
 * A remark plugin that tells <Fact> and <Value> the language of the file they stand in, from its path
 * (…/plans/<plan>/<tag>/<name>.mdx): a text shown as a fallback keeps its own number format.
 */
export function remarkBindLanguage() {
  return (tree: Node, file: { path?: string }) => {
    const tag = file.path?.split(/[\\/]/u).at(-2) ?? '';
    visit(tree, (node) => {
      if (!/^mdxJsx(?:Flow|Text)Element$/u.test(node.type) || !BOUND.has(node.name ?? '')) return;
      node.attributes = [
        ...(node.attributes ?? []),
        { type: 'mdxJsxAttribute', name: 'lang', value: tag },
      ];
    });
  };
}

function visit(node: Node, act: (node: Node) => void): void {
  act(node);
  for (const child of node.children ?? []) visit(child, act);
}
