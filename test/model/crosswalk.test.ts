// The table of docs/architecture.md, and which controls stand behind a pair.
import { describe, expect, test } from 'vitest'
import { deriveCrosswalk } from '../../src/model/crosswalk.js'
import type { FrameworkEntry } from '../../src/model/library.js'
import type { Framework, MappingRow } from '../../src/schema/types.js'
import { control, library } from '../assess/make.js'

type Relationship = MappingRow['relationship']
const TYPES = ['equal-to', 'superset-of', 'subset-of', 'intersects-with'] as const

const framework = (id: string, elements: readonly string[]): Framework => ({
  id, title: id, edition: id, status: 'final', kind: 'catalog', published: '2026', publisher: 'P', source: { retrieved: '2026-01-01', licence: 'L' }, text: 'own-words', counts: {},
  elements: elements.map((element) => ({ id: element, kind: 'practice', title: element })),
})
type Row = readonly [controls: string, element: string, relationship: Relationship]
const row = ([controls, element, relationship]: Row): MappingRow => ({ controls: controls.split('+'), element, relationship, rationale: 'semantic', remarks: 'R', method: 'automation', by: 'passmuster', on: '2026-01-01' })
const controls = ['TST-01', 'TST-02', 'TST-03'].map((id) => control({ id }))

function entries(a: readonly Row[], b: readonly Row[]): readonly [FrameworkEntry, FrameworkEntry] {
  const { frameworks } = library(controls, [framework('a', ['A1', 'A2']), framework('b', ['B1', 'B2'])], [{ framework: 'a', maps: a.map(row) }, { framework: 'b', maps: b.map(row) }])
  const of = (id: string): FrameworkEntry => frameworks.get(id) ?? expect.fail(id)
  return [of('a'), of('b')]
}
const derived = (a: readonly Row[], b: readonly Row[]): readonly string[] =>
  deriveCrosswalk(...entries(a, b)).map((pair) => `${pair.from} ${pair.relationship ?? 'shares'} ${pair.to} by ${pair.controls.join(', ')}`)

/** From A to B, by the relationships of one set to A and to B; as section 5 of the design words it. */
const TABLE: Readonly<Record<(typeof TYPES)[number], Readonly<Record<(typeof TYPES)[number], string>>>> = {
  'equal-to': { 'equal-to': 'equal-to', 'superset-of': 'superset-of', 'subset-of': 'subset-of', 'intersects-with': 'intersects-with' },
  'superset-of': { 'equal-to': 'subset-of', 'superset-of': 'shares', 'subset-of': 'subset-of', 'intersects-with': 'shares' },
  'subset-of': { 'equal-to': 'superset-of', 'superset-of': 'superset-of', 'subset-of': 'intersects-with', 'intersects-with': 'intersects-with' },
  'intersects-with': { 'equal-to': 'intersects-with', 'superset-of': 'shares', 'subset-of': 'intersects-with', 'intersects-with': 'shares' },
}

describe.each(TYPES)('one set that is %s A', (first) => {
  test.each(TYPES)('and %s B', (second) => expect(derived([['TST-01', 'A1', first]], [['TST-01', 'B1', second]])).toEqual([`A1 ${TABLE[first][second]} B1 by TST-01`]))
})

test('the set is one set in any order', () => expect(derived([['TST-01+TST-02', 'A1', 'equal-to']], [['TST-02+TST-01', 'B1', 'subset-of']])).toEqual(['A1 subset-of B1 by TST-01, TST-02']))
test('two sets that share a control say no more than that', () => expect(derived([['TST-01+TST-02', 'A1', 'equal-to']], [['TST-02+TST-03', 'B1', 'equal-to']])).toEqual(['A1 shares B1 by TST-02']))
test('no relationship derives nothing', () => expect(derived([['TST-01', 'A1', 'no-relationship']], [['TST-01', 'B1', 'equal-to']])).toEqual([]))
test('a relationship goes before a shared control', () =>
  expect(derived([['TST-01', 'A1', 'equal-to'], ['TST-02', 'A1', 'intersects-with']], [['TST-01', 'B1', 'subset-of'], ['TST-02', 'B1', 'intersects-with']])).toEqual(['A1 subset-of B1 by TST-01']))
test('the stronger of two sets stands, with its controls', () =>
  expect(derived([['TST-01', 'A1', 'subset-of'], ['TST-02', 'A1', 'equal-to']], [['TST-01', 'B1', 'subset-of'], ['TST-02', 'B1', 'superset-of']])).toEqual(['A1 superset-of B1 by TST-02']))
test('subset by one set and superset by another is equal, by both', () =>
  expect(derived([['TST-01', 'A1', 'equal-to'], ['TST-02', 'A1', 'equal-to']], [['TST-01', 'B1', 'superset-of'], ['TST-02', 'B1', 'subset-of']])).toEqual(['A1 equal-to B1 by TST-01, TST-02']))
test('pairs stand in the publishers’ orders', () =>
  expect(derived([['TST-01', 'A2', 'subset-of'], ['TST-01', 'A1', 'subset-of']], [['TST-01', 'B2', 'superset-of'], ['TST-01', 'B1', 'superset-of']])).toEqual(['A1 superset-of B1 by TST-01', 'A1 superset-of B2 by TST-01', 'A2 superset-of B1 by TST-01', 'A2 superset-of B2 by TST-01']))
test('the other way round it is the inverse', () => {
  for (const first of TYPES) for (const second of TYPES) {
    const [there] = deriveCrosswalk(...entries([['TST-01', 'A1', first]], [['TST-01', 'B1', second]]))
    const [back] = deriveCrosswalk(...[...entries([['TST-01', 'A1', first]], [['TST-01', 'B1', second]])].reverse() as [FrameworkEntry, FrameworkEntry]) // two, the other way
    const inverse = { 'equal-to': 'equal-to', 'superset-of': 'subset-of', 'subset-of': 'superset-of', 'intersects-with': 'intersects-with', 'no-relationship': null } as const
    expect(back?.relationship).toBe(there?.relationship ? inverse[there.relationship] : null)
  }
})
