import writeXlsxFile, { type CellObject, type Image, type Sheet } from 'write-excel-file/node'
import { textsIn } from '../texts/index.js'
import type { DocumentTree } from '../tree.js'
import { columnWidths, rowHeight } from './column-widths.js'
import { fixedPackage } from './fixed-package.js'
import { planWorkbook, type PlannedCell, type PlannedLine, type PlannedSheet, type PlannedWorkbook } from './plan-workbook.js'
import { safeString } from './safe-string.js'
import { sheetFrames, type SheetFrame } from './sheet-frame.js'
import { textCell, typedCell, type TypedCell } from './typed-cell.js'

type Cut = (length: number) => string
type Drawn = { readonly sheet: Sheet<Image['content']>; readonly frame: SheetFrame }

/** Prints a document as a workbook: all of its words on the first sheet, and each table on a sheet of its own, where it can be filtered. */
export async function toXlsx(tree: DocumentTree): Promise<Uint8Array> {
  const { document } = tree.data
  const { workbook: words } = textsIn(document.language)
  const planned = planWorkbook(tree)
  const drawn = [firstSheet(planned, [document.title, words.sheet, words.row], words.cut), ...planned.sheets.map((sheet) => tableSheet(sheet, words.cut))]
  const bytes = await writeXlsxFile(drawn.map(({ sheet }) => sheet), { fontFamily: 'Calibri', fontSize: 11, features: [sheetFrames(drawn.map(({ frame }) => frame), document)] }).toBuffer()
  return fixedPackage(bytes)
}

const HEAD = { fontWeight: 'bold', backgroundColor: '#e4e9ee', wrap: true, alignVertical: 'bottom', bottomBorderStyle: 'thin', bottomBorderColor: '#5f6975' } as const
const QUIET = { fontStyle: 'italic', textColor: '#4c5562' } as const

function tableSheet({ name, columns, titles, rows, wide, filter }: PlannedSheet, cut: Cut): Drawn {
  const right = (index: number): boolean => columns[index]?.kind === 'count' || columns[index]?.kind === 'number'
  const head = titles.map((title, index): CellObject => ({ ...textCell(safeString(title, cut)), ...HEAD, ...(right(index) && { align: 'right' }) }))
  const cell = ({ text, quiet }: PlannedCell, index: number): CellObject => ({ ...safe(typedCell(text, filter ? columns[index]?.kind ?? 'text' : valueKind(text)), cut), wrap: true, alignVertical: 'top', align: right(index) ? 'right' : 'left', ...(columns[index]?.heads && { fontWeight: 'bold' }), ...(quiet && QUIET) })
  const heads = columns[0]?.heads === true && columns.length > 3
  const found = columnWidths(columns, titles, rows.map((row) => row.map(({ text }) => text)), !filter)
  const widths = found.map((width, index) => (heads && index === 0 ? Math.min(width, 40) : width))
  return {
    sheet: { data: [high(head, titles, widths.map((width) => width - 3)), ...rows.map((row) => high(row.map(cell), row.map(({ text }) => text), widths))], sheet: name, columns: widths.map((width) => ({ width })), stickyRowsCount: 1, ...(heads && { stickyColumnsCount: 1 }) },
    frame: { name, widths, rows: rows.length + 1, filter, wide, links: [] },
  }
}

// A row is as high as its first cell says.
const high = (cells: readonly CellObject[], texts: readonly string[], widths: readonly number[], line?: number): CellObject[] => cells.map((cell, index) => (index === 0 ? { ...cell, height: rowHeight(texts, widths, line) } : cell))

// In a table of labels and values no column says what a value is.
const valueKind = (text: string): 'date' | 'text' => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? 'date' : 'text')

const safe = (cell: TypedCell, cut: Cut): TypedCell => (typeof cell.value === 'string' ? { ...cell, value: safeString(cell.value, cut) } : cell)

const ROLES: Readonly<Record<PlannedLine['role'], Partial<CellObject>>> = {
  title: { fontWeight: 'bold', fontSize: 16 }, notice: { fontWeight: 'bold', textColor: '#8a1c00' }, heading: { fontWeight: 'bold', fontSize: 13 }, subheading: { fontWeight: 'bold' }, text: {}, table: { fontStyle: 'italic' },
}

const FIRST = 90
const FIRST_WIDTHS = [FIRST, 34, 8]

function firstSheet({ first, lines }: PlannedWorkbook, titles: readonly string[], cut: Cut): Drawn {
  const head = titles.map((title): CellObject => ({ ...textCell(safeString(title, cut)), ...HEAD }))
  const rows = lines.map(({ text, role, sheet, row }): CellObject[] => high([
    { ...textCell(safeString(text, cut)), wrap: true, alignVertical: 'top', ...ROLES[role] },
    ...(sheet === undefined ? [] : [{ ...textCell(sheet), textColor: '#0b57a4', textDecoration: { underline: true as const }, alignVertical: 'top' as const }]),
    ...(row === undefined ? [] : [{ value: row, type: Number, alignVertical: 'top' as const }]),
  ], [text], [role === 'title' ? FIRST / 1.5 : FIRST], role === 'title' ? 21 : role === 'heading' ? 18 : undefined))
  const links = lines.flatMap(({ sheet, row = 1 }, index) => (sheet === undefined ? [] : [{ cell: `B${index + 2}`, sheet, row }]))
  return { sheet: { data: [head, ...rows], sheet: first, columns: FIRST_WIDTHS.map((width) => ({ width })), stickyRowsCount: 1 }, frame: { name: first, widths: FIRST_WIDTHS, rows: rows.length + 1, filter: false, wide: false, links } }
}
