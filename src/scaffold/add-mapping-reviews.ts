import { isSeq, parseDocument } from 'yaml'
import type { MappingReview } from '../schema/types.js'
import { readPlainScalar } from '../source/plain-scalar.js'

const HEAD = '# Readings of the mapping by named persons, written by `muster review mapping`. Each holds for exactly what was read.\n'

/** The text of `mapping-reviews.yaml` with readings added at its end; nothing that stands there is written anew. Without a text the file is begun. A text was read by muster before, so that `yaml` sees nothing that it refused. */
export function addMappingReviews(text: string | undefined, framework: string, reviews: readonly MappingReview[]): string {
  if (text === undefined) return `${HEAD}framework: ${framework}\nreviews:\n${reviews.map((review) => `  - ${oneLine(review)}\n`).join('')}`
  const list = parseDocument(text).get('reviews')
  const last = isSeq(list) && list.flow !== true ? list.items.at(-1) : undefined
  if (!isSeq(list) || !hasRange(last) || !hasRange(list)) throw new Error('`reviews` of mapping-reviews.yaml is no list of one entry per line')
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const start = list.range[0]
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1))
  const end = text.indexOf('\n', last.range[1] - 1)
  const before = end < 0 ? `${text}${eol}` : text.slice(0, end + 1)
  return before + reviews.map((review) => `${indent}- ${oneLine(review)}${eol}`).join('') + (end < 0 ? '' : text.slice(end + 1))
}

const hasRange = (node: unknown): node is { readonly range: readonly [number, number, number] } =>
  node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)

const oneLine = ({ element, controls, by, on, decision, of, remarks }: MappingReview): string =>
  `{ ${[
    `element: ${scalar(element)}`,
    ...(controls ? [`controls: [${controls.map(scalar).join(', ')}]`] : []),
    `by: ${scalar(by)}`, `on: ${on}`, `decision: ${decision}`, `of: ${scalar(of)}`,
    ...(remarks === undefined ? [] : [`remarks: ${JSON.stringify(remarks)}`]),
  ].join(', ')} }`

// Plain where every reader takes it for this text; a text in JSON is the same text in YAML.
function scalar(text: string): string {
  const read = /^[A-Za-z0-9]([A-Za-z0-9 ._-]*[A-Za-z0-9])?$/.test(text) ? readPlainScalar(text) : 'ambiguous'
  return read !== 'ambiguous' && read.value === text ? text : JSON.stringify(text)
}
