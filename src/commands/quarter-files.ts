import type { Host } from '../host/host.js'
import { outlineText } from '../model/quarter-text.js'
import { linkQuarters, type QuarterChain, type QuarterRecord } from '../model/quarter-chain.js'
import { holdsDigest, readRecord, type RecordFault } from '../read/read-record.js'
import type { Quarter } from '../schema/types.js'
import type { FileText } from '../source/file-text.js'

/** Folder of closed quarters beside `muster.yaml`. */
export const QUARTERS = 'quarters'

/** The largest record that is read, in bytes. */
export const MAX_RECORD_BYTES = 256 * 1024 * 1024

/** A record that cannot be read, and why. */
export type UnreadableQuarter = { readonly file: string } & RecordFault

const NAME = /^\d{4}-Q[1-4](\.c[1-9]\d{0,3})?\.json$/

/** Names of the records in `quarters/`, corrections after what they correct. */
export async function quarterNames(host: Host, root: string): Promise<readonly string[]> {
  const key = (name: string): string => name.replace(/(\.c(\d+))?\.json$/, (_all, _part, number?: string) => `.${(number ?? '0').padStart(4, '0')}`)
  return ((await host.list(`${root}/${QUARTERS}`, 0)) ?? []).filter((name) => NAME.test(name)).sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Text of a file in `quarters/`. */
export async function textInQuarters(host: Host, root: string, file: string): Promise<FileText> {
  return (await host.readTexts(`${root}/${QUARTERS}`, [file], MAX_RECORD_BYTES)).get(file) ?? { refused: 'absent' }
}

/** SHA-256 of files in `quarters/`, of those that can be read. */
export async function digestsInQuarters(host: Host, root: string, files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const states = await host.digests(`${root}/${QUARTERS}`, files)
  return new Map([...states].flatMap(([file, state]): [string, string][] => ('sha256' in state ? [[file, state.sha256]] : [])))
}

/** The chain of closed quarters with its outlines, and what cannot be read. */
export type QuarterOutlines = QuarterChain & { readonly unreadable: readonly UnreadableQuarter[] }

/** Reads every record in `quarters/` without its applications and controls. */
export async function quarterOutlines(host: Host, root: string): Promise<QuarterOutlines> {
  const names = await quarterNames(host, root)
  const digests = await digestsInQuarters(host, root, names)
  const records: QuarterRecord[] = []
  const unreadable: UnreadableQuarter[] = []
  for (const file of names) {
    const read = await outlineIn(host, root, file)
    if ('fault' in read) unreadable.push({ file, ...read })
    else records.push({ file, sha256: digests.get(file) ?? '', quarter: read.value })
  }
  return { ...linkQuarters(records), unreadable }
}

/** Reads one record without its applications and controls. */
export async function outlineIn(host: Host, root: string, file: string): Promise<{ readonly value: Quarter } | RecordFault> {
  const text = await textInQuarters(host, root, file)
  return readRecord('quarter', 'text' in text ? { text: outlineText(text.text) } : text)
}

/** A record that stands for its quarter, read whole, and whether its bytes are those that were closed; or why it cannot be read. */
export type QuarterInForce = { readonly file: string; readonly quarter: Quarter; readonly changed: boolean } | UnreadableQuarter

/** Reads of each quarter its last correction, oldest first, one at a time. */
export async function* quartersInForce(host: Host, root: string): AsyncGenerator<QuarterInForce> {
  for (const file of inForce(await quarterNames(host, root))) {
    const text = await textInQuarters(host, root, file)
    const read = readRecord('quarter', text)
    if ('fault' in read) yield { file, ...read }
    else yield { file, quarter: read.value, changed: 'text' in text && !holdsDigest(text.text, read.value.sha256) }
  }
}

// Of a quarter its last correction. Names sort as time does, and corrections after what they correct.
const inForce = (names: readonly string[]): readonly string[] => [...new Map(names.map((name) => [name.slice(0, 'yyyy-Qn'.length), name])).values()]

/** What is wrong with a record that is told a trend of, as a sentence; undefined where nothing is. */
export function problemOf(record: QuarterInForce): string | undefined {
  if ('fault' in record) return `${faultInWords(record)}. It is left out.`
  return record.changed ? `${QUARTERS}/${record.file} was changed after it was closed, and is counted as it stands. Run \`muster quarter verify --all\` to see where.` : undefined
}

/** Why a record cannot be read, as a sentence without a full stop. */
export function faultInWords({ file, fault, detail }: UnreadableQuarter): string {
  const path = `${QUARTERS}/${file}`
  switch (fault) {
    case 'refused': return detail === 'absent' ? `${path} is not there` : `${path} cannot be read: ${{ 'too-large': 'it is too large', 'not-utf8': 'it is not text in UTF-8', 'outside': 'it is a link that leads out of the repository' }[detail] ?? 'check its permissions'}`
    case 'not-json': return `${path} is not JSON: ${detail}`
    case 'newer': return `${path} was written by a newer muster: its format is ${detail}, and this one reads 1`
    case 'shape': return `${path} is not a closed quarter: ${detail}`
  }
}
