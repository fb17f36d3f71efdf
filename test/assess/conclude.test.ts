import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/model/dates.js'
import type { Application, Implementation, Severity, Tier } from '../../src/schema/types.js'
import { answer, application, control, findingOf, found, item, objective, reviewed, reviewedAnswer, tellObservation, type World } from './make.js'

const STALE = item({ collected: '2026-07-01' }) // its last day is 2026-09-29
const MISSING = 'a: missing (no-evidence) since 2026-07-01'
const of = (implementation: Implementation, change: World = {}): World => ({ implementations: [implementation], ...change })

describe('implemented, partial, planned, unanswered', () => {
  test.each<[string, World, readonly string[]]>([
    ['nothing said', { implementations: [] }, ['not-satisfied', 'unanswered since 2026-07-01']],
    ['nothing said of a later control', { implementations: [], controls: [control({ effective: '2026-09-30' })] }, ['not-satisfied', 'unanswered since 2026-09-30']],
    ['implemented with evidence', {}, ['satisfied']],
    ['implemented, and nothing shows it', { evidence: [] }, ['not-satisfied', MISSING]],
    ['implemented with stale evidence', { evidence: [STALE] }, ['not-satisfied', 'a/run: stale (expired) since 2026-09-30']],
    ['partial with evidence', of(answer({ status: 'partial' })), ['not-satisfied', 'not-implemented (partial) since 2026-07-01']],
    ['partial with stale evidence', of(answer({ status: 'partial' }), { evidence: [STALE] }), ['not-satisfied', 'not-implemented (partial) since 2026-07-01', 'a/run: stale (expired) since 2026-09-30']],
    ['planned, whatever the evidence', of(answer({ status: 'planned' })), ['not-satisfied', 'not-implemented (planned) since 2026-07-01']],
  ])('%s', (_, world, expected) => expect(found(world)).toEqual(expected))
})

describe('not applicable by the team\'s own claim', () => {
  const claim = answer({ status: 'not-applicable', remarks: 'There is no model.' })
  const { remarks: _, ...silent } = claim
  const NOT_ACCEPTED = ['not-satisfied', 'unreviewed (claim-not-accepted) since 2026-07-01']
  test.each<[string, Implementation, readonly string[]]>([
    ['remarks and an accepted review', reviewedAnswer(claim), ['not-applicable']],
    ['accepted until today', reviewedAnswer(claim, { expires: '2026-09-30' }), ['not-applicable']],
    ['accepted until yesterday', reviewedAnswer(claim, { expires: '2026-09-29' }), NOT_ACCEPTED],
    ['reviewed today', reviewedAnswer(claim, { on: '2026-09-30' }), ['not-applicable']],
    ['reviewed tomorrow', reviewedAnswer(claim, { on: '2026-10-01' }), NOT_ACCEPTED],
    ['not reviewed', claim, NOT_ACCEPTED],
    ['returned', reviewedAnswer(claim, { decision: 'returned' }), ['not-satisfied', 'returned (claim-not-accepted) since 2026-07-01']],
    ['changed since', { ...reviewedAnswer(claim), remarks: 'Another.' }, NOT_ACCEPTED],
    ['accepted without remarks', reviewedAnswer(silent), NOT_ACCEPTED],
    ['with neither', silent, NOT_ACCEPTED],
    ['reviewed by the owner', reviewedAnswer(claim, { by: 'owner' }), NOT_ACCEPTED],
    ['reviewed by a group', reviewedAnswer(claim, { by: 'team' }), NOT_ACCEPTED],
  ])('%s', (_name, implementation, expected) => {
    expect(found(of(implementation))).toEqual(expected)
    expect(findingOf(of(implementation)).exclusion).toBe(expected[0] === 'not-applicable' ? 'claimed' : undefined)
  })
  test('says what the claim lacks', () =>
    expect([claim, silent, reviewedAnswer(claim, { expires: '2026-09-29' }), { ...reviewedAnswer(claim), remarks: 'Another.' }, reviewedAnswer(claim, { decision: 'returned' })].map((one) => findingOf(of(one)).reasons[0]?.text)).toEqual([
      'the claim that it does not apply has no accepted review', 'the claim that it does not apply gives no remarks', 'the claim that it does not apply rests on a review that has expired',
      'the claim that it does not apply has changed since it was reviewed', 'the claim that it does not apply was returned by its reviewer',
    ]))
  test('against an older major', () => expect(found(of(reviewedAnswer(claim), { controls: [control({ version: '2.0.0' })] }))).toEqual(['not-satisfied', 'older-major since 2026-07-01']))
})

