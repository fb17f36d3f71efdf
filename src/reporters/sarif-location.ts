import type { Excerpt } from '../source/diagnostic.js'
import type { Place, Range } from '../source/place.js'
import { plainText } from './plain-text.js'

/** A place as a SARIF physicalLocation, relative to the git root. */
export const physicalLocation = ({ file, range }: Place, prefix: string, excerpt?: Excerpt) => {
  const snippet = excerpt && snippetOf(excerpt, range)
  return {
    artifactLocation: { uri: uriOf(prefix + file), uriBaseId: '%SRCROOT%' },
    region: {
      startLine: range.start.line,
      startColumn: range.start.column,
      endLine: range.end.line,
      endColumn: range.end.column,
      ...(snippet && { snippet: { text: plainText(snippet) } }),
    },
  }
}

// A lone surrogate cannot be encoded.
const uriOf = (path: string): string =>
  path.replace(/[\ud800-\udfff]/gu, '\ufffd').split('/').map(encodeURIComponent).join('/')

/** The text of a range, or undefined where the excerpt does not hold all of it. */
function snippetOf({ line, lines, shift }: Excerpt, { start, end }: Range): string | undefined {
  const inside = lines.slice(start.line - line, end.line - line + 1)
  const last = inside.at(-1)
  if (start.line < line || inside.length <= end.line - start.line || last === undefined) return undefined
  if (start.column <= shift || end.column - 1 - shift > last.length || (shift > 0 && inside.length > 1)) return undefined
  const whole = inside.join('\n')
  return whole.slice(start.column - 1 - shift, whole.length - last.length + end.column - 1 - shift)
}
