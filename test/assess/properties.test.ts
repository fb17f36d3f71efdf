// What must hold of every assessment, on worlds that are made at random: few tools, days and faults, so that they meet.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OBSERVATION_STATES, type Finding, type Observation } from '../../src/model/assessment.js'
import { addDays } from '../../src/model/dates.js'
import type { Control, Evidence, EvidenceRequest, Implementation } from '../../src/schema/types.js'
import { answer, application, assessed, control, exception, findingOf, item, objective, reviewed, TODAY, type World } from './make.js'

const RUNS = { numRuns: 300 }
/** Mostly the first, so that faults stand alone as often as together. */
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> => fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...others) })
const day = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -80, max: 0 }) }, fc.integer({ min: -420, max: 10 })).map((days) => addDays(TODAY, days))
const request = fc.record({
  review: fc.constantFrom('required', 'none'), types: fc.constantFrom(['report'], ['report', 'memo']),
  criteria: mostly<EvidenceRequest['criteria']>([{ metric: 'rate', 'at-most': 0.05 }], [{ metric: 'runs', 'at-least': 10 }, { metric: 'rate', 'at-most': 0.5 }], undefined),
  window: mostly<Partial<EvidenceRequest>>({ 'valid-for': 'P90D' }, { 'valid-for': 'P1Y' }, { every: 'P3M', over: 'P6M' }, { every: 'P1M', over: 'P3M' }),
}).map(({ review, criteria, window, types }): Partial<EvidenceRequest> => ({ types, review, ...window, ...(criteria && { criteria }) }))
const anyControl: fc.Arbitrary<Control> = fc.tuple(fc.boolean(), fc.boolean(), fc.array(request, { minLength: 1, maxLength: 2 }), mostly(false, true), request).map(([each, renew, a, two, b]) =>
  control({ effective: '2026-02-01', objectives: [objective('TST-01.a', { ...(each && { 'for-each': 'model' }), ...(renew && { 'renew-on': 'component-version' }) }, ...a), ...(two ? [objective('TST-01.b', {}, b)] : [])] }))
const anyItem = fc.record({
  type: mostly('report', 'memo'), tool: fc.constantFrom('garak', 'pyrit', undefined), collected: day, component: fc.constantFrom('llm', 'ranker'), version: mostly('2', '1'),
  metrics: mostly<Readonly<Record<string, number>>>({ rate: 0.01, runs: 20 }, { rate: 0.2, runs: 20 }, { rate: 0.01 }, {}), review: mostly('accepted', 'accepted', 'returned', 'none'), expires: mostly<string | undefined>(undefined, '2026-09-01', '2026-11-01'), held: mostly(false, true),
})
const anyEvidence: fc.Arbitrary<readonly Evidence[]> = fc.array(anyItem, { maxLength: 6 }).map((items) => items.map(({ type, tool, collected, component, version, metrics, review, expires, held }, index) => {
  const made = item({ 'id': `e${index}`, type, collected, component, 'component-version': version, metrics, ...(tool && { source: { tool } }), ...(expires && { expires }), ...(held && { 'url': 'https://example.com', 'held-by': 'H' }) })
  return review === 'none' ? made : reviewed(made, { on: collected, decision: review === 'accepted' ? 'accepted' : 'returned' })
}))
const components = [{ id: 'llm', kind: 'model', title: 'M', version: '2', since: '2026-05-01' }, { id: 'ranker', kind: 'model', title: 'M', version: '2' }] as const
const anyWorld = fc.tuple(anyControl, anyEvidence, mostly<Implementation['status']>('implemented', 'partial')).map(([one, evidence, status]): World & { readonly evidence: readonly Evidence[] } => ({
  controls: [one], evidence, implementations: [answer({ status })], application: application({ 'in-scope-since': '2026-01-01', components }),
}))

const rank = (observation: Observation): number => OBSERVATION_STATES.indexOf(observation.state)

/** Every state no better, every gap opened no later. */
function expectNoBetter(before: Finding, after: Finding): void {
  if (before.state === 'not-satisfied') expect(after.state).toBe('not-satisfied')
  else expect(['satisfied', 'not-satisfied']).toContain(after.state)
  before.observations.forEach((observation, index) => {
    const now = after.observations[index]
    expect(now?.objective).toBe(observation.objective)
    expect(now && rank(now)).toBeLessThanOrEqual(rank(observation))
  })
  if (before.opened) expect((after.opened ?? '') <= before.opened).toBe(true)
}

const stripped = ({ metrics: _, ...evidence }: Evidence): Evidence => evidence
/** Ways to make an item worse, each keeping its review of what it is now where it had one. */
const WORSE: Readonly<Record<string, (evidence: Evidence) => Evidence>> = {
  'its figures are gone': stripped,
  'its figures break every bound': (evidence) => (evidence.metrics ? { ...evidence, metrics: { ...('rate' in evidence.metrics && { rate: 1 }), ...('runs' in evidence.metrics && { runs: 0 }) } } : evidence),
  'it expired long ago': (evidence) => ({ ...evidence, expires: '2020-01-01' }),
  'it is about another version': (evidence) => ({ ...evidence, 'component-version': '0' }),
}
const DECISION = (evidence: Evidence): 'accepted' | 'returned' | undefined => evidence.reviews?.[0]?.decision
const keepingReview = (evidence: Evidence, change: (evidence: Evidence) => Evidence): Evidence => {
  const decision = DECISION(evidence)
  const { reviews: _, ...bare } = evidence
  return decision === undefined ? change(bare) : reviewed(change(bare), { on: evidence.collected, decision })
}

