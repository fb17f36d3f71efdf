import type { Quarter, StateCounts } from '../schema/types.js'
import { noFindings, type FindingCounts } from './add-up.js'
import type { CatalogChanges } from './catalog-changes.js'
import { CAUSES, type Cause } from './trend-causes.js'

/** By what figures are told apart. `all` has one scope, named `all`. */
export const SCOPES = ['all', 'application', 'framework', 'group', 'tier'] as const
export type ScopeKind = (typeof SCOPES)[number]

/** How often each cause changed a count since the quarter before: up or down. The sum is the difference. */
export type Changes = Readonly<Record<Cause, number>>

/** Figures of one scope in one quarter. Medians are undefined where there is nothing to take them of. */
export type TrendFigures = FindingCounts & {
  /** Inventory entries, and those of them that could be assessed; of a framework and a group, whose findings are of many entries, none. */
  readonly entries: number
  readonly assessed: number
  /** Median age of a gap, accepted ones included, in days. */
  readonly gapAge?: number
  /** Gaps of the quarter before that are satisfied now, and the median of days from their first day to the end of this quarter: up to a quarter too long. */
  readonly closed: number
  readonly closedAfter?: number
  /** Findings that rest on evidence of their own, those of them whose evidence is not stale, and the median age of the oldest item in days. */
  readonly evidence: number
  readonly fresh: number
  readonly evidenceAge?: number
  readonly exceptionsInForce: number
  /** Exceptions that ended in the quarter. */
  readonly exceptionsEnded: number
  readonly poamOpen: number
  readonly poamOverdue: number
  /** Plans that were closed in the quarter, and those of them by the day that held. */
  readonly poamClosed: number
  readonly poamOnTime: number
  /** Of a framework: its leaf elements by state, counted over applications and platforms. */
  readonly coverage?: StateCounts
  /** Since the quarter before; absent in the first. */
  readonly satisfiedBy?: Changes
  readonly gapsBy?: Changes
}

/** One closed quarter as it stands in a trend. */
export type TrendQuarter = Pick<Quarter, 'quarter' | 'as-of' | 'tool' | 'catalog'> & {
  readonly corrected: boolean
  readonly entries: number
  readonly assessed: number
  /** What the catalog changed since the quarter before; absent in the first. */
  readonly changes?: CatalogChanges
}

/** One scope over all quarters; undefined where it had nothing. */
export type TrendScope = { readonly by: ScopeKind; readonly id: string; readonly figures: readonly (TrendFigures | undefined)[] }

/** How things changed from quarter to quarter. */
export type Trend = { readonly organization: string; readonly quarters: readonly TrendQuarter[]; readonly scopes: readonly TrendScope[] }

/** Figures of one scope while they are taken. */
export type TrendSum = ReturnType<typeof noFindings> & {
  entries: number; assessed: number
  gapAges: number[]; closedDays: number[]; evidenceAges: number[]; fresh: number
  exceptionsInForce: number; exceptionsEnded: number; poamOpen: number; poamOverdue: number; poamClosed: number; poamOnTime: number
  satisfiedBy: Record<Cause, number>; gapsBy: Record<Cause, number>
}

const noCauses = (): Record<Cause, number> => ({ better: 0, worse: 0, expired: 0, catalog: 0, facts: 0, inventory: 0, unread: 0 })
/** Nothing counted yet. */
export const emptySum = (): TrendSum => ({
  ...noFindings(), entries: 0, assessed: 0, gapAges: [], closedDays: [], evidenceAges: [], fresh: 0, exceptionsInForce: 0, exceptionsEnded: 0, poamOpen: 0, poamOverdue: 0, poamClosed: 0, poamOnTime: 0, satisfiedBy: noCauses(), gapsBy: noCauses(),
})

/** The figures of a scope, once all of a quarter is counted. */
export function figuresOf(sum: TrendSum, { by, id }: Pick<TrendScope, 'by' | 'id'>, quarter: Quarter, compared: boolean): TrendFigures {
  const { gapAges, closedDays, evidenceAges, satisfiedBy, gapsBy, ...counts } = sum
  const framework = by === 'framework' ? quarter.frameworks.find((candidate) => candidate.id === id) : undefined
  return {
    ...counts, closed: closedDays.length, evidence: evidenceAges.length,
    ...definedMedians({ gapAge: gapAges, closedAfter: closedDays, evidenceAge: evidenceAges }),
    ...(framework && { coverage: framework.coverage }),
    ...(compared && { satisfiedBy, gapsBy }),
  }
}

const definedMedians = (lists: Readonly<Record<'gapAge' | 'closedAfter' | 'evidenceAge', readonly number[]>>): Pick<TrendFigures, 'gapAge' | 'closedAfter' | 'evidenceAge'> =>
  Object.fromEntries(Object.entries(lists).flatMap(([name, list]) => (list.length === 0 ? [] : [[name, median(list)]])))

/** The middle of some figures; of an even number the mean of both. */
export function median(figures: readonly number[]): number {
  const sorted = Float64Array.from(figures).sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** The difference that changes add up to. */
export const sumOfChanges = (changes: Changes): number => CAUSES.reduce((sum, cause) => sum + changes[cause], 0)
