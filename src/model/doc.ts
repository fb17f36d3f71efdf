import type { Path, Place } from '../source/place.js'
import { toPointer } from '../source/place.js'
import type { Source } from '../source/source.js'

/** The kinds of file that muster reads. */
export type Kind = 'config' | 'application' | 'evidence' | 'adoption' | 'tailoring' | 'catalog' | 'control' | 'examples' | 'evidence-type' | 'framework' | 'mapping' | 'edition-from' | 'published-crosswalk' | 'mapping-reviews' | 'official-text'

/** A file whose shape is right, with its value. */
export type Doc<T> = {
  readonly kind: Kind
  readonly file: string
  readonly source: Source
  readonly data: T
  /** True when it came with muster: its author is not the reader, so no diagnostic points at it. */
  readonly builtin: boolean
}

/** A part of a document: its value and where it stands. */
export type Located<T> = { readonly data: T; readonly doc: Doc<unknown>; readonly path: Path }

/** The place of a part, or of something below it. */
export const placeOf = (part: Located<unknown>, below: Path = [], of: 'key' | 'value' = 'value'): Place =>
  part.doc.source.place(toPointer([...part.path, ...below]), of)

/** The document itself as a part. */
export const whole = <T>(doc: Doc<T>): Located<T> => ({ data: doc.data, doc, path: [] })

/** The entries of a list in a document, each with its place. */
export const locateAll = <T>(doc: Doc<unknown>, key: string, list: readonly T[] | null | undefined): readonly Located<T>[] =>
  (list ?? []).map((data, index) => ({ data, doc, path: [key, index] }))
