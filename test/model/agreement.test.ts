// What counts as contained in ours, what is in scope, and how our pairs are counted at the publisher's level.
import { expect, test } from 'vitest'
import { agreementOf, relates, type Agreement } from '../../src/model/agreement.js'
import type { Framework, Mapping, MappingRow, PublishedCrosswalk } from '../../src/schema/types.js'
import { control, library } from '../assess/make.js'

/** Elements as `id` or `id<parent`; a kind is written after a slash. */
const framework = (id: string, elements: readonly string[]): Framework => ({
  id, title: id, edition: id, status: 'final', kind: 'catalog', published: '2026', publisher: 'P', source: { retrieved: '2026-01-01', licence: 'L' }, text: 'own-words', counts: {},
  elements: elements.map((text) => { const [named = '', parent] = text.split('<'); const [name = '', kind = 'leaf'] = named.split('/'); return { id: name, kind, title: name, ...(parent !== undefined && { parent }) } }),
})
const row = (controls: string, element: string, relationship: MappingRow['relationship'] = 'intersects-with'): MappingRow => ({ controls: [controls], element, relationship, rationale: 'semantic', method: 'automation', by: 'passmuster', on: '2026-01-01' })
const pair = (text: string): { readonly from: string; readonly to: string } => { const [from = '', to = ''] = text.split(' → '); return { from, to } }

const A = framework('a', ['A1', 'A2', 'A3'])
const B = framework('b', ['B/group', 'B1<B', 'B2<B', 'C/group', 'C1<C', 'D'])
const controls = ['TST-01', 'TST-02', 'TST-03'].map((id) => control({ id }))

function agree(pairs: readonly string[], maps: readonly MappingRow[], more: Partial<PublishedCrosswalk> & { readonly outside?: Mapping['outside-catalog'] } = {}): Agreement {
  const { outside, ...rest } = more
  const own = maps.filter(({ element }) => element.startsWith('A'))
  const { frameworks } = library(controls, [A, B], [{ framework: 'a', maps: own }, { framework: 'b', maps: maps.filter((each) => !own.includes(each)), ...(outside && { 'outside-catalog': outside }) }])
  const [from, to] = [frameworks.get('a'), frameworks.get('b')]
  if (from === undefined || to === undefined) return expect.fail('no framework')
  return agreementOf({ from: 'a', to: 'b', publisher: 'P', source: { retrieved: '2026-01-01', licence: 'L' }, trust: 'T', pairs: pairs.map(pair), ...rest }, from, to)
}
const shown = (pairs: readonly { readonly from: string; readonly to: string; readonly remarks: string | null }[]): readonly string[] => pairs.map(({ from, to, remarks }) => `${from} → ${to}: ${remarks}`)

test('a pair that shares a control is contained, and counted by type only with a relationship', () => {
  const shared = agree(['A1 → B1', 'A2 → B1'], [row('TST-01', 'A1'), row('TST-01', 'B1')])
  expect([shared.contained, shared.containedByType, shared.derived, shared.derivedByType]).toEqual([1, 0, 1, 0])
  const typed = agree(['A1 → B1', 'A2 → B1'], [row('TST-01', 'A1', 'equal-to'), row('TST-01', 'B1')])
  expect([typed.contained, typed.containedByType, typed.derived, typed.derivedByType]).toEqual([1, 1, 1, 1])
})

test('what ours does not have is a disagreement, with its reason where there is one', () => {
  const { disagreements } = agree(['A1 → B1', 'A2 → B1', 'A2 → B2'], [row('TST-01', 'A1'), row('TST-01', 'B1')], { disagreements: [{ ...pair('A2 → B1'), remarks: 'Not so.' }] })
  expect(shown(disagreements)).toEqual(['A2 → B1: Not so.', 'A2 → B2: null'])
})

