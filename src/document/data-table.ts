import type { DocumentContext } from './context.js'
import { paragraph, table, type Content } from './nodes.js'
import type { Texts } from './texts/index.js'
import type { Block, ColumnKind, TableFacts } from './tree.js'

/** A column by its key, with a title of its own where a publisher's template fixes it. */
export type ColumnSpec = { readonly key: string; readonly title?: string; readonly kind?: ColumnKind; readonly width?: number; readonly heads?: true }

type ColumnWords = keyof Texts['columns']
type KnownColumn = ColumnSpec & ({ readonly key: ColumnWords } | { readonly title: string })

/** A row is a cell for each column. */
export type Row = readonly Content[]

/** A table with titles in the document's language, or one sentence where it would have no row. */
export function dataTable(context: DocumentContext, facts: Omit<TableFacts, 'columns'>, columns: readonly KnownColumn[], rows: readonly Row[], none?: string): Block[] {
  const { texts } = context
  if (rows.length === 0) return [paragraph(none ?? texts.none)]
  const titles = columns.map((column) => column.title ?? texts.columns[column.key as ColumnWords]) // a column without a title has a key that has one
  return [table({ ...facts, columns: columns.map(({ key, kind = 'text', width, heads }) => ({ key, kind, ...(width !== undefined && { width }), ...(heads && { heads }) })) }, titles, rows)]
}

/** A table of labels and values. */
export const fieldTable = (context: DocumentContext, facts: Omit<TableFacts, 'columns' | 'fields'>, rows: readonly (readonly [label: string, value: Content])[]): Block =>
  table({ ...facts, fields: true, columns: [{ key: 'label', kind: 'text', heads: true }, { key: 'value', kind: 'text', width: 3 }] }, [context.texts.columns.label, context.texts.columns.value], rows)
