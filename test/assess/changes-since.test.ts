import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesSince } from '../../src/assess/changes-since.js'
import { assessedIn, CAUSES, type Moment } from '../../src/assess/trend-causes.js'
import { collectTrend } from '../../src/assess/trend.js'
import type { FrozenControl, FrozenFinding, Quarter } from '../../src/schema/types.js'
import { makeApplication, makeControl, makeQuarter } from '../make-quarter.js'

const quarter = (asOf: '2026-06-30' | '2026-09-30', controls: readonly FrozenControl[], findings: readonly FrozenFinding[]): Quarter =>
  makeQuarter({ ...(asOf === '2026-06-30' && { quarter: '2026-Q2', from: '2026-04-01' }), 'as-of': asOf, controls, 'applications': [makeApplication({ id: 'assistant', findings })] })
const momentOf = (of: Quarter): Moment => ({ asOf: of['as-of'], controls: new Map(of.controls.map((control) => [control.id, control])), assessed: assessedIn(of.applications) })
function changes(before: Quarter, after: Quarter): ReturnType<typeof changesSince> {
  const [then, now] = [before.applications[0], after.applications[0]]
  if (then === undefined || now === undefined) throw new Error('an application')
  return changesSince(then, now, momentOf(before), momentOf(after))
}

const control = makeControl({ id: 'TST-01' })
const gap: FrozenFinding = { control: 'TST-01', state: 'not-satisfied', severity: 'high', opened: '2026-06-10' }
const satisfied: FrozenFinding = { control: 'TST-01', state: 'satisfied' }
const upcoming: FrozenFinding = { control: 'TST-01', state: 'upcoming' }

describe('what stands otherwise than in a closed quarter', () => {
  test.each<[string, readonly FrozenFinding[], readonly FrozenFinding[], readonly FrozenControl[], readonly unknown[]]>([
    ['a gap that was closed', [gap], [satisfied], [control], [{ control: 'TST-01', then: 'not-satisfied', now: 'satisfied', cause: 'better' }]],
    ['a gap that stays', [gap], [{ ...gap, lapsed: true }], [control], []],
    ['a gap that was accepted', [gap], [{ ...gap, exception: 'e-1' }], [control], [{ control: 'TST-01', then: 'not-satisfied', now: 'accepted', cause: 'exception' }]],
    ['an exception that ended', [{ ...gap, exception: 'e-1' }], [gap], [control], [{ control: 'TST-01', then: 'accepted', now: 'not-satisfied', cause: 'exception' }]],
    ['a control that took effect', [upcoming], [gap], [makeControl({ id: 'TST-01', effective: '2026-07-01' })], [{ control: 'TST-01', then: 'upcoming', now: 'not-satisfied', cause: 'in-effect' }]],
    ['a control that is gone', [satisfied], [], [control], [{ control: 'TST-01', then: 'satisfied', cause: 'facts' }]],
  ])('%s', (_title, before, after, controls, expected) => {
    expect(changes(quarter('2026-06-30', controls, before), quarter('2026-09-30', controls, after))).toEqual(expected)
  })

  // A document and `quarter trend` speak of the same quarters; they must not give other causes.
  test('its causes add up to what a trend says', () => {
    const ids = ['TST-01', 'TST-02', 'TST-03']
    const finding = fc.record({ state: fc.constantFrom('satisfied', 'not-satisfied', 'not-applicable', 'upcoming', 'not-assessed'), lapsed: fc.boolean(), accepted: fc.boolean() })
    const findings = fc.tuple(...ids.map(() => fc.option(finding))).map((drawn) => drawn.flatMap((each, index): FrozenFinding[] => (each === null ? [] : [{ control: ids[index] ?? '', state: each.state, ...(each.state === 'not-satisfied' && { severity: 'high' as const, lapsed: each.lapsed, ...(each.accepted && { exception: 'e-1' }) }) }])))
    const controls = fc.tuple(...ids.map(() => fc.option(fc.constantFrom('1.0.0', '2.0.0')))).map((drawn) => drawn.flatMap((version, index) => (version === null ? [] : [makeControl({ id: ids[index] ?? '', version, effective: index === 0 ? '2026-08-01' : '2026-01-01' })])))
    fc.assert(fc.property(findings, findings, controls, controls, (was, is, old, current) => {
      const [before, after] = [quarter('2026-06-30', old, was), quarter('2026-09-30', current, is)]
      const { add, trend } = collectTrend()
      ;[before, after].forEach(add)
      const figures = trend().scopes.find(({ by, id }) => by === 'application' && id === 'assistant')?.figures[1]
      const counted = (holds: (standing: string | undefined) => boolean): Readonly<Record<string, number>> => {
        const sums = Object.fromEntries(CAUSES.map((cause) => [cause, 0]))
        for (const { then, now, cause } of changes(before, after)) {
          const name = cause === 'in-effect' ? 'catalog' : cause
          if (name !== 'exception') sums[name] = (sums[name] ?? 0) + Number(holds(now)) - Number(holds(then))
        }
        return sums
      }
      expect(counted((standing) => standing === 'satisfied')).toEqual(figures?.satisfiedBy)
      expect(counted((standing) => standing === 'not-satisfied' || standing === 'accepted')).toEqual(figures?.gapsBy)
    }))
  })
})
