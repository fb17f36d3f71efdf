import { describe, expect, test } from 'vitest'
import type { Component, Evidence, EvidenceRequest, Period } from '../../src/schema/types.js'
import { answer, application, assessed, control, findingOf, found, item, objective, reviewed, SHA, tellObservation, type World } from './make.js'

const GONE = 'fail (criterion-broken) since'
const bounded = control({ objectives: [objective('TST-01.a', {}, { criteria: [{ metric: 'rate', 'at-most': 0.05 }] })] })
/** A run, for instance `garak 09-10 fail`: the day, and whether the criterion holds. No tool is `-`. */
function run(line: string, change: Partial<Evidence> = {}): Evidence {
  const [tool = '', day = '', verdict = ''] = line.split(' ')
  return item({ id: `${tool}-${day}`, collected: `2026-${day}`, metrics: { rate: verdict === 'fail' ? 0.5 : 0.01 }, ...(tool !== '-' && { source: { tool } }), ...change })
}
const observations = (world: World): readonly string[] => findingOf(world).observations.map(tellObservation)

describe('the latest item of each tool counts, and the worst of these is the observation', () => {
  test.each<[string, readonly string[], readonly string[], string]>([
    ['one passing run', ['garak 09-10 pass'], ['satisfied'], 'a pass [garak-09-10]'],
    ['one failed run', ['garak 09-10 fail'], ['not-satisfied', `a/garak-09-10: ${GONE} 2026-09-10`], 'a fail [garak-09-10]'],
    ['a newer pass replaces a fail of the same tool', ['garak 09-09 fail', 'garak 09-10 pass'], ['satisfied'], 'a pass [garak-09-10]'],
    ['a newer fail replaces a pass of the same tool', ['garak 09-09 pass', 'garak 09-10 fail'], ['not-satisfied', `a/garak-09-10: ${GONE} 2026-09-10`], 'a fail [garak-09-10]'],
    ['an older failed run of another tool still counts', ['pyrit 08-01 fail', 'garak 09-10 pass'], ['not-satisfied', `a/pyrit-08-01: ${GONE} 2026-08-01`], 'a fail [pyrit-08-01, garak-09-10]'],
    ['so does one of no tool', ['- 08-01 fail', 'garak 09-10 pass'], ['not-satisfied', `a/--08-01: ${GONE} 2026-08-01`], 'a fail [--08-01, garak-09-10]'],
    ['each tool by its own latest', ['pyrit 08-01 fail', 'pyrit 08-02 pass', 'garak 09-09 fail', 'garak 09-10 pass'], ['satisfied'], 'a pass [pyrit-08-02, garak-09-10]'],
    ['an older stale run of another tool', ['pyrit 07-01 pass', 'garak 09-10 pass'], ['not-satisfied', 'a/pyrit-07-01: stale (expired) since 2026-09-30'], 'a stale [pyrit-07-01, garak-09-10]'],
    ['what is dated after the day neither helps nor replaces', ['garak 09-10 fail', 'garak 10-01 pass'], ['not-satisfied', `a/garak-09-10: ${GONE} 2026-09-10`], 'a fail [garak-09-10]'],
    ['nor does it harm', ['garak 09-10 pass', 'garak 10-01 fail'], ['satisfied'], 'a pass [garak-09-10]'],
  ])('%s', (_, lines, expected, observation) => {
    for (const order of [lines, [...lines].reverse()]) {
      const world = { controls: [bounded], evidence: order.map((line) => run(line)) }
      expect(found(world)).toEqual(expected)
      const [told = ''] = observations(world)
      expect(told.replace(/\[.*\]/, '')).toBe(observation.replace(/\[.*\]/, ''))
      expect(told.split(/[ [\],]+/).sort()).toEqual(observation.split(/[ [\],]+/).sort())
    }
  })

  test('two runs of one tool on one day are both the latest, whatever their order', () => {
    const [pass, fail] = [run('garak 09-10 pass', { id: 'first' }), run('garak 09-10 fail', { id: 'second' })]
    for (const evidence of [[pass, fail], [fail, pass]]) expect(found({ controls: [bounded], evidence })).toEqual(['not-satisfied', `a/second: ${GONE} 2026-09-10`])
  })
  test('listed or not', () => {
    const evidence = [run('garak 09-10 pass'), run('pyrit 09-10 fail')]
    for (const listed of [undefined, [], ['garak-09-10'], ['garak-09-10', 'pyrit-09-10']])
      expect(found({ controls: [bounded], evidence, implementations: [answer(listed && { evidence: listed })] })).toEqual(['not-satisfied', `a/pyrit-09-10: ${GONE} 2026-09-10`])
  })
  test('listing an item of a type that is not accepted does not help', () =>
    expect(found({ implementations: [answer({ evidence: ['run'] })], evidence: [item({ type: 'other' })] })).toEqual(['not-satisfied', 'a: missing (no-evidence) since 2026-07-01']))
  test.each([
    ['2026-09-29', `a/garak-09-09: ${GONE} 2026-09-09`],
    ['2026-09-30', `a/garak-09-09: ${GONE} 2026-09-09`],
    ['2026-10-01', undefined],
  ])('a pass withdrawn on %s', (on, reason) =>
    expect(found({ controls: [bounded], evidence: [run('garak 09-09 fail'), run('garak 09-10 pass', { withdrawn: { by: 'engineer', on, reason: 'R' } })] }).at(1)).toBe(reason))
})

