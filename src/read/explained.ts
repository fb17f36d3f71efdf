import { fromPointer } from '../source/place.js'
import type { Source } from '../source/source.js'

/** A source and the kind that its shape is checked against. */
export type KindSource = Source & { readonly kind: string }

/** A shape error in an author's words, with the key or value to blame. */
export type Explained = { readonly code: string; readonly pointer: string; readonly part?: 'key'; readonly message: string; readonly hint: string }

/** The value at a pointer, undefined where there is none. */
export function valueAt(source: Source, pointer: string): unknown {
  let value = source.value
  for (const step of fromPointer(pointer)) value = value !== null && typeof value === 'object' && Object.hasOwn(value, step) ? (value as Readonly<Record<string, unknown>>)[step] : undefined // JSON values only
  return value
}

/** Whether a pointer leads to an entry of a list. */
export const isListEntry = (pointer: string): boolean => /\/\d+$/.test(pointer)

/** The id of a list entry as the end of a message, so that it can be read without the line; empty where there is none. */
export function entryName(pointer: string, source: Source): string {
  if (!isListEntry(pointer)) return ''
  const id = valueAt(source, `${pointer}/id`) ?? valueAt(source, `${pointer}/control`)
  return typeof id === 'string' ? ` in \`${shorten(id)}\`` : ''
}

/** The first line of a text, cut to 60 characters. */
export function shorten(text: string): string {
  const line = text.split('\n')[0] ?? ''
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}
