// Where elements go along editions, and what becomes of what is mapped to them.
import { describe, expect, test } from 'vitest'
import { compareEditions, coverageUnderBoth, type ComparedEditions } from '../../src/assess/compare-editions.js'
import type { EditionChange, EditionFrom, Framework, Mapping, MappingRow } from '../../src/schema/types.js'
import { control, library } from './make.js'

type Relationship = MappingRow['relationship']
type Step = Exclude<Relationship, 'no-relationship'>

const framework = (id: string, elements: readonly string[], supersedes?: string): Framework => ({
  id, title: id, edition: id, status: 'final', kind: 'catalog', published: '2026', publisher: 'P', source: { retrieved: '2026-01-01', licence: 'L' }, text: 'own-words', counts: {},
  ...(supersedes && { supersedes }), elements: elements.map((element) => ({ id: element, kind: 'risk', title: element })),
})
const row = (controls: string, element: string, relationship: Relationship): MappingRow => ({ controls: controls.split('+'), element, relationship, rationale: 'semantic', remarks: 'R', method: 'automation', by: 'passmuster', on: '2026-01-01' })
const edition = (from: string, to: string, ...elements: readonly EditionChange[]): EditionFrom => ({ framework: to, from, method: 'automation', by: 'passmuster', on: '2026-01-01', elements })
const change = (element: string, word: EditionChange['change'], ...to: readonly (readonly [string, Step])[]): EditionChange => ({ element, change: word, ...(to.length > 0 && { to: to.map(([id, relationship]) => ({ element: id, relationship })) }) })
const controls = [control({ id: 'TST-01' }), control({ id: 'TST-02' })]

function compare(from: string, to: string, editions: readonly EditionFrom[], mappings: readonly Mapping[] = []): ComparedEditions | undefined {
  const { frameworks } = library(controls, [framework('x-1', ['A', 'B']), framework('x-2', ['A', 'B', 'C'], 'x-1'), framework('x-3', ['A', 'B', 'C'], 'x-2')], mappings, editions)
  const of = (id: string) => frameworks.get(id) ?? expect.fail(id)
  return compareEditions(of(from), of(to))
}
const carried = (compared: ComparedEditions | undefined): readonly string[] =>
  (compared?.mappings ?? []).map(({ element, to, controls: set, relationship, outcome, follows, reason }) => `${element} ${relationship} ${set.join('+')} → ${to ?? '–'}: ${outcome}${follows === null ? '' : ` ${follows}`}${reason === undefined ? '' : ` (${reason})`}`)

describe('what holds of a successor, by how a set relates to the older element and that to the newer', () => {
  const STEPS = ['equal-to', 'superset-of', 'subset-of', 'intersects-with'] as const
  const TABLE: Readonly<Record<Relationship, readonly [string, string, string, string]>> = {
    'equal-to': ['carries equal-to', 'carries superset-of', 'look subset-of (wider)', 'look intersects-with (wider)'],
    'superset-of': ['carries superset-of', 'carries superset-of', 'look intersects-with (wider)', 'look intersects-with (wider)'],
    'subset-of': ['carries subset-of', 'look (part)', 'carries subset-of', 'look (part)'],
    'intersects-with': ['carries intersects-with', 'look (part)', 'carries intersects-with', 'look (part)'],
    'no-relationship': ['carries no-relationship', 'carries no-relationship', 'look (wider)', 'look (wider)'],
  }
  test.each(Object.keys(TABLE) as Relationship[])('%s', (relationship) => { // the keys of TABLE
    const found = STEPS.map((step) => carried(compare('x-1', 'x-2', [edition('x-1', 'x-2', change('A', 'revised', ['C', step]))], [{ framework: 'x-1', maps: [row('TST-01', 'A', relationship)] }])))
    expect(found).toEqual(TABLE[relationship].map((outcome) => [`A ${relationship} TST-01 → C: ${outcome}`]))
  })
})

describe('what the later mapping says already', () => {
  const says = (later: readonly MappingRow[], older: readonly MappingRow[], step: Step = 'equal-to', outside: readonly string[] = []): readonly string[] =>
    carried(compare('x-1', 'x-2', [edition('x-1', 'x-2', change('A', 'moved', ['C', step]))], [{ framework: 'x-1', maps: older }, { framework: 'x-2', maps: later, 'outside-catalog': outside.map((element) => ({ element, remarks: 'R', by: 'passmuster', on: '2026-01-01' })) }]))
  test('the same, or more, needs nothing', () => {
    expect(says([row('TST-02+TST-01', 'C', 'subset-of')], [row('TST-01+TST-02', 'A', 'subset-of')])).toEqual(['A subset-of TST-01+TST-02 → C: stated subset-of'])
    expect(says([row('TST-01', 'C', 'superset-of')], [row('TST-01', 'A', 'superset-of')], 'subset-of')).toEqual(['A superset-of TST-01 → C: stated intersects-with'])
  })
  test('whatever it says where nothing follows', () => expect(says([row('TST-01', 'C', 'no-relationship')], [row('TST-01', 'A', 'subset-of')], 'superset-of')).toEqual(['A subset-of TST-01 → C: stated']))
  test('less, or the opposite, is a contradiction', () => {
    expect(says([row('TST-01', 'C', 'intersects-with')], [row('TST-01', 'A', 'subset-of')])).toEqual(['A subset-of TST-01 → C: look subset-of (contradicted)'])
    expect(says([row('TST-01', 'C', 'no-relationship')], [row('TST-01', 'A', 'subset-of')])).toEqual(['A subset-of TST-01 → C: look subset-of (contradicted)'])
    expect(says([row('TST-01', 'C', 'subset-of')], [row('TST-01', 'A', 'superset-of')])).toEqual(['A superset-of TST-01 → C: look superset-of (contradicted)'])
    expect(says([], [row('TST-01', 'A', 'subset-of')], 'equal-to', ['C'])).toEqual(['A subset-of TST-01 → C: look subset-of (contradicted)'])
  })
  test('another set is another statement', () => expect(says([row('TST-01+TST-02', 'C', 'equal-to')], [row('TST-01', 'A', 'subset-of')])).toEqual(['A subset-of TST-01 → C: carries subset-of']))
})

