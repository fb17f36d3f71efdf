import { describe, expect, test } from 'vitest'
import { controlDifferences } from '../../src/model/control-differences.js'
import type { Applicability, Control, EvidenceRequest, Objective } from '../../src/schema/types.js'

const request: EvidenceRequest = { types: ['report'], 'valid-for': 'P90D', review: 'none', criteria: [{ metric: 'rate', 'at-most': 'bound' }] }
const objective: Objective = { id: 'TST-01.a', method: 'TEST', text: 'A suite ran.', inheritable: true, evidence: [request] }
const control: Control = {
  id: 'TST-01', version: '1.0.0', effective: '2026-01-01', status: 'active', scope: 'application', title: 'Tests', statement: 'It is tested.', risk: 'Nobody knows.', guidance: 'Test it.', severity: 'low',
  parameters: [{ id: 'bound', value: 0.05, 'by-tier': { critical: 0.01 }, description: 'Share.' }], objectives: [objective],
}
const asks = (changes: Partial<EvidenceRequest>): Partial<Control> => ({ objectives: [{ ...objective, evidence: [{ ...request, ...changes }] }] })
const objectiveIs = (changes: Partial<Objective>): Partial<Control> => ({ objectives: [{ ...objective, ...changes }] })
const applies = (applicability: Applicability): Control => ({ ...control, applicability })
const told = (before: Control, after: Control): readonly string[] => controlDifferences(before, after).map(({ kind, needs }) => `${kind} ${needs}`)

describe('what a difference is, and which step it needs, there and back', () => {
  const cases: readonly (readonly [string, Partial<Control>, readonly string[], readonly string[]])[] = [
    ['nothing', {}, [], []],
    ['a version alone', { version: '2.0.0' }, [], []],
    ['validity', asks({ 'valid-for': 'P60D' }), ['validity major'], ['validity minor']],
    ['months that are shorter than days at times', asks({ 'valid-for': 'P3M' }), ['validity major'], ['validity major']],
    ['the same validity by a parameter', { parameters: [...(control.parameters ?? []), { id: 'time', value: 'P90D', description: 'Time.' }], ...asks({ 'valid-for': 'time' }) }, ['parameter minor'], ['parameter-removed major']],
    ['periods instead of a validity', { objectives: [{ ...objective, evidence: [{ types: ['report'], every: 'P3M', over: 'P1Y', review: 'none', criteria: request.criteria ?? [] }] }] }, ['validity major'], ['validity major']],
    ['a bound in its parameter', { parameters: [{ id: 'bound', value: 0.04, 'by-tier': { critical: 0.01 }, description: 'Share.' }] }, ['criterion major'], ['criterion minor']],
    ['a bound in one tier', { parameters: [{ id: 'bound', value: 0.05, 'by-tier': { critical: 0.02 }, description: 'Share.' }] }, ['criterion minor'], ['criterion major']],
    ['lower for one and higher for another', { parameters: [{ id: 'bound', value: 0.06, 'by-tier': { critical: 0.005 }, description: 'Share.' }] }, ['criterion major'], ['criterion major']],
    ['a criterion', asks({ criteria: [...(request.criteria ?? []), { metric: 'attempts', 'at-least': 100 }] }), ['criterion major'], ['criterion minor']],
    ['a review', asks({ review: 'required' }), ['evidence major'], ['evidence minor']],
    ['a further type', asks({ types: ['report', 'letter'] }), ['evidence minor'], ['evidence major']],
    ['a further request', { objectives: [{ ...objective, evidence: [request, { types: ['letter'], 'valid-for': 'P1Y', review: 'none' }] }] }, ['evidence major'], ['evidence minor']],
    ['the order of requests', { objectives: [{ ...objective, evidence: [request] }] }, [], []],
    ['an objective', { objectives: [objective, { ...objective, id: 'TST-01.b' }] }, ['objective major'], ['objective-removed major']],
    ['inheritance', objectiveIs({ inheritable: false }), ['objective major'], ['objective minor']],
    ['for each component', objectiveIs({ 'for-each': 'model' }), ['objective major'], ['objective minor']],
    ['renewal', objectiveIs({ 'renew-on': 'component-version' }), ['objective major'], ['objective minor']],
    ['method', objectiveIs({ method: 'EXAMINE' }), ['objective minor'], ['objective minor']],
    ['scope', { scope: 'organization' }, ['scope major'], ['scope major']],
    ['severity', { severity: 'high' }, ['severity minor'], ['severity minor']],
    ['first day', { effective: '2027-01-01' }, ['effective minor'], ['effective major']],
    ['words', { title: 'Testing', guidance: 'Do.' }, ['text patch', 'text patch'], ['text patch', 'text patch']],
  ]
  test.each(cases)('%s', (_name, changes, there, back) => {
    const other = { ...control, ...changes }
    expect([...told(control, other)].sort()).toEqual([...there].sort())
    expect([...told(other, control)].sort()).toEqual([...back].sort())
  })
  test('other words of a statement can mean something else, and other punctuation does not', () => {
    expect(controlDifferences(control, { ...control, statement: 'It is tested twice.' })).toMatchObject([{ needs: 'patch', proposes: 'minor' }])
    expect(controlDifferences(control, { ...control, statement: 'It is  Tested!' })).toMatchObject([{ needs: 'patch', proposes: 'patch' }])
  })
})

describe('applicability that does not surely narrow counts as wider', () => {
  const cases: readonly (readonly [string, Control, Control, string | undefined])[] = [
    ['any where there was none', control, applies({ any: ['a'] }), 'minor'], ['none where there was any', applies({ any: ['a'] }), control, 'major'],
    ['one more of any', applies({ any: ['a'] }), applies({ any: ['a', 'b'] }), 'major'], ['one fewer of any', applies({ any: ['a', 'b'] }), applies({ any: ['a'] }), 'minor'], ['another of any', applies({ any: ['a'] }), applies({ any: ['b'] }), 'major'],
    ['one more of all', applies({ all: ['a'] }), applies({ all: ['a', 'b'] }), 'minor'], ['one fewer of all', applies({ all: ['a', 'b'] }), applies({ all: ['a'] }), 'major'], ['another of all', applies({ all: ['a'] }), applies({ all: ['b'] }), 'major'],
    ['one more of none', applies({ none: ['a'] }), applies({ none: ['a', 'b'] }), 'minor'], ['one fewer of none', applies({ none: ['a', 'b'] }), applies({ none: ['a'] }), 'major'],
    ['production alone', control, applies({ lifecycle: ['production'] }), 'minor'], ['retired ones too', control, applies({ lifecycle: ['idea', 'development', 'pilot', 'production', 'retired'] }), 'major'], ['every state but retired, said', control, applies({ lifecycle: ['production', 'pilot', 'development', 'idea'] }), undefined],
    ['a tier', control, applies({ 'tier-at-least': 'high' }), 'minor'], ['a lower tier', applies({ 'tier-at-least': 'high' }), applies({ 'tier-at-least': 'moderate' }), 'major'], ['the lowest tier', control, applies({ 'tier-at-least': 'low' }), undefined],
    ['another order', applies({ any: ['a', 'b'] }), applies({ any: ['b', 'a'] }), undefined],
    ['narrower here and wider there', applies({ any: ['a', 'b'], lifecycle: ['production'] }), applies({ any: ['a'], lifecycle: ['production', 'pilot'] }), 'major'],
  ]
  test.each(cases)('%s', (_name, before, after, needs) => expect(controlDifferences(before, after).map((difference) => difference.needs)).toEqual(needs === undefined ? [] : [needs]))
})
