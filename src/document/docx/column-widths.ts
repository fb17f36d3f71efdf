import type { ColumnKind, TableFacts } from '../tree.js'
import { textWidthOf } from './text-width.js'

/** What the widths of columns are worked out from: the words of titles and cells, lines apart, and the size of the letters in points. */
export type TableWords = { readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly size: number }

/** What a column needs: its longest word whole, and its longest line; and how long the lines of its title and of each cell are. */
export type Need = { readonly least: number; readonly whole: number; readonly cells: readonly (readonly number[])[] }

/** What a cell needs beside its words. */
export const PADDING = 150

const LONG_WORDS = [17, 12] // letters, beyond which a word may go on on the next line; fewer where there is no room otherwise
const LONGEST_TITLE = 17
const SHORT_TITLE = 8
const SHORT_NAME = 10 // of a row, which stays on a line
const TO_FILL_IN = 40 // letters that somebody will write in an empty cell
const LABELS = 0.27
const STEPS = 24
const ROOMY = 0.7

/** What each column of a table needs on a page of a width. Where there is no room for every word, long ones are broken, and then such as stand in few cells. */
export function columnNeeds(facts: TableFacts, words: TableWords, width: number): readonly Need[] {
  const [long = 0, short = 0] = LONG_WORDS
  for (const [letters, longest] of [[long, longestOf], [short, longestOf], [short, most]] as const) {
    const needs = needsOf(facts, words, letters, longest)
    if (fits(needs, width)) return needs
  }
  return needsOf(facts, words, long, most)
}

// What letters need is rounded up, so that a little too much still fits.
const fits = (needs: readonly Need[], width: number): boolean => sum(needs.map(({ least }) => least)) <= width * 1.04

const needsOf = ({ columns }: TableFacts, { titles, rows, size }: TableWords, letters: number, longest: (widths: readonly number[]) => number): readonly Need[] => columns.map(({ kind, heads }, index): Need => {
  const cells = rows.map((row) => row[index] ?? '')
  const title = titles[index] ?? ''
  const bold = heads === true
  const words = kind === 'text' ? cells.map((cell) => (bold && cell.length <= SHORT_NAME ? textWidthOf(cell, size, bold) : longestWord(cell, size, bold, letters))) : cells.map((cell) => textWidthOf(cell, size, bold))
  const least = Math.max(title.length > SHORT_TITLE ? longestWord(title, size, true, LONGEST_TITLE) : textWidthOf(title, size, true), longest(words)) + PADDING
  const head = [textWidthOf(title, size, true)]
  if (isToFillIn(cells, kind)) return { least, whole: Number.POSITIVE_INFINITY, cells: [head, ...cells.map(() => [textWidthOf('n'.repeat(TO_FILL_IN), size, bold)])] }
  const lines = cells.map((cell) => cell.split('\n').map((line) => textWidthOf(line, size, bold)))
  return { least, whole: Math.max(least, ...[head, ...lines].map((widths) => Math.max(...widths) + PADDING)), cells: [head, ...lines] }
})

/** Whether a column is there to be filled in: nothing stands in it. */
export const isToFillIn = (cells: readonly string[], kind: ColumnKind): boolean => kind === 'text' && cells.length > 0 && cells.every((cell) => cell === '')

/** The columns of a table that no page is wide enough for, in parts that one is; each begins with the column that names the row. */
export function columnParts({ columns }: TableFacts, needs: readonly Need[], width: number): readonly (readonly number[])[] {
  const all = columns.map((_, index) => index)
  if (fits(needs, width)) return [all]
  const head = Math.max(0, columns.findIndex(({ heads }) => heads === true))
  const [room, rest] = [Math.max(1, width * ROOMY - (needs[head]?.least ?? 0)), all.filter((index) => index !== head)]
  const total = sum(rest.map((index) => needs[index]?.least ?? 0))
  const share = total / Math.ceil(total / room)
  const parts: number[][] = []
  let taken = 0
  for (const index of rest) {
    const part = Math.min(Math.floor(taken / share), Math.ceil(total / room) - 1)
    ;(parts[part] ??= [head]).push(index)
    taken += needs[index]?.least ?? 0
  }
  return parts.map((part, index) => (index === 0 ? part.sort((a, b) => a - b) : part))
}

/** Widths of columns. What is left when each has its longest word goes where it makes the table shorter; a table that needs less than the page has is no wider than it needs. */
export function columnWidths(needs: readonly Need[], width: number): readonly number[] {
  const least = sum(needs.map((need) => need.least))
  if (least >= width) return needs.map((need) => Math.floor((need.least / least) * width))
  if (sum(needs.map(({ whole }) => whole)) <= width) return needs.map(({ whole }) => Math.ceil(whole))
  return shareOut(needs, width - least).map(Math.floor)
}

/** Widths of the two columns of labels and values. */
export const labelWidths = (width: number): readonly number[] => [LABELS, 1 - LABELS].map((share) => Math.floor(share * width))

// Step by step to the column that gains most by it.
function shareOut(needs: readonly Need[], rest: number): readonly number[] {
  const widths = needs.map(({ least }) => least)
  const step = rest / STEPS
  const gainOf = (need: Need, width: number): number => (width < need.whole ? heightOf(need, width) - heightOf(need, width + step) : 0)
  const gains = needs.map((need) => gainOf(need, need.least))
  for (let left = rest; left >= 1;) {
    const at = gains.indexOf(Math.max(...gains))
    const [need, width = 0] = [needs[at], widths[at]]
    if (need === undefined || (gains[at] ?? 0) <= 0) break
    const more = Math.min(step, left, need.whole - width)
    widths[at] = width + more
    gains[at] = gainOf(need, width + more)
    left -= more
  }
  return widths
}

// How high the cells of a column are, of which a high one counts more than its lines: it makes its row high.
const heightOf = ({ cells }: Need, width: number): number => sum(cells.map((lines) => sum(lines.map((line) => Math.max(1, line / (width - PADDING)))) ** 2))

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

// The longest word, of which a very long one may go on on the next line: behind a slash or a hyphen, or wherever it must.
function longestWord(text: string, size: number, bold: boolean, letters: number): number {
  const limit = textWidthOf('n'.repeat(letters), size, bold)
  const pieces = (word: string): number => Math.min(limit, Math.max(...word.split(/(?<=[/-])/).map((piece) => textWidthOf(piece, size, bold))))
  return Math.max(0, ...text.split(/\s+/).map((word) => { const width = textWidthOf(word, size, bold); return width <= limit ? width : pieces(word) }))
}

const longestOf = (widths: readonly number[]): number => Math.max(0, ...widths)

// What nine cells in ten do not exceed, of those that hold something.
function most(lengths: readonly number[]): number {
  const sorted = lengths.filter((length) => length > 0).sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 0
}
