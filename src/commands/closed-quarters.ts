import { countFinding, noFindings, type FindingCounts } from '../assess/add-up.js'
import { changesSince } from '../assess/changes-since.js'
import { freezeApplication } from '../assess/freeze-application.js'
import { assessedIn, type Moment } from '../assess/trend-causes.js'
import type { PreviousQuarter, QuarterFault, TrendPoint } from '../document/context.js'
import type { Host } from '../host/host.js'
import type { FindingChange } from '../model/finding-change.js'
import type { CivilDate, FrozenApplication, Quarter } from '../schema/types.js'
import type { Outcome } from './assess-portfolio.js'
import { frozenControls } from './freeze-portfolio.js'
import { frameworksInScope } from './portfolio.js'
import { problemOf, quartersInForce } from './quarter-files.js'
import type { Workspace } from './workspace.js'

/** What documents say of closed quarters. */
export type ClosedQuarters = {
  readonly previous?: PreviousQuarter
  readonly faults: readonly QuarterFault[]
  /** What is wrong with records, as sentences. */
  readonly problems: readonly string[]
  /** The figures of one entry, or of the portfolio. */
  readonly trend: (id?: string) => readonly TrendPoint[]
  /** What of an entry stands otherwise than in the quarter before; undefined where it was not assessed then, or is not now. */
  readonly changes: (outcome: Outcome) => readonly FindingChange[] | undefined
}

/** Reads the quarters that were closed up to a day. Of each only its figures are kept, and the findings of the last one that ended before the day. */
export async function closedQuarters(host: Host, { root, library }: Workspace, asOf: CivilDate): Promise<ClosedQuarters> {
  const [faults, problems]: [QuarterFault[], string[]] = [[], []]
  const portfolio: TrendPoint[] = []
  const single = new Map<string, TrendPoint[]>()
  let last: Quarter | undefined
  for await (const record of quartersInForce(host, root)) {
    if ('quarter' in record && record.quarter['as-of'] > asOf) continue
    const problem = problemOf(record)
    if (problem !== undefined) {
      problems.push(problem)
      faults.push({ file: record.file, fault: 'fault' in record ? 'unreadable' : 'changed' })
    }
    if (!('quarter' in record)) continue
    const { quarter } = record
    portfolio.push(pointOf(quarter, quarter.totals, quarter.totals.applications, quarter.totals.assessed))
    for (const entry of quarter.applications) single.set(entry.id, [...(single.get(entry.id) ?? []), pointOf(quarter, countsOf(entry), 1, entry.assessed ? 1 : 0)])
    if (quarter['as-of'] < asOf) last = quarter
  }
  const controls = last && new Map(frozenControls(library, frameworksInScope(library)).map((control) => [control.id, control]))
  const then = last && momentOf(last)
  const before = new Map(last?.applications.map((entry) => [entry.id, entry]))
  return {
    ...(last && { previous: { quarter: last.quarter, asOf: last['as-of'], catalog: `${last.catalog.id} ${last.catalog.version}`, entries: assessedIn(last.applications) } }),
    faults, problems,
    trend: (id) => (id === undefined ? portfolio : (single.get(id) ?? [])),
    changes: ({ id, entry, assessment, diagnostics }) => {
      const old = before.get(id)
      if (then === undefined || controls === undefined || old?.assessed !== true || assessment === undefined) return undefined
      const now: Moment = { asOf, controls, assessed: new Map([[id, true]]) }
      return changesSince(old, freezeApplication({ id, ...(entry && { kind: entry.kind }), assessment, diagnostics, coverage: {} }), then, now)
    },
  }
}

const momentOf = (quarter: Quarter): Moment => ({ asOf: quarter['as-of'], controls: new Map(quarter.controls.map((control) => [control.id, control])), assessed: assessedIn(quarter.applications) })

function countsOf({ findings }: FrozenApplication): FindingCounts {
  const counts = noFindings()
  for (const finding of findings) countFinding(counts, finding)
  return counts
}

const pointOf = (quarter: Quarter, { satisfied, gaps, accepted, 'not-assessed': unknown }: FindingCounts, entries: number, assessed: number): TrendPoint =>
  ({ 'quarter': quarter.quarter, 'corrected': quarter.correction !== undefined, 'asOf': quarter['as-of'], entries, assessed, satisfied, gaps, accepted, 'not-assessed': unknown })
