import { AlignmentType, Paragraph, TableCell, TableRow, WidthType, type IContext } from 'docx'
import type { Table, TableCell as Cell, TableRow as Row } from 'mdast'
import { plainTextOf } from '../plain-text-of.js'
import type { TableFacts } from '../tree.js'
import type { Bookmarks } from './bookmarks.js'
import { columnWidths } from './column-widths.js'
import { beginsAtRight, inlineRuns } from './inline-runs.js'
import { escaped, xmlText } from './xml-text.js'

/** What a table is printed with. */
export type TableSetting = { readonly bookmarks: Bookmarks; readonly width: number; readonly context: IContext }

const DENSE = 9
const SHORT = 8
const TALL = 700
const LOOKED_AT = 200

/** What is known of a table that no section made, as one within a list of a template. */
export const factsOf = ({ data, children: [titles] }: Table): TableFacts =>
  data?.facts ?? { id: '', caption: '', columns: (titles?.children ?? []).map((_, index) => ({ key: `column-${index + 1}`, kind: 'text' })) }

/** A table as XML, row by row, so that of a long one only the text is held. Its header row stands on every page, its caption and titles are there for those who cannot see. */
export function tableXml(table: Table, { bookmarks, width, context }: TableSetting): string {
  const facts = factsOf(table)
  const { columns, fields } = facts
  const [titles, ...rows] = table.children
  const dense = columns.length > DENSE
  const titleTexts = (titles?.children ?? []).map(plainTextOf)
  const texts = rows.slice(0, LOOKED_AT).map((row) => row.children.map(linesOf))
  const widths = columnWidths(facts, { titles: titleTexts, rows: texts, ...(dense ? { letter: 76, padding: 160 } : { letter: 92, padding: 170 }) }, width)
  const together = rows.length <= SHORT && !dense
  const styled = (bold: boolean): string => `Table${bold ? 'Heading' : 'Text'}${dense ? 'Dense' : ''}`
  const rowXml = (row: Row, head: boolean, keepNext: boolean): string => {
    const cells = columns.map(({ kind, heads }, index) => {
      const cell = row.children[index]
      const right = kind === 'count' || kind === 'number' ? AlignmentType.RIGHT : undefined
      return new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        children: [new Paragraph({ style: styled(head || heads === true), keepNext, ...(right && { alignment: right }), ...(cell && beginsAtRight(plainTextOf(cell)) && { bidirectional: true }), children: inlineRuns(cell?.children ?? [], bookmarks) })],
      })
    })
    const printed = new TableRow({ tableHeader: head, cantSplit: head || row.children.every((cell) => plainTextOf(cell).length < TALL), children: cells }).prepForXml(context)
    return printed === undefined ? '' : xmlText(printed)
  }
  const look = `<w:tblLook w:val="${fields ? '0080' : '00A0'}" w:firstRow="${fields ? 0 : 1}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`
  const properties = `<w:tblPr><w:tblStyle w:val="DocumentTable"/><w:tblW w:w="${widths.reduce((sum, one) => sum + one, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${look}<w:tblCaption w:val="${escaped(facts.caption)}"/><w:tblDescription w:val="${escaped(titleTexts.join(', '))}"/></w:tblPr>`
  const parts = [`<w:tbl>${properties}<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`]
  if (titles && !fields) parts.push(rowXml(titles, true, true))
  for (const [index, row] of rows.entries()) parts.push(rowXml(row, false, together && index < rows.length - 1))
  return `${parts.join('')}</w:tbl>`
}

// A cell, its lines apart.
const linesOf = (cell: Cell): string => cell.children.map((node) => (node.type === 'break' ? '\n' : plainTextOf(node))).join('')
