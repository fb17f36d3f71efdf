import type { TableFacts } from '../tree.js'
import { textWidthOf } from './text-width.js'

/** What the widths of columns are worked out from: the words of titles and cells, lines apart, and the size of the letters in points. */
export type TableWords = { readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly size: number }

/** What a column needs: its longest word whole, and its longest line; whether it takes more than its line, and how much it has to say. */
export type Need = { readonly least: number; readonly whole: number; readonly grows: boolean; readonly weight: number }

/** What a cell needs beside its words. */
export const PADDING = 150

const LONG_WORDS = [17, 12] // letters, beyond which a word may go on on the next line; fewer where there is no room otherwise
const LONGEST_TITLE = 17
const SHORT_TITLE = 8
const TO_FILL_IN = 16
const LABELS = 0.27
const ROOMY = 0.7

/** What each column of a table needs on a page of a width. */
export function columnNeeds(facts: TableFacts, words: TableWords, width: number): readonly Need[] {
  const [usual = [], close = []] = LONG_WORDS.map((letters) => needsOf(facts, words, letters))
  return fits(usual, width) || !fits(close, width) ? usual : close
}

// What letters need is rounded up, so that a little too much still fits.
const fits = (needs: readonly Need[], width: number): boolean => sum(needs.map(({ least }) => least)) <= width * 1.04

const needsOf = ({ columns }: TableFacts, { titles, rows, size }: TableWords, letters: number): readonly Need[] => columns.map(({ kind, heads }, index): Need => {
  const cells = rows.map((row) => row[index] ?? '')
  const title = titles[index] ?? ''
  const bold = heads === true
  const words = kind === 'text' ? cells.map((cell) => longestWord(cell, size, bold, letters)) : cells.map((cell) => textWidthOf(cell, size, bold))
  const least = Math.max(title.length > SHORT_TITLE ? longestWord(title, size, true, LONGEST_TITLE) : textWidthOf(title, size, true), most(words)) + PADDING
  // An empty column is there to be filled in.
  if (kind === 'text' && rows.length > 0 && cells.every((cell) => cell === '')) return { least, whole: Number.POSITIVE_INFINITY, grows: true, weight: TO_FILL_IN }
  const lines = [title, ...cells.flatMap((cell) => cell.split('\n'))].map((line) => textWidthOf(line, size, bold) + PADDING)
  return { least, whole: Math.max(least, ...lines), grows: kind === 'text', weight: weightOf(cells.map(({ length }) => length)) }
})

/** The columns of a table that no page is wide enough for, in parts that one is; each begins with the column that names the row. */
export function columnParts({ columns, fields }: TableFacts, needs: readonly Need[], width: number): readonly (readonly number[])[] {
  const all = columns.map((_, index) => index)
  if (fields || fits(needs, width)) return [all]
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

/** Widths of columns. What is left when each has its longest word goes to those whose texts are long; a table that needs less than the page has is no wider than it needs. */
export function columnWidths(needs: readonly Need[], fields: boolean, width: number): readonly number[] {
  if (fields) return [LABELS, 1 - LABELS].map((share) => Math.floor(share * width))
  const least = sum(needs.map((need) => need.least))
  if (least >= width) return needs.map((need) => Math.floor((need.least / least) * width))
  if (sum(needs.map(({ whole }) => whole)) <= width) return needs.map(({ whole }) => Math.ceil(whole))
  return shareOut(needs, width).map(Math.floor)
}

// What a column does not need goes to the others, so this is done until nothing is left over.
function shareOut(needs: readonly Need[], width: number): readonly number[] {
  const widths = needs.map(({ least }) => least)
  for (let round = 0; round < needs.length; round++) {
    const left = width - sum(widths)
    const open = needs.map(({ whole, grows }, index) => grows && (widths[index] ?? 0) < whole)
    const weights = sum(needs.map(({ weight }, index) => (open[index] ? weight : 0)))
    if (left < 1 || weights === 0) break
    for (const [index, need] of needs.entries()) if (open[index]) widths[index] = Math.min(need.whole, (widths[index] ?? 0) + (left * need.weight) / weights)
  }
  return widths
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

// The longest word, of which a very long one may go on on the next line: behind a slash or a hyphen, or wherever it must.
function longestWord(text: string, size: number, bold: boolean, letters: number): number {
  const limit = textWidthOf('n'.repeat(letters), size, bold)
  const pieces = (word: string): number => Math.min(limit, Math.max(...word.split(/(?<=[/-])/).map((piece) => textWidthOf(piece, size, bold))))
  return Math.max(0, ...text.split(/\s+/).map((word) => { const width = textWidthOf(word, size, bold); return width <= limit ? width : pieces(word) }))
}

// How much a column has to say: what most cells do, and something of the longest.
const weightOf = (lengths: readonly number[]): number => (most(lengths) + Math.max(0, ...lengths) / 5) ** 0.75

// What nine cells in ten do not exceed, of those that hold something.
function most(lengths: readonly number[]): number {
  const sorted = lengths.filter((length) => length > 0).sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 0
}
