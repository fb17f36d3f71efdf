import type { TableColumn } from '../tree.js'

const WIDEST = 60
const LONGEST_WORD = 30
const LABELS = 40
const LOOKED_AT = 500
const FEW_ROWS = 30
const BOLD = 1.1 // as wide as other letters, or a little more
const ROOM = 2

/**
 * Widths of columns in characters: what nine cells in ten need on one line, or all of a few, within bounds; never less than the longest word, and that of the title with its arrow.
 * Of labels and values the values are wide, because each is of another kind.
 */
export function columnWidths(columns: readonly TableColumn[], titles: readonly string[], rows: readonly (readonly string[])[], fields: boolean): readonly number[] {
  const some = rows.slice(0, LOOKED_AT)
  return columns.map(({ kind, heads }, index) => {
    const title = Math.max(0, ...(titles[index] ?? '').split(/[\s/-]+/).map(({ length }) => length)) + 4
    if (kind === 'date') return Math.max(title, 12)
    if (fields && index > 0) return WIDEST
    const letters = heads ? BOLD : 1
    const cells = some.map((row) => row[index] ?? '')
    const lengths = cells.map((cell) => Math.max(0, ...cell.split('\n').map(({ length }) => length))).sort((a, b) => a - b)
    const word = Math.min(LONGEST_WORD, Math.max(0, ...cells.flatMap((cell) => cell.split(/[\s/-]+/)).map(({ length }) => length)))
    const most = lengths[rows.length > FEW_ROWS ? Math.floor((lengths.length - 1) * 0.9) : lengths.length - 1] ?? 0
    return Math.ceil(Math.min(fields ? LABELS : WIDEST, Math.max(title, 8, word * letters + ROOM, most * letters + ROOM)))
  })
}

const LINE = 15
const HIGHEST = 409 // what a row can be

/** The height of a row in points, since not every reader finds it out: as many lines as the fullest cell needs in its width. */
export const rowHeight = (texts: readonly string[], widths: readonly number[], line = LINE): number =>
  Math.min(HIGHEST, line * Math.max(1, ...texts.map((text, index) => text.split('\n').reduce((lines, { length }) => lines + Math.max(1, Math.ceil(length / (widths[index] ?? 10))), 0))))
