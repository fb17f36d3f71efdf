import type { Diagnostic } from './diagnostic.js'

/** A value and what is wrong with the text it came from. `value` is absent when nothing could be read. */
export type Checked<T> = { readonly value?: T; readonly diagnostics: readonly Diagnostic[] }