describe('an alternative', () => {
  const claim = answer({ status: 'alternative', remarks: 'Another way.', evidence: ['memo'] })
  const memo = item({ id: 'memo', type: 'memo', collected: '2026-08-01' })
  const { remarks: _, ...silent } = claim
  const accepted = reviewedAnswer(claim)
  const NOT_ACCEPTED = 'unreviewed (claim-not-accepted) since 2026-07-01'
  const NOTHING = 'missing (no-evidence) since 2026-07-01'
  const held = item({ 'id': 'memo', 'type': 'memo', 'url': 'https://example.com/memo', 'held-by': 'Legal' })
  test.each<[string, World, readonly string[]]>([
    ['accepted, with evidence of any type', of(accepted, { evidence: [memo] }), ['satisfied']],
    ['however old, since no validity is asked of it', of(accepted, { evidence: [item({ id: 'memo', type: 'memo', collected: '2020-01-01' })] }), ['satisfied']],
    ['not reviewed', of(claim, { evidence: [memo] }), ['not-satisfied', NOT_ACCEPTED]],
    ['returned', of(reviewedAnswer(claim, { decision: 'returned' }), { evidence: [memo] }), ['not-satisfied', 'returned (claim-not-accepted) since 2026-07-01']],
    ['without remarks', of(reviewedAnswer(silent), { evidence: [memo] }), ['not-satisfied', NOT_ACCEPTED]],
    ['accepted until yesterday', of(reviewedAnswer(claim, { expires: '2026-09-29' }), { evidence: [memo] }), ['not-satisfied', NOT_ACCEPTED]],
    ['another list of evidence since its review', of({ ...accepted, evidence: ['memo', 'run'] }, { evidence: [memo] }), ['not-satisfied', NOT_ACCEPTED]],
    ['without evidence', of(accepted, { evidence: [] }), ['not-satisfied', NOTHING]],
    ['with evidence that it does not list', of(accepted, { evidence: [item()] }), ['not-satisfied', NOTHING]],
    ['with evidence of tomorrow', of(accepted, { evidence: [{ ...memo, collected: '2026-10-01' }] }), ['not-satisfied', NOTHING]],
    ['with evidence that was withdrawn', of(accepted, { evidence: [{ ...memo, withdrawn: { by: 'engineer', on: '2026-09-30', reason: 'R' } }] }), ['not-satisfied', NOTHING]],
    ['with a file that is absent', of(accepted, { evidence: [memo], artifacts: { 'memo.json': { refused: 'absent' } } }), ['not-satisfied', 'memo: mismatch (file-absent) since 2026-08-01']],
    ['with evidence that expired by its own terms', of(accepted, { evidence: [{ ...memo, expires: '2026-09-01' }] }), ['not-satisfied', 'memo: stale (expired) since 2026-09-02']],
    ['with evidence that was returned', of(accepted, { evidence: [reviewed(memo, { decision: 'returned' })] }), ['not-satisfied', 'memo: returned since 2026-08-01']],
    ['with evidence held elsewhere, reviewed', of(accepted, { evidence: [reviewed(held)] }), ['satisfied']],
    ['with evidence held elsewhere, not reviewed', of(accepted, { evidence: [held] }), ['not-satisfied', 'memo: unreviewed (no-review) since 2026-09-10']],
    ['with neither review nor evidence', of(claim, { evidence: [] }), ['not-satisfied', NOT_ACCEPTED, NOTHING]],
    ['against an older major', of(accepted, { evidence: [memo], controls: [control({ version: '2.0.0' })] }), ['not-satisfied', 'older-major since 2026-07-01']],
  ])('%s', (_name, world, expected) => expect(found(world)).toEqual(expected))
  test('is an observation of each objective', () => {
    const controls = [control({ objectives: [objective('TST-01.a'), objective('TST-01.b')] })]
    expect(findingOf(of(accepted, { controls, evidence: [memo] })).observations.map(tellObservation)).toEqual(['a pass [memo]', 'b pass [memo]'])
    expect(findingOf(of(accepted, { controls, evidence: [reviewed(held)] })).observations.map(tellObservation)).toEqual(['a pass [memo], elsewhere memo', 'b pass [memo], elsewhere memo'])
    expect(findingOf(of(accepted, { controls, evidence: [] })).observations.map(tellObservation)).toEqual(['a missing []', 'b missing []'])
  })
})

