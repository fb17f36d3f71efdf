import { describe, expect, test } from 'vitest'
import type { Provider } from '../../src/model/assessment.js'
import type { Exception, Implementation } from '../../src/schema/types.js'
import { answer, application, assessed, control, exception, findingOf, found, item, objective, provided, reviewed, reviewedAnswer, tell, tellObservation, type World } from './make.js'

describe('inheritance', () => {
  const shared = control({ objectives: [objective('TST-01.a', { inheritable: true }), objective('TST-01.b', {}, { types: ['memo'] })] })
  const inheriting = answer({ objectives: { 'TST-01.a': { 'inherited-from': 'platform' } } })
  const memo = item({ id: 'memo', type: 'memo' })
  const platform = (change: World = {}): Provider => provided({ controls: [shared], evidence: [item(), memo], ...change, application: application({ id: 'platform', kind: 'platform', ...change.application }) })
  const inherits = (provider: Provider | undefined, change: World = {}): World =>
    ({ controls: [shared], application: application({ inherits: ['platform'] }), implementations: [inheriting], evidence: [memo], providers: provider ? [provider] : [], ...change })

  test.each<[string, Provider | undefined, World, readonly string[]]>([
    ['what the platform passes', platform(), {}, ['satisfied']],
    ['only what it says it inherits', platform(), { implementations: [answer()] }, ['not-satisfied', 'a: missing (no-evidence) since 2026-07-01']],
    ['though the platform lacks another objective', platform({ evidence: [item()] }), {}, ['satisfied']],
    ['what is stale at the platform, with the platform\'s day', platform({ evidence: [item({ collected: '2026-06-30' }), memo] }), {}, ['not-satisfied', 'a/run: stale (expired) since 2026-09-29']],
    ['each reason of the platform', platform({ evidence: [item({ collected: '2026-06-30' }), memo], artifacts: { 'run.json': { refused: 'absent' } } }), {}, ['not-satisfied', 'a/run: mismatch (file-absent) since 2026-06-30', 'a/run: stale (expired) since 2026-09-29']],
    ['what the platform implements in part', platform({ implementations: [answer({ status: 'partial' })] }), {}, ['not-satisfied', 'a: not-implemented (partial) since 2026-07-01']],
    ['what the platform answered against an older major', platform({ implementations: [answer({ version: '0.9.0' })] }), {}, ['not-satisfied', 'a: older-major since 2026-07-01']],
    ['what the platform only plans', platform({ implementations: [answer({ status: 'planned' })] }), {}, ['not-satisfied', 'a: missing (no-evidence) since 2026-07-01']],
    ['what the platform did not answer', platform({ implementations: [] }), {}, ['not-satisfied', 'a: missing (no-evidence) since 2026-07-01']],
    ['what the platform holds not to apply', platform({ implementations: [reviewedAnswer(answer({ status: 'not-applicable', remarks: 'R' }))] }), {}, ['not-satisfied', 'a: missing (no-evidence) since 2026-07-01']],
    ['an accepted alternative of the platform', platform({ implementations: [reviewedAnswer(answer({ status: 'alternative', remarks: 'R', evidence: ['memo'] }))] }), {}, ['satisfied']],
    ['an alternative that nobody accepted', platform({ implementations: [answer({ status: 'alternative', remarks: 'R', evidence: ['memo'] })] }), {}, ['not-satisfied', 'a: unreviewed (claim-not-accepted) since 2026-07-01']],
    ['an alternative without evidence, each reason once', platform({ implementations: [answer({ status: 'alternative', remarks: 'R' })] }), {}, ['not-satisfied', 'a: missing (no-evidence) since 2026-07-01', 'a: unreviewed (claim-not-accepted) since 2026-07-01']],
    ['a gap that an exception covers at the platform', platform({ evidence: [memo], exceptions: [exception()] }), {}, ['not-satisfied', 'a: missing (no-evidence) since 2026-07-01']],
    ['a platform that was not assessed', undefined, {}, ['not-assessed', 'a: not-assessed (provider-not-assessed) since 2026-07-01']],
    ['a platform that was not assessed, beside a gap of its own', undefined, { evidence: [] }, ['not-satisfied', 'a: not-assessed (provider-not-assessed) since 2026-07-01', 'b: missing (no-evidence) since 2026-07-01']],
    ['a platform that is not among `inherits`', platform(), { application: application() }, ['not-satisfied', 'a: missing (no-evidence) since 2026-07-01']],
    ['an objective that is not inheritable', platform(), { controls: [control({ objectives: [objective('TST-01.a')] })] }, ['not-satisfied', 'a: missing (no-evidence) since 2026-07-01']],
    ['an objective that is not inheritable, with evidence of its own', platform(), { controls: [control({ objectives: [objective('TST-01.a')] })], evidence: [item()] }, ['satisfied']],
    ['in a control that is implemented in part', platform(), { implementations: [{ ...inheriting, status: 'partial' }] }, ['not-satisfied', 'not-implemented (partial) since 2026-07-01']],
    ['since the later of in-scope-since and effective', platform({ implementations: [] }), { controls: [{ ...shared, effective: '2026-09-01' }] }, ['not-satisfied', 'a: missing (no-evidence) since 2026-09-01']],
  ])('%s', (_, provider, change, expected) => expect(found(inherits(provider, change))).toEqual(expected))

  test('says from whom, and at which line of the application', () => {
    const finding = findingOf(inherits(platform({ evidence: [item({ collected: '2026-06-30' }), memo] })))
    expect(finding.observations.map(tellObservation)).toEqual(['a stale [run] from platform', 'b pass [memo]'])
    expect(finding.reasons[0]).toMatchObject({
      'inherited-from': 'platform', 'place': { pointer: '/implementations/0/objectives/TST-01.a/inherited-from' },
      'text': 'at `platform`, from which it is inherited: `run` was collected on 2026-06-30 and was valid for 90 days',
    })
  })
  test('what is held elsewhere at the platform is so at the application', () => {
    const held = reviewed(item({ 'url': 'https://example.com/report', 'held-by': 'The auditor' }))
    expect(findingOf(inherits(platform({ evidence: [held, memo] }))).observations.map(tellObservation)).toEqual(['a pass [run] from platform, elsewhere run', 'b pass [memo]'])
  })
  test('what is no state of evidence is no pass either', () => expect(findingOf(inherits(platform({ implementations: [answer({ status: 'partial' })] }))).observations.map(tellObservation)).toEqual(['a missing [run] from platform', 'b pass [memo]']))
  test('an older gap at the platform opens at the application when that came into scope', () =>
    expect(findingOf(inherits(platform({ evidence: [item({ collected: '2026-02-01' }), memo] }))).opened).toBe('2026-07-01'))

  test('of several models of the platform the worst', () => {
    const each = control({ objectives: [objective('TST-01.a', { 'inheritable': true, 'for-each': 'model' })] })
    const models = ['llm', 'ranker'].map((id) => ({ id, kind: 'model' as const, title: 'M' }))
    const provider = provided({ controls: [each], application: application({ id: 'platform', kind: 'platform', components: models }), evidence: [item({ component: 'llm' })] })
    const world = inherits(provider, { controls: [each] })
    expect(found(world)).toEqual(['not-satisfied', 'a/ranker: missing (no-evidence) since 2026-07-01'])
    expect(findingOf(world).observations.map(tellObservation)).toEqual(['a missing [run] from platform'])
  })
  test('through a platform of a platform', () => {
    const base = (evidence: World['evidence']): Provider => provided({ controls: [shared], application: application({ id: 'base', kind: 'platform' }), evidence: evidence ?? [] })
    const middle = (provider: Provider | undefined): Provider => platform({ implementations: [answer({ objectives: { 'TST-01.a': { 'inherited-from': 'base' } } })], evidence: [memo], application: application({ id: 'platform', kind: 'platform', inherits: ['base'] }), providers: provider ? [provider] : [] })
    expect(found(inherits(middle(base([item()]))))).toEqual(['satisfied'])
    expect(found(inherits(middle(base([]))))).toEqual(['not-satisfied', 'a: missing (no-evidence) since 2026-07-01'])
    expect(found(inherits(middle(undefined)))).toEqual(['not-assessed', 'a: not-assessed (provider-not-assessed) since 2026-07-01'])
  })
})

