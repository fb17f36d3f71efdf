import { describe, expect, test } from 'vitest'
import { rollUp } from '../../src/assess/roll-up.js'
import { isInForce, type Library } from '../../src/model/library.js'
import { linkLibrary } from '../../src/read/link-library.js'
import type { Control, Framework, Mapping, Tailoring } from '../../src/schema/types.js'
import { builtinSource } from '../../src/source/source.js'
import type { Doc, Kind } from '../../src/model/doc.js'
import { catalog, control, objective } from '../assess/make.js'

const doc = <T>(kind: Kind, file: string, data: T, builtin = true): Doc<T> => ({ kind, file, source: builtinSource(file, data), data, builtin })
const framework: Framework = {
  id: 'demo', title: 'Demo', edition: '1', status: 'final', kind: 'catalog', published: '2026-01-01', publisher: 'P', source: { retrieved: '2026-01-01', licence: 'CC0-1.0' }, text: 'own-words', counts: { clause: 2 },
  elements: [{ id: '1', kind: 'clause', title: 'One' }, { id: '2', kind: 'clause', title: 'Two' }],
} as Framework // only what is read here
const row = (element: string, controls: readonly string[]) => ({ controls, element, relationship: 'equal-to', rationale: 'semantic', method: 'automation', by: 'p', on: '2026-01-01' }) as const
const mapping: Mapping = { framework: 'demo', maps: [row('1', ['TST-01']), row('2', ['TST-01', 'TST-02'])] }

const TST_01 = control({
  severity: 'high',
  parameters: [{ id: 'bound', value: 0.05, 'by-tier': { critical: 0.01 }, description: 'D' }, { id: 'cases', value: 100, description: 'D' }, { id: 'interval', value: 'P90D', description: 'D' }],
  objectives: [
    objective('TST-01.a', {}, { 'valid-for': 'interval', criteria: [{ metric: 'rate', 'at-most': 'bound' }, { metric: 'cases', 'at-least': 'cases' }] }),
    objective('TST-01.b', {}, { 'valid-for': 'P1Y' }, { types: ['log'], 'valid-for': 'P30D' }),
  ],
})

function tailored(tailoring: Tailoring, asOf = '2026-09-30', builtin = true): Library {
  const controls: readonly Control[] = [TST_01, control({ id: 'TST-02' })]
  return linkLibrary({ title: 'Example' }, {
    catalogs: [doc('catalog', 'controls/catalog.yaml', catalog)], controls: controls.map((data) => doc('control', `controls/testing/${data.id}.yaml`, data, builtin)),
    evidenceTypes: [], adoptions: [], editions: [], publishedCrosswalks: [], mappingReviews: [], frameworks: [doc('framework', 'frameworks/demo/framework.yaml', framework)], mappings: [doc('mapping', 'frameworks/demo/mapping.yaml', mapping)],
  }, { tailoring: doc('tailoring', 'tailoring.yaml', tailoring, false), asOf })
}
const approved = { 'reason': 'R', 'approved-by': 'ciso', 'approved-on': '2026-08-01' }
const parameter = (id: string, value: number | string, change: object = {}) => ({ parameters: [{ control: 'TST-01', parameter: id, value, ...approved, ...change }] }) as Tailoring // the changes are the test's
const reach = (library: Library): readonly string[] => rollUp(library.frameworks.get('demo') ?? (() => { throw new Error('no framework') })()).map((element) => element.reach)
const loosens = (library: Library): readonly (readonly [boolean, readonly string[] | undefined])[] => library.tailoring.map((change) => [change.loosens, change.tiers])

describe('each change, and whether it loosens', () => {
  test.each([
    ['a higher upper bound, in the tiers where it is one', parameter('bound', 0.05), [[true, ['critical']]]],
    ['a higher upper bound', parameter('bound', 0.5), [[true, undefined]]],
    ['a lower upper bound', parameter('bound', 0.01), [[false, undefined]]],
    ['by tier as before, else stricter', parameter('bound', 0.02, { 'by-tier': { critical: 0.01 } }), [[false, undefined]]],
    ['one tier looser', parameter('bound', 0.05, { 'by-tier': { critical: 0.01, low: 0.1 } }), [[true, ['low']]]],
    ['a lower lower bound', parameter('cases', 50), [[true, undefined]]],
    ['a higher lower bound', parameter('cases', 500), [[false, undefined]]],
    ['a longer interval', parameter('interval', 'P3M'), [[true, undefined]]],
    ['a shorter interval', parameter('interval', 'P30D'), [[false, undefined]]],
    ['left out', { 'left-out': [{ control: 'TST-01', ...approved }] }, [[true, undefined]]],
    ['a shorter validity', { validity: [{ objective: 'TST-01.b', type: 'report', 'valid-for': 'P180D', reason: 'R' }] }, [[false, undefined]]],
    ['a validity between two', { validity: [{ objective: 'TST-01.b', 'valid-for': 'P180D', ...approved }] }, [[true, undefined]]],
    ['a higher severity', { severity: [{ control: 'TST-01', severity: 'critical', reason: 'R' }] }, [[false, undefined]]],
    ['a lower severity', { severity: [{ control: 'TST-01', severity: 'low', ...approved }] }, [[true, undefined]]],
  ] as const)('%s', (_name, tailoring, expected) => expect(loosens(tailored(tailoring as Tailoring))).toEqual(expected))
})

