import type { Excerpt } from './diagnostic.js'
import { fromPointer, wholeFile, type Place, type Position, type Range } from './place.js'

/**
 * Where the parts of a value stand, as offsets in its text: one record for each mapping and each list, inner ones first, and at the end the index of the outermost.
 * A mapping has five numbers for each key, in the order of its keys: start and end of the key, start and end of its value, index of the value's own record.
 * A list has three for each entry: start, end, record. A record that is not there is -1, as is what has no text.
 */
export type Spots = Int32Array

/** What a source is made of. Plain: it may cross to another thread. */
export type SourceParts = {
  readonly file: string
  readonly text: string
  readonly value: unknown
  readonly spots: Spots
  /** Offsets of the whole value. */
  readonly root: { readonly start: number; readonly end: number }
}

/** One file as read: its text, its value, and where each part of the value stands. */
export type Source = SourceParts & {
  /** The place of a key or value. A missing value falls back to its key, a missing key to its parent. */
  readonly place: (pointer: string, part?: 'key' | 'value') => Place
  /** The text of the value at a pointer as its author wrote it, or undefined when there is none. */
  readonly raw: (pointer: string) => string | undefined
  /** The lines at a place of this file; undefined when its text is not at hand. */
  readonly excerpt: (range: Range) => Excerpt | undefined
}

type Span = SourceParts['root']

/** A source of its parts. */
export function createSource(parts: SourceParts): Source {
  const { file, text } = parts
  let found: readonly number[] | undefined
  const lineStarts = (): readonly number[] => (found ??= findLineStarts(text))
  const position = (offset: number): Position => positionAt(lineStarts(), offset)
  return {
    ...parts,
    place: (pointer, part = 'value') => {
      const { start, end } = locate(parts, fromPointer(pointer), part)
      return { file, pointer, range: { start: position(start), end: position(Math.max(start, end)) } }
    },
    raw: (pointer) => {
      const span = find(parts, fromPointer(pointer))
      return span && span.valueEnd > span.valueStart ? text.slice(span.valueStart, span.valueEnd) : undefined
    },
    excerpt: (range) => excerptAt(text, lineStarts(), range),
  }
}

/** The parts of a source alone. */
export const partsOf = ({ file, text, value, spots, root }: Source): SourceParts => ({ file, text, value, spots, root })

/** The places of no parts. */
export const NOWHERE: Spots = new Int32Array()

/** A source of the built-in catalog: its text is not at hand, so all its parts are at its first line. */
export const builtinSource = (file: string, value: unknown): Source => ({
  file,
  text: '',
  value,
  spots: NOWHERE,
  root: { start: 0, end: 0 },
  place: (pointer) => ({ ...wholeFile(file), pointer }),
  raw: () => undefined,
  excerpt: () => undefined,
})

type Entry = { readonly keyStart: number; readonly keyEnd: number; readonly valueStart: number; readonly valueEnd: number; readonly value: unknown; readonly record: number }

function entryOf(spots: Spots, record: number, value: object, step: string): Entry | undefined {
  const isList = Array.isArray(value)
  const keys = Object.keys(value)
  const index = isList && String(Number(step)) !== step ? -1 : isList ? Number(step) : keys.indexOf(step)
  if (!(index >= 0 && index < keys.length)) return undefined
  const at = (offset: number): number => spots[record + offset] ?? -1
  const inner: unknown = Reflect.get(value, step)
  const [from, key] = isList ? [index * 3, index * 3] : [index * 5 + 2, index * 5]
  return { keyStart: at(key), keyEnd: at(key + 1), valueStart: at(from), valueEnd: at(from + 1), value: inner, record: at(from + 2) }
}

function find({ value, spots }: Pick<SourceParts, 'value' | 'spots'>, path: readonly string[]): Entry | undefined {
  let entry: Entry | undefined
  let [inner, record] = [value, spots.at(-1) ?? -1]
  for (const step of path) {
    entry = record >= 0 && typeof inner === 'object' && inner !== null ? entryOf(spots, record, inner, step) : undefined
    if (!entry) return undefined
    ;({ value: inner, record } = entry)
  }
  return entry
}

function locate(parts: SourceParts, path: readonly string[], part: 'key' | 'value'): Span {
  if (path.length === 0) return parts.root
  const entry = find(parts, path)
  // An entry of a list that has no text has no place of its own either.
  if (!entry || entry.keyStart < 0) return locate(parts, path.slice(0, -1), 'key')
  return part === 'key' || entry.valueStart < 0
    ? { start: entry.keyStart, end: entry.keyEnd }
    : { start: entry.valueStart, end: entry.valueEnd }
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return starts
}

function positionAt(lineStarts: readonly number[], offset: number): Position {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 }
}

const MAX_LINES = 3
const MAX_WIDTH = 200

function excerptAt(text: string, lineStarts: readonly number[], { start, end }: Range): Excerpt | undefined {
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line
  const lines: string[] = []
  for (let line = start.line; line <= Math.min(last, start.line + MAX_LINES - 1); line++)
    lines.push(text.slice(lineStarts[line - 1], lineStarts[line]).replace(/\r?\n$/, ''))
  if (lines.every((line) => line.trim() === '')) return undefined
  const shift = start.column > MAX_WIDTH - 40 ? start.column - 40 : 0
  return { line: start.line, lines: lines.map((line) => line.slice(shift, shift + MAX_WIDTH)), shift }
}