test('a heading is contained when something below it is, and our pairs below it count as one', () => {
  const { contained, derived, elements } = agree(['A1 → B'], [row('TST-01', 'A1'), row('TST-01', 'B1'), row('TST-01', 'B2')])
  expect([contained, derived]).toEqual([1, 1])
  expect(elements).toEqual([{ id: 'A1', published: 1, derived: 1 }])
})

test('a heading that the publisher does not name counts as one too, where it speaks of such headings', () => {
  expect(agree(['A1 → B'], [row('TST-01', 'A1'), row('TST-01', 'C1'), row('TST-01', 'D')]).derived).toBe(2)
  expect(agree(['A1 → B1'], [row('TST-01', 'A1'), row('TST-01', 'B1'), row('TST-01', 'B2')]).derived).toBe(2)
})

test('a pair with an end outside the catalog is out of scope, with the reason', () => {
  const { inScope, outOfScope, disagreements } = agree(['A1 → D', 'A1 → B1'], [row('TST-01', 'A1'), row('TST-01', 'B1')], { outside: [{ element: 'D', remarks: 'Not ours.' }] })
  expect([inScope.length, shown(outOfScope), disagreements]).toEqual([1, ['A1 → D: Not ours.'], []])
})

test('a heading is out of scope only when all below it is outside', () => {
  expect(agree(['A1 → B'], [], { outside: [{ element: 'B1', remarks: 'Not ours.' }] }).inScope.length).toBe(1)
  expect(agree(['A1 → B'], [], { outside: [{ element: 'B1', remarks: 'Not ours.' }, { element: 'B2', remarks: 'Nor this.' }] }).inScope.length).toBe(0)
})

test('elements that are derived and not published are counted, in the publisher’s order', () =>
  expect(agree(['A3 → B1'], [row('TST-01', 'A2'), row('TST-01', 'B1'), row('TST-01', 'B2')]).elements).toEqual([{ id: 'A2', published: 0, derived: 2 }, { id: 'A3', published: 1, derived: 0 }]))

test('asked of single pairs it says the same as the whole crosswalk', () => {
  const maps = [row('TST-01', 'A1'), row('TST-02', 'A2', 'equal-to'), row('TST-03', 'A3', 'no-relationship'), row('TST-01', 'B1'), row('TST-02', 'C1'), row('TST-03', 'D')]
  const own = maps.filter(({ element }) => element.startsWith('A'))
  const { frameworks } = library(controls, [A, B], [{ framework: 'a', maps: own }, { framework: 'b', maps: maps.filter((each) => !own.includes(each)) }])
  const [from, to] = [frameworks.get('a'), frameworks.get('b')]
  if (from === undefined || to === undefined) return expect.fail('no framework')
  const all = [...from.elements.keys()].flatMap((a) => [...to.elements.keys()].map((b) => `${a} → ${b}`))
  const missing = new Set(agree(all, maps).disagreements.map((each) => `${each.from} → ${each.to}`))
  expect(all.filter((text) => !relates(from, to)(pair(text)))).toEqual([...missing])
  expect(missing.size).toBeGreaterThan(0)
  expect(missing.size).toBeLessThan(all.length)
})

test('a heading that is named goes before an element of the same kind', () => {
  const clauses = framework('b', ['6/clause', '6.1/clause<6', '6.2/clause<6', '7/clause'])
  const { frameworks } = library(controls, [A, clauses], [{ framework: 'a', maps: [row('TST-01', 'A1')] }, { framework: 'b', maps: ['6.1', '6.2', '7'].map((element) => row('TST-01', element)) }])
  const [from, to] = [frameworks.get('a'), frameworks.get('b')]
  if (from === undefined || to === undefined) return expect.fail('no framework')
  const published = { from: 'a', to: 'b', publisher: 'P', source: { retrieved: '2026-01-01', licence: 'L' }, trust: 'T' }
  expect(agreementOf({ ...published, pairs: [pair('A1 → 6')] }, from, to).derived).toBe(2)
  expect(agreementOf({ ...published, pairs: [pair('A1 → 6'), pair('A1 → 6.2')] }, from, to).derived).toBe(3)
})
