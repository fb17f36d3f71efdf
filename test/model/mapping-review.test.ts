import { expect, test } from 'vitest'
import { methodOf, reviewThatCounts, type Readable } from '../../src/model/mapping-review.js'
import type { People } from '../../src/model/people.js'
import type { MappingReview, MappingRow } from '../../src/schema/types.js'
import { builtinSource } from '../../src/source/source.js'

const NOW = 'a0000000000000000000000000000000'
const people: People = new Map([['reader', { id: 'reader', title: 'R' }], ['second', { id: 'second', title: 'S' }], ['writer', { id: 'writer', title: 'W' }], ['team', { id: 'team', title: 'T', group: true }]])
const readable: Readable = { element: 'A', controls: ['TST-02', 'TST-01'], by: 'writer', of: NOW }
const review = (change: Partial<MappingReview> = {}): MappingReview => ({ element: 'A', controls: ['TST-01', 'TST-02'], by: 'reader', on: '2026-01-01', decision: 'confirmed', of: NOW, ...change })
const decision = (...reviews: readonly MappingReview[]): string => { const found = reviewThatCounts(readable, reviews, people); return found ? `${found.decision} by ${found.by}` : 'none' }

test('a reading of exactly this row by a person counts', () => expect(decision(review())).toBe('confirmed by reader'))
test.each([['who wrote it', { by: 'writer' }], ['a group', { by: 'team' }], ['somebody unknown', { by: 'nobody' }]])('that of %s does not', (_who, change) => expect(decision(review(change))).toBe('none'))
test.each([['as it stood before', { of: 'b0000000000000000000000000000000' }], ['of another element', { element: 'B' }], ['of part of the set', { controls: ['TST-01'] }]])('nor one %s', (_what, change) => expect(decision(review(change))).toBe('none'))
test('of the readings of one person the last', () => {
  expect(decision(review({ decision: 'disputed' }), review())).toBe('confirmed by reader')
  expect(decision(review(), review({ decision: 'disputed' }))).toBe('disputed by reader')
})
test('a dispute goes before somebody else’s confirmation', () => {
  expect(decision(review({ decision: 'disputed' }), review({ by: 'second' }))).toBe('disputed by reader')
  expect(decision(review(), review({ by: 'second' }))).toBe('confirmed by second')
})

test('a confirmation makes an automated row hybrid, and nothing else', () => {
  const data = (method: MappingRow['method']): MappingRow => ({ controls: ['TST-01'], element: 'A', relationship: 'equal-to', rationale: 'semantic', method, by: 'writer', on: '2026-01-01' })
  const row = (method: MappingRow['method'], found?: MappingReview) => ({ data: data(method), doc: { kind: 'mapping' as const, file: 'm', source: builtinSource('m', {}), data: {}, builtin: false }, path: [], ...(found && { review: found }) })
  for (const method of ['human', 'hybrid', 'automation'] as const) {
    expect(methodOf(row(method))).toBe(method)
    expect(methodOf(row(method, review({ decision: 'disputed' })))).toBe(method)
    expect(methodOf(row(method, review()))).toBe(method === 'automation' ? 'hybrid' : method)
  }
})
