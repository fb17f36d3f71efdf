import { isCollection, isMap, isScalar, isSeq, parseDocument, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Path } from '../source/place.js'
import type { YamlEdit } from './edit-yaml.js'
import { findStub } from './find-stub.js'
import { entryYaml, flowYaml, itemYaml, keyYaml, quotedAs, type YamlValue } from './write-yaml.js'
import { columnOf, lineAfter, pastComments } from './yaml-lines.js'
import { commentAbove, removeKeys, renameKey } from './yaml-moves.js'
import { nodeAt, pairOf, parentOf, rangeOf } from './yaml-nodes.js'

/** A piece of text that takes the place of another. Of several at one place the deepest stands first. */
export type Splice = { readonly from: number; readonly to: number; readonly text: string; readonly column?: number }

/** Where the entry of an edit comes to stand that takes the place of a stub: before which entry of its list, and where in the text. */
export type StubPlace = { readonly before: number; readonly offset: number }

/** The pieces of all edits, and for each where a stub was that it takes the place of. */
export type Splices = { readonly splices: readonly Splice[]; readonly stubs: readonly (StubPlace | undefined)[] }

type Append = Extract<YamlEdit, { append: Path }>

/** Where in a text edits go, and what they write there. */
export function splicesFor(text: string, edits: readonly YamlEdit[]): Splices {
  const root = parseDocument(text, { strict: false, uniqueKeys: false }).contents
  if (!isMap(root)) throw new Error('the root of the file is not a mapping')
  const splices: Splice[] = []
  const stubs: (StubPlace | undefined)[] = edits.map(() => undefined)
  const rest = new Map<string, Append[]>()
  for (const [index, edit] of edits.entries()) {
    if ('set' in edit) splices.push(setAt(text, root, edit.set, edit.to, edit.after))
    else if ('rename' in edit) splices.push(renameKey(text, root, edit.rename, edit.to))
    else if ('comment' in edit) splices.push(commentAbove(text, root, edit.comment, edit.text))
    else if ('append' in edit) {
      const list = nodeAt(root, edit.append)
      const stub = edit.stub === undefined ? undefined : findStub(text, edit.stub)
      if (stub && isBelow(text, stub.from, root, edit.append)) {
        splices.push({ from: stub.from, to: stub.to, text: indented(entryYaml(edit.entry as never), stub.column) }) // an entry with a stub is a mapping
        stubs[index] = { before: isSeq(list) ? list.items.filter((item) => rangeOf(item as Node)[0] < stub.from).length : 0, offset: stub.from }
      } else rest.set(edit.append.join('\n'), [...(rest.get(edit.append.join('\n')) ?? []), edit])
    }
  }
  for (const group of rest.values()) splices.push(...appendAll(text, root, group))
  splices.push(...removeKeys(text, root, edits.flatMap((edit) => ('remove' in edit ? [edit.remove] : []))))
  return { splices, stubs }
}

const isNothing = (node: Node | null | undefined): boolean => node === null || node === undefined || (isScalar(node) && node.value === null)

// Whether an offset stands between the key of a list and the next key.
function isBelow(text: string, offset: number, root: YAMLMap, path: Path): boolean {
  const parent = parentOf(root, path)
  const pair = pairOf(parent, String(path.at(-1)))
  if (pair === undefined) return false
  const next = parent.items[parent.items.indexOf(pair) + 1]
  return offset > rangeOf(pair.key)[1] && offset < (next ? rangeOf(next.key as Node)[0] : text.length + 1)
}

const indented = (lines: readonly string[], column: number): string => lines.map((line) => `${' '.repeat(column)}${line}\n`).join('')

function setAt(text: string, root: YAMLMap, path: Path, to: string | number | boolean, after: readonly string[] = []): Splice {
  const node = nodeAt(root, path)
  if (node === null || node === undefined || isNothing(node)) return addKey(text, parentOf(root, path), String(path.at(-1)), to, after)
  if (isCollection(node)) throw new Error(`/${path.join('/')} is not a single value`)
  const [from, end] = rangeOf(node)
  return { from, to: end, text: quotedAs(text.charAt(from), to) }
}

