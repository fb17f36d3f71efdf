import type { TableColumn } from '../tree.js'

/**
 * Shares of the width in per cent, one for each column. In a table of few columns they are as stated; figures need less than words, and no title is broken within a word.
 * In one of many columns each has what its longest word needs, and what is left of the paper goes to those that hold longer texts, since a stated width cannot know which cells say *not stated*.
 */
export function columnShares(columns: readonly TableColumn[], titles: readonly string[], rows: readonly (readonly string[])[], room: number | undefined): readonly string[] {
  const shares = room === undefined ? statedShares(columns, titles, rows) : sharesByContent(columns, titles, rows, room)
  const all = sum(shares)
  return shares.map((share) => ((share / all) * 100).toFixed(2))
}

const statedShares = (columns: readonly TableColumn[], titles: readonly string[], rows: readonly (readonly string[])[]): readonly number[] =>
  columns.map(({ kind, width = 1 }, index) => Math.max(kind === 'count' ? 0.75 : width, (Math.max(longestWord(titles[index] ?? ''), kind === 'date' ? 10 : 0, Math.min(LONG, most(rows.map((row) => longestWord(row[index] ?? ''))))) + GAP) * 0.13))

const LONG = 14

// In letters, with the space between two columns.
const GAP = 1.5

function sharesByContent(columns: readonly TableColumn[], titles: readonly string[], rows: readonly (readonly string[])[], room: number): readonly number[] {
  const cells = columns.map((_, index) => rows.map((row) => row[index] ?? ''))
  const needed = columns.map(({ kind }, index) => Math.max(longestWord(titles[index] ?? ''), kind === 'date' ? 10 : 4, Math.min(LONG, most((cells[index] ?? []).map(longestWord)))) + GAP)
  const missing = needed.map((letters, index) => Math.max(0, Math.min(60, most((cells[index] ?? []).map((cell) => cell.length)) ** 0.8) - letters))
  const left = Math.max(0, room - sum(needed))
  return needed.map((letters, index) => letters + (missing[index] ?? 0) * Math.min(1, left / Math.max(1, sum(missing))))
}

// What nine cells in ten do not exceed.
const most = (lengths: readonly number[]): number => [...lengths].sort((a, b) => a - b)[Math.floor((lengths.length - 1) * 0.9)] ?? 0

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

const longestWord = (text: string): number => Math.max(0, ...text.split(/[\s-]+/).map((word) => word.length))
