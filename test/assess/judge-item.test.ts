// Longer than 200 lines, so that every way in which an item can fail stands in one place.
import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../src/schema/types.js'
import type { ArtifactState } from '../../src/source/file-text.js'
import { application, assessed, control, found, item, objective, request, reviewed, SHA, tellObservation, type World } from './make.js'

// Section 5, worst first.
const WORST_FIRST = ['missing', 'mismatch', 'returned', 'fail', 'stale', 'unreviewed', 'pass']

// One item that can be wrong in four ways at once. Every combination of them: the worst is the state, and every one that holds is kept.
type Fault = { readonly shows: string; readonly item?: Partial<Evidence>; readonly file?: ArtifactState; readonly asOf?: string; readonly review?: 'accepted' | 'returned' | 'none' | 'changed' | 'expired' | 'owner' | 'submitter' | 'group' | 'late' }
const FILE: Readonly<Record<string, Fault>> = {
  'there': { shows: '' },
  'absent': { shows: 'mismatch (file-absent) since 2026-09-10', file: { refused: 'absent' } },
  'outside': { shows: 'mismatch (file-refused) since 2026-09-10', file: { refused: 'outside' } },
  'unreadable': { shows: 'mismatch (file-refused) since 2026-09-10', file: { refused: 'unreadable' } },
  'a pointer': { shows: 'mismatch (file-refused) since 2026-09-10', file: { refused: 'lfs-pointer' } },
  'another': { shows: 'mismatch (digest-differs) since 2026-09-10', file: { sha256: 'b'.repeat(64) } },
}
const METRICS: Readonly<Record<string, Fault>> = {
  'within the bound': { shows: '', item: { metrics: { rate: 0.05 } } },
  'not stated': { shows: 'missing (metric-absent) since 2026-07-01', item: { metrics: {} } },
  'over the bound': { shows: 'fail (criterion-broken) since 2026-09-10', item: { metrics: { rate: 0.051 } } },
}
const AGE: Readonly<Record<string, Fault>> = {
  'on its last day': { shows: '', asOf: '2026-12-09' },
  'the day after': { shows: 'stale (expired) since 2026-12-10', asOf: '2026-12-10' },
}
const REVIEW: Readonly<Record<string, Fault>> = {
  'accepted': { shows: '', review: 'accepted' },
  'returned': { shows: 'returned since 2026-09-10', review: 'returned' },
  'not reviewed': { shows: 'unreviewed (no-review) since 2026-09-10', review: 'none' },
  'changed since': { shows: 'unreviewed (changed-since-review) since 2026-09-10', review: 'changed' },
  'its review expired': { shows: 'unreviewed (review-expired) since 2026-09-10', review: 'expired' },
  'reviewed by the owner': { shows: 'unreviewed (no-review) since 2026-09-10', review: 'owner' },
  'reviewed by the submitter': { shows: 'unreviewed (no-review) since 2026-09-10', review: 'submitter' },
  'reviewed by a group': { shows: 'unreviewed (no-review) since 2026-09-10', review: 'group' },
  'reviewed after the day': { shows: 'unreviewed (no-review) since 2026-09-10', review: 'late' },
}

function withReview(evidence: Evidence, kind: Fault['review']): Evidence {
  switch (kind) {
    case 'returned': return reviewed(evidence, { decision: 'returned' })
    case 'changed': return { ...evidence, reviews: reviewed({ ...evidence, expires: '2028-01-01' }).reviews ?? [] }
    case 'expired': return reviewed(evidence, { expires: '2026-12-08' })
    case 'owner': return reviewed(evidence, { by: 'owner' })
    case 'submitter': return reviewed(evidence, { by: 'engineer' })
    case 'group': return reviewed(evidence, { by: 'team' })
    case 'late': return reviewed(evidence, { on: '2026-12-11' })
    case 'accepted': return reviewed(evidence)
    default: return evidence
  }
}

const strict = control({ objectives: [objective('TST-01.a', {}, { review: 'required', criteria: [{ metric: 'rate', 'at-most': 0.05 }] })] })
const combinations = Object.entries(FILE).flatMap(([file, a]) => Object.entries(METRICS).flatMap(([metrics, b]) => Object.entries(AGE).flatMap(([age, c]) => Object.entries(REVIEW).map(([review, d]) => ({ name: `file ${file}, metrics ${metrics}, ${age}, ${review}`, faults: [a, b, c, d] })))))