describe('nothing that counts', () => {
  test.each<[string, World, string]>([
    ['none', { evidence: [] }, 'a: missing (no-evidence) since 2026-07-01'],
    ['none, of a control that came later', { evidence: [], controls: [control({ effective: '2026-08-01' })] }, 'a: missing (no-evidence) since 2026-08-01'],
    ['none, and today is its first day', { evidence: [], controls: [control({ effective: '2026-09-30' })] }, 'a: missing (no-evidence) since 2026-09-30'],
    ['one of tomorrow', { evidence: [item({ collected: '2026-10-01' })] }, 'a/run: missing (future-dated) since 2026-07-01'],
    ['one that was withdrawn', { evidence: [item({ withdrawn: { by: 'engineer', on: '2026-09-30', reason: 'R' } })] }, 'a: missing (no-evidence) since 2026-07-01'],
    ['a metric that the latest does not state', { controls: [bounded], evidence: [run('garak 09-09 pass'), item({ source: { tool: 'garak' } })] }, 'a/run: missing (metric-absent) since 2026-07-01'],
  ])('%s', (_, world, reason) => expect(found(world)).toEqual(['not-satisfied', reason]))
  test('one of today counts', () => expect(found({ evidence: [item({ collected: '2026-09-30' })] })).toEqual(['satisfied']))
})

describe('requests and objectives', () => {
  const two = control({ objectives: [objective('TST-01.a', {}, { types: ['report', 'memo'] }, { types: ['minutes'] }), objective('TST-01.b', {}, { types: ['memo'] })] })
  test.each<[readonly Evidence[], readonly string[]]>([
    [[item(), item({ id: 'm', type: 'minutes' }), item({ id: 'b', type: 'memo' })], ['satisfied']],
    [[item({ id: 'm', type: 'minutes' }), item({ id: 'b', type: 'memo' })], ['satisfied']],
    [[item(), item({ id: 'b', type: 'memo' })], ['not-satisfied', 'a: missing (no-evidence) since 2026-07-01']],
    [[item(), item({ id: 'm', type: 'minutes' })], ['not-satisfied', 'b: missing (no-evidence) since 2026-07-01']],
    [[], ['not-satisfied', 'a: missing (no-evidence) since 2026-07-01', 'a: missing (no-evidence) since 2026-07-01', 'b: missing (no-evidence) since 2026-07-01']],
  ])('each request and each objective must be met: %#', (evidence, expected) => expect(found({ controls: [two], evidence })).toEqual(expected))
})

