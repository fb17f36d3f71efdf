/** A position in a file: one-based line and column, columns in UTF-16 code units. */
export type Position = { readonly line: number; readonly column: number }

/** From the first character to the one after the last. */
export type Range = { readonly start: Position; readonly end: Position }

/** A place in a file: the file, a JSON Pointer into its value, and the range of text. */
export type Place = { readonly file: string; readonly pointer: string; readonly range: Range }

/** A path into a value: object keys and array indices. */
export type Path = readonly (string | number)[]

/** The JSON Pointer (RFC 6901) of a path. */
export const toPointer = (path: Path): string =>
  path.map((part) => `/${typeof part === 'number' ? part : escape(part)}`).join('')

const escape = (key: string): string => (/[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key)

/** The path of a JSON Pointer. Array indices stay strings. */
export function fromPointer(pointer: string): readonly string[] {
  const parts = pointer.split('/').slice(1)
  return pointer.includes('~') ? parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')) : parts
}

/** The first character of a file, for what is wrong with the file as a whole. */
export const wholeFile = (file: string): Place => ({
  file,
  pointer: '',
  range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
})