test(`all ${combinations.length} combinations of file, metrics, age and review`, () => {
  expect(combinations).toHaveLength(6 * 3 * 2 * 9)
  for (const { name, faults } of combinations) {
    const part = Object.assign({}, ...faults) as Fault // what each fault sets
    const world: World = { controls: [strict], evidence: [withReview(item({ ...part.item }), part.review)], ...(part.file && { artifacts: { 'run.json': part.file } }), ...(part.asOf && { asOf: part.asOf }) }
    const shown = faults.map(({ shows }) => shows).filter((text) => text !== '').sort((a, b) => WORST_FIRST.indexOf(a.split(' ')[0] ?? '') - WORST_FIRST.indexOf(b.split(' ')[0] ?? ''))
    expect([name, ...found(world)]).toEqual([name, shown.length === 0 ? 'satisfied' : 'not-satisfied', ...shown.map((text) => `a/run: ${text}`)])
    const [observation] = assessed(world).findings[0]?.observations ?? []
    expect([name, observation && tellObservation(observation)]).toEqual([name, `a ${shown[0]?.split(' ')[0] ?? 'pass'} [run]`])
  }
})

describe('where no review is required', () => {
  test.each<[Fault['review'], readonly string[]]>([
    ['none', ['satisfied']],
    ['accepted', ['satisfied']],
    ['changed', ['satisfied']],
    ['expired', ['satisfied']],
    ['returned', ['not-satisfied', 'a/run: returned since 2026-09-10']],
  ])('%s', (kind, expected) => expect(found({ evidence: [withReview(item(), kind)], asOf: '2026-12-09' })).toEqual(expected))
})

describe('its own expiry', () => {
  const expiring = item({ expires: '2026-10-15' })
  test.each([
    ['2026-10-15', ['satisfied']],
    ['2026-10-16', ['not-satisfied', 'a/run: stale (expired) since 2026-10-16']],
    ['2026-12-10', ['not-satisfied', 'a/run: stale (expired) since 2026-12-10', 'a/run: stale (expired) since 2026-10-16']],
  ])('on %s', (asOf, expected) => expect(found({ evidence: [expiring], asOf })).toEqual(expected))
})

describe('validity', () => {
  const valid = (validFor: string, collected: string) => ({ controls: [control({ 'objectives': [objective('TST-01.a', {}, { 'valid-for': validFor })], 'parameters': [{ id: 'interval', value: 'P90D', 'by-tier': { high: 'P1M', critical: 3 }, 'description': 'D' }, { id: 'rate', value: 3, description: 'D' }] })], evidence: [item({ collected })] })
  test.each([
    ['P1M', '2026-08-31', '2026-09-30', 'satisfied'],
    ['P1M', '2026-08-31', '2026-10-01', 'stale (expired) since 2026-10-01'],
    ['P1Y', '2025-09-30', '2026-09-30', 'satisfied'],
    ['P1Y', '2025-09-29', '2026-09-30', 'stale (expired) since 2026-09-30'],
    ['P2W', '2026-09-16', '2026-09-30', 'satisfied'],
    ['interval', '2026-07-02', '2026-09-30', 'satisfied'],
    ['interval', '2026-07-01', '2026-09-30', 'stale (expired) since 2026-09-30'],
    ['rate', '2026-09-30', '2026-09-30', 'stale (expired) since 2026-09-30'], // no duration, so nothing is known of it
    ['nothing', '2026-09-29', '2026-09-30', 'stale (expired) since 2026-09-29'],
    ['P9999Y', '2025-09-29', '2026-09-30', 'satisfied'],
  ])('%s from %s on %s: %s', (validFor, collected, asOf, expected) => expect(found({ ...valid(validFor, collected), asOf }).at(-1)).toBe(expected === 'satisfied' ? expected : `a/run: ${expected}`))
  test('of the tier', () => {
    const internet = application({ 'risk-factors': { exposure: 'internet' } })
    expect(found({ ...valid('interval', '2026-08-30'), application: internet })).toEqual(['satisfied'])
    expect(found({ ...valid('interval', '2026-08-29'), application: internet })).toEqual(['not-satisfied', 'a/run: stale (expired) since 2026-09-30'])
  })
})

