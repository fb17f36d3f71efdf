import type { Excerpt } from '../source/diagnostic.js'
import type { Range } from '../source/place.js'
import { cellWidth } from './cell-width.js'
import { lastLineOf } from './last-line-of.js'
import { plainText } from './plain-text.js'
import type { Paint } from './reporter.js'

type Colours = { readonly gutter: Paint['dim']; readonly caret: Paint['red'] }

/** The lines of an excerpt with their numbers, and carets under the range. */
export function codeFrame(excerpt: Excerpt, range: Range, { gutter, caret }: Colours): readonly string[] {
  const last = excerpt.line + excerpt.lines.length - 1
  const width = String(last).length
  const row = (number: number | undefined, text: string): string =>
    `${gutter(`${String(number ?? '').padStart(width)} |`)}${text === '' ? '' : ' '}${text}`
  const rows = excerpt.lines.flatMap((line, index) => {
    const number = excerpt.line + index
    const { text, indent, carets } = marked(line, number, excerpt.shift, range)
    return [row(number, text), ...(carets > 0 ? [row(undefined, `${' '.repeat(indent)}${caret('^'.repeat(carets))}`)] : [])]
  })
  return lastLineOf(range) > last ? [...rows, row(undefined, '…')] : rows
}

type Marked = {
  readonly text: string
  /** Cells before the carets. */
  readonly indent: number
  readonly carets: number
}

function marked(line: string, number: number, shift: number, { start, end }: Range): Marked {
  const text = plainText(line).replaceAll('\t', '→')
  const before = shift > 0 ? '…' : ''
  const from = number === start.line ? start.column - 1 - shift : text.length - text.trimStart().length
  const to = number === end.line ? end.column - 1 - shift : text.length
  const cells = cellWidth(text.slice(from, Math.max(0, to)))
  return {
    text: `${before}${text.trimEnd()}${to > text.length ? '…' : ''}`,
    indent: cellWidth(`${before}${text.slice(0, from)}`),
    // A place without extent is still shown.
    carets: number === start.line ? Math.max(1, cells) : cells,
  }
}
