import type { Doc } from '../model/doc.js'
import { shapeErrors, type KindTypes } from '../schema/validate.js'
import type { Checked } from '../source/checked.js'
import { compareDiagnostics } from '../source/diagnostic.js'
import { counted } from '../source/list-in-words.js'
import type { Source } from '../source/source.js'
import { explainShapeErrors } from './explain-shape.js'

/** The most shape errors that are told of one file; the rest is counted. */
export const MAX_SHAPE_ERRORS = 20

// A hostile file can have a hundred thousand; the first of them say enough.
const MAX_EXPLAINED = 1000

/** Checks that a source has the shape of its kind. */
export function validateShape<K extends keyof KindTypes>(source: Source, kind: K): Checked<Doc<KindTypes[K]>> {
  const errors = shapeErrors(kind, source.value)
  // The validator is generated from the schema that KindTypes[K] is generated from.
  if (errors.length === 0) return { value: { kind, file: source.file, source, data: source.value as KindTypes[K], builtin: false }, diagnostics: [] }
  const diagnostics = [...explainShapeErrors(errors.slice(0, MAX_EXPLAINED), kind, source)].sort(compareDiagnostics)
  const shown = diagnostics.slice(0, MAX_SHAPE_ERRORS)
  const last = shown.at(-1)
  const more = diagnostics.length - shown.length + Math.max(0, errors.length - MAX_EXPLAINED)
  if (last === undefined || more === 0) return { diagnostics: shown }
  return { diagnostics: [...shown.slice(0, -1), { ...last, message: `${last.message} The file has ${counted(more, 'more error')} of this sort.` }] }
}
