// Apart from the validators of what people write, so that only those who read records load these.
import * as compiled from './record-validators.generated.js'
import type { FrozenLibrary, Quarter } from './types.js'
import type { ShapeError } from './validate.js'

/** Types of the records that muster writes and reads again. */
export type RecordTypes = { readonly quarter: Quarter; readonly library: FrozenLibrary }

/** Where a value has not the shape of a record; undefined when it has. */
export function recordError(kind: keyof RecordTypes, value: unknown): ShapeError | undefined {
  const validate: { (value: unknown): boolean; errors?: readonly ShapeError[] | null } = kind === 'quarter' ? compiled.quarter : compiled.library
  return validate(value) ? undefined : (validate.errors?.[0] ?? undefined)
}
