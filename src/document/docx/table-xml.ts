import { AlignmentType, Paragraph, TableCell, TableRow, WidthType, type IContext } from 'docx'
import type { Table, TableRow as Row } from 'mdast'
import { plainTextOf } from '../plain-text-of.js'
import type { TableFacts } from '../tree.js'
import type { Bookmarks } from './bookmarks.js'
import { columnNeeds, columnParts, columnWidths, labelWidths, PADDING } from './column-widths.js'
import { beginsAtRight, inlineRuns } from './inline-runs.js'
import { linesOf } from './lines-of.js'
import { ONE_PAGE, SIZES } from './styles.js'
import { textWidthOf } from './text-width.js'
import { escaped, xmlText } from './xml-text.js'

/** How a table is set: the columns of each of its parts, of which there is nearly always one, with their widths, and the size of its letters. */
export type TableLayout = { readonly facts: TableFacts; readonly titles: readonly string[]; readonly dense: boolean; readonly size: number; readonly parts: readonly (readonly { readonly index: number; readonly width: number }[])[] }

/** What a part of a table is printed with. `height` is that of a page. */
export type TableSetting = { readonly bookmarks: Bookmarks; readonly height: number; readonly caption: string; readonly context: IContext }

const DENSE = 9
const FEW_ROWS = 16
const SHORT = 0.35 // of a page, up to which a table stands on one
const TALL = 0.4 // of a page, beyond which a row may go on on the next one
const LOOKED_AT = 200
const LEADING = 24 // of a line, for each point of its letters

/** What is known of a table that no section made, as one within a list of a template. */
export const factsOf = ({ data, children: [titles] }: Table): TableFacts =>
  data?.facts ?? { id: '', caption: '', columns: (titles?.children ?? []).map((_, index) => ({ key: `column-${index + 1}`, kind: 'text' })) }

const known = new WeakMap<Table, Map<string, TableLayout>>()

/** How a table is set on a page of a width. It is asked for to choose the page, and again to print on it, so it is kept as long as the table. */
export function layOut(table: Table, width: number, onePage: boolean): TableLayout {
  const layouts = known.get(table) ?? new Map<string, TableLayout>()
  known.set(table, layouts)
  const key = `${width} ${onePage}`
  const layout = layouts.get(key) ?? workOut(table, width, onePage)
  layouts.set(key, layout)
  return layout
}

function workOut(table: Table, width: number, onePage: boolean): TableLayout {
  const facts = factsOf(table)
  const [titles, ...rows] = table.children
  const dense = facts.columns.length > DENSE
  const size = (dense ? SIZES.dense : SIZES.table) * (onePage ? ONE_PAGE : 1)
  const words = { titles: (titles?.children ?? []).map(plainTextOf), rows: rows.slice(0, LOOKED_AT).map((row) => row.children.map((cell) => linesOf(cell).join('\n'))), size }
  if (facts.fields) return { facts, titles: words.titles, dense, size, parts: [labelWidths(width).map((one, index) => ({ index, width: one }))] }
  const needs = columnNeeds(facts, words, width)
  const parts = columnParts(facts, needs, width).map((indexes) => {
    const widths = columnWidths(indexes.flatMap((index) => needs[index] ?? []), width)
    return indexes.map((index, at) => ({ index, width: widths[at] ?? 0 }))
  })
  return { facts, titles: words.titles, dense, size, parts }
}

/** One part of a table as XML, row by row, so that a long one is never held. Its header row stands on every page, its caption and titles are there for those who cannot see. */
export function* tableXml({ children: [titles, ...rows] }: Table, { facts, titles: titleTexts, dense, size }: TableLayout, columns: TableLayout['parts'][number], { bookmarks, height, caption, context }: TableSetting): Generator<string> {
  const styled = (bold: boolean): string => `Table${bold ? 'Heading' : 'Text'}${dense ? 'Dense' : ''}`
  const heightOf = (row: Row): number => LEADING * size * Math.max(...columns.map(({ index, width }) => {
    const cell = row.children[index]
    return cell ? linesOf(cell).reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidthOf(line, size, false) / Math.max(1, width - PADDING))), 0) : 1
  }))
  const together = rows.length <= FEW_ROWS && rows.reduce((sum, row) => sum + heightOf(row), 0) < SHORT * height
  const rowXml = (row: Row, head: boolean, keepNext: boolean): string => {
    const cells = columns.map(({ index, width }) => {
      const [cell, column] = [row.children[index], facts.columns[index]]
      const right = column?.kind === 'count' || column?.kind === 'number'
      return new TableCell({
        width: { size: width, type: WidthType.DXA },
        children: [new Paragraph({ style: styled(head || column?.heads === true), ...(keepNext && { keepNext }), ...(right && { alignment: AlignmentType.RIGHT }), ...(cell && beginsAtRight(plainTextOf(cell)) && { bidirectional: true }), children: inlineRuns(cell?.children ?? [], bookmarks) })],
      })
    })
    const printed = new TableRow({ ...(head && { tableHeader: true }), ...((head || heightOf(row) < TALL * height) && { cantSplit: true }), children: cells }).prepForXml(context)
    return printed === undefined ? '' : xmlText(printed)
  }
  const look = `<w:tblLook w:val="${facts.fields ? '0080' : '00A0'}" w:firstRow="${facts.fields ? 0 : 1}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`
  const described = `<w:tblCaption w:val="${escaped(caption)}"/><w:tblDescription w:val="${escaped(columns.map(({ index }) => titleTexts[index] ?? '').join(', '))}"/>`
  const properties = `<w:tblPr><w:tblStyle w:val="DocumentTable"/><w:tblW w:w="${columns.reduce((sum, { width }) => sum + width, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${look}${described}</w:tblPr>`
  yield `<w:tbl>${properties}<w:tblGrid>${columns.map(({ width }) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  if (titles && !facts.fields) yield rowXml(titles, true, true)
  for (const [index, row] of rows.entries()) yield rowXml(row, false, together && index < rows.length - 1)
  yield '</w:tbl>'
}
