import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, fingerprintOfEvidence, fingerprintOfFacts, fingerprintOfImplementation, majorOf, sha256 } from '../../src/model/digest.js'
import type { Application, Evidence, Implementation } from '../../src/schema/types.js'

/** The same value with the keys of every object in another order. */
const turned = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(turned)
    : value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, turned(member)]))
      : value

describe('canonical JSON', () => {
  test.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ a: undefined, b: { d: 1, c: 2 } }, '{"b":{"c":2,"d":1}}'],
    [{ 'é': 1, 'z': 2, 'Z': 3, '10': 4, '9': 5 }, '{"10":4,"9":5,"Z":3,"z":2,"é":1}'],
    [[undefined, Number.NaN], '[null,null]'],
    ['a "quote"\n', '"a \\"quote\\"\\n"'],
    [1e21, '1e+21'],
    [0.1, '0.1'],
    [undefined, 'null'],
  ])('of %j is %s', (value, text) => expect(canonicalJson(value)).toBe(text))

  test('does not depend on the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => canonicalJson(turned(value)) === canonicalJson(value)))
  })
  test('is JSON of the same value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }))
  })
  test('goes through a canonical text unchanged', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => canonicalJson(JSON.parse(canonicalJson(value))) === canonicalJson(value)))
  })
})

test('sha256 is the one of everybody else', () => {
  fc.assert(fc.property(fc.string(), (text) => sha256(text) === createHash('sha256').update(text, 'utf8').digest('hex')))
  expect(sha256(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

test.each([['1.0.0', 1], ['0.9.12', 0], ['12.3.4', 12]])('the major number of %s is %i', (version, major) => expect(majorOf(version)).toBe(major))

const review = { by: 'reviewer', on: '2026-09-14', decision: 'accepted', of: '0'.repeat(32) } as const

// A fingerprint is what a review is bound to: `bound` lists the changes that void one, `free` those that do not.
const evidence: Evidence = {
  'id': 'run', 'type': 'report', 'component': 'llm', 'component-version': '1', 'collected': '2026-09-10', 'expires': '2027-01-01',
  'period': { from: '2026-07-01', to: '2026-09-10' }, 'path': 'a.json', 'sha256': 'a'.repeat(64), 'metrics': { rate: 0.02 }, 'submitted-by': 'engineer',
  'sample': { 'population': { 'size': 10, 'drawn-from': 'list', 'on': '2026-09-01' }, 'size': 5, 'method': 'random', 'deviations': 0 },
}
const files = [{ path: 'a', sha256: 'a'.repeat(64) }, { path: 'b', sha256: 'b'.repeat(64) }]
describe('the fingerprint of evidence', () => {
  const bound: readonly Partial<Evidence>[] = [
    { type: 'other' }, { component: 'other' }, { 'component-version': '2' }, { collected: '2026-09-11' }, { expires: '2027-01-02' }, { period: { from: '2026-07-02', to: '2026-09-10' } },
    { sha256: 'b'.repeat(64) }, { metrics: { rate: 0.03 } }, { metrics: {} }, { sample: { 'population': { 'size': 10, 'drawn-from': 'list', 'on': '2026-09-01' }, 'size': 5, 'method': 'random', 'deviations': 1 } }, { files },
  ]
  const free: readonly Partial<Evidence>[] = [{ id: 'other' }, { title: 'T' }, { remarks: 'R' }, { reviews: [review] }, { path: 'b.json' }, { classification: 'internal' }, { 'submitted-by': 'other' }]
  test.each(bound)('changes with %j', (change) => expect(fingerprintOfEvidence({ ...evidence, ...change })).not.toBe(fingerprintOfEvidence(evidence)))
  test.each(free)('does not change with %j', (change) => expect(fingerprintOfEvidence({ ...evidence, ...change })).toBe(fingerprintOfEvidence(evidence)))
  test('knows the order of files', () => expect(fingerprintOfEvidence({ ...evidence, files })).not.toBe(fingerprintOfEvidence({ ...evidence, files: [...files].reverse() })))
  test('does not know the order of metrics', () => expect(fingerprintOfEvidence({ ...evidence, metrics: { a: 1, b: 2 } })).toBe(fingerprintOfEvidence({ ...evidence, metrics: { b: 2, a: 1 } })))
  test('has 32 hexadecimal digits', () => expect(fingerprintOfEvidence(evidence)).toMatch(/^[0-9a-f]{32}$/))
})

const application: Application = { 'id': 'assistant', 'kind': 'application', 'title': 'T', 'purpose': 'P', 'owner': { accountable: 'owner' }, 'lifecycle': 'pilot', 'in-scope-since': '2026-01-01', 'characteristics': { 'uses-llm': true } }
describe('the fingerprint of facts', () => {
  const bound: readonly Partial<Application>[] = [
    { kind: 'platform' }, { lifecycle: 'production' }, { 'in-scope-since': '2026-01-02' }, { characteristics: { 'uses-llm': false } }, { characteristics: {} }, { 'risk-factors': { exposure: 'internet' } },
    { 'tier-floor': { tier: 'high', reason: 'R', by: 'ciso' } }, { components: [{ id: 'llm', kind: 'model', title: 'M' }] }, { inherits: ['platform'] },
  ]
  const free: readonly Partial<Application>[] = [{ title: 'Other' }, { purpose: 'Other' }, { users: ['staff'] }, { owner: { accountable: 'other' } }, { reviews: [review] }]
  test.each(bound)('changes with %j', (change) => expect(fingerprintOfFacts({ ...application, ...change })).not.toBe(fingerprintOfFacts(application)))
  test.each(free)('does not change with %j', (change) => expect(fingerprintOfFacts({ ...application, ...change })).toBe(fingerprintOfFacts(application)))
})

const implementation: Implementation = { control: 'TST-01', version: '1.2.0', status: 'not-applicable', remarks: 'Why.', evidence: ['a'] }
describe('the fingerprint of an answer', () => {
  const bound: readonly Partial<Implementation>[] = [{ control: 'TST-02' }, { version: '2.0.0' }, { status: 'alternative' }, { remarks: 'Why not.' }, { evidence: ['a', 'b'] }, { objectives: { 'TST-01.a': { 'inherited-from': 'platform' } } }]
  const free: readonly Partial<Implementation>[] = [{ version: '1.3.1' }, { reviews: [review] }]
  test.each(bound)('changes with %j', (change) => expect(fingerprintOfImplementation({ ...implementation, ...change })).not.toBe(fingerprintOfImplementation(implementation)))
  test.each(free)('does not change with %j', (change) => expect(fingerprintOfImplementation({ ...implementation, ...change })).toBe(fingerprintOfImplementation(implementation)))
})

test('a key without a value says of the facts what a missing key says', () => {
  const plain: Application = { 'id': 'a', 'kind': 'application', 'title': 'T', 'purpose': 'P', 'owner': { accountable: 'o' }, 'in-scope-since': '2026-01-01' }
  expect(fingerprintOfFacts({ ...plain, 'characteristics': null, 'risk-factors': null, 'components': null })).toBe(fingerprintOfFacts(plain))
})
