import { describe, expect, test } from 'vitest'
import { assess } from '../../src/assess/assess.js'
import { dueEvidence } from '../../src/assess/due-evidence.js'
import type { Control, Evidence, Implementation } from '../../src/schema/types.js'
import { answer, control, item, library, objective, reviewed, SHA, TODAY } from './make.js'
import { mergeApplicationFiles } from '../../src/model/application.js'
import { builtinSource } from '../../src/source/source.js'
import { application } from './make.js'

function dues(controls: readonly Control[], evidence: readonly Evidence[], implementations: readonly Implementation[] = [answer()], asOf = TODAY): readonly string[] {
  const doc = { kind: 'application' as const, file: 'application.yaml', source: builtinSource('application.yaml', {}), data: application(), builtin: false }
  const files = mergeApplicationFiles(doc, [{ kind: 'evidence', file: 'e.yaml', source: builtinSource('e.yaml', {}), data: { implementations, evidence }, builtin: false }])
  const states = new Map(evidence.flatMap(({ path }) => (path === undefined ? [] : [[path, { sha256: SHA }] as const])))
  const lib = library(controls)
  return dueEvidence(lib, assess(lib, files, { artifacts: { states, collected: new Map() }, providers: new Map(), asOf, cutoff: asOf })).map((due) => `${due.last ?? 'never'} ${due.evidence ?? due.type} ${due.because ?? '-'} ${due.objectives.join('+') || '-'}`)
}

describe('when an item stops counting', () => {
  test.each([
    ['after the time that the objective states', [control()], [item()], ['2026-12-09 run validity TST-01.a']],
    ['by its own terms where that is sooner', [control()], [item({ expires: '2026-10-31' })], ['2026-10-31 run own TST-01.a']],
    ['not by its own terms where that is later', [control()], [item({ expires: '2027-10-31' })], ['2026-12-09 run validity TST-01.a']],
    ['with its review', [control()], [reviewed(item(), { expires: '2026-11-01' })], ['2026-11-01 run review TST-01.a']],
    ['never by a review that does not expire', [control()], [reviewed(item())], ['2026-12-09 run validity TST-01.a']],
    ['for each objective by its own time', [control({ objectives: [objective('TST-01.a'), objective('TST-01.b', {}, { 'valid-for': 'P30D' })] })], [item()], ['2026-10-10 run validity TST-01.b', '2026-12-09 run validity TST-01.a']],
    ['once for objectives of one time', [control({ objectives: [objective('TST-01.a'), objective('TST-01.b')] })], [item()], ['2026-12-09 run validity TST-01.a+TST-01.b']],
    ['also when it has passed', [control()], [item({ collected: '2026-05-01' })], ['2026-07-30 run validity TST-01.a']],
    ['not where a newer one took its place', [control()], [item(), item({ id: 'old', collected: '2026-07-05' })], ['2026-12-09 run validity TST-01.a', 'never old - -']],
    ['not where nothing asks for it', [control()], [item(), item({ id: 'other', type: 'log', expires: '2026-12-01' })], ['2026-12-01 other own -', '2026-12-09 run validity TST-01.a']],
    ['not once it was withdrawn', [control()], [item({ withdrawn: { by: 'owner', on: '2026-09-20', reason: 'R' } })], []],
  ])('%s', (_name, controls, evidence, expected) => expect(dues(controls, evidence)).toEqual(expected))
})

describe('where each calendar period needs an item', () => {
  const quarterly = [control({ objectives: [objective('TST-01.a', {}, { every: 'P3M', over: 'P1Y' })] })]
  test.each([
    ['this one, while it has none', [item({ collected: '2026-04-10' })], ['2026-09-30 report period TST-01.a']],
    ['the next, once this one has', [item({ collected: '2026-07-10' })], ['2026-12-31 report period TST-01.a']],
    ['this one, where the item is of a later day', [item({ collected: '2026-10-02' })], ['2026-09-30 report period TST-01.a']],
  ])('%s', (_name, evidence, expected) => expect(dues(quarterly, evidence).filter((due) => due.includes('period'))).toEqual(expected))
})

test('of an alternative only what holds for every item is looked at', () => {
  expect(dues([control()], [item({ type: 'letter', expires: '2026-12-31' })], [answer({ status: 'alternative', remarks: 'R', evidence: ['run'] })])).toEqual(['2026-12-31 run own TST-01.a'])
})
test('a control that nobody answered looks at nothing', () => expect(dues([control()], [item()], [])).toEqual(['never run - -']))
