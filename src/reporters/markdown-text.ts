import { shorten } from './shorten.js'

const LONGEST = 1000

/** Text as inline code in a table cell: nothing in it is markup, a link or a mention. */
export function codeSpan(text: string): string {
  const shown = shorten(text, LONGEST).replaceAll('|', '\\|')
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .* $/.test(shown) ? ' ' : ''
  return shown === '' ? '' : `${fence}${pad}${shown}${pad}${fence}`
}

// Prose of our own has these characters alone. Numbers of issues, names of people, addresses and commits would become links.
const PLAIN = /^[A-Za-z0-9 .,;:'()%?+=–-]*$/
const LINKED = /www\.|\bGH-\d|\b[0-9a-f]{7,40}\b/i

/** A message as Markdown. Values in backticks become inline code, and so does whatever is not plain prose. */
export function proseMarkdown(message: string): string {
  const parts = shorten(message, LONGEST).split('`')
  const balanced = parts.length % 2 === 1
  const pieces = parts.map((part, index) => {
    if (balanced && index % 2 === 1) return codeSpan(part)
    if (PLAIN.test(part) && !LINKED.test(part)) return part
    const inner = part.trim()
    const at = part.indexOf(inner)
    return `${part.slice(0, at)}${codeSpan(inner)}${part.slice(at + inner.length)}`
  })
  // Two spans that touch would be read as one, or as something else.
  return pieces.filter((piece) => piece !== '').reduce((text, piece) => `${text}${text.endsWith('`') && piece.startsWith('`') ? ' ' : ''}${piece}`, '')
}