test.each(Object.entries(WORSE))('an item made worse never improves a finding: %s', (_, change) => {
  fc.assert(fc.property(anyWorld, fc.nat(), (world, index) => {
    fc.pre(world.evidence.length > 0)
    const at = index % world.evidence.length
    expectNoBetter(findingOf(world), findingOf({ ...world, evidence: world.evidence.map((one, other) => (other === at ? keepingReview(one, change) : one)) }))
  }), RUNS)
})

test('nor does a review that is returned, that is gone, or that is of other content', () => {
  fc.assert(fc.property(anyWorld, fc.nat(), fc.constantFrom('returned', 'gone', 'other'), (world, index, how) => {
    fc.pre(world.evidence.length > 0)
    const at = index % world.evidence.length
    fc.pre(how === 'returned' || DECISION(world.evidence[at] ?? item()) === 'accepted')
    const worse = (evidence: Evidence): Evidence => {
      const { reviews: _, ...bare } = evidence
      return how === 'gone' ? bare : how === 'returned' ? reviewed(bare, { on: evidence.collected, decision: 'returned' }) : reviewed(bare, { on: evidence.collected, of: 'f'.repeat(32) })
    }
    expectNoBetter(findingOf(world), findingOf({ ...world, evidence: world.evidence.map((one, other) => (other === at ? worse(one) : one)) }))
  }), RUNS)
})

test('nor does a file that is absent or another', () => {
  fc.assert(fc.property(anyWorld, fc.nat(), fc.boolean(), (world, index, absent) => {
    fc.pre(world.evidence.length > 0)
    expectNoBetter(findingOf(world), findingOf({ ...world, artifacts: { [`e${index % world.evidence.length}.json`]: absent ? { refused: 'absent' } : { sha256: 'b'.repeat(64) } } }))
  }), RUNS)
})

test('what `evidence` lists never changes a finding', () => {
  fc.assert(fc.property(anyWorld, fc.array(fc.integer({ min: 0, max: 8 })), (world, listed) => {
    const listing = { ...world, implementations: world.implementations?.map((one) => ({ ...one, evidence: [...new Set(listed)].map((index) => `e${index}`) })) ?? [] }
    expect(findingOf(listing)).toEqual(findingOf(world))
  }), RUNS)
})

test('the order in which files are read never changes an assessment', () => {
  const files = anyEvidence.chain((evidence) => fc.tuple(fc.constant(evidence), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: evidence.length, maxLength: evidence.length })))
  fc.assert(fc.property(anyControl, files, fc.shuffledSubarray(['0.yaml', '1.yaml', '2.yaml', '3.yaml'], { minLength: 4 }), (one, [evidence, homes], order) => {
    const content = new Map(['0.yaml', '1.yaml', '2.yaml', '3.yaml'].map((name, home) => [name, { evidence: evidence.filter((_, index) => homes[index] === home), exceptions: home > 1 ? [exception({ id: `x${home}` })] : [] }]))
    const world = (names: readonly string[]): World => ({ controls: [one], evidence: [], application: application({ components }), files: Object.fromEntries(names.map((name) => [name, content.get(name) ?? {}])) })
    // Names such as `0.yaml` keep the order in which they are put into an object.
    expect(Object.keys(world(order).files ?? {})).toEqual(order)
    expect(assessed(world(order)).findings).toEqual(assessed(world([...content.keys()])).findings)
  }), RUNS)
})

test('the order of items in a file never changes a state, a reason or its day', () => {
  const gist = (finding: Finding): unknown => [finding.state, finding.opened, finding.observations.map(({ state, evidence, reasons }) => [state, [...evidence].sort(), reasons.map(({ text, since }) => `${text} ${since}`).sort()])]
  fc.assert(fc.property(anyWorld.chain((world) => fc.tuple(fc.constant(world), fc.shuffledSubarray([...world.evidence], { minLength: world.evidence.length }))), ([world, evidence]) => {
    expect(gist(findingOf({ ...world, evidence }))).toEqual(gist(findingOf(world)))
  }), RUNS)
})

test('no reason is of a later day than that of the assessment, and a gap opens between its first day and today', () => {
  fc.assert(fc.property(anyWorld, (world) => {
    const { state, reasons, observations, opened = TODAY } = findingOf(world)
    for (const { since } of reasons) expect(since <= TODAY).toBe(true)
    expect('2026-02-01' <= opened && opened <= TODAY).toBe(true)
    expect(state === 'satisfied').toBe(reasons.length === 0)
    for (const observation of observations) expect(observation.state === 'pass').toBe(observation.reasons.length === 0)
  }), RUNS)
})

test('nothing dated after the day changes a finding, unless nothing else is there', () => {
  fc.assert(fc.property(anyWorld, anyEvidence, (world, more) => {
    const future = more.map((one, index) => ({ ...one, id: `f${index}`, collected: addDays(TODAY, index + 1) }))
    const gist = ({ state, observations, opened }: Finding): unknown => [state, opened, observations.map((observation) => [observation.state, observation.evidence])]
    expect(gist(findingOf({ ...world, evidence: [...world.evidence, ...future] }))).toEqual(gist(findingOf(world)))
  }), RUNS)
})
