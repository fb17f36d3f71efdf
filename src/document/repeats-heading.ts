import { plainTextOf } from './plain-text-of.js'
import type { DocumentTree } from './tree.js'

/** Whether the caption of the table at an index says no more than the heading right above it, so that it need not be seen twice. */
export function repeatsHeading({ children }: DocumentTree, index: number): boolean {
  const [before, node] = [children[index - 1], children[index]]
  return node?.type === 'table' && before?.type === 'heading' && plainTextOf(before) === node.data?.facts?.caption
}
