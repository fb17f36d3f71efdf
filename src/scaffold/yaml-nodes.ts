import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml'
import type { Path } from '../source/place.js'

/** Where a node of a parsed file begins, where its value ends, and where its line does. */
export const rangeOf = (node: Node): readonly [number, number, number] => {
  if (!node.range) throw new Error('a node of a parsed file has a range')
  return node.range
}

/** The node at a path; nothing where there is none. */
export function nodeAt(root: YAMLMap, path: Path): Node | null | undefined {
  let at: Node | null | undefined = root
  for (const step of path) at = isMap(at) ? (pairOf(at, String(step))?.value as Node | null | undefined) : isSeq(at) ? (at.items[Number(step)] as Node | undefined) : undefined // the nodes of a parsed file
  return at
}

/** The pair of a mapping with a key. */
export const pairOf = (map: YAMLMap, key: string): Pair<Node, Node | null> | undefined => map.items.find((pair) => isScalar(pair.key) && pair.key.value === key) as Pair<Node, Node | null> | undefined // the nodes of a parsed file

/** The mapping that holds the key at the end of a path. */
export function parentOf(root: YAMLMap, path: Path): YAMLMap {
  const parent = nodeAt(root, path.slice(0, -1))
  if (!isMap(parent)) throw new Error(`there is no mapping at /${path.slice(0, -1).join('/')}`)
  return parent
}
