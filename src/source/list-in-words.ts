/** Items as a list in a sentence: `a, b or c`; beyond `most` they are counted: `a, b and 3 more`. */
export function listInWords(items: readonly string[], conjunction: 'and' | 'or', most = Infinity): string {
  const shown = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items
  const last = shown.at(-1) ?? ''
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} ${items.length > most ? 'and' : conjunction} ${last}` : last
}

/** Names in backticks. */
export const quoted = (names: readonly string[]): readonly string[] => names.map((name) => `\`${name}\``)

// Thousands apart, `2,000`; by hand, because the first `toLocaleString` of a run loads Intl, which takes five milliseconds.
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** A number with its noun: `1 control`, `3 controls`. */
export const counted = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
