import type { Nodes } from 'mdast'

/** The text of a node without its marks. */
export function plainTextOf(node: Nodes): string {
  if ('value' in node && node.type !== 'html') return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? (node.children as readonly Nodes[]).map(plainTextOf).join('') : '' // children of any node are nodes
}
