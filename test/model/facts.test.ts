import { describe, expect, test } from 'vitest'
import { fingerprintOfFacts } from '../../src/model/digest.js'
import { factsOf, ownersOf } from '../../src/model/facts.js'
import type { Application, Catalog, KnownPerson } from '../../src/schema/types.js'

const level = (id: string, points: number, implies: readonly string[] = []) => ({ id, points, description: 'D', ...(implies.length > 0 && { implies }) })
const catalog: Catalog = {
  id: 'example', title: 'E', version: '1.0.0',
  risk: {
    factors: [
      { id: 'exposure', title: 'E', question: 'Q', levels: [level('internal', 0), level('internet', 4, ['internet-facing', 'public'])] },
      { id: 'data', title: 'D', question: 'Q', levels: [level('open', 0), level('personal', 4, ['personal-data'])] },
    ],
    tiers: [{ tier: 'low', 'from-points': 0 }, { tier: 'moderate', 'from-points': 2 }, { tier: 'high', 'from-points': 4 }, { tier: 'critical', 'from-points': 8 }],
  },
}
const people = new Map<string, KnownPerson>(['owner', 'engineer', 'reviewer'].map((id) => [id, { id, title: id }]))
const base: Application = { 'id': 'a', 'kind': 'application', 'title': 'T', 'purpose': 'P', 'owner': { accountable: 'owner', technical: 'engineer' }, 'lifecycle': 'pilot', 'in-scope-since': '2026-01-01' }
const characteristics = (change: Partial<Application>): Readonly<Record<string, string>> =>
  Object.fromEntries([...factsOf(catalog, { ...base, ...change }, people, '2026-09-30').characteristics].map(([id, { value, impliedBy }]) => [id, `${value}${impliedBy ? ` from ${impliedBy}` : ''}`]))

describe('characteristics', () => {
  test.each<[string, Partial<Application>, Readonly<Record<string, string>>]>([
    ['nothing stated, nothing known', {}, {}],
    ['stated', { characteristics: { agentic: false, llm: true } }, { agentic: 'false', llm: 'true' }],
    ['implied', { 'risk-factors': { exposure: 'internet' } }, { 'internet-facing': 'true from exposure: internet', 'public': 'true from exposure: internet' }],
    ['not implied by another level', { 'risk-factors': { exposure: 'internal' } }, {}],
    ['not implied by a level that nobody stated, though it counts for the tier', { 'risk-factors': { data: 'open' } }, {}],
    ['not implied by an unknown level', { 'risk-factors': { exposure: 'toString' } }, {}],
    ['implied by several factors', { 'risk-factors': { exposure: 'internet', data: 'personal' } }, { 'internet-facing': 'true from exposure: internet', 'public': 'true from exposure: internet', 'personal-data': 'true from data: personal' }],
    ['implied goes before denied', { 'risk-factors': { exposure: 'internet' }, 'characteristics': { 'internet-facing': false } }, { 'internet-facing': 'true from exposure: internet', 'public': 'true from exposure: internet' }],
    ['stated goes before implied where they agree', { 'risk-factors': { exposure: 'internet' }, 'characteristics': { 'internet-facing': true } }, { 'internet-facing': 'true', 'public': 'true from exposure: internet' }],
  ])('%s', (_, change, expected) => expect(characteristics(change)).toEqual(expected))
})

test('tier and lifecycle', () => {
  expect(factsOf(catalog, { ...base, 'risk-factors': { exposure: 'internet', data: 'open' } }, people, '2026-09-30')).toMatchObject({ lifecycle: 'pilot', tier: 'high', riskTier: { points: 4 } })
  const { lifecycle: _, ...organization } = base
  expect(factsOf(catalog, { ...organization, kind: 'organization' }, people, '2026-09-30')).toMatchObject({ lifecycle: undefined, tier: undefined, riskTier: undefined })
})

describe('review', () => {
  const of = fingerprintOfFacts(base)
  const state = (by: string, on: string, change: Partial<Application> = {}, cutoff = '2026-09-30'): string =>
    factsOf(catalog, { ...base, reviews: [{ by, on, decision: 'accepted', of }], ...change }, people, cutoff, '2026-09-30').review.state
  test('of exactly these facts', () => expect(state('reviewer', '2026-02-01')).toBe('accepted'))
  test('of other facts', () => expect(state('reviewer', '2026-02-01', { lifecycle: 'production' })).toBe('changed'))
  test('of another purpose', () => expect(state('reviewer', '2026-02-01', { purpose: 'Another.' })).toBe('accepted'))
  test.each(['owner', 'engineer'])('by %s', (owner) => expect(state(owner, '2026-02-01')).toBe('none'))
  test('of the day after', () => expect(state('reviewer', '2026-10-01')).toBe('none'))
  test('of the day after, within the cutoff', () => expect(state('reviewer', '2026-10-01', {}, '2026-10-20')).toBe('accepted'))
  test('that expires after the day and before the cutoff', () =>
    expect(state('', '', { reviews: [{ by: 'reviewer', on: '2026-02-01', decision: 'accepted', of, expires: '2026-10-05' }] }, '2026-10-20')).toBe('accepted'))
})

test('owners are both who answers for it and who knows it', () => {
  expect(ownersOf(base)).toEqual(['owner', 'engineer'])
  expect(ownersOf({ ...base, owner: { accountable: 'owner' } })).toEqual(['owner'])
})
