import type { Excerpt } from './diagnostic.js'
import { fromPointer, wholeFile, type Place, type Position, type Range } from './place.js'

/**
 * Offsets of a collection's entries, parallel to its value.
 * A mapping has `keys` and four offsets per entry (key start, key end, value start, value end); a sequence two (start, end).
 */
export type Spots = {
  readonly keys?: readonly string[]
  readonly at: readonly number[]
  readonly kids: readonly (Spots | undefined)[]
}

/** One file as read: its text, its value, and where each part of the value stands. */
export type Source = {
  readonly file: string
  readonly text: string
  readonly value: unknown
  /** The place of a key or value. A missing value falls back to its key, a missing key to its parent. */
  readonly place: (pointer: string, part?: 'key' | 'value') => Place
  /** The text of the value at a pointer as its author wrote it, or undefined when there is none. */
  readonly raw: (pointer: string) => string | undefined
  /** The lines at a place of this file; undefined when its text is not at hand. */
  readonly excerpt: (range: Range) => Excerpt | undefined
}

type Span = { readonly start: number; readonly end: number }

/** A source with the offsets of its parts. */
export function createSource(file: string, text: string, value: unknown, spots: Spots, root: Span): Source {
  let found: readonly number[] | undefined
  const lineStarts = (): readonly number[] => (found ??= findLineStarts(text))
  const position = (offset: number): Position => positionAt(lineStarts(), offset)
  return {
    file,
    text,
    value,
    place: (pointer, part = 'value') => {
      const { start, end } = locate(spots, root, fromPointer(pointer), part)
      return { file, pointer, range: { start: position(start), end: position(Math.max(start, end)) } }
    },
    raw: (pointer) => {
      const span = find(spots, fromPointer(pointer))
      return span && span.valueEnd > span.valueStart ? text.slice(span.valueStart, span.valueEnd) : undefined
    },
    excerpt: (range) => excerptAt(text, lineStarts(), range),
  }
}

/** A source of the built-in catalog: its text is not at hand, so all its parts are at its first line. */
export const builtinSource = (file: string, value: unknown): Source => ({
  file,
  text: '',
  value,
  place: (pointer) => ({ ...wholeFile(file), pointer }),
  raw: () => undefined,
  excerpt: () => undefined,
})

type Entry = { readonly keyStart: number; readonly keyEnd: number; readonly valueStart: number; readonly valueEnd: number; readonly kids?: Spots | undefined }

function entryOf(spots: Spots, step: string): Entry | undefined {
  const index = spots.keys ? spots.keys.indexOf(step) : Number(step)
  const from = index * (spots.keys ? 4 : 2)
  const keyStart = spots.at[from]
  const keyEnd = spots.at[from + 1]
  if (keyStart === undefined || keyEnd === undefined) return undefined
  const value = spots.keys ? from + 2 : from
  return { keyStart, keyEnd, valueStart: spots.at[value] ?? keyStart, valueEnd: spots.at[value + 1] ?? keyEnd, kids: spots.kids[index] }
}

function find(spots: Spots | undefined, path: readonly string[]): Entry | undefined {
  let entry: Entry | undefined
  for (const step of path) {
    entry = spots && entryOf(spots, step)
    if (!entry) return undefined
    spots = entry.kids
  }
  return entry
}

function locate(spots: Spots, root: Span, path: readonly string[], part: 'key' | 'value'): Span {
  if (path.length === 0) return root
  const entry = find(spots, path)
  // An entry of a list that has no text has no place of its own either.
  if (!entry || entry.keyStart < 0) return locate(spots, root, path.slice(0, -1), 'key')
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
