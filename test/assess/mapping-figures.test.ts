import { expect, test } from 'vitest'
import { largestControls, mappingFigures } from '../../src/assess/mapping-figures.js'
import type { FrameworkEntry } from '../../src/model/library.js'
import type { Framework, Mapping, MappingRow } from '../../src/schema/types.js'
import { control, library } from './make.js'

const framework = (id: string, change: Partial<Framework> = {}): Framework => ({
  id, title: id, edition: id, status: 'final', kind: 'catalog', published: '2026', publisher: 'P', source: { retrieved: '2026-01-01', licence: 'L' }, text: 'own-words', counts: {},
  elements: [{ id: 'H', kind: 'group', title: 'H' }, ...['A', 'B', 'C', 'D'].map((element) => ({ id: element, kind: 'leaf', title: element, parent: 'H' }))], ...change,
})
const profile = framework('p', { kind: 'profile', profiles: 'f', elements: [], 'focus-areas': [{ id: 'x', title: 'X', summary: 'S' }], entries: ['A', 'B', 'C'].map((element) => ({ element, 'focus-area': 'x', priority: 1, 'standard-practice': true })) } satisfies Partial<Framework>)
const row = (controls: readonly string[], element: string, relationship: MappingRow['relationship'], change: Partial<MappingRow> = {}): MappingRow => ({ controls, element, relationship, rationale: 'semantic', method: 'automation', by: 'passmuster', on: '2026-01-01', ...change })
const checked = { by: 'second-reader', on: '2026-01-02' }
const controls = ['TST-01', 'TST-02'].map((id) => control({ id }))

const mapping: Mapping = {
  framework: 'f',
  maps: [row(['TST-01'], 'A', 'equal-to', { checked, method: 'human' }), row(['TST-01', 'TST-02'], 'A', 'subset-of', { checked }), row(['TST-01'], 'B', 'superset-of'), row(['TST-02'], 'B', 'no-relationship', { method: 'hybrid' }), row(['TST-02'], 'C', 'intersects-with')],
  'outside-catalog': [{ element: 'D', remarks: 'R', checked }],
}
function entries(...mappings: readonly Mapping[]): (id: string) => FrameworkEntry {
  const { frameworks } = library(controls, [framework('f'), profile], mappings)
  return (id) => frameworks.get(id) ?? expect.fail(id)
}

test('a catalog', () =>
  expect(mappingFigures(entries(mapping)('f'))).toEqual({
    leaves: 4, full: 2, partial: 1, outsideCatalog: 1, unmapped: 0, asProfiled: 0, derived: 0,
    rows: { 'equal-to': 1, 'superset-of': 1, 'subset-of': 1, 'intersects-with': 1, 'no-relationship': 1 },
    methods: { human: 1, hybrid: 1, automation: 3 }, checked: 3, confirmed: 0, disputed: 0, secondReading: { wanted: 3, done: 2 },
  }))

test('a profile, with rows of its own and taken as profiled', () =>
  expect(mappingFigures(entries(mapping, { framework: 'p', maps: [row(['TST-02'], 'A.x', 'subset-of')], 'as-profiled': ['B.x'], 'as-profiled-checked': [{ elements: ['B.x'], ...checked }] })('p'))).toMatchObject({
    leaves: 3, full: 1, partial: 1, outsideCatalog: 0, unmapped: 1, asProfiled: 1, checked: 1, secondReading: { wanted: 0, done: 0 },
  }))

test('a control counts once for an element, alone or in a set, and not where there is no relationship', () => {
  const of = entries(mapping, { framework: 'p', 'as-profiled': ['B.x'] })
  expect(largestControls([of('f'), of('p')], 9)).toEqual([
    { control: 'TST-01', framework: 'f', elements: 2, leaves: 4 },
    { control: 'TST-02', framework: 'f', elements: 2, leaves: 4 },
    { control: 'TST-01', framework: 'p', elements: 1, leaves: 3 },
  ])
  expect(largestControls([of('f')], 1)).toHaveLength(1)
})

test('what is derived repeats the edition that it comes from, and is left out', () => {
  const { frameworks } = library(controls, [framework('f'), framework('g', { supersedes: 'f' })], [{ ...mapping, framework: 'g' }],
    [{ framework: 'g', from: 'f', method: 'automation', by: 'passmuster', on: '2026-01-01', elements: ['A', 'B', 'C', 'D'].map((element) => ({ element, change: 'same', to: [{ element, relationship: 'equal-to' }] })) }])
  expect(largestControls([...frameworks.values()], 9).map((reach) => reach.framework)).toEqual(['g', 'g'])
  const older = frameworks.get('f')
  expect(older && mappingFigures(older)).toMatchObject({ leaves: 4, full: 2, partial: 1, outsideCatalog: 1, unmapped: 0, derived: 4, rows: { 'equal-to': 0 }, secondReading: { wanted: 0, done: 0 } })
})
