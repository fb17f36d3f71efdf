import type { TableFacts } from '../tree.js'

/** What the width of a table is worked out from: its words, and how wide a letter is, in twentieths of a point. */
export type TableWords = { readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly letter: number; readonly padding: number }

const LONG_WORD = 16

/**
 * Widths of columns: each takes its longest word whole, dates and figures their line, and what is left goes to those whose texts are long.
 * A table that needs less than the page has is no wider than it needs.
 */
export function columnWidths({ columns, fields }: TableFacts, words: TableWords, width: number): readonly number[] {
  if (fields) return [0.27, 0.73].map((share) => Math.floor(share * width))
  const needs = columns.map(({ kind }, index) => {
    const cells = words.rows.map((row) => row[index] ?? '')
    const title = words.titles[index] ?? ''
    const least = Math.max(longestWord(title) * BOLD, kind === 'text' ? Math.min(LONG_WORD, most(cells.map(longestWord))) : longest(cells), 3) * words.letter + words.padding
    const whole = Math.max(Math.min(title.length, 14) * BOLD, Math.max(0, ...cells.flatMap((cell) => cell.split('\n')).map(({ length }) => length))) * words.letter + words.padding
    return { least, whole: Math.max(least, whole), weight: most(cells.map(({ length }) => length)) ** 0.6 }
  })
  const least = sum(needs.map((need) => need.least))
  if (least >= width) return needs.map((need) => Math.floor((need.least / least) * width))
  if (sum(needs.map(({ whole }) => whole)) <= width) return needs.map(({ whole }) => Math.ceil(whole))
  return shareOut(needs, width).map(Math.floor)
}

type Need = { readonly least: number; readonly whole: number; readonly weight: number }

// What a column does not need goes to the others, so this is done until nothing is left over.
function shareOut(needs: readonly Need[], width: number): readonly number[] {
  const widths = needs.map(({ least }) => least)
  for (let round = 0; round < needs.length; round++) {
    const left = width - sum(widths)
    const open = needs.map((need, index) => (widths[index] ?? 0) < need.whole)
    const weights = sum(needs.map(({ weight }, index) => (open[index] ? weight : 0)))
    if (left < 1 || weights === 0) break
    for (const [index, need] of needs.entries()) if (open[index]) widths[index] = Math.min(need.whole, (widths[index] ?? 0) + (left * need.weight) / weights)
  }
  return widths
}

const BOLD = 1.1
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
const longest = (cells: readonly string[]): number => Math.max(0, ...cells.map(({ length }) => length))
const longestWord = (text: string): number => Math.max(0, ...text.split(/[\s/-]+/).map(({ length }) => length))
const most = (lengths: readonly number[]): number => [...lengths].sort((a, b) => a - b)[Math.floor((lengths.length - 1) * 0.9)] ?? 0
