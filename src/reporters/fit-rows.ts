/** A table of a comment: what stands above its rows, and the rows, whole lines each. Those of the lowest rank are kept longest. */
export type RowTable = { readonly opening: string; readonly rank: number; readonly rows: readonly string[] }

/** What belongs together in a comment: a heading, and tables below it. */
export type RowBlock = { readonly heading: string; readonly tables: readonly RowTable[] }

/** A table with what was left out of it. */
export type FittedTable = RowTable & { readonly left: number }
export type FittedBlock = { readonly heading: string; readonly tables: readonly FittedTable[] }

/** What there was room for. Of blocks and tables that are left out whole only the rows are counted. */
export type Fitted = { readonly blocks: readonly FittedBlock[]; readonly leftBlocks: number; readonly leftRows: number }

/** Keeps whole rows, headings with them, up to so many characters: by rank, then in their order. So at most one table is cut; the others are whole or left out. */
export function fitRows(blocks: readonly RowBlock[], most: number): Fitted {
  let room = most
  const begun = new Set<RowBlock | RowTable>()
  const kept = new Map<RowTable, number>()
  const costOf = (block: RowBlock, table: RowTable | undefined, row: string): number =>
    row.length + (begun.has(block) ? 0 : block.heading.length) + (table === undefined || begun.has(table) ? 0 : table.opening.length)
  const take = (block: RowBlock, table: RowTable | undefined, row: string): boolean => {
    const cost = costOf(block, table, row)
    if (cost > room) return false
    room -= cost
    begun.add(block)
    if (table) {
      begun.add(table)
      kept.set(table, (kept.get(table) ?? 0) + 1)
    }
    return true
  }
  type Row = { readonly block: RowBlock; readonly table: RowTable | undefined; readonly row: string; readonly rank: number }
  const rows = blocks.flatMap((block): Row[] => (block.tables.length === 0 ? [{ block, table: undefined, row: '', rank: 0 }] : block.tables.flatMap((table) => table.rows.map((row) => ({ block, table, row, rank: table.rank })))))
  // Sorting keeps the order of equals. The first row that does not fit ends it: nothing of less weight takes its place.
  const full = rows.sort((a, b) => a.rank - b.rank).findIndex(({ block, table, row }) => !take(block, table, row))
  return {
    blocks: blocks.filter((block) => begun.has(block)).map(({ heading, tables }) => ({ heading, tables: tables.filter((table) => kept.has(table)).map((table) => ({ ...table, rows: table.rows.slice(0, kept.get(table)), left: table.rows.length - (kept.get(table) ?? 0) })) })),
    leftBlocks: blocks.filter((block) => !begun.has(block)).length,
    leftRows: full < 0 ? 0 : rows.slice(full).filter(({ table }) => table !== undefined).length,
  }
}
