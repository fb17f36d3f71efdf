import type { Nodes } from 'mdast'

/** The text of a node as a cell holds it: line breaks kept, and behind the words of a link where it leads. */
export function cellText(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return ''
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const words = (node.children as readonly Nodes[]).map(cellText).join('') // children of any node are nodes
  return node.type === 'link' && node.url.startsWith('https:') && node.url !== words ? `${words} (${node.url})` : words
}