test('that an element is outside the catalog is a statement of the whole of it', () => {
  const older: Mapping = { framework: 'x-1', maps: [], 'outside-catalog': [{ element: 'A', remarks: 'R', by: 'passmuster', on: '2026-01-01' }] }
  const moved = [edition('x-1', 'x-2', change('A', 'moved', ['C', 'equal-to']))]
  expect(carried(compare('x-1', 'x-2', moved, [older]))).toEqual(['A no-relationship  → C: carries no-relationship'])
  expect(carried(compare('x-1', 'x-2', moved, [older, { framework: 'x-2', maps: [row('TST-02', 'C', 'subset-of')] }]))).toEqual(['A no-relationship  → C: look no-relationship (contradicted)'])
})

test('an element that is gone, one of which nothing is said, and what is derived', () => {
  const older: Mapping = { framework: 'x-1', maps: [row('TST-01', 'A', 'subset-of'), row('TST-02', 'B', 'subset-of')] }
  expect(carried(compare('x-1', 'x-2', [edition('x-1', 'x-2', change('A', 'gone'))], [older]))).toEqual(['A subset-of TST-01 → –: look (gone)', 'B subset-of TST-02 → –: look (uncertain)'])
  const derived = compare('x-1', 'x-2', [edition('x-1', 'x-2', change('A', 'same', ['A', 'equal-to']))], [{ framework: 'x-2', maps: [row('TST-01', 'A', 'subset-of')] }])
  expect([carried(derived), derived?.from.derived.size]).toEqual([[], 1])
})

test('several editions compose; what does not follow is not said', () => {
  const compared = compare('x-1', 'x-3', [
    edition('x-1', 'x-2', change('A', 'merged', ['A', 'subset-of']), change('B', 'split', ['B', 'superset-of'], ['C', 'equal-to'])),
    edition('x-2', 'x-3', change('A', 'split', ['A', 'superset-of']), change('B', 'moved', ['C', 'subset-of']), change('C', 'moved', ['C', 'equal-to'])),
  ])
  expect(compared?.through).toEqual(['x-2'])
  expect(compared?.elements).toEqual([
    { element: 'A', change: null, to: [{ element: 'A', relationship: null }] },
    { element: 'B', change: 'moved', to: [{ element: 'C', relationship: 'equal-to' }] },
  ])
  expect(compared?.added.map(({ element }) => element)).toEqual(['B'])
})

test('what is gone on the way is gone', () => {
  const compared = compare('x-1', 'x-3', [edition('x-1', 'x-2', change('A', 'same', ['A', 'equal-to'])), edition('x-2', 'x-3', change('A', 'gone'))])
  expect(compared?.elements[0]).toEqual({ element: 'A', change: 'gone', to: [] })
})

test('editions are compared in one direction, along files that connect them', () => {
  const one = [edition('x-1', 'x-2', change('A', 'same', ['A', 'equal-to']))]
  expect(compare('x-2', 'x-1', one)).toBeUndefined()
  expect(compare('x-1', 'x-3', one)).toBeUndefined()
  expect(compare('x-1', 'x-1', one)).toBeUndefined()
})

test('coverage of both comes from the same findings', () => {
  const compared = compare('x-1', 'x-2', [edition('x-1', 'x-2', change('A', 'moved', ['C', 'equal-to']))], [{ framework: 'x-1', maps: [row('TST-01', 'A', 'equal-to')] }, { framework: 'x-2', maps: [row('TST-01', 'C', 'equal-to'), row('TST-02', 'B', 'subset-of')] }]) ?? expect.fail('connected')
  const { from, to, toStates } = coverageUnderBoth(compared, (id) => (id === 'TST-01' ? 'satisfied' : 'not-satisfied'))
  expect([from.met, from.unmapped, to.met, to['not-met'], to.unmapped]).toEqual([1, 1, 1, 1, 1])
  expect(Object.fromEntries(toStates)).toEqual({ A: 'unmapped', B: 'not-met', C: 'met' })
})
