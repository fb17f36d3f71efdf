import type { Quarter } from '../schema/types.js'

/** A record in `quarters/` with its name and the digest of its bytes. */
export type QuarterRecord = { readonly file: string; readonly sha256: string; readonly quarter: Quarter }

/** What is wrong with the chain, at the record where it shows. */
export type ChainFault = {
  readonly file: string
  readonly fault:
    /** The record that it follows is not there. */
    | 'missing'
    /** The record that it follows has other bytes than when it was followed. */
    | 'changed'
    /** Another record follows the same one. */
    | 'fork'
    /** Another record begins a chain as well. */
    | 'second-start'
    /** The records follow one another in a circle. */
    | 'circle'
    /** Its name does not say what it is. */
    | 'misnamed'
  /** The record that is not there, was changed, or is followed or begun as well. */
  readonly other: string
}

/** The records of a repository from the first to the last, and what is wrong with that. */
export type QuarterChain = { readonly records: readonly QuarterRecord[]; readonly faults: readonly ChainFault[] }

/** The file of a quarter, or of a correction of it. */
export const fileOfQuarter = (quarter: string, correction?: number): string => `${quarter}${correction === undefined ? '' : `.c${correction}`}.json`

/** Brings records into the order of their chain. Those that hang on nothing come last, by name. */
export function linkQuarters(records: readonly QuarterRecord[]): QuarterChain {
  const byName = new Map(records.map((record) => [record.file, record]))
  const faults: ChainFault[] = []
  const followers = new Map<string, QuarterRecord[]>()
  const sorted = [...records].sort((a, b) => (a.file < b.file ? -1 : 1))
  for (const record of sorted) {
    const { file, quarter } = record
    const name = fileOfQuarter(quarter.quarter, quarter.correction?.number)
    if (name !== file) faults.push({ file, fault: 'misnamed', other: name })
    const key = quarter.previous?.file ?? ''
    const before = followers.get(key)
    if (before?.[0]) faults.push({ file, fault: key === '' ? 'second-start' : 'fork', other: before[0].file })
    followers.set(key, [...(before ?? []), record])
    if (quarter.previous === null) continue
    const previous = byName.get(quarter.previous.file)
    if (previous === undefined) faults.push({ file, fault: 'missing', other: quarter.previous.file })
    else if (previous.sha256 !== quarter.previous.sha256) faults.push({ file, fault: 'changed', other: previous.file })
  }
  const ordered: QuarterRecord[] = []
  const seen = new Set<string>()
  const visit = (record: QuarterRecord): void => {
    for (let todo = [record]; todo.length > 0;) {
      const next = todo.shift()
      if (next === undefined || seen.has(next.file)) continue
      seen.add(next.file)
      ordered.push(next)
      todo = [...(followers.get(next.file) ?? []), ...todo]
    }
  }
  for (const record of followers.get('') ?? []) visit(record)
  for (const record of sorted) if (record.quarter.previous !== null && !byName.has(record.quarter.previous.file)) visit(record)
  for (const record of sorted) {
    if (!seen.has(record.file)) faults.push({ file: record.file, fault: 'circle', other: record.quarter.previous?.file ?? record.file })
    visit(record)
  }
  return { records: ordered, faults }
}

/** The record that stands for each quarter, which is its last correction where there is one; oldest quarter first. */
export function recordsInForce(records: readonly QuarterRecord[]): readonly QuarterRecord[] {
  const last = new Map<string, QuarterRecord>()
  for (const record of records) {
    const known = last.get(record.quarter.quarter)
    if (known === undefined || (known.quarter.correction?.number ?? 0) < (record.quarter.correction?.number ?? 0)) last.set(record.quarter.quarter, record)
  }
  return [...last.values()].sort((a, b) => (a.quarter['as-of'] < b.quarter['as-of'] ? -1 : a.quarter['as-of'] > b.quarter['as-of'] ? 1 : 0))
}