describe('for each model', () => {
  const models: readonly Component[] = [{ id: 'llm', kind: 'model', title: 'M' }, { id: 'ranker', kind: 'model', title: 'M' }, { id: 'index', kind: 'index', title: 'I' }]
  const each = (evidence: readonly Evidence[], components: readonly Component[] = models): World => ({ controls: [control({ objectives: [objective('TST-01.a', { 'for-each': 'model' })] })], application: application({ components }), evidence })
  const of = (component: string, change: Partial<Evidence> = {}): Evidence => item({ id: `${component}-run`, component, ...change })
  test('both tested', () => {
    expect(found(each([of('llm'), of('ranker')]))).toEqual(['satisfied'])
    expect(observations(each([of('llm'), of('ranker')]))).toEqual(['a/llm pass [llm-run]', 'a/ranker pass [ranker-run]'])
  })
  test('one of them untested', () => {
    expect(found(each([of('llm')]))).toEqual(['not-satisfied', 'a/ranker: missing (no-evidence) since 2026-07-01'])
    expect(observations(each([of('llm')]))).toEqual(['a/llm pass [llm-run]', 'a/ranker missing []'])
  })
  test('one of them stale', () => expect(found(each([of('llm'), of('ranker', { collected: '2026-07-01' })]))).toEqual(['not-satisfied', 'a/ranker/ranker-run: stale (expired) since 2026-09-30']))
  test('the newer run of one does not replace that of the other', () => {
    const tool = { source: { tool: 'garak' } }
    expect(observations(each([of('llm', tool), of('ranker', { ...tool, collected: '2026-09-29' })]))).toEqual(['a/llm pass [llm-run]', 'a/ranker pass [ranker-run]'])
  })
  test('evidence of no component is of none', () => expect(found(each([item()])).slice(1)).toEqual(['a/llm: missing (no-evidence) since 2026-07-01', 'a/ranker: missing (no-evidence) since 2026-07-01']))
  test('evidence of another kind of component is of none', () => expect(found(each([of('index'), of('llm'), of('ranker')]))).toEqual(['satisfied']))
  test('no model listed is no pass', () => {
    expect(found(each([item()], models.slice(2)))).toEqual(['not-satisfied', 'a: missing (component-absent) since 2026-07-01'])
    expect(found(each([item()], []))).toEqual(['not-satisfied', 'a: missing (component-absent) since 2026-07-01'])
  })
})

