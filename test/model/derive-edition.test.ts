// What follows for a superseded edition from the mapping of the one that took its place.
import { describe, expect, test } from 'vitest'
import type { FrameworkEntry } from '../../src/model/library.js'
import { rollUp } from '../../src/assess/roll-up.js'
import type { EditionChange, EditionFrom, Framework, Mapping, MappingRow } from '../../src/schema/types.js'
import { control, library } from '../assess/make.js'

const framework = (id: string, elements: readonly string[], supersedes?: string): Framework => ({
  id, title: id, edition: id, status: 'final', kind: 'catalog', published: '2026', publisher: 'P', source: { retrieved: '2026-01-01', licence: 'L' }, text: 'own-words', counts: {},
  ...(supersedes && { supersedes }), elements: elements.map((element) => ({ id: element, kind: 'risk', title: element })),
})
const row = (controls: readonly string[], element: string, relationship: MappingRow['relationship']): MappingRow => ({ controls, element, relationship, rationale: 'semantic', remarks: 'R', method: 'automation', by: 'passmuster', on: '2026-01-01' })
const edition = (from: string, to: string, ...elements: readonly EditionChange[]): EditionFrom => ({ framework: to, from, method: 'automation', by: 'passmuster', on: '2026-01-01', elements })
const change = (element: string, ...to: readonly (readonly [string, 'equal-to' | 'superset-of' | 'subset-of' | 'intersects-with'])[]): EditionChange =>
  ({ element, change: 'same', ...(to.length > 0 && { to: to.map(([id, relationship]) => ({ element: id, relationship })) }) })

const controls = [control({ id: 'TST-01' }), control({ id: 'TST-02' })]
function link(mappings: readonly Mapping[], editions: readonly EditionFrom[]): (id: string) => FrameworkEntry {
  const { frameworks } = library(controls, [framework('x-1', ['A', 'B']), framework('x-2', ['A', 'B', 'C'], 'x-1'), framework('x-3', ['A', 'B', 'C'], 'x-2')], mappings, editions)
  return (id) => frameworks.get(id) ?? expect.fail(id)
}
const said = (entry: FrameworkEntry, element: string): readonly string[] => (entry.rows.get(element) ?? []).map(({ data, derived }) => `${data.controls.join('+')} ${data.relationship} ${data.element}${derived ? ` through ${derived.map((step) => `${step.framework}:${step.element}`).join(' ')}` : ''}`)

test('an equal element has the rows of its successor, and is marked', () => {
  const of = link([{ framework: 'x-3', maps: [row(['TST-01'], 'B', 'subset-of')] }], [edition('x-2', 'x-3', change('A', ['B', 'equal-to']))])
  expect(said(of('x-2'), 'A')).toEqual(['TST-01 subset-of A through x-3:B'])
  expect([...of('x-2').derived]).toEqual(['A'])
  expect([...of('x-3').derived]).toEqual([])
})

test('what relates to a part of something wider need not relate to the old element', () => {
  const maps = (relationship: MappingRow['relationship']): Mapping => ({ framework: 'x-3', maps: [row(['TST-01'], 'B', relationship)] })
  const derived = (relationship: MappingRow['relationship']): readonly string[] => said(link([maps(relationship)], [edition('x-2', 'x-3', change('A', ['B', 'subset-of']))])('x-2'), 'A')
  expect(derived('subset-of')).toEqual([])
  expect(derived('intersects-with')).toEqual([])
  expect(derived('superset-of')).toEqual(['TST-01 superset-of A through x-3:B'])
  expect(derived('equal-to')).toEqual(['TST-01 superset-of A through x-3:B'])
  expect(derived('no-relationship')).toEqual(['TST-01 no-relationship A through x-3:B'])
})

test('a chain of editions composes, and names each step', () => {
  const of = link([{ framework: 'x-3', maps: [row(['TST-01'], 'C', 'equal-to')] }], [edition('x-1', 'x-2', change('A', ['B', 'superset-of'])), edition('x-2', 'x-3', change('B', ['C', 'equal-to']))])
  expect(said(of('x-1'), 'A')).toEqual(['TST-01 subset-of A through x-2:B x-3:C'])
})

test('two successors that speak of one set give one row, the one that says more', () => {
  const of = link([{ framework: 'x-3', maps: [row(['TST-01'], 'A', 'intersects-with'), row(['TST-01'], 'B', 'subset-of'), row(['TST-02'], 'B', 'subset-of')] }],
    [edition('x-2', 'x-3', change('A', ['A', 'superset-of'], ['B', 'superset-of']))])
  expect(said(of('x-2'), 'A')).toEqual(['TST-01 subset-of A through x-3:B', 'TST-02 subset-of A through x-3:B'])
})

test('an element that the edition’s own mapping speaks of is read from that alone', () => {
  const of = link([{ framework: 'x-3', maps: [row(['TST-01'], 'A', 'subset-of'), row(['TST-01'], 'B', 'subset-of')] }, { framework: 'x-2', maps: [row(['TST-02'], 'A', 'equal-to')], 'outside-catalog': [{ element: 'C', remarks: 'Not ours.' }] }],
    [edition('x-2', 'x-3', change('A', ['A', 'equal-to']), change('B', ['B', 'equal-to']), change('C', ['B', 'equal-to']))])
  expect(said(of('x-2'), 'A')).toEqual(['TST-02 equal-to A'])
  expect(said(of('x-2'), 'B')).toEqual(['TST-01 subset-of B through x-3:B'])
  expect(said(of('x-2'), 'C')).toEqual([])
  expect([...of('x-2').derived]).toEqual(['B'])
})

describe('outside the catalog', () => {
  const outside: Mapping = { framework: 'x-3', 'outside-catalog': [{ element: 'B', remarks: 'Not ours.' }], maps: [row(['TST-01'], 'C', 'subset-of')] }
  const reach = (...to: Parameters<typeof change>[1][]): string | undefined => rollUp(link([outside], [edition('x-2', 'x-3', change('A', ...to))])('x-2')).find(({ id }) => id === 'A')?.reach
  test('is derived for what is equal or a part', () => {
    expect(reach(['B', 'equal-to'])).toBe('outside-catalog')
    expect(reach(['B', 'subset-of'])).toBe('outside-catalog')
  })
  test('is not derived for what holds more', () => {
    expect(reach(['B', 'superset-of'])).toBe('unmapped')
    expect(reach(['B', 'intersects-with'])).toBe('unmapped')
  })
  test('and a related successor beside it is a relation', () => expect(reach(['B', 'subset-of'], ['C', 'superset-of'])).toBe('partial'))
  test('nothing follows for what is gone', () => expect(reach()).toBe('unmapped'))
})

test('editions in a circle come to an end', () => {
  const of = link([{ framework: 'x-2', maps: [row(['TST-01'], 'B', 'equal-to')] }], [edition('x-1', 'x-2', change('A', ['B', 'equal-to'])), edition('x-2', 'x-1', change('A', ['A', 'equal-to']))])
  expect(said(of('x-1'), 'A')).toEqual(['TST-01 equal-to A through x-2:B'])
})
