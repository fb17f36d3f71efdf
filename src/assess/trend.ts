import { daysBetween } from '../model/dates.js'
import type { CivilDate, FrozenApplication, FrozenControl, FrozenFinding, Quarter } from '../schema/types.js'
import { applicableIn, countFinding } from './add-up.js'
import { catalogChanges } from './catalog-changes.js'
import { assessedIn, causeOf, standingOf, type Cause, type Moment, type Standing } from './trend-causes.js'
import { emptySum, figuresOf, SCOPES, type ScopeKind, type Trend, type TrendFigures, type TrendQuarter, type TrendScope, type TrendSum } from './trend-figures.js'

type Key = string
/** One finding of the quarter before, with the scopes that it counted in. */
type Kept = { readonly standing: Standing; readonly scopes: readonly Key[] }
type Before = { readonly moment: Moment; readonly quarter: Pick<Quarter, 'catalog' | 'controls' | 'frameworks'>; readonly findings: ReadonlyMap<string, ReadonlyMap<string, Kept>> }

/** Collects a trend from closed quarters, given one by one, oldest first. Of each only its figures and the one before are kept. */
export function collectTrend(): { readonly add: (quarter: Quarter) => void; readonly trend: () => Trend } {
  const quarters: TrendQuarter[] = []
  const series = new Map<Key, Map<number, TrendFigures>>()
  let organization = ''
  let before: Before | undefined
  return {
    add: (quarter) => {
      organization = quarter.organization
      const { sums, kept, moment } = sumUp(quarter, before)
      for (const [key, sum] of sums) {
        if (!stands(key, sum)) continue
        const known = series.get(key) ?? new Map<number, TrendFigures>()
        known.set(quarters.length, figuresOf(sum, scopeOf(key), quarter, before !== undefined))
        series.set(key, known)
      }
      quarters.push({
        'quarter': quarter.quarter, 'as-of': quarter['as-of'], 'tool': quarter.tool, 'catalog': quarter.catalog, 'corrected': quarter.correction !== undefined,
        'entries': quarter.totals.applications, 'assessed': quarter.totals.assessed, ...(before && { changes: catalogChanges(before.quarter, quarter) }),
      })
      before = { moment, quarter: { catalog: quarter.catalog, controls: quarter.controls, frameworks: quarter.frameworks }, findings: kept }
    },
    trend: () => ({ organization, quarters, scopes: [...series].map(([key, known]) => ({ ...scopeOf(key), figures: quarters.map((_quarter, index) => known.get(index)) })).sort(byScope) }),
  }
}

const keyOf = (by: ScopeKind, id: string): Key => `${by} ${id}`
const scopeOf = (key: Key): { readonly by: ScopeKind; readonly id: string } => {
  const [by = 'all', ...id] = key.split(' ')
  return { by: by as ScopeKind, id: id.join(' ') } // written by keyOf
}
// A scope that has no entry and no finding any more is left out, though the last one changed a count when it went.
const stands = (key: Key, sum: TrendSum): boolean => key.startsWith('framework ') || sum.entries > 0 || (key.startsWith('group ') && applicableIn(sum) + sum.upcoming + sum['not-applicable'] > 0)

const TIERS = ['critical', 'high', 'moderate', 'low']
const rank = ({ by, id }: TrendScope): string => `${SCOPES.indexOf(by)} ${by === 'tier' ? String(TIERS.indexOf(id) + 1 || 9) : ''} ${id}`
const byScope = (a: TrendScope, b: TrendScope): number => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0)

type Sums = Map<Key, TrendSum>