function appendAll(text: string, root: YAMLMap, group: readonly Append[]): readonly Splice[] {
  const [first] = group
  if (first === undefined) return []
  const path = first.append
  const entries = group.map((edit) => edit.entry)
  const list = nodeAt(root, path)
  if (isSeq(list) && list.items.length > 0) return [list.flow === true ? appendInline(list, entries) : appendLines(text, list, entries)]
  const parent = parentOf(root, path)
  const key = String(path.at(-1))
  const pair = pairOf(parent, key)
  if (parent.flow === true && pair === undefined) return [addKey(text, parent, key, entries, first.after)]
  if (pair === undefined) return [addKey(text, parent, key, entries, first.after ?? [], isDivided(first))]
  return beginList(text, pair, entries, isDivided(first))
}

// The lists of a file have one key to a line, those in an entry one entry.
const isDivided = ({ append, line }: Append): boolean => append.length === 1 && line !== true

const linesOf = (entry: YamlValue, divided: boolean): readonly string[] => (divided && typeof entry === 'object' && !Array.isArray(entry) ? entryYaml(entry as never) : itemYaml(entry)) // a mapping

function appendInline(list: YAMLSeq, entries: readonly YamlValue[]): Splice {
  const end = rangeOf(list.items.at(-1) as Node)[1]
  return { from: end, to: end, text: entries.map((entry) => `, ${flowYaml(entry)}`).join('') }
}

// Like its neighbours: on one line where they are.
function appendLines(text: string, list: YAMLSeq, entries: readonly YamlValue[]): Splice {
  const last = list.items.at(-1) as Node
  const column = columnOf(text, rangeOf(list)[0])
  const divided = isMap(last) && last.flow !== true
  return insertLines(text, pastComments(text, lineAfter(text, rangeOf(last)[1]), column), entries.flatMap((entry) => linesOf(entry, divided)), column)
}

// After what stands as comments below the key.
function beginList(text: string, pair: Pair<Node, Node | null>, entries: readonly YamlValue[], divided: boolean): readonly Splice[] {
  const [start, end] = rangeOf(pair.key)
  const column = columnOf(text, start)
  const lines = entries.flatMap((entry) => linesOf(entry, divided))
  const value = pair.value
  const flow = isSeq(value) ? rangeOf(value) : undefined
  if (flow && entries.every((entry) => typeof entry !== 'object')) return [{ from: flow[0], to: flow[1], text: `[${entries.map(flowYaml).join(', ')}]` }]
  const emptied = flow ? [{ from: text.slice(0, flow[0]).trimEnd().length, to: flow[1], text: '' }] : []
  return [...emptied, insertLines(text, pastComments(text, lineAfter(text, flow?.[1] ?? end), column), lines, column + 2)]
}

function addKey(text: string, parent: YAMLMap, key: string, value: YamlValue, after: readonly string[] = [], divided = false): Splice {
  const before = after.map((name) => parent.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === name)).reduce((last, index) => Math.max(last, index), -1)
  const pair = (before < 0 ? parent.items.at(-1) : parent.items[before]) as Pair<Node, Node | null> | undefined // the nodes of a parsed file
  const [start, bracket] = rangeOf(parent)
  if (pair === undefined) return { from: start, to: bracket, text: `{ ${key}: ${flowYaml(value)} }` }
  const end = isNothing(pair.value) || !pair.value ? rangeOf(pair.key)[1] + 1 : rangeOf(pair.value)[1]
  if (parent.flow === true) return { from: end, to: end, text: `, ${key}: ${flowYaml(value)}` }
  const column = columnOf(text, start)
  const lines = divided && Array.isArray(value) ? [`${key}:`, ...value.flatMap((entry: YamlValue) => linesOf(entry, true).map((line) => `  ${line}`))] : keyYaml(key, value)
  return insertLines(text, pastComments(text, lineAfter(text, end), column), lines, column)
}

function insertLines(text: string, at: number, lines: readonly string[], column: number): Splice {
  const begun = at > 0 && text.charAt(at - 1) !== '\n'
  return { from: at, to: at, text: `${begun ? '\n' : ''}${indented(lines, column)}`, column }
}
