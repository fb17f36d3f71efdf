// The text of a closed quarter. The same record gives the same bytes: keys sorted within a record, one record a line, members in one order.
import type { FrozenApplication, Quarter } from '../schema/types.js'
import { canonicalJson, digester } from './digest.js'

/** What is known of a quarter before its applications are assessed. */
export type QuarterHead = Omit<Quarter, 'applications' | 'controls' | 'frameworks' | 'totals' | 'sha256'>
/** What is known once they are. */
export type QuarterTail = Pick<Quarter, 'controls' | 'frameworks' | 'totals'>

/** The members of a quarter that precede its applications, in their order. */
export const HEAD = ['schema-version', 'quarter', 'correction', 'from', 'as-of', 'cutoff', 'closed', 'previous', 'revision', 'tool', 'organization', 'catalog', 'library'] as const satisfies readonly (keyof QuarterHead)[]

/** The text of a quarter, application by application, closed by the digest of all that precedes it. */
export async function* quarterText(head: QuarterHead, applications: AsyncIterable<FrozenApplication> | Iterable<FrozenApplication>, tail: () => QuarterTail): AsyncGenerator<string> {
  const hash = digester()
  const told = (text: string): string => {
    hash.add(text)
    return text
  }
  yield told(`{\n${HEAD.flatMap((key) => (head[key] === undefined ? [] : [`"${key}":${canonicalJson(head[key])},\n`])).join('')}"applications":[`)
  let first = true
  for await (const application of applications) {
    yield told(`${first ? '\n' : ',\n'}${applicationText(application)}`)
    first = false
  }
  const { controls, frameworks, totals } = tail()
  yield told(`${first ? '' : '\n'}],\n${list('controls', controls)},\n${list('frameworks', frameworks)},\n"totals":${canonicalJson(totals)},\n`)
  yield `"sha256":"${hash.hex()}"\n}\n`
}

/** The whole of a text that comes in pieces. */
export async function wholeText(pieces: AsyncIterable<string>): Promise<string> {
  const all: string[] = []
  for await (const piece of pieces) all.push(piece)
  return all.join('')
}

function applicationText({ findings, exceptions, poam, ...facts }: FrozenApplication): string {
  return `${canonicalJson(facts).slice(0, -1)},${list('findings', findings)},${list('exceptions', exceptions)},${list('poam', poam)}}`
}

const list = (key: string, records: readonly unknown[]): string => (records.length === 0 ? `"${key}":[]` : `"${key}":[\n${records.map(canonicalJson).join(',\n')}\n]`)

/** Where the digest of a text stands: what precedes it is what it is the digest of. */
export const endOfDigested = (text: string): number => text.lastIndexOf('\n"sha256":"') + 1

/** The text of a quarter without its applications and controls; the text as it is where its lines are not as they were written. */
export function outlineText(text: string): string {
  const start = text.indexOf('\n"applications":[')
  const rest = text.lastIndexOf('\n"frameworks":[')
  return start < 0 || rest < start ? text : `${text.slice(0, start)}\n"applications":[],\n"controls":[],${text.slice(rest)}`
}
