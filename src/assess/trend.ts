import { daysBetween } from '../model/dates.js'
import type { CivilDate, FrozenApplication, FrozenControl, FrozenFinding, Quarter } from '../schema/types.js'
import { applicableIn, countFinding } from './add-up.js'
import { catalogChanges } from './catalog-changes.js'
import { assessedIn, causeOf, type Cause, type Moment } from './trend-causes.js'
import { emptySum, figuresOf, SCOPES, type ScopeKind, type Trend, type TrendFigures, type TrendQuarter, type TrendScope, type TrendSum } from './trend-figures.js'

type Key = string

/** What is kept of a quarter until the next one is compared with it. */
type Before = {
  readonly moment: Moment
  readonly quarter: Pick<Quarter, 'catalog' | 'controls' | 'frameworks'>
  /** Findings in the order of their controls, and the scopes that they all counted in, by entry. */
  readonly entries: ReadonlyMap<string, { readonly scopes: readonly Key[]; readonly findings: readonly FrozenFinding[] }>
  /** The further scopes of each control. */
  readonly scopesOf: ReadonlyMap<string, readonly Key[]>
}

/** Collects a trend from closed quarters, given one by one, oldest first. Of each only its figures and the one before are kept. */
export function collectTrend(): { readonly add: (quarter: Quarter) => void; readonly trend: () => Trend } {
  const quarters: TrendQuarter[] = []
  const series = new Map<Key, Map<number, TrendFigures>>()
  let organization = ''
  let before: Before | undefined
  return {
    add: (quarter) => {
      organization = quarter.organization
      const { sums, now } = sumUp(quarter, before)
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
      before = now
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

function sumUp(quarter: Quarter, before: Before | undefined): { readonly sums: Sums; readonly now: Before } {
  const sums: Sums = new Map()
  const moment: Moment = { asOf: quarter['as-of'], controls: new Map(quarter.controls.map((control) => [control.id, control])), assessed: assessedIn(quarter.applications) }
  const scopesOf = new Map([...moment.controls].map(([id, control]) => [id, controlScopes(control)]))
  const sumsOfControl = new Map([...scopesOf].map(([id, scopes]) => [id, scopes.map((key) => sumOf(sums, key))]))
  for (const { id } of quarter.frameworks) sumOf(sums, keyOf('framework', id))
  const entries = new Map(quarter.applications.map((application) => {
    const scopes = [keyOf('all', 'all'), keyOf('application', application.id), keyOf('tier', application.tier ?? 'none')]
    const own = scopes.map((key) => sumOf(sums, key))
    for (const sum of own) {
      sum.entries += 1
      if (application.assessed) sum.assessed += 1
    }
    for (const finding of application.findings) {
      countInto(own, finding, moment.asOf)
      countInto(sumsOfControl.get(finding.control) ?? [], finding, moment.asOf)
    }
    countDecisions(application, (control) => [...own, ...(sumsOfControl.get(control) ?? [])], quarter)
    return [application.id, { scopes, findings: inOrder(application.findings) }]
  }))
  const now: Before = { moment, quarter: { catalog: quarter.catalog, controls: quarter.controls, frameworks: quarter.frameworks }, entries, scopesOf }
  if (before) compareAll(sums, before, now)
  return { sums, now }
}

const controlScopes = ({ group, frameworks = [] }: FrozenControl): readonly Key[] => [keyOf('group', group), ...frameworks.map((framework) => keyOf('framework', framework))]

// As they are written; a record that somebody wrote by hand may be otherwise.
const inOrder = (findings: readonly FrozenFinding[]): readonly FrozenFinding[] =>
  findings.every(({ control }, index) => index === 0 || (findings[index - 1]?.control ?? '') <= control) ? findings : [...findings].sort((a, b) => (a.control < b.control ? -1 : 1))

function sumOf(sums: Sums, key: Key): TrendSum {
  const known = sums.get(key)
  if (known) return known
  const sum = emptySum()
  sums.set(key, sum)
  return sum
}

function countInto(sums: readonly TrendSum[], finding: FrozenFinding, asOf: CivilDate): void {
  const age = finding.state === 'not-satisfied' && finding.opened !== undefined ? daysBetween(finding.opened, asOf) : undefined
  const evidenceAge = finding.evidence === undefined ? undefined : daysBetween(finding.evidence, asOf)
  const fresh = finding.reasons === undefined || !Object.hasOwn(finding.reasons, 'stale')
  for (const sum of sums) {
    countFinding(sum, finding)
    if (age !== undefined) sum.gapAges.push(age)
    if (evidenceAge === undefined) continue
    sum.evidenceAges.push(evidenceAge)
    if (fresh) sum.fresh += 1
  }
}

// Both lists are in the order of their controls, and are gone through side by side.
function compareAll(sums: Sums, before: Before, now: Before): void {
  const sameScopes = new Set([...now.scopesOf].flatMap(([control, scopes]) => (String(before.scopesOf.get(control)) === String(scopes) ? [control] : [])))
  for (const id of new Set([...before.entries.keys(), ...now.entries.keys()])) {
    const [was, is] = [before.entries.get(id), now.entries.get(id)]
    const [old, current] = [was?.findings ?? [], is?.findings ?? []]
    const sameOwn = was !== undefined && is !== undefined && was.scopes[2] === is.scopes[2] // the tier; the others are of the id
    for (let i = 0, j = 0; i < old.length || j < current.length;) {
      const [then, next] = [old[i], current[j]]
      const control = then !== undefined && (next === undefined || then.control <= next.control) ? then.control : (next?.control ?? '')
      const [a, b] = [then?.control === control ? then : undefined, next?.control === control ? next : undefined]
      if (a) i += 1
      if (b) j += 1
      if (a && b && a.state === b.state && sameOwn && sameScopes.has(control)) continue
      const isIn = b ? [...(is?.scopes ?? []), ...(now.scopesOf.get(control) ?? [])] : []
      const same = a !== undefined && b !== undefined && sameOwn && sameScopes.has(control)
      const wasIn = same ? isIn : a ? [...(was?.scopes ?? []), ...(before.scopesOf.get(control) ?? [])] : []
      compare(sums, causeOf(id, control, a, b, before.moment, now.moment), { was: a, is: b, wasIn, isIn, asOf: now.moment.asOf })
    }
  }
}

type Pair = { readonly was: FrozenFinding | undefined; readonly is: FrozenFinding | undefined; readonly wasIn: readonly Key[]; readonly isIn: readonly Key[]; readonly asOf: CivilDate }

// What was counted in one scope and is counted in another left the one and came into the other.
function compare(sums: Sums, cause: Cause, { was, is, wasIn, isIn, asOf }: Pair): void {
  for (const key of wasIn === isIn ? isIn : new Set([...wasIn, ...isIn])) {
    const [then, now] = wasIn === isIn ? [was, is] : [wasIn.includes(key) ? was : undefined, isIn.includes(key) ? is : undefined]
    const moved = was !== undefined && is !== undefined && (then === undefined || now === undefined)
    change(sumOf(sums, key), moved ? (key.startsWith('tier ') ? 'facts' : 'catalog') : cause, then, now, asOf)
  }
}

function change(sum: TrendSum, why: Cause, was: FrozenFinding | undefined, is: FrozenFinding | undefined, asOf: CivilDate): void {
  sum.satisfiedBy[why] += Number(is?.state === 'satisfied') - Number(was?.state === 'satisfied')
  sum.gapsBy[why] += Number(is?.state === 'not-satisfied') - Number(was?.state === 'not-satisfied')
  if (was?.state === 'not-satisfied' && is?.state === 'satisfied' && was.opened !== undefined) sum.closedDays.push(daysBetween(was.opened, asOf))
}

function countDecisions({ exceptions, poam }: FrozenApplication, sumsFor: (control: string) => readonly TrendSum[], { from }: Quarter): void {
  for (const { control, state, expires } of exceptions) {
    for (const sum of sumsFor(control)) {
      if (state === 'in-force') sum.exceptionsInForce += 1
      if (state === 'expired' && expires >= from) sum.exceptionsEnded += 1
    }
  }
  for (const { control, state, closed } of poam) {
    for (const sum of sumsFor(control)) {
      if (state === 'open' || state === 'overdue') sum.poamOpen += 1
      if (state === 'overdue') sum.poamOverdue += 1
      if (closed === undefined || closed < from) continue
      sum.poamClosed += 1
      if (state === 'closed-on-time') sum.poamOnTime += 1
    }
  }
}
