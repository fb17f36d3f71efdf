import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allGaps } from '../../src/assess/add-up.js'
import { CAUSES } from '../../src/assess/trend-causes.js'
import { median, sumOfChanges, type Trend, type TrendFigures } from '../../src/assess/trend-figures.js'
import { collectTrend } from '../../src/assess/trend.js'
import type { FrozenApplication, FrozenFinding, Quarter } from '../../src/schema/types.js'
import { makeApplication, makeControl, makeQuarter } from '../make-quarter.js'

const trendOf = (...quarters: readonly Quarter[]): Trend => {
  const { add, trend } = collectTrend()
  quarters.forEach(add)
  return trend()
}
const q2 = (part: Partial<Quarter>): Quarter => makeQuarter({ 'quarter': '2026-Q2', 'from': '2026-04-01', 'as-of': '2026-06-30', 'controls': [makeControl({ id: 'TST-01' })], ...part })
const q3 = (part: Partial<Quarter>): Quarter => makeQuarter({ controls: [makeControl({ id: 'TST-01' })], ...part })
const figures = (trend: Trend, by: string, id: string): readonly (TrendFigures | undefined)[] => trend.scopes.find((scope) => scope.by === by && scope.id === id)?.figures ?? []
const all = (trend: Trend, index: number): TrendFigures => {
  const found = figures(trend, 'all', 'all')[index]
  if (found === undefined) throw new Error('no figures')
  return found
}
const used = (changes: TrendFigures['satisfiedBy']): Readonly<Record<string, number>> => Object.fromEntries(CAUSES.flatMap((cause) => (changes?.[cause] ? [[cause, changes[cause]]] : [])))

const satisfied: FrozenFinding = { control: 'TST-01', state: 'satisfied', evidence: '2026-06-01' }
const gap: FrozenFinding = { control: 'TST-01', state: 'not-satisfied', severity: 'high', opened: '2026-06-10', due: '2026-09-08', reasons: { fail: '2026-06-10' } }
const stale: FrozenFinding = { ...gap, reasons: { stale: '2026-08-01' }, lapsed: true }
const assistant = (finding?: FrozenFinding, part: Partial<FrozenApplication> = {}): FrozenApplication => makeApplication({ id: 'assistant', tier: 'high', findings: finding ? [finding] : [], ...part })

describe('why a control is satisfied that was not, or is not that was', () => {
  const upcoming: FrozenFinding = { control: 'TST-01', state: 'upcoming' }
  const excluded: FrozenFinding = { control: 'TST-01', state: 'not-applicable', exclusion: 'excluded' }
  const unknown: FrozenFinding = { control: 'TST-01', state: 'not-assessed', reasons: { 'not-assessed': '2026-06-30' } }
  const raised = { controls: [makeControl({ id: 'TST-01', version: '2.0.0' })] }
  const tuned = { controls: [makeControl({ id: 'TST-01', asks: 'b'.repeat(32) })] }
  const reworded = { controls: [makeControl({ id: 'TST-01', version: '1.0.1' })] }
  test.each<[string, Partial<Quarter>, Partial<Quarter>, Readonly<Record<string, number>>, Readonly<Record<string, number>>]>([
    ['we closed a gap', { applications: [assistant(gap)] }, { applications: [assistant(satisfied)] }, { better: 1 }, { better: -1 }],
    ['a test failed', { applications: [assistant(satisfied)] }, { applications: [assistant(gap)] }, { worse: -1 }, { worse: 1 }],
    ['evidence expired', { applications: [assistant(satisfied)] }, { applications: [assistant(stale)] }, { expired: -1 }, { expired: 1 }],
    ['a gap stayed', { applications: [assistant(gap)] }, { applications: [assistant(stale)] }, {}, {}],
    ['a control was raised to a major version', { applications: [assistant(satisfied)] }, { ...raised, applications: [assistant(gap)] }, { catalog: -1 }, { catalog: 1 }],
    ['a parameter was tuned', { applications: [assistant(gap)] }, { ...tuned, applications: [assistant(satisfied)] }, { catalog: 1 }, { catalog: -1 }],
    ['a control was only reworded', { applications: [assistant(gap)] }, { ...reworded, applications: [assistant(satisfied)] }, { better: 1 }, { better: -1 }],
    ['a control is new', { controls: [], applications: [assistant()] }, { applications: [assistant(gap)] }, {}, { catalog: 1 }],
    ['a control is gone', { applications: [assistant(satisfied)] }, { controls: [], applications: [assistant()] }, { catalog: -1 }, {}],
    ['a control took effect', { controls: [makeControl({ id: 'TST-01', effective: '2026-07-01' })], applications: [assistant(upcoming)] }, { controls: [makeControl({ id: 'TST-01', effective: '2026-07-01' })], applications: [assistant(satisfied)] }, { catalog: 1 }, {}],
    ['an application came into scope', { applications: [assistant(upcoming)] }, { applications: [assistant(satisfied)] }, { inventory: 1 }, {}],
    ['an application came', { applications: [] }, { applications: [assistant(gap)] }, {}, { inventory: 1 }],
    ['an application went', { applications: [assistant(satisfied)] }, { applications: [] }, { inventory: -1 }, {}],
    ['a fact takes a control off its list', { applications: [assistant(gap)] }, { applications: [assistant(excluded)] }, {}, { facts: -1 }],
    ['a typo hides an application', { applications: [assistant(satisfied)] }, { applications: [assistant(undefined, { assessed: false })] }, { unread: -1 }, {}],
    ['a typo is mended', { applications: [assistant(undefined, { assessed: false })] }, { applications: [assistant(gap)] }, {}, { unread: 1 }],
    ['a platform cannot be read', { applications: [assistant(satisfied)] }, { applications: [assistant(unknown)] }, { unread: -1 }, {}],
  ])('%s', (_title, before, after, satisfiedBy, gapsBy) => {
    const trend = trendOf(q2(before), q3(after))
    const then = figures(trend, 'all', 'all')[1] ?? figures(trend, 'application', 'assistant')[1]
    // Where the last entry went there is no scope left to tell it in.
    if (then === undefined) return expect(after.applications).toEqual([])
    expect([used(then.satisfiedBy), used(then.gapsBy)]).toEqual([satisfiedBy, gapsBy])
  })
  test('an application that went is told where others stay', () => {
    const other = makeApplication({ id: 'other', findings: [satisfied] })
    const trend = trendOf(q2({ applications: [assistant(satisfied), other] }), q3({ applications: [other] }))
    expect(used(all(trend, 1).satisfiedBy)).toEqual({ inventory: -1 })
    expect(figures(trend, 'application', 'assistant')).toEqual([expect.objectContaining({ satisfied: 1 }), undefined])
  })
  test('an application in another tier leaves one and joins the other', () => {
    const trend = trendOf(q2({ applications: [assistant(satisfied)] }), q3({ applications: [assistant(satisfied, { tier: 'low' }), makeApplication({ id: 'other', tier: 'high' })] }))
    expect(used(figures(trend, 'tier', 'high')[1]?.satisfiedBy)).toEqual({ facts: -1 })
    expect(used(figures(trend, 'tier', 'low')[1]?.satisfiedBy)).toEqual({ facts: 1 })
    expect(used(all(trend, 1).satisfiedBy)).toEqual({})
  })
})

