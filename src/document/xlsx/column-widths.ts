import type { ColumnKind } from '../tree.js'

const WIDEST = 60
const LOOKED_AT = 500

/** Widths of columns in characters: what nine cells in ten need on one line, within bounds, and always the longest word of the title with its arrow. */
export function columnWidths(kinds: readonly ColumnKind[], titles: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  const some = rows.slice(0, LOOKED_AT)
  return kinds.map((kind, index) => {
    const title = Math.max(0, ...(titles[index] ?? '').split(/[\s/-]+/).map(({ length }) => length)) + 4
    if (kind === 'date') return Math.max(title, 12)
    const lengths = some.map((row) => Math.max(0, ...(row[index] ?? '').split('\n').map(({ length }) => length))).sort((a, b) => a - b)
    return Math.min(WIDEST, Math.max(title, 8, (lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0) + 2))
  })
}

const LINE = 15
const HIGHEST = 409 // what a row can be

/** The height of a row in points, since not every reader finds it out: as many lines as the fullest cell needs in its width. */
export const rowHeight = (texts: readonly string[], widths: readonly number[], line = LINE): number =>
  Math.min(HIGHEST, line * Math.max(1, ...texts.map((text, index) => text.split('\n').reduce((lines, { length }) => lines + Math.max(1, Math.ceil(length / (widths[index] ?? 10))), 0))))
