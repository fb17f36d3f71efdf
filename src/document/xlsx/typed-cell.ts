import type { CellObject } from 'write-excel-file/node'
import type { ColumnKind } from '../tree.js'

/** What a sheet writes: a typed value with its format, or text. Never a formula. */
export type TypedCell = Pick<CellObject, 'value' | 'type' | 'format'>

/** A cell by the kind of its column. What is no date or figure, as *not stated*, is text, and so is a figure that a spreadsheet would round. */
export function typedCell(text: string, kind: ColumnKind): TypedCell {
  if (text === '') return {}
  const date = kind === 'date' ? dateOf(text) : undefined
  if (date !== undefined) return { value: date, type: Date, format: 'yyyy-mm-dd' }
  if ((kind === 'number' || kind === 'count') && FIGURE.test(text) && text.replace(/^-|\./g, '').length <= DIGITS) {
    const decimals = text.split('.')[1]?.length ?? 0
    return { value: Number(text), type: Number, format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` }
  }
  return textCell(text)
}

/** Text, in a cell that stays text when somebody edits it: `=1+1` is what it says. */
export const textCell = (text: string): TypedCell => ({ value: text, type: String, format: '@' })

const FIGURE = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/
const DIGITS = 15

// Days before are counted as if 1900 had been a leap year.
const FIRST = '1900-03-01'

function dateOf(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < FIRST) return undefined
  const date = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : date
}