describe('every quarter over a year', () => {
  const quarterly = (change: Partial<EvidenceRequest> = {}) => control({ effective: '2020-01-01', objectives: [objective('TST-01.a', {}, { every: 'P3M', over: 'P1Y', ...change })] })
  const inScope = (since: string) => application({ 'in-scope-since': since })
  const day = (collected: string, change: Partial<Evidence> = {}): Evidence => item({ id: collected, collected, ...change })
  const judged = (days: readonly (string | Evidence)[], asOf: string, since = '2024-01-01', change: Partial<EvidenceRequest> = {}): readonly string[] =>
    found({ controls: [quarterly(change)], application: inScope(since), evidence: days.map((one) => (typeof one === 'string' ? day(one) : one)), asOf })
  const missing = (...days: readonly string[]): readonly string[] => ['not-satisfied', ...days.map((since) => `a: missing (period-without-item) since ${since}`)]
  const YEAR = ['2025-11-03', '2026-02-03', '2026-05-04', '2026-08-03']

  test.each<[string, readonly (string | Evidence)[], string, string, readonly string[]]>([
    ['each has its own', YEAR, '2026-09-30', '2024-01-01', ['satisfied']],
    ['on the first and last days of quarters', ['2025-10-01', '2026-03-31', '2026-04-01', '2026-09-30'], '2026-09-30', '2024-01-01', ['satisfied']],
    ['one is missing: from its last day', YEAR.filter((one) => one !== '2026-05-04'), '2026-09-30', '2024-01-01', missing('2026-06-30')],
    ['a late item does not heal it', [...YEAR.filter((one) => one !== '2026-05-04'), '2026-07-01'], '2026-09-30', '2024-01-01', missing('2026-06-30')],
    ['nor does a second one of the quarter before', [...YEAR.filter((one) => one !== '2026-05-04'), '2026-03-31'], '2026-09-30', '2024-01-01', missing('2026-06-30')],
    ['all are missing', [], '2026-09-30', '2024-01-01', missing('2025-12-31', '2026-03-31', '2026-06-30', '2026-09-30')],
    ['a quarter that still runs owes nothing', YEAR.slice(0, 3), '2026-09-29', '2024-01-01', ['satisfied']],
    ['on its last day it does', YEAR.slice(0, 3), '2026-09-30', '2024-01-01', missing('2026-09-30')],
    ['a gap leaves the window with its quarter', YEAR.slice(1), '2026-09-30', '2024-01-01', missing('2025-12-31')],
    ['and is gone the day after its first day did', YEAR.slice(1), '2026-10-01', '2024-01-01', ['satisfied']],
    ['what was before the window does not matter', ['2025-09-01', ...YEAR], '2026-09-30', '2024-01-01', ['satisfied']],
    ['in scope from the first day of a quarter: it counts', ['2026-08-03'], '2026-09-30', '2026-04-01', missing('2026-06-30')],
    ['in scope from the second day: it does not', ['2026-08-03'], '2026-09-30', '2026-04-02', ['satisfied']],
    ['none has ended since it came into scope, and there is an item', ['2026-08-03'], '2026-09-29', '2026-08-01', ['satisfied']],
    ['none has ended, and there is no item', [], '2026-09-29', '2026-08-01', ['not-satisfied', 'a: missing (no-evidence) since 2026-08-01']],
    ['none has ended, and the item is of tomorrow', ['2026-09-30'], '2026-09-29', '2026-08-01', ['not-satisfied', 'a/2026-09-30: missing (future-dated) since 2026-08-01']],
    ['its own expiry', [...YEAR.slice(0, 3), day('2026-08-03', { expires: '2026-09-29' })], '2026-09-30', '2024-01-01', ['not-satisfied', 'a/2026-08-03: stale (expired) since 2026-09-30']],
    ['a digest that differs in an early quarter', [day('2025-11-03', { sha256: 'b'.repeat(64) }), ...YEAR.slice(1)], '2026-09-30', '2024-01-01', ['not-satisfied', 'a/2025-11-03: mismatch (digest-differs) since 2025-11-03']],
  ])('%s', (_, days, asOf, since, expected) => expect(judged(days, asOf, since)).toEqual(expected))

  test('each needs an item that passes', () =>
    expect(judged([...YEAR.slice(0, 3).map((one) => reviewed(day(one))), day('2026-08-03')], '2026-09-30', '2024-01-01', { review: 'required' })).toEqual(['not-satisfied', 'a/2026-08-03: unreviewed (no-review) since 2026-08-03']))

  test('within a quarter the latest item of each tool counts', () => {
    const criteria = [{ metric: 'rate', 'at-most': 0.05 }]
    const with_ = (...last: readonly string[]): readonly string[] => judged([...YEAR.slice(0, 3).map((one) => day(one, { metrics: { rate: 0 } })), ...last.map((line) => run(line))], '2026-09-30', '2024-01-01', { criteria })
    expect(with_('garak 08-03 fail', 'garak 08-04 pass')).toEqual(['satisfied'])
    expect(with_('garak 08-03 fail', 'pyrit 08-04 pass')).toEqual(['not-satisfied', `a/garak-08-03: ${GONE} 2026-08-03`])
  })

  test('a failed item of the quarter that still runs counts, until a newer one of its tool', () => {
    const criteria = [{ metric: 'rate', 'at-most': 0.05 }]
    const with_ = (...last: readonly string[]): readonly string[] => judged([...YEAR.map((one) => day(one, { metrics: { rate: 0 } })), ...last.map((line) => run(line))], '2026-11-15', '2024-01-01', { criteria })
    expect(with_()).toEqual(['satisfied'])
    expect(with_('garak 10-20 fail')).toEqual(['not-satisfied', `a/garak-10-20: ${GONE} 2026-10-20`])
    expect(with_('garak 10-20 fail', 'garak 10-21 pass')).toEqual(['satisfied'])
  })

  test('for each component', () => {
    const world: World = { controls: [control({ effective: '2020-01-01', objectives: [objective('TST-01.a', { 'for-each': 'model' }, { every: 'P3M', over: 'P3M' })] })], application: application({ components: [{ id: 'llm', kind: 'model', title: 'M' }, { id: 'ranker', kind: 'model', title: 'M' }] }), evidence: [item({ component: 'llm' })] }
    expect(found(world)).toEqual(['not-satisfied', 'a/ranker: missing (period-without-item) since 2026-09-30'])
    expect(findingOf(world).reasons[0]?.text).toBe('there is no report for `ranker` of 2026-Q3, and each period needs its own')
  })

  test('over longer than anybody looks back: from the day it is asked', () => expect(judged(['2026-08-03'], '2026-09-30', '2026-07-01', { over: 'P9999Y' })).toEqual(['satisfied']))
})