describe('criteria', () => {
  const parameters = [{ id: 'limit', value: 0.05, 'by-tier': { high: 0.01 }, 'description': 'D' }, { id: 'interval', value: 'P90D', description: 'D' }]
  const judged = (criteria: NonNullable<ReturnType<typeof request>['criteria']>, metrics: Readonly<Record<string, number | boolean>>, world: World = {}): string =>
    found({ controls: [control({ parameters, objectives: [objective('TST-01.a', {}, { criteria })] })], evidence: [item({ metrics })], ...world }).join('; ')
  const FAIL = 'not-satisfied; a/run: fail (criterion-broken) since 2026-09-10'
  const MISSING = 'not-satisfied; a/run: missing (metric-absent) since 2026-07-01'
  test.each([
    ['at most', { 'at-most': 3 }, 3, 'satisfied'],
    ['at most, over', { 'at-most': 3 }, 3.01, FAIL],
    ['at least', { 'at-least': 3 }, 3, 'satisfied'],
    ['at least, under', { 'at-least': 3 }, 2.99, FAIL],
    ['between', { 'at-least': 1, 'at-most': 3 }, 2, 'satisfied'],
    ['between, under', { 'at-least': 1, 'at-most': 3 }, 0, FAIL],
    ['between, over', { 'at-least': 1, 'at-most': 3 }, 4, FAIL],
    ['equals', { equals: true }, true, 'satisfied'],
    ['equals, not', { equals: true }, false, FAIL],
    ['equals false', { equals: false }, false, 'satisfied'],
    ['a number for a truth value', { equals: true }, 1, FAIL],
    ['a truth value for a number', { 'at-most': 3 }, true, FAIL],
    ['a parameter', { 'at-most': 'limit' }, 0.05, 'satisfied'],
    ['a parameter, over', { 'at-most': 'limit' }, 0.06, FAIL],
    ['a parameter that is not there', { 'at-most': 'other' }, 0, FAIL],
    ['a parameter that is no number', { 'at-least': 'interval' }, 1000, FAIL],
  ])('%s: %j with %s', (_, bound, value, expected) => expect(judged([{ metric: 'rate', ...bound }], { rate: value })).toBe(expected))
  test('of the tier', () => expect(judged([{ metric: 'rate', 'at-most': 'limit' }], { rate: 0.02 }, { application: application({ 'risk-factors': { exposure: 'internet' } }) })).toBe(FAIL))
  test('a metric whose name is in every object is absent', () => expect(judged([{ metric: 'constructor', 'at-least': 0 }], {})).toBe(MISSING))
  test('each one on its own', () => expect(judged([{ metric: 'rate', 'at-most': 1 }, { metric: 'runs', 'at-least': 9 }, { metric: 'score', 'at-least': 1 }], { rate: 2, runs: 8 })).toBe(`${MISSING}; a/run: fail (criterion-broken) since 2026-09-10; a/run: fail (criterion-broken) since 2026-09-10`))
})

describe('figures that a collector read', () => {
  const DIFFERS = 'a/run: mismatch (metrics-differ) since 2026-09-10'
  const FAIL = 'a/run: fail (criterion-broken) since 2026-09-10'
  const judged = (stated: number | boolean, read: number | boolean): readonly string[] => found({ controls: [control({ objectives: [objective('TST-01.a', {}, { criteria: [{ metric: 'rate', 'at-most': 0.05 }] })] })], evidence: [item({ metrics: { rate: stated } })], collected: { run: { rate: read, other: 1 } } }).slice(1)
  test.each<[number | boolean, number | boolean, readonly string[]]>([
    [0.02, 0.02, []],
    [0.02, 0.0213, []], // rounded
    [0.021, 0.02149, []],
    [0.021, 0.0216, [DIFFERS]],
    [0.05, 0.0512, [FAIL]], // rounded below the bound: the file decides
    [0.02, 0.4, [DIFFERS, FAIL]],
    [0, 0.4, [DIFFERS, FAIL]], // zero is no rounding
    [0, 0, []],
    [1e-7, 0.4, [DIFFERS, FAIL]], // nor do digits of an exponent hide anything
    [1e-7, 1.2e-7, []],
    [0.06, 0.02, [DIFFERS]],
    [true, 0.02, [DIFFERS]],
    [0.02, true, [DIFFERS, FAIL]],
  ])('%s stated, %s read: %j', (stated, read, expected) => expect(judged(stated, read)).toEqual(expected))
  test('do not make up for one that is not stated', () =>
    expect(found({ controls: [control({ objectives: [objective('TST-01.a', {}, { criteria: [{ metric: 'rate', 'at-most': 0.05 }] })] })], collected: { run: { rate: 0.02 } } })).toEqual(['not-satisfied', 'a/run: missing (metric-absent) since 2026-07-01']))
  test('of another item do not matter', () => expect(found({ evidence: [item({ metrics: { rate: 1 } })], collected: { other: { rate: 2 } } })).toEqual(['satisfied']))
})

