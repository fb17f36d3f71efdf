import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type {} from 'mdast-util-to-hast' // it declares the node `raw`
import type { Texts } from '../texts/index.js'
import type { TableColumn, TableFacts } from '../tree.js'
import { columnShares } from './column-shares.js'
import { element } from './element.js'

/** A row of cells as HTML. */
type HtmlRow = readonly (readonly ElementContent[])[]

/** A table of more columns lies on A3. */
export const VAST = 16

const DENSE = 9
const CROWDED = 24
const FEW = 6
const SHORT = 8

/** What a table is printed from: its rows one after the other, so that a long one is not held as HTML nodes, and the lengths of its words in text. */
export type TableSource = { readonly titles: HtmlRow; readonly rows: Iterable<HtmlRow>; readonly texts: readonly (readonly string[])[] }

/** A table with its caption, headers that name rows and columns, and what a filter needs. `quiet`: the caption is there for those who cannot see, because a heading says it. */
export function htmlTable({ id, caption, columns, fields, filterable, wide }: TableFacts, { titles, rows, texts }: TableSource, { printer }: Texts, quiet: boolean): Element {
  const many = columns.length > DENSE
  const lines: string[] = []
  for (const row of rows) lines.push(toHtml(element('tr', {}, ...row.map((content, index) => cellOf(content, columns[index]))), { allowDangerousHtml: true }))
  const table = element('table', { id, className: fields ? ['fields'] : [] },
    ...(caption === '' ? [] : [element('caption', { className: quiet ? ['hidden'] : [] }, caption)]),
    element('colgroup', {}, ...columnShares(columns, titles.map(wordsOf), texts, many ? roomOf(columns, wide) : undefined).map((share) => element('col', { style: `width:${share}%` }))),
    element('thead', { className: fields ? ['hidden'] : [] }, element('tr', {}, ...titles.map((title, index) => element('th', { scope: 'col', className: headClasses(columns[index], title) }, ...title)))),
    element('tbody', {}, { type: 'raw', value: lines.join('') }))
  const scroll = element('div', { className: ['scroll'], role: 'region', ariaLabel: printer.scroll(caption === '' ? titles.map(wordsOf).join(', ') : caption), tabIndex: 0 }, table)
  const filter = filterable && lines.length > FEW ? { dataFilter: `filter-${id}`, dataLabel: printer.filter(caption), dataWord: printer.filterShort, dataRows: printer.rowsShown('{shown}', '{all}') } : {}
  return element('div', { className: ['table', ...(many ? ['dense'] : []), ...(columns.length > CROWDED ? ['crowded'] : []), ...(lines.length <= SHORT && !many && !fields ? ['short'] : [])], ...filter }, scroll)
}

// Letters beside each other on the paper that a table lies on: upright, across, on A3, and there in the smallest size.
const roomOf = ({ length }: readonly TableColumn[], wide: boolean | undefined): number => (length > CROWDED ? 350 : length > VAST ? 265 : wide ? 175 : 115)

const cellOf = (content: readonly ElementContent[], column: TableColumn | undefined): Element =>
  column?.heads ? element('th', { scope: 'row', className: classesOf(column) }, ...content) : element('td', { className: classesOf(column) }, ...content)

const classesOf = (column: TableColumn | undefined): string[] => [...(column && column.kind !== 'text' ? [column.kind] : []), ...(column?.width !== undefined && column.width > 1 ? [`w${Math.min(5, Math.round(column.width))}`] : [])]

const headClasses = (column: TableColumn | undefined, title: readonly ElementContent[]): string[] => [
  ...(column?.kind === 'count' || column?.kind === 'number' ? [column.kind] : []), ...(wordsOf(title).length > 24 ? ['long'] : []),
]

const wordsOf = (content: readonly ElementContent[]): string => content.map((node) => (node.type === 'text' ? node.value : 'children' in node ? wordsOf(node.children) : ' ')).join('')