describe('figures', () => {
  test('of gaps, their age and how long they took', () => {
    const trend = trendOf(q2({ applications: [assistant(gap)] }), q3({ applications: [assistant(satisfied)] }))
    expect(all(trend, 0)).toMatchObject({ satisfied: 0, gaps: { critical: 0, high: 1, moderate: 0, low: 0 }, gapAge: 20, closed: 0, evidence: 0, fresh: 0, entries: 1, assessed: 1 })
    expect(all(trend, 1)).toMatchObject({ satisfied: 1, closed: 1, closedAfter: 112, evidence: 1, fresh: 1, evidenceAge: 121 })
    expect(all(trend, 0).satisfiedBy).toBeUndefined()
  })
  test('of an accepted gap: accepted, and of its age', () => {
    const trend = trendOf(q3({ applications: [assistant({ ...gap, exception: 'late' }, { exceptions: [{ 'id': 'late', 'control': 'TST-01', 'state': 'in-force', 'approved-by': 'ciso', 'approved-on': '2026-06-01', 'expires': '2026-12-31', 'residual-risk': 'low' }, { 'id': 'old', 'control': 'TST-01', 'state': 'expired', 'approved-by': 'ciso', 'approved-on': '2026-01-01', 'expires': '2026-08-31', 'residual-risk': 'low' }, { 'id': 'older', 'control': 'TST-01', 'state': 'expired', 'approved-by': 'ciso', 'approved-on': '2026-01-01', 'expires': '2026-06-30', 'residual-risk': 'low' }] })] }))
    expect(all(trend, 0)).toMatchObject({ accepted: 1, gaps: { high: 0 }, gapAge: 112, exceptionsInForce: 1, exceptionsEnded: 1 })
  })
  test('of plans: on time by the day that held, in the quarter in which they were closed', () => {
    const plan = { 'control': 'TST-01', 'owner': 'lee', 'opened': '2026-05-01', 'scheduled-completion': '2026-08-01' }
    const trend = trendOf(q3({ applications: [assistant(gap, { poam: [
      { ...plan, id: 'a', state: 'open' }, { ...plan, id: 'b', state: 'overdue' }, { ...plan, id: 'c', state: 'closed-on-time', closed: '2026-07-20' }, { ...plan, id: 'd', state: 'closed-late', closed: '2026-08-20' }, { ...plan, id: 'e', state: 'closed-on-time', closed: '2026-06-20' },
    ] })] }))
    expect(all(trend, 0)).toMatchObject({ poamOpen: 2, poamOverdue: 1, poamClosed: 2, poamOnTime: 1 })
  })
  test('by framework and group', () => {
    const trend = trendOf(q3({ controls: [makeControl({ id: 'TST-01', frameworks: ['demo-1'] })], frameworks: [{ id: 'demo-1', edition: '1', status: 'final', coverage: { met: 2 } }, { id: 'demo-2', edition: '1', status: 'draft', coverage: { unmapped: 3 } }], applications: [assistant(gap)] }))
    expect(figures(trend, 'framework', 'demo-1')[0]).toMatchObject({ gaps: { high: 1 }, coverage: { met: 2 } })
    expect(figures(trend, 'framework', 'demo-2')[0]).toMatchObject({ gaps: { high: 0 }, coverage: { unmapped: 3 } })
    expect(figures(trend, 'group', 'testing')[0]).toMatchObject({ gaps: { high: 1 } })
    expect(trend.scopes.map(({ by, id }) => `${by} ${id}`)).toEqual(['all all', 'application assistant', 'framework demo-1', 'framework demo-2', 'group testing', 'tier high'])
  })
  test('what the catalog changed', () => {
    const trend = trendOf(
      q2({ controls: [makeControl({ id: 'TST-01' }), makeControl({ id: 'TST-02' })], frameworks: [{ id: 'demo-1', edition: '1', status: 'draft', coverage: {} }, { id: 'old', edition: '1', status: 'final', coverage: {} }] }),
      q3({ controls: [makeControl({ id: 'TST-01', version: '2.0.0' }), makeControl({ id: 'TST-03' })], frameworks: [{ id: 'demo-1', edition: '1', status: 'final', coverage: {} }, { id: 'new', edition: '1', status: 'final', coverage: {} }], catalog: { id: 'example', version: '2.0.0' } }),
    )
    expect(trend.quarters[1]?.changes).toEqual({
      from: 'example 1.0.0', to: 'example 2.0.0', added: ['TST-03'], removed: ['TST-02'], changed: [{ control: 'TST-01', from: '1.0.0', to: '2.0.0' }],
      frameworks: { added: ['new'], removed: ['old'], changed: [{ framework: 'demo-1', from: '1 (draft)', to: '1 (final)' }] },
    })
  })
  test.each([[[1], 1], [[3, 1], 2], [[10, 9, 100], 10], [[2, 2, 3, 100], 2.5]])('the median of %j is %d', (list, middle) => expect(median(list)).toBe(middle))
})

