import type { TableColumn } from '../tree.js'

/**
 * Shares of the width in per cent, one for each column. In a table of few columns they are as stated; figures need less than words, and no title is broken within a word.
 * In one of many columns they follow what most of the cells hold, since a stated width cannot know which cells say *not stated*.
 */
export function columnShares(columns: readonly TableColumn[], titles: readonly string[], rows: readonly (readonly string[])[], many: boolean): readonly string[] {
  const shares = columns.map(({ kind, width = 1 }, index) => {
    const title = longestWord(titles[index] ?? '')
    return many ? Math.max(title, kind === 'date' ? 10 : 6, lengthOf(rows.map((row) => row[index] ?? ''))) : Math.max(kind === 'count' ? 0.75 : width, title * 0.13)
  })
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => ((share / all) * 100).toFixed(2))
}

// The word that nine cells in ten do not exceed, and more for longer texts, which take several lines.
function lengthOf(cells: readonly string[]): number {
  const [word, text] = [most(cells.map(longestWord)), most(cells.map((cell) => cell.length))]
  return Math.max(Math.min(word, 14), Math.min(40, text ** 0.75))
}

const most = (lengths: readonly number[]): number => [...lengths].sort((a, b) => a - b)[Math.floor((lengths.length - 1) * 0.9)] ?? 0

const longestWord = (text: string): number => Math.max(0, ...text.split(/[\s/-]+/).map((word) => word.length))
