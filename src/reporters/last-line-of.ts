import type { Range } from '../source/place.js'

/** The last line that a range reaches into: not the one before whose first character it ends. */
export const lastLineOf = ({ start, end }: Range): number => (end.column === 1 && end.line > start.line ? end.line - 1 : end.line)