describe('exceptions', () => {
  const gap = (exceptions: readonly Exception[], change: World = {}): World => ({ evidence: [], exceptions, ...change })
  const MISSING = 'a: missing (no-evidence) since 2026-07-01'
  test.each<[string, World, string | undefined]>([
    ['holds', gap([exception()]), '2026-12-31'],
    ['from its first day', gap([exception({ 'approved-on': '2026-09-30' })]), '2026-12-31'],
    ['not the day before', gap([exception({ 'approved-on': '2026-10-01' })]), undefined],
    ['to its last day', gap([exception({ expires: '2026-09-30' })]), '2026-09-30'],
    ['not the day after', gap([exception({ expires: '2026-09-29' })]), undefined],
    ['of another control', gap([exception({ control: 'TST-02' })]), undefined],
    ['of several the one that lasts longest', gap([exception({ id: 'a', expires: '2026-10-31' }), exception({ id: 'b', expires: '2026-11-30' }), exception({ id: 'c', expires: '2026-10-01' })]), '2026-11-30'],
    ['covers a control that nobody answered', gap([exception()], { implementations: [] }), '2026-12-31'],
  ])('%s', (_, world, until) => expect(found(world)[0]).toBe(until ? `not-satisfied, accepted until ${until}` : 'not-satisfied'))
  test('suspends and never resets: reasons, first day and day due stay', () => {
    const { accepted, ...covered } = findingOf(gap([exception()]))
    expect(accepted).toEqual({ id: 'accepted', until: '2026-12-31' })
    expect(covered).toEqual(findingOf(gap([])))
    expect(covered).toMatchObject({ opened: '2026-07-01', due: '2026-12-28' })
    expect(found(gap([exception({ expires: '2026-10-31' })], { asOf: '2026-11-01' }))).toEqual(['not-satisfied', MISSING])
    expect(findingOf(gap([exception({ expires: '2026-10-31' })], { asOf: '2026-11-01' })).opened).toBe('2026-07-01')
  })
  test('covers nothing but a gap', () => {
    expect(found({ exceptions: [exception()] })).toEqual(['satisfied'])
    expect(findingOf({ exceptions: [exception()], controls: [control({ effective: '2026-10-01' })] })).not.toHaveProperty('accepted')
    expect(findingOf({ exceptions: [exception()], application: application({ lifecycle: 'retired' }) })).not.toHaveProperty('accepted')
  })
  test('of two that end on one day the first in the files', () => expect(findingOf(gap([exception({ id: 'b' }), exception({ id: 'a' })])).accepted?.id).toBe('b'))

  describe('with compensating controls', () => {
    const second = control({ id: 'TST-02', objectives: [objective('TST-02.a', {}, { types: ['memo'] })] })
    const memo = item({ id: 'memo', type: 'memo' })
    const both = (implementation: Implementation | undefined, change: World = {}): World =>
      gap([exception({ compensating: ['TST-02'] })], { controls: [control(), second], implementations: [answer(), ...(implementation ? [implementation] : [])], evidence: [memo], ...change })
    const organization = (evidence: World['evidence']): Provider => provided({ controls: [control({ id: 'GOV-01', scope: 'organization' })], application: application({ id: 'acme', kind: 'organization' }), implementations: [answer({ control: 'GOV-01' })], evidence: evidence ?? [] })
    const second_ = answer({ control: 'TST-02' })
    test.each<[string, World, boolean]>([
      ['satisfied', both(second_), true],
      ['not satisfied', both(second_, { evidence: [] }), false],
      ['not answered', both(undefined), false],
      ['itself only accepted', both(second_, { evidence: [], exceptions: [exception({ compensating: ['TST-02'] }), exception({ id: 'other', control: 'TST-02' })] }), false],
      ['not applicable', both(second_, { controls: [control(), { ...second, applicability: { lifecycle: ['idea'] } }] }), false],
      ['upcoming', both(second_, { controls: [control(), { ...second, effective: '2026-10-01' }] }), false],
      ['not in the catalog', both(second_, { controls: [control()] }), false],
      ['itself', both(second_, { exceptions: [exception({ compensating: ['TST-01'] })] }), false],
      ['one of two', both(second_, { exceptions: [exception({ compensating: ['TST-02', 'TST-03'] })] }), false],
      ['satisfied at the organization', both(second_, { exceptions: [exception({ compensating: ['GOV-01'] })], providers: [organization([item()])] }), true],
      ['not satisfied at the organization', both(second_, { exceptions: [exception({ compensating: ['GOV-01'] })], providers: [organization([])] }), false],
      ['at an organization that was not assessed', both(second_, { exceptions: [exception({ compensating: ['GOV-01'] })] }), false],
      ['satisfied at a platform is not enough', both(undefined, { controls: [control()], providers: [provided({ ...both(second_), application: application({ id: 'platform', kind: 'platform' }) })] }), false],
    ])('%s', (_, world, holds) => expect(found(world)[0]).toBe(holds ? 'not-satisfied, accepted until 2026-12-31' : 'not-satisfied'))
  })
})