describe('only the major number is compared', () => {
  test.each([
    ['2.0.0', '2.4.1', []],
    ['2.4.1', '2.0.0', []],
    ['1.9.9', '2.0.0', ['older-major since 2026-07-01']],
    ['9.0.0', '10.0.0', ['older-major since 2026-07-01']],
    ['0.1.0', '1.0.0', ['older-major since 2026-07-01']],
  ])('answered %s, now %s', (version, now, reasons) => expect(found({ controls: [control({ version: now })], implementations: [answer({ version })] }).slice(1)).toEqual(reasons))
  test('beside what else is wrong, since the new version took effect', () =>
    expect(found({ controls: [control({ version: '2.0.0', effective: '2026-09-01' })], evidence: [], implementations: [answer({ status: 'partial' })] })).toEqual([
      'not-satisfied', 'not-implemented (partial) since 2026-09-01', 'older-major since 2026-09-01', 'a: missing (no-evidence) since 2026-09-01',
    ]))
})

describe('upcoming and excluded', () => {
  const exclusive = control({ applicability: { any: ['agentic'] } })
  const facts = (change: Partial<Application>): World => ({ controls: [exclusive], application: application(change) })
  test.each<[string, World, string, string | undefined, string]>([
    ['the day before it takes effect', { controls: [control({ effective: '2026-10-01' })] }, 'upcoming', undefined, 'it takes effect on 2026-10-01'],
    ['the day before the application comes into scope', { application: application({ 'in-scope-since': '2026-10-01' }) }, 'upcoming', undefined, '`assistant` comes into scope on 2026-10-01'],
    ['upcoming and unanswered', { controls: [control({ effective: '2026-10-01' })], implementations: [] }, 'upcoming', undefined, 'it takes effect on 2026-10-01'],
    ['excluded by reviewed facts', facts({ characteristics: { agentic: false } }), 'not-applicable', 'excluded', 'agentic: false'],
    ['excluded by facts that nobody reviewed', facts({ characteristics: { agentic: false }, reviews: [] }), 'not-applicable', 'excluded-unreviewed', 'agentic: false'],
    ['excluded by facts that have changed since', facts({ characteristics: { agentic: false }, reviews: application().reviews ?? [] }), 'not-applicable', 'excluded-unreviewed', 'agentic: false'],
    ['excluded, though a control to come', { ...facts({ characteristics: { agentic: false } }), controls: [{ ...exclusive, effective: '2026-10-01' }] }, 'not-applicable', 'excluded', 'agentic: false'],
    ['an unanswered characteristic does not exclude', facts({}), 'satisfied', undefined, 'agentic is not answered'],
    ['an implied characteristic applies', { controls: [control({ applicability: { any: ['internet-facing'] } })], application: application({ 'risk-factors': { exposure: 'internet' } }) }, 'satisfied', undefined, 'internet-facing is true (from exposure: internet)'],
    ['retired', { application: application({ lifecycle: 'retired' }) }, 'not-applicable', 'excluded', 'lifecycle is retired'],
    ['retired, by facts that nobody reviewed', { application: application({ lifecycle: 'retired', reviews: [] }) }, 'not-applicable', 'excluded-unreviewed', 'lifecycle is retired'],
    ['retired, and a retirement control', { application: application({ lifecycle: 'retired' }), controls: [control({ applicability: { lifecycle: ['retired'] } })] }, 'satisfied', undefined, 'lifecycle is retired'],
  ])('%s', (_, world, state, exclusion, because) => expect(findingOf(world)).toMatchObject({ state, because, reasons: [], ...(exclusion && { exclusion }) }))
  test('neither has a first day nor a day due', () => {
    expect(findingOf({ controls: [control({ effective: '2026-10-01' })] })).not.toHaveProperty('opened')
    expect(findingOf(facts({ characteristics: { agentic: false } }))).not.toHaveProperty('due')
  })
})

