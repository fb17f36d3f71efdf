import type { Element, ElementContent } from 'hast'
import type { Texts } from '../texts/index.js'
import type { TableColumn, TableFacts } from '../tree.js'
import { element } from './element.js'

/** The cells of a table as HTML, the header row first. */
type Cells = readonly (readonly (readonly ElementContent[])[])[]

const DENSE = 9
const FEW = 6
const SHORT = 8

/** A table with its caption, headers that name rows and columns, and what a filter needs. `quiet`: the caption is there for those who cannot see, because a heading says it. */
export function htmlTable({ id, caption, columns, fields, filterable }: TableFacts, [titles = [], ...rows]: Cells, { printer }: Texts, quiet: boolean): Element {
  const table = element('table', { id, className: fields ? ['fields'] : [] },
    element('caption', { className: quiet ? ['hidden'] : [] }, caption),
    element('colgroup', {}, ...sharesOf(columns).map((share) => element('col', { style: `width:${share}%` }))),
    element('thead', { className: fields ? ['hidden'] : [] }, element('tr', {}, ...titles.map((title, index) => element('th', { scope: 'col', className: headClasses(columns[index], title) }, ...title)))),
    element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map((content, index) => cellOf(content, columns[index]))))))
  const scroll = element('div', { className: ['scroll'], role: 'region', ariaLabel: printer.scroll(caption), tabIndex: 0 }, table)
  const filter = filterable && rows.length > FEW ? { dataFilter: `filter-${id}`, dataLabel: printer.filter(caption), dataWord: printer.filterShort, dataRows: printer.rowsShown('{shown}', '{all}') } : {}
  return element('div', { className: ['table', ...(columns.length > DENSE ? ['dense'] : []), ...(rows.length <= SHORT && columns.length <= DENSE && !fields ? ['short'] : [])], ...filter }, scroll)
}

const cellOf = (content: readonly ElementContent[], column: TableColumn | undefined): Element =>
  column?.heads ? element('th', { scope: 'row', className: classesOf(column) }, ...content) : element('td', { className: classesOf(column) }, ...content)

const classesOf = (column: TableColumn | undefined): string[] => [...(column && column.kind !== 'text' ? [column.kind] : []), ...(column?.width !== undefined && column.width > 1 ? [`w${Math.min(5, Math.round(column.width))}`] : [])]

const headClasses = (column: TableColumn | undefined, title: readonly ElementContent[]): string[] => [
  ...(column?.kind === 'count' || column?.kind === 'number' ? [column.kind] : []), ...(title.reduce((length, node) => length + (node.type === 'text' ? node.value.length : 0), 0) > 24 ? ['long'] : []),
]

// Shares of the width in per cent; figures need less than words.
function sharesOf(columns: readonly TableColumn[]): readonly string[] {
  const shares = columns.map(({ kind, width = 1 }) => (kind === 'count' ? 0.6 : width))
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => ((share / all) * 100).toFixed(2))
}