describe('the control as it then is', () => {
  const of = (tailoring: Tailoring): Control | undefined => tailored(tailoring).controls.get('TST-01')?.control
  test('a parameter has the stated values and no others', () => expect(of(parameter('bound', 0.5))?.parameters?.[0]).toEqual({ id: 'bound', value: 0.5, description: 'D' }))
  test('a validity is that of the requests that state one for the type', () => {
    expect(of({ validity: [{ objective: 'TST-01.b', type: 'log', 'valid-for': 'P7D', reason: 'R' }] })?.objectives[1]?.evidence.map((request) => request['valid-for'])).toEqual(['P1Y', 'P7D'])
  })
  test('several entries add up, and the catalog stays at hand', () => {
    const entry = tailored({ ...parameter('bound', 0.01), severity: [{ control: 'TST-01', severity: 'critical', reason: 'R' }] }).controls.get('TST-01')
    expect([entry?.control.severity, entry?.control.parameters?.[0]?.value, entry?.before?.severity, entry?.before?.parameters?.[0]?.value, entry?.changes?.length]).toEqual(['critical', 0.01, 'high', 0.05, 2])
  })
  test('a control of this repository is not tailored', () => expect(tailored(parameter('bound', 0.5), '2026-09-30', false).tailoring).toEqual([]))
  test.each([['a duration for a number', parameter('bound', 'P1Y')], ['no such parameter', parameter('bund', 0.5)], ['a validity that a parameter states', { validity: [{ objective: 'TST-01.a', 'valid-for': 'P1D', reason: 'R' }] } as Tailoring]])('%s changes nothing', (_name, tailoring) => {
    const library = tailored(tailoring)
    expect([library.tailoring, library.controls.get('TST-01')?.control]).toEqual([[], TST_01])
  })
})

describe('what loosens holds from the day of its approval', () => {
  const bound = (asOf: string) => tailored(parameter('bound', 0.5), asOf).controls.get('TST-01')?.control.parameters?.[0]?.value
  test.each([['2026-07-31', 0.05], ['2026-08-01', 0.5]])('on %s', (asOf, value) => expect(bound(asOf)).toBe(value))
  test('without one it never holds', () => expect(tailored({ 'left-out': [{ control: 'TST-01', reason: 'R' }] }).controls.get('TST-01')?.leftOut).toBeUndefined())
  test('what asks for more needs none', () => expect(tailored(parameter('bound', 0.01, { 'approved-by': undefined, 'approved-on': undefined })).controls.get('TST-01')?.control.parameters?.[0]?.value).toBe(0.01))
})

describe('coverage', () => {
  test('as the catalog has it', () => expect(reach(tailored({ severity: [{ control: 'TST-01', severity: 'critical', reason: 'R' }] }))).toEqual(['full', 'full']))
  test('a set with a loosened member reaches only partially', () => expect(reach(tailored(parameter('bound', 0.5)))).toEqual(['partial', 'partial']))
  test('not before it holds', () => expect(reach(tailored(parameter('bound', 0.5), '2026-07-01'))).toEqual(['full', 'full']))
  test('a control that is left out relates to nothing, and its sets reach partially', () => {
    const library = tailored({ 'left-out': [{ control: 'TST-01', ...approved }] })
    expect(reach(library)).toEqual(['unmapped', 'partial'])
    expect([...library.controls.values()].map(isInForce)).toEqual([false, true])
  })
  test('a lower severity counts as loosened too', () => expect(reach(tailored({ severity: [{ control: 'TST-02', severity: 'low', ...approved }] }))).toEqual(['full', 'partial']))
})