describe('what nobody answered', () => {
  const controls = [control({ applicability: { any: ['agentic', 'llm'] } }), control({ id: 'TST-02', applicability: { all: ['llm'], none: ['public'] } }), control({ id: 'TST-03', applicability: { all: ['llm'], lifecycle: ['idea'] } })]
  const unanswered = (characteristics: Readonly<Record<string, boolean>>): unknown => Object.fromEntries(assessed({ controls, application: application({ characteristics }) }).unanswered)
  test.each<[Readonly<Record<string, boolean>>, unknown]>([
    [{}, { agentic: ['TST-01'], llm: ['TST-01', 'TST-02'], public: ['TST-02'] }],
    [{ agentic: true }, { llm: ['TST-02'], public: ['TST-02'] }],
    [{ agentic: false }, { llm: ['TST-01', 'TST-02'], public: ['TST-02'] }],
    [{ llm: false }, { agentic: ['TST-01'] }],
    [{ llm: true, public: false }, {}],
  ])('with %j: %j', (characteristics, expected) => expect(unanswered(characteristics)).toEqual(expected))
})

describe('two clocks', () => {
  const strict = control({ objectives: [objective('TST-01.a', {}, { review: 'required' })] })
  const later = { asOf: '2026-09-30', cutoff: '2026-10-20' }
  test.each<[string, World, readonly string[]]>([
    ['a review of the closing days counts', { evidence: [reviewed(item(), { on: '2026-10-20' })] }, ['satisfied']],
    ['one after them does not', { evidence: [reviewed(item(), { on: '2026-10-21' })] }, ['not-satisfied', 'a/run: unreviewed (no-review) since 2026-09-10']],
    ['a return in the closing days counts too', { evidence: [reviewed(reviewed(item()), { on: '2026-10-05', decision: 'returned' })] }, ['not-satisfied', 'a/run: returned since 2026-09-10']],
    ['a review that expires in the closing days held on the day', { evidence: [reviewed(item(), { expires: '2026-10-05' })] }, ['satisfied']],
    ['evidence of the closing days does not count', { evidence: [reviewed(item({ collected: '2026-10-05' }), { on: '2026-10-06' })] }, ['not-satisfied', 'a/run: missing (future-dated) since 2026-07-01']],
    ['evidence that expires in the closing days held on the day', { evidence: [reviewed(item({ expires: '2026-10-05' }))] }, ['satisfied']],
  ])('%s', (_, world, expected) => expect(found({ controls: [strict], ...world, ...later })).toEqual(expected))
  test('claims and facts alike', () => {
    expect(found({ ...later, implementations: [reviewedAnswer(answer({ status: 'not-applicable', remarks: 'R' }), { on: '2026-10-20', expires: '2026-10-21' })] })).toEqual(['not-applicable'])
    const { reviews, ...facts } = application()
    const factsReviewed = (on: string): string => assessed({ ...later, application: application({ ...facts, reviews: (reviews ?? []).map((one) => ({ ...one, on })) }) }).facts.review.state
    expect(['2026-10-20', '2026-10-21'].map(factsReviewed)).toEqual(['accepted', 'none'])
  })
})

test('one application has a finding for each control of its scope, in the order of the library', () => {
  const { findings, asOf, cutoff } = assessed({ controls: [control({ id: 'B' }), control({ id: 'A', applicability: { lifecycle: ['idea'] } }), control({ id: 'O', scope: 'organization' }), control({ id: 'D', status: 'draft' }), control()] })
  expect(findings.map((finding) => [finding.control, ...tell(finding)])).toEqual([['B', 'not-satisfied', 'unanswered since 2026-07-01'], ['A', 'not-applicable'], ['TST-01', 'satisfied']])
  expect([asOf, cutoff]).toEqual(['2026-09-30', '2026-09-30'])
})

test('a provider is small: its kind, the states of its findings, its observations by objective', () => {
  expect(provided({ application: application({ id: 'platform', kind: 'platform' }) })).toEqual({
    id: 'platform', kind: 'platform', findings: new Map([['TST-01', 'satisfied']]), observations: new Map([['TST-01.a', { objective: 'TST-01.a', state: 'pass', reasons: [], evidence: ['run'] }]]),
  })
  expect(provided({ controls: [control({ scope: 'organization' })], application: application({ id: 'acme', kind: 'organization' }) }).kind).toBe('organization')
})