describe('files', () => {
  const several = item({ files: [{ path: 'a.json', sha256: SHA }, { path: 'b.json', sha256: SHA }, { path: 'c.json', sha256: SHA }] })
  test('each of several counts', () => expect(found({ evidence: [several] })).toEqual(['satisfied']))
  test('what is wrong with each is kept', () =>
    expect(found({ evidence: [several], artifacts: { 'b.json': { refused: 'absent' }, 'c.json': { sha256: 'c'.repeat(64) } } })).toEqual(['not-satisfied', 'a/run: mismatch (file-absent) since 2026-09-10', 'a/run: mismatch (digest-differs) since 2026-09-10']))
  test('what nobody looked at is absent', () => expect(found({ unseen: ['run.json'] })).toEqual(['not-satisfied', 'a/run: mismatch (file-absent) since 2026-09-10']))
  test('without a digest there is nothing to hold on to', () => {
    const { sha256: _, ...without } = item()
    expect(found({ evidence: [without] })).toEqual(['not-satisfied', 'a/run: mismatch (digest-differs) since 2026-09-10'])
  })
})

describe('held elsewhere by URL', () => {
  const held = item({ 'url': 'https://example.com/report', 'held-by': 'The auditor' })
  const { sha256: _, ...bare } = held
  test.each<[string, Evidence, readonly string[]]>([
    ['with a digest and an accepted review', reviewed(held), ['satisfied']],
    ['without a review, though none is required', held, ['not-satisfied', 'a/run: unreviewed (no-review) since 2026-09-10']],
    ['returned', reviewed(held, { decision: 'returned' }), ['not-satisfied', 'a/run: returned since 2026-09-10']],
    ['reviewed by its submitter', reviewed(held, { by: 'engineer' }), ['not-satisfied', 'a/run: unreviewed (no-review) since 2026-09-10']],
    ['another since its review', { ...reviewed(held), sha256: 'b'.repeat(64) }, ['not-satisfied', 'a/run: unreviewed (changed-since-review) since 2026-09-10']],
    ['without a digest', reviewed(bare), ['not-satisfied', 'a/run: mismatch (digest-differs) since 2026-09-10']],
    ['with neither', bare, ['not-satisfied', 'a/run: mismatch (digest-differs) since 2026-09-10', 'a/run: unreviewed (no-review) since 2026-09-10']],
  ])('%s', (_name, evidence, expected) => expect(found({ evidence: [evidence] })).toEqual(expected))
  test('is said in the observation', () => expect(assessed({ evidence: [reviewed(held)] }).findings[0]?.observations.map(tellObservation)).toEqual(['a pass [run], elsewhere run']))
})

describe('renew-on component-version', () => {
  const renewing = (components: NonNullable<ReturnType<typeof application>['components']>, change: Partial<Evidence>, forEach = true): readonly string[] =>
    found({ controls: [control({ objectives: [objective('TST-01.a', { 'renew-on': 'component-version', ...(forEach && { 'for-each': 'model' }) })] })], application: application({ components }), evidence: [item({ component: 'llm', ...change })] }).slice(1)
  const llm = { id: 'llm', kind: 'model', title: 'M', version: '2', since: '2026-09-01' } as const
  const { since: _, ...undated } = llm
  const { version: _version, ...unversioned } = llm
  test.each<[string, Parameters<typeof renewing>[0], Partial<Evidence>, readonly string[]]>([
    ['the version in use', [llm], { 'component-version': '2' }, []],
    ['an older version: since the new one is in use', [llm], { 'component-version': '1' }, ['stale (older-component-version) since 2026-09-01']],
    ['no version stated', [llm], {}, ['stale (older-component-version) since 2026-09-01']],
    ['an older version, and nobody says since when', [undated], { 'component-version': '1' }, ['stale (older-component-version) since 2026-09-10']],
    ['a version that is in use from today', [{ ...llm, since: '2026-09-30' }], { 'component-version': '1' }, ['stale (older-component-version) since 2026-09-30']],
    ['a version that is in use from tomorrow', [{ ...llm, since: '2026-10-01' }], { 'component-version': '1' }, []],
    ['a component without a version', [unversioned], { 'component-version': '1' }, []],
  ])('%s', (_name, components, change, expected) => {
    expect(renewing(components, change)).toEqual(expected.map((text) => `a/llm/run: ${text}`))
    expect(renewing(components, change, false)).toEqual(expected.map((text) => `a/llm/run: ${text}`))
  })
  test('only where the objective says so', () =>
    expect(found({ controls: [control({ objectives: [objective('TST-01.a', { 'for-each': 'model' })] })], application: application({ components: [llm] }), evidence: [item({ 'component': 'llm', 'component-version': '1' })] })).toEqual(['satisfied']))
})