describe('a gap opens on its earliest day, and never before the control is asked', () => {
  const opened = (world: World): string | undefined => findingOf(world).opened
  test.each<[string, World, string]>([
    ['one reason', { evidence: [STALE] }, '2026-09-30'],
    ['the earliest of several', { evidence: [{ ...STALE, expires: '2026-08-31' }] }, '2026-09-01'],
    ['missing beside stale', { evidence: [STALE], controls: [control({ objectives: [objective('TST-01.a'), objective('TST-01.b', {}, { types: ['memo'] })] })] }, '2026-07-01'],
    ['evidence of a day before the application was in scope', { evidence: [item({ collected: '2026-06-20' })], artifacts: { 'run.json': { refused: 'absent' } }, asOf: '2026-07-15' }, '2026-07-01'],
    ['evidence that had expired before the control took effect', { evidence: [item({ expires: '2026-07-31' })], controls: [control({ effective: '2026-09-15' })] }, '2026-09-15'],
  ])('%s', (_, world, day) => expect(opened(world)).toBe(day))
})

describe('severity and day due', () => {
  // The table of make.ts: a high tier raises moderate, a critical one each but critical.
  const TABLE: Readonly<Record<Tier, Readonly<Record<Severity, Severity>>>> = {
    low: { low: 'low', moderate: 'moderate', high: 'high', critical: 'critical' },
    moderate: { low: 'low', moderate: 'moderate', high: 'high', critical: 'critical' },
    high: { low: 'low', moderate: 'high', high: 'high', critical: 'critical' },
    critical: { low: 'moderate', moderate: 'high', high: 'critical', critical: 'critical' },
  }
  const DAYS: Readonly<Record<Severity, number>> = { critical: 30, high: 90, moderate: 180, low: 365 }
  const levels = ['low', 'moderate', 'high', 'critical'] as const
  test.each(levels.flatMap((tier) => levels.map((severity) => [tier, severity, TABLE[tier][severity]] as const)))('in tier %s a %s control makes a gap of %s', (tier, severity, expected) => {
    const world: World = { controls: [control({ severity })], application: application({ 'tier-floor': { tier, reason: 'R', by: 'reviewer' } }), evidence: [] }
    expect(findingOf(world)).toMatchObject({ severity: expected, opened: '2026-07-01', due: addDays('2026-07-01', DAYS[expected]) })
  })
  test('a floor raises the severity of a gap, and nothing lowers it', () => {
    const internet = { 'risk-factors': { exposure: 'internet' } }
    expect(findingOf({ evidence: [], application: application(internet) }).severity).toBe('high')
    expect(findingOf({ evidence: [], application: application({ ...internet, 'tier-floor': { tier: 'low', reason: 'R', by: 'reviewer' } }) }).severity).toBe('high')
  })
})

test('the finding says whether and how it was answered, and where', () => {
  expect(findingOf()).toMatchObject({ answered: true, status: 'implemented', version: '1.0.0', because: 'it applies to everything in scope', place: { file: 'applications/a/evidence/answers.yaml', pointer: '/implementations/0/control' } })
  expect(findingOf({ implementations: [] })).toMatchObject({ answered: false, place: { file: 'applications/a/application.yaml', pointer: '/id' } })
  expect(findingOf({ implementations: [] })).not.toHaveProperty('status')
})

test('each reason stands at the line where something can be done', () => {
  const pointer = (world: World): string | undefined => findingOf(world).reasons[0]?.place?.pointer
  expect(pointer({ evidence: [] })).toBe('/implementations/0/control')
  expect(pointer({ evidence: [STALE] })).toBe('/evidence/0/collected')
  expect(pointer({ evidence: [item({ expires: '2026-09-29' })] })).toBe('/evidence/0/expires')
  expect(pointer({ artifacts: { 'run.json': { refused: 'absent' } } })).toBe('/evidence/0/path')
  expect(pointer({ artifacts: { 'run.json': { sha256: 'b' } } })).toBe('/evidence/0/sha256')
  expect(pointer({ evidence: [reviewed(item(), { decision: 'returned' })] })).toBe('/evidence/0/reviews/0/decision')
  expect(pointer(of(answer({ status: 'planned' })))).toBe('/implementations/0/status')
  expect(pointer({ controls: [control({ version: '2.0.0' })] })).toBe('/implementations/0/version')
  expect(pointer({ implementations: [] })).toBeUndefined()
})