function sumUp(quarter: Quarter, before: Before | undefined): { readonly sums: Sums; readonly kept: Map<string, Map<string, Kept>>; readonly moment: Moment } {
  const sums: Sums = new Map()
  const kept = new Map<string, Map<string, Kept>>()
  const moment: Moment = { asOf: quarter['as-of'], controls: new Map(quarter.controls.map((control) => [control.id, control])), assessed: assessedIn(quarter.applications) }
  const scopesOfControl = new Map([...moment.controls].map(([id, control]) => [id, controlScopes(control)]))
  for (const { id } of quarter.frameworks) sums.set(keyOf('framework', id), emptySum())
  for (const application of quarter.applications) {
    const own = [keyOf('all', 'all'), keyOf('application', application.id), keyOf('tier', application.tier ?? 'none')]
    const findings = new Map<string, Kept>()
    const then = before?.findings.get(application.id)
    for (const finding of application.findings) {
      const scopes = [...own, ...(scopesOfControl.get(finding.control) ?? [])]
      countInto(sums, scopes, finding, moment.asOf)
      const standing = standingOf(finding)
      findings.set(finding.control, { standing, scopes })
      if (before) compareInto(sums, application.id, finding.control, then?.get(finding.control), { standing, scopes }, before.moment, moment)
    }
    kept.set(application.id, findings)
    for (const key of own) {
      const sum = sumOf(sums, key)
      sum.entries += 1
      if (application.assessed) sum.assessed += 1
    }
    countDecisions(sums, application, (control) => [...own, ...(scopesOfControl.get(control) ?? [])], quarter)
  }
  if (before)
    for (const [application, findings] of before.findings)
      for (const [control, then] of findings) if (!kept.get(application)?.has(control)) compareInto(sums, application, control, then, undefined, before.moment, moment)
  return { sums, kept, moment }
}

const controlScopes = ({ group, frameworks = [] }: FrozenControl): readonly Key[] => [keyOf('group', group), ...frameworks.map((framework) => keyOf('framework', framework))]

function sumOf(sums: Sums, key: Key): TrendSum {
  const known = sums.get(key)
  if (known) return known
  const sum = emptySum()
  sums.set(key, sum)
  return sum
}

function countInto(sums: Sums, scopes: readonly Key[], finding: FrozenFinding, asOf: CivilDate): void {
  const age = finding.state === 'not-satisfied' && finding.opened !== undefined ? daysBetween(finding.opened, asOf) : undefined
  const evidenceAge = finding.evidence === undefined ? undefined : daysBetween(finding.evidence, asOf)
  const fresh = finding.reasons === undefined || !Object.hasOwn(finding.reasons, 'stale')
  for (const key of scopes) {
    const sum = sumOf(sums, key)
    countFinding(sum, finding)
    if (age !== undefined) sum.gapAges.push(age)
    if (evidenceAge === undefined) continue
    sum.evidenceAges.push(evidenceAge)
    if (fresh) sum.fresh += 1
  }
}

// What was counted in one scope and is counted in another left the one and came into the other.
function compareInto(sums: Sums, application: string, control: string, before: Kept | undefined, after: Kept | undefined, then: Moment, now: Moment): void {
  const sameScopes = before !== undefined && after !== undefined && before.scopes.every((key, index) => key === after.scopes[index]) && before.scopes.length === after.scopes.length
  if (sameScopes && before.standing.state === after.standing.state) return
  const cause = causeOf(application, control, before?.standing, after?.standing, then, now)
  for (const key of new Set([...(before?.scopes ?? []), ...(after?.scopes ?? [])])) {
    const [was, is] = [before?.scopes.includes(key) === true ? before.standing : undefined, after?.scopes.includes(key) === true ? after.standing : undefined]
    const moved = before !== undefined && after !== undefined && (was === undefined || is === undefined)
    const sum = sumOf(sums, key)
    const why: Cause = moved ? (key.startsWith('tier ') ? 'facts' : 'catalog') : cause
    sum.satisfiedBy[why] += Number(is?.state === 'satisfied') - Number(was?.state === 'satisfied')
    sum.gapsBy[why] += Number(is?.state === 'not-satisfied') - Number(was?.state === 'not-satisfied')
    if (was?.state === 'not-satisfied' && is?.state === 'satisfied' && was.opened !== undefined) sum.closedDays.push(daysBetween(was.opened, now.asOf))
  }
}

function countDecisions(sums: Sums, { exceptions, poam }: FrozenApplication, scopesFor: (control: string) => readonly Key[], { from }: Quarter): void {
  for (const { control, state, expires } of exceptions) {
    for (const key of scopesFor(control)) {
      const sum = sumOf(sums, key)
      if (state === 'in-force') sum.exceptionsInForce += 1
      if (state === 'expired' && expires >= from) sum.exceptionsEnded += 1
    }
  }
  for (const { control, state, closed } of poam) {
    for (const key of scopesFor(control)) {
      const sum = sumOf(sums, key)
      if (state === 'open' || state === 'overdue') sum.poamOpen += 1
      if (state === 'overdue') sum.poamOverdue += 1
      if (closed === undefined || closed < from) continue
      sum.poamClosed += 1
      if (state === 'closed-on-time') sum.poamOnTime += 1
    }
  }
}
