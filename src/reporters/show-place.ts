import type { Place } from '../source/place.js'
import { plainLine } from './plain-text.js'

/** Whether a file belongs to the built-in catalog, and so stands in no repository of the reader. */
export const isBuiltin = (file: string): boolean => file.startsWith('builtin:')

/** A place as people read it and terminals link it: `file:line:column`. Of a built-in file only the name is known. */
export function showPlace({ file, range: { start } }: Place): string {
  const shown = plainLine(file.replace(/[\t\n]/g, '\ufffd'))
  return isBuiltin(file) ? shown : `${shown}:${start.line}:${start.column}`
}
