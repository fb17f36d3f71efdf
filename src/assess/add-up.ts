import { noCoverage, type CoverageState } from '../model/coverage.js'
import type { FrozenApplication, FrozenFinding, FrozenTotals, GapCounts, Severity, StateCounts } from '../schema/types.js'

/** Figures over findings. `applicable` is what the others are of: satisfied, gaps, accepted and not assessed. */
export type FindingCounts = {
  readonly satisfied: number
  readonly gaps: GapCounts
  readonly accepted: number
  readonly 'not-applicable': number
  readonly upcoming: number
  readonly 'not-assessed': number
  readonly unanswered: number
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Counting = Mutable<Omit<FindingCounts, 'gaps'>> & { readonly gaps: Record<Severity, number> }

/** No finding. */
export const noFindings = (): Counting => ({ 'satisfied': 0, 'gaps': { critical: 0, high: 0, moderate: 0, low: 0 }, 'accepted': 0, 'not-applicable': 0, 'upcoming': 0, 'not-assessed': 0, 'unanswered': 0 })

/** Counts one finding. A gap that an exception accepts is not open. */
export function countFinding(counts: Counting, { state, severity = 'low', exception, reasons }: FrozenFinding): void {
  if (state !== 'not-satisfied') {
    counts[state] += 1
    return
  }
  if (exception === undefined) counts.gaps[severity] += 1
  else counts.accepted += 1
  if (reasons && Object.hasOwn(reasons, 'unanswered')) counts.unanswered += 1
}

/** Open gaps of every severity together. */
export const allGaps = ({ critical, high, moderate, low }: GapCounts): number => critical + high + moderate + low

/** Controls that apply. */
export const applicableIn = (counts: FindingCounts): number => counts.satisfied + allGaps(counts.gaps) + counts.accepted + counts['not-assessed']

/** Figures over the entries of a quarter, which are added one by one. */
export function addUp(): { readonly add: (application: FrozenApplication) => void; readonly totals: () => FrozenTotals; readonly coverage: (framework: string) => StateCounts } {
  const counts = noFindings()
  const coverage = new Map<string, Record<CoverageState, number>>()
  const rest = { 'applications': 0, 'assessed': 0, 'exceptions-in-force': 0, 'poam-open': 0, 'poam-overdue': 0 }
  return {
    add: ({ assessed, kind, findings, exceptions, poam, coverage: own = {} }) => {
      rest.applications += 1
      if (assessed) rest.assessed += 1
      for (const finding of findings) countFinding(counts, finding)
      rest['exceptions-in-force'] += exceptions.filter(({ state }) => state === 'in-force').length
      rest['poam-open'] += poam.filter(({ state }) => state === 'open' || state === 'overdue').length
      rest['poam-overdue'] += poam.filter(({ state }) => state === 'overdue').length
      // The organization's answers are carried into the coverage of each application, and are not counted once more.
      if (kind !== 'organization') for (const [framework, states] of Object.entries(own)) addStates(coverage, framework, states)
    },
    totals: () => ({ ...rest, ...counts, gaps: { ...counts.gaps } }),
    coverage: (framework) => Object.fromEntries(Object.entries(coverage.get(framework) ?? {}).filter(([, count]) => count > 0)),
  }
}

function addStates(coverage: Map<string, Record<CoverageState, number>>, framework: string, states: StateCounts): void {
  const into = coverage.get(framework) ?? noCoverage()
  for (const state of Object.keys(into) as CoverageState[]) into[state] += states[state] ?? 0 // the keys of noCoverage
  coverage.set(framework, into)
}
