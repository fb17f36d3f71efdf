import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freezeApplication, freezeFinding } from '../../src/assess/freeze-application.js'
import type { Finding, Reason, ReasonKind } from '../../src/model/assessment.js'
import { canonicalJson } from '../../src/model/digest.js'
import { wholeFile } from '../../src/source/place.js'

const KINDS: readonly ReasonKind[] = ['missing', 'mismatch', 'returned', 'fail', 'stale', 'unreviewed', 'unanswered', 'not-implemented', 'older-major', 'not-assessed']
const reason = (kind: ReasonKind, cause: Reason['cause'], since = '2026-08-01'): Reason => ({ kind, cause, text: 'x', since })
const finding = (part: Partial<Finding> = {}): Finding => ({
  control: 'TST-01', version: '1.0.0', state: 'not-satisfied', because: 'it applies', answered: true, observations: [], reasons: [reason('fail', 'criterion-broken')], severity: 'high', opened: '2026-08-01', due: '2026-10-30', place: wholeFile('x.yaml'), ...part,
})
const none: ReadonlyMap<string, string> = new Map()

describe('a finding in a closed quarter', () => {
  test('keeps state, severity, days and kinds of reason with their first day', () => {
    expect(freezeFinding(finding({ reasons: [reason('stale', 'expired', '2026-08-20'), reason('fail', 'criterion-broken', '2026-08-05'), reason('stale', 'expired', '2026-08-10')] }), none)).toEqual({ control: 'TST-01', state: 'not-satisfied', severity: 'high', opened: '2026-08-01', due: '2026-10-30', reasons: { fail: '2026-08-05', stale: '2026-08-10' } })
  })
  test('has no severity where there is no gap', () => {
    expect(freezeFinding({ ...finding({ state: 'satisfied', reasons: [] }), opened: undefined as never, due: undefined as never }, none)).toEqual({ control: 'TST-01', state: 'satisfied' })
  })
  test('has lapsed when nothing but time is a reason', () => {
    expect(freezeFinding(finding({ reasons: [reason('stale', 'expired'), reason('missing', 'period-without-item'), reason('unreviewed', 'review-expired')] }), none)).toHaveProperty('lapsed', true)
    expect(freezeFinding(finding({ reasons: [reason('stale', 'expired'), reason('unreviewed', 'no-review')] }), none)).not.toHaveProperty('lapsed')
  })
  test('names the day of the oldest item of its own evidence', () => {
    const observations = [{ objective: 'TST-01.a', state: 'pass' as const, reasons: [], evidence: ['b', 'a', 'elsewhere'] }]
    expect(freezeFinding(finding({ observations }), new Map([['a', '2026-05-01'], ['b', '2026-06-01']]))).toHaveProperty('evidence', '2026-05-01')
  })
  test('takes at most 400 bytes, whatever the ids', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 80 }), fc.subarray([...KINDS]), (control, exception, kinds) => {
      const frozen = freezeFinding(finding({ control: 'C'.repeat(control), severity: 'moderate', accepted: { id: 'e'.repeat(exception), until: '2026-12-31' }, observations: [{ objective: 'a', state: 'pass', reasons: [], evidence: ['x'] }], reasons: kinds.map((kind) => reason(kind, 'expired')) }), new Map([['x', '2026-01-01']]))
      expect(canonicalJson(frozen).length).toBeLessThanOrEqual(400)
    }))
  })
})

test('what could not be read is kept with why, at most twenty times', () => {
  const diagnostics = Array.from({ length: 25 }, (_, index) => ({ code: 'yaml-syntax', severity: 'error' as const, message: `m${index}`, place: wholeFile('applications/a/evidence/x.yaml'), docs: 'd' }))
  const frozen = freezeApplication({ id: 'a', diagnostics, coverage: {} })
  expect(frozen).toMatchObject({ 'id': 'a', 'assessed': false, 'findings': [], 'diagnostics-in-all': 25 })
  expect(frozen.diagnostics).toHaveLength(20)
  expect(frozen).not.toHaveProperty('kind')
})
