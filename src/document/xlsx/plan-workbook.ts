import type { Nodes, RootContent, Table } from 'mdast'
import { repeatsHeading } from '../repeats-heading.js'
import { sheetName, uniqueSheetNames } from '../sheet-names.js'
import { textsIn } from '../texts/index.js'
import type { DocumentTable, DocumentTree, TableColumn } from '../tree.js'
import { cellText } from './cell-text.js'

/** A cell before it has a type. `quiet`: it says that nobody stated it, or the like. */
export type PlannedCell = { readonly text: string; readonly quiet: boolean }

/** A sheet with a header row and rows that can be filtered. */
export type PlannedSheet = { readonly name: string; readonly columns: readonly TableColumn[]; readonly titles: readonly string[]; readonly rows: readonly (readonly PlannedCell[])[]; readonly wide: boolean; readonly filter: boolean }

/** A line of the first sheet, and where the table that it names stands. */
export type PlannedLine = { readonly text: string; readonly role: 'title' | 'notice' | 'heading' | 'subheading' | 'text' | 'table'; readonly sheet?: string; readonly row?: number }

/** A workbook: everything in reading order on the first sheet, and each table on one of its own. Tables of labels and values of the same kind one after the other, as of gaps, share one, a row each. */
export type PlannedWorkbook = { readonly first: string; readonly lines: readonly PlannedLine[]; readonly sheets: readonly PlannedSheet[] }

/** Plans the sheets of a document. */
export function planWorkbook(tree: DocumentTree): PlannedWorkbook {
  const { document } = tree.data
  const { workbook, printer } = textsIn(document.language)
  const tables = tree.children.filter(isTable)
  const unique = uniqueSheetNames(tables.flatMap(({ data }) => data.facts.sheet ?? []))
  const first = unique(workbook.document)
  const runs = runsOf(tree)
  const places = new Map<Table, { readonly sheet: string; readonly row?: number }>()
  const sheets: PlannedSheet[] = []
  for (const table of tables) {
    if (places.has(table)) continue
    const run = runs.get(table)
    const sheet = run ? sharedSheet(run, unique(workbook.details), workbook.about) : ownSheet(table, table.data.facts.sheet ?? unique(nameOf(table)))
    for (const [index, each] of (run ?? [table]).entries()) places.set(each, { sheet: sheet.name, ...(run && { row: index + 2 }) })
    sheets.push(sheet)
  }
  const lines = tree.children.flatMap((node, index): readonly PlannedLine[] => {
    if (isTable(node)) return repeatsHeading(tree, index) ? [] : [{ text: node.data.facts.caption, role: 'table', ...places.get(node) }]
    const next = tree.children[index + 1]
    if (node.type !== 'heading') return linesOf(node)
    const heading: PlannedLine = { text: cellText(node), role: node.depth === 1 ? 'title' : node.depth === 2 ? 'heading' : 'subheading', ...(next?.type === 'table' && repeatsHeading(tree, index + 1) && places.get(next)) }
    return node.depth > 1 ? [heading] : [heading, { text: `${document.organization} · ${printer.asOf} ${document.asOf}`, role: 'text' }, ...(document.notice === undefined ? [] : [{ text: document.notice, role: 'notice' as const }])]
  })
  return { first, lines, sheets }
}

const isTable = (node: RootContent): node is DocumentTable => node.type === 'table' && node.data?.facts !== undefined

const nameOf = ({ data: { facts } }: DocumentTable): string => sheetName(facts.caption) || sheetName(facts.id)

const cellOf = (node: Table['children'][number]['children'][number]): PlannedCell => ({ text: cellText(node), quiet: node.children.length === 1 && node.children[0]?.type === 'emphasis' })

function ownSheet({ data: { facts }, children: [titles, ...rows] }: DocumentTable, name: string): PlannedSheet {
  return { name, columns: facts.columns, titles: titles?.children.map(cellText) ?? [], rows: rows.map((row) => row.children.map(cellOf)), wide: facts.wide === true, filter: facts.fields !== true }
}

function sharedSheet(run: readonly DocumentTable[], name: string, about: string): PlannedSheet {
  const labels = labelsOf(run[0])
  const rows = run.map(({ data, children: [, ...rows] }): readonly PlannedCell[] => [{ text: data.facts.caption, quiet: false }, ...rows.map(({ children: [, value] }) => (value ? cellOf(value) : { text: '', quiet: false }))])
  return { name, columns: [{ key: 'about', kind: 'text', heads: true }, ...labels.map((label) => ({ key: label, kind: 'text' as const }))], titles: [about, ...labels], rows, wide: true, filter: true }
}

const labelsOf = (table: DocumentTable | undefined): readonly string[] => (table?.children ?? []).slice(1).map(({ children: [label] }) => (label ? cellText(label) : ''))

// Tables of labels and values that follow one another, each below a heading of its own, with the same labels.
function runsOf(tree: DocumentTree): ReadonlyMap<Table, readonly DocumentTable[]> {
  const runs = new Map<Table, DocumentTable[]>()
  let run: DocumentTable[] = []
  for (const [index, node] of tree.children.entries()) {
    if (isTable(node) && node.data.facts.fields === true && repeatsHeading(tree, index)) {
      if (run.length > 0 && labelsOf(run[0]).join('\n') !== labelsOf(node).join('\n')) run = []
      run.push(node)
      runs.set(node, run)
    } else if (node.type !== 'heading') run = []
  }
  return new Map([...runs].filter(([, { length }]) => length > 1))
}

// The blocks of prose. Where a block holds others, each is a line.
function linesOf(node: Nodes, indent = ''): readonly PlannedLine[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'code') return [{ text: `${indent}${cellText(node)}`, role: 'text' }]
  if (node.type === 'list') return node.children.flatMap((item, index) => item.children.flatMap((child, at) => linesOf(child, `${indent}${at > 0 ? '   ' : node.ordered ? `${(node.start ?? 1) + index}. ` : '• '}`)))
  if (node.type === 'table') return node.children.map((row) => ({ text: `${indent}${row.children.map(cellText).join(' | ')}`, role: 'text' as const }))
  return 'children' in node ? (node.children as readonly Nodes[]).flatMap((child) => linesOf(child, indent)) : [] // children of any node are nodes
}