const state = fc.constantFrom<FrozenFinding['state']>('satisfied', 'not-satisfied', 'not-applicable', 'upcoming', 'not-assessed')
const finding = (control: string): fc.Arbitrary<FrozenFinding> => fc.record({ state, lapsed: fc.boolean() }).map(({ state: of, lapsed }) => ({ control, state: of, ...(of === 'not-satisfied' && { severity: 'high' as const, opened: '2026-02-01', reasons: {}, ...(lapsed && { lapsed: true as const }) }) }))
const application = (id: string): fc.Arbitrary<FrozenApplication> =>
  fc.record({ assessed: fc.boolean(), tier: fc.constantFrom('low' as const, 'high' as const), findings: fc.tuple(...['TST-01', 'TST-02'].map((control) => fc.option(finding(control)))) })
    .map(({ assessed, tier, findings }) => makeApplication({ id, assessed, ...(assessed && { tier }), findings: assessed ? findings.filter((one) => one !== null) : [] }))
const quarter = (part: Partial<Quarter>): fc.Arbitrary<Quarter> =>
  fc.record({
    applications: fc.tuple(application('a'), fc.option(application('b')), fc.option(application('c'))),
    controls: fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('1.0.0', '2.0.0'), fc.constantFrom('testing', 'other'), fc.boolean()),
  }).map(({ applications, controls: [asks, version, group, both] }) => makeQuarter({
    ...part, applications: applications.filter((one) => one !== null),
    controls: [makeControl({ id: 'TST-01', asks: asks.repeat(32), version, group }), ...(both ? [makeControl({ id: 'TST-02' })] : [])],
  }))

test('the causes add up to the difference, in every scope that stands in both quarters', () => {
  fc.assert(fc.property(quarter({ 'as-of': '2026-06-30' }), quarter({}), (before, after) => {
    for (const { by, id, figures: [then, now] } of trendOf(before, after).scopes) {
      if (then === undefined || now?.satisfiedBy === undefined || now.gapsBy === undefined) continue
      expect({ by, id, satisfied: sumOfChanges(now.satisfiedBy) }).toEqual({ by, id, satisfied: now.satisfied - then.satisfied })
      expect({ by, id, gaps: sumOfChanges(now.gapsBy) }).toEqual({ by, id, gaps: allGaps(now.gaps) + now.accepted - allGaps(then.gaps) - then.accepted })
    }
  }), { numRuns: 300 })
})