describe('months, half years and years', () => {
  const NONE = 'no-evidence) since 2020-01-01'
  const period = (day: string): string => `period-without-item) since ${day}`
  test.each<[string, Period, string, string, readonly string[]]>([
    ['2026-08-15', 'P1M', 'P3M', '2026-09-30', [period('2026-07-31'), period('2026-09-30')]],
    ['2026-01-31', 'P1M', 'P1M', '2026-02-28', [period('2026-02-28')]],
    ['2026-06-30', 'P6M', 'P1Y', '2026-12-31', [period('2026-12-31')]],
    ['2024-06-30', 'P1Y', 'P2Y', '2026-12-31', [period('2025-12-31'), period('2026-12-31')]],
    // No whole year lies in the window, and it still needs one item.
    ['2025-12-31', 'P1Y', 'P1Y', '2026-12-30', []],
    ['2025-12-30', 'P1Y', 'P1Y', '2026-12-30', [NONE]],
    ['2026-08-16', 'P3M', 'P3M', '2026-11-15', []],
    ['2026-08-15', 'P3M', 'P3M', '2026-11-15', [NONE]],
  ])('an item of %s, every %s over %s, as of %s', (collected, every, over, asOf, reasons) =>
    expect(found({ controls: [control({ effective: '2020-01-01', objectives: [objective('TST-01.a', {}, { every, over })] })], application: application({ 'in-scope-since': '2020-01-01' }), evidence: [item({ collected })], asOf }).slice(1)).toEqual(reasons.map((reason) => `a: missing (${reason}`)))
})

test('reasons of an observation stand worst first, and say which objective and component they are about', () => {
  const world: World = {
    controls: [control({ objectives: [objective('TST-01.a', {}, { types: ['report'] }, { types: ['memo'] }, { types: ['minutes'] })] })],
    evidence: [item({ collected: '2026-07-01' }), item({ id: 'm', type: 'memo', files: [{ path: 'x', sha256: SHA }] })], artifacts: { x: { refused: 'absent' } },
  }
  expect(found(world)).toEqual(['not-satisfied', 'a: missing (no-evidence) since 2026-07-01', 'a/m: mismatch (file-absent) since 2026-09-10', 'a/run: stale (expired) since 2026-09-30'])
  expect(assessed(world).findings[0]?.observations.map(tellObservation)).toEqual(['a missing [run, m]'])
})
