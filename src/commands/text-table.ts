import { neutralise } from '../source/control-characters.js'

/** A column: its heading, and whether its cells are figures. */
export type Column = { readonly title: string; readonly right?: true }

/** A cell with a colour of its own. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string }

/** Lines of a table with aligned columns, two spaces apart. Cells are neutralised; the last column is not padded. */
export function textTable(columns: readonly Column[], rows: readonly (readonly Cell[])[], head: (text: string) => string = (text) => text): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: neutralise(cell), paint: (text: string) => text } : { ...cell, text: neutralise(cell.text) })))
  const widths = columns.map((column, index) => Math.max(widthOf(column.title), ...cells.map((row) => widthOf(row[index]?.text ?? ''))))
  const line = (row: readonly { readonly text: string; readonly paint: (text: string) => string }[]): string =>
    columns.map((column, index) => {
      const { text, paint } = row[index] ?? { text: '', paint: (plain: string) => plain }
      const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(text)))
      return column.right ? space + paint(text) : index === columns.length - 1 ? paint(text) : paint(text) + space
    }).join('  ').trimEnd()
  return [line(columns.map((column) => ({ text: column.title, paint: head }))), ...cells.map(line)].join('\n') + '\n'
}

// Columns that a text takes: East Asian wide characters and emoji take two.
const widthOf = (text: string): number => {
  let width = 0
  for (const character of text) width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]/u.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1
  return width
}
