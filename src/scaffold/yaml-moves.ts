import { isMap, type Node, type Pair, type YAMLMap } from 'yaml'
import type { Path } from '../source/place.js'
import { commentLines } from './comment-lines.js'
import { quotedAs } from './write-yaml.js'
import { lineAfter } from './yaml-lines.js'
import { nodeAt, pairOf, parentOf, rangeOf } from './yaml-nodes.js'
import type { Splice } from './yaml-splices.js'

/** The piece that gives a key another name. */
export function renameKey(text: string, root: YAMLMap, path: Path, to: string): Splice {
  const pair = pairOf(parentOf(root, path), String(path.at(-1)))
  if (pair === undefined) throw new Error(`there is no key at /${path.join('/')}`)
  const [from, end] = rangeOf(pair.key)
  return { from, to: end, text: quotedAs(text.charAt(from), to) }
}

/** The piece that writes a text as comment lines above the line in which something begins. */
export function commentAbove(text: string, root: YAMLMap, path: Path, comment: string): Splice {
  const node = nodeAt(root, path)
  if (node === null || node === undefined) throw new Error(`there is nothing at /${path.join('/')}`)
  const line = text.lastIndexOf('\n', rangeOf(node)[0] - 1) + 1
  const start = line === 0 && text.startsWith('\ufeff') ? 1 : line // a byte order mark stays in front
  const indent = text.slice(start).length - text.slice(start).trimStart().length
  return { from: start, to: start, text: commentLines(comment, { indent }).map((one) => `${one}\n`).join(''), column: indent }
}

/** The pieces that take keys away with their values. */
export function removeKeys(text: string, root: YAMLMap, paths: readonly Path[]): readonly Splice[] {
  const parents = new Map<YAMLMap, Set<string>>()
  for (const path of paths) {
    const parent = parentOf(root, path)
    parents.set(parent, (parents.get(parent) ?? new Set<string>()).add(String(path.at(-1))))
  }
  return [...parents].flatMap(([parent, keys]) => removeFrom(text, parent, keys))
}

// Neighbours are taken away together, so that no two pieces meet.
function removeFrom(text: string, parent: YAMLMap, keys: ReadonlySet<string>): readonly Splice[] {
  const pairs = parent.items as readonly Pair<Node, Node | null>[] // the nodes of a parsed file
  const gone = pairs.map((pair) => keys.has(String(pair.key)))
  if (gone.every((taken) => taken)) throw new Error('no key of a mapping would be left')
  const splices: Splice[] = []
  for (let first = 0; first < pairs.length; first++) {
    if (gone[first] !== true) continue
    let last = first
    while (gone[last + 1] === true) last++
    splices.push(parent.flow === true ? fromFlow(pairs, first, last) : fromLines(text, parent, first, last))
    first = last
  }
  return splices
}

function fromFlow(pairs: readonly Pair<Node, Node | null>[], first: number, last: number): Splice {
  const [before, after] = [pairs[first - 1], pairs[last + 1]]
  if (after !== undefined) return { from: startOf(pairs[first]), to: startOf(after), text: '' }
  return { from: endOf(before), to: endOf(pairs[last]), text: '' }
}

// The first key of a list entry stands behind its dash: what follows takes its place there.
function fromLines(text: string, parent: YAMLMap, first: number, last: number): Splice {
  const pairs = parent.items as readonly Pair<Node, Node | null>[] // the nodes of a parsed file
  const start = startOf(pairs[first])
  const line = text.lastIndexOf('\n', start - 1) + 1
  const next = pairs[last + 1]
  if (text.slice(line, start).trim() !== '') return { from: start, to: startOf(next), text: '' }
  return { from: line, to: lineAfter(text, endOf(pairs[last])), text: '' }
}

const startOf = (pair: Pair<Node, Node | null> | undefined): number => {
  if (pair === undefined) throw new Error('there is no such key')
  return rangeOf(pair.key)[0]
}

// A block of a value ends with its last line; a list or mapping on lines ends where its last entry does.
function endOf(pair: Pair<Node, Node | null> | undefined): number {
  if (pair === undefined) throw new Error('there is no such key')
  const value = pair.value
  if (value === null || !value.range) return rangeOf(pair.key)[1] + 1
  if (isMap(value) && value.flow !== true && value.items.length > 0) return endOf(value.items.at(-1) as Pair<Node, Node | null>) // the nodes of a parsed file
  return rangeOf(value)[1]
}
