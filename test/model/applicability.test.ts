import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideApplicability } from '../../src/model/applicability.js'
import type { Fact, Facts } from '../../src/model/facts.js'
import { LEVELS } from '../../src/model/risk-tier.js'
import type { Applicability, Control, Lifecycle, Tier } from '../../src/schema/types.js'

/** Facts as `llm: true, agentic: implied, …`; what is not named is unanswered. */
type Known = { readonly llm?: boolean | 'implied'; readonly agentic?: boolean; readonly lifecycle?: Lifecycle; readonly tier?: Tier }

const fact = (value: boolean | 'implied'): Fact => (value === 'implied' ? { value: true, impliedBy: 'exposure: internet' } : { value })

function facts({ lifecycle, tier, ...stated }: Known): Facts {
  return { lifecycle, tier, characteristics: new Map(Object.entries(stated).map(([id, value]) => [id, fact(value)])), riskTier: undefined, review: { state: 'none' } }
}

const control = (applicability?: Applicability): Control => ({
  id: 'TST-01', version: '1.0.0', effective: '2026-01-01', status: 'active', scope: 'application', title: 'T', statement: 'S', risk: 'R', guidance: 'G', severity: 'low',
  objectives: [{ id: 'TST-01.a', method: 'TEST', text: 'T', evidence: [{ types: ['report'], 'valid-for': 'P1Y', 'review': 'none' }] }], ...(applicability && { applicability }),
})

/** `yes: because (asks …)` or `no: because`. */
function decide(applicability: Applicability | undefined, known: Known): string {
  const { applies, because, unanswered } = decideApplicability(control(applicability), facts(known))
  return `${applies ? 'yes' : 'no'}: ${because}${unanswered.length > 0 ? ` (asks ${unanswered.join(', ')})` : ''}`
}

describe('characteristics', () => {
  test.each<[Applicability | undefined, Known, string]>([
    [undefined, {}, 'yes: it applies to everything in scope'],
    [{ any: ['llm'] }, { llm: true }, 'yes: llm is true'],
    [{ any: ['llm'] }, { llm: 'implied' }, 'yes: llm is true (from exposure: internet)'],
    [{ any: ['llm'] }, { llm: false }, 'no: llm: false'],
    [{ any: ['llm'] }, {}, 'yes: llm is not answered (asks llm)'],
    [{ any: ['llm', 'agentic'] }, { llm: true, agentic: true }, 'yes: llm is true and agentic is true'],
    [{ any: ['llm', 'agentic'] }, { llm: true, agentic: false }, 'yes: llm is true'],
    [{ any: ['llm', 'agentic'] }, { llm: true }, 'yes: llm is true'],
    [{ any: ['llm', 'agentic'] }, { llm: false, agentic: false }, 'no: llm, agentic: none of them'],
    [{ any: ['llm', 'agentic'] }, { llm: false }, 'yes: agentic is not answered (asks agentic)'],
    [{ any: ['llm', 'agentic'] }, {}, 'yes: llm, agentic is not answered (asks llm, agentic)'],
    [{ all: ['llm', 'agentic'] }, { llm: true, agentic: true }, 'yes: llm is true; agentic is true'],
    [{ all: ['llm', 'agentic'] }, { llm: true, agentic: false }, 'no: agentic is false'],
    [{ all: ['llm', 'agentic'] }, { llm: true }, 'yes: llm is true; agentic is not answered (asks agentic)'],
    [{ all: ['llm', 'agentic'] }, { agentic: false }, 'no: agentic is false'],
    [{ none: ['llm'] }, { llm: true }, 'no: llm is true'],
    [{ none: ['llm'] }, { llm: 'implied' }, 'no: llm is true (from exposure: internet)'],
    [{ none: ['llm'] }, { llm: false }, 'yes: llm is false'],
    [{ none: ['llm'] }, {}, 'yes: llm is not answered (asks llm)'],
    [{ none: ['llm', 'agentic'] }, { agentic: true }, 'no: agentic is true'],
    [{ any: ['llm'], none: ['agentic'] }, { llm: true, agentic: true }, 'no: agentic is true'],
    [{ any: ['llm'], none: ['agentic'] }, { llm: false }, 'no: llm: false'],
    [{ any: ['llm'], none: ['agentic'] }, { llm: true }, 'yes: llm is true; agentic is not answered (asks agentic)'],
  ])('%j with %j is %s', (applicability, known, expected) => expect(decide(applicability, known)).toBe(expected))
})

describe('lifecycle', () => {
  const LIFECYCLES: readonly (Lifecycle | undefined)[] = ['idea', 'development', 'pilot', 'production', 'retired', undefined]
  const applies = (lifecycle?: readonly Lifecycle[]): readonly boolean[] =>
    LIFECYCLES.map((state) => decideApplicability(control(lifecycle && { lifecycle }), facts(state ? { lifecycle: state } : {})).applies)
  test.each<[readonly Lifecycle[] | undefined, readonly boolean[]]>([
    //                           idea   development pilot  production retired not stated
    [undefined, /*            */[true, true, /*   */ true, true, /*  */ false, true]],
    [['pilot', 'production'], /**/[false, false, /* */ true, true, /*  */ false, true]],
    [['retired'], /*          */[false, false, /* */ false, false, /* */ true, true]],
    [['production', 'retired'], [false, false, /* */ false, true, /* */ true, true]],
  ])('%j', (lifecycle, expected) => expect(applies(lifecycle)).toEqual(expected))

  test('says why', () => {
    expect(decide(undefined, { lifecycle: 'retired' })).toBe('no: lifecycle is retired')
    expect(decide({ lifecycle: ['retired'] }, { lifecycle: 'retired' })).toBe('yes: lifecycle is retired')
    expect(decide({ lifecycle: ['pilot'] }, { lifecycle: 'idea' })).toBe('no: lifecycle is idea')
    expect(decide({ any: ['llm'], lifecycle: ['pilot'] }, { lifecycle: 'pilot', llm: true })).toBe('yes: lifecycle is pilot; llm is true')
    expect(decide({ any: ['llm'] }, { lifecycle: 'retired', llm: true })).toBe('no: lifecycle is retired')
  })
})

describe('tier', () => {
  test.each(LEVELS.flatMap((least) => [...LEVELS, undefined].map((tier) => [least, tier, tier === undefined || LEVELS.indexOf(tier) >= LEVELS.indexOf(least)] as const)))('at least %s, is %s: %s', (least, tier, expected) =>
    expect(decideApplicability(control({ 'tier-at-least': least }), facts(tier ? { tier } : {})).applies).toBe(expected))
  test('says why', () => {
    expect(decide({ 'tier-at-least': 'high' }, { tier: 'critical' })).toBe('yes: risk tier is critical')
    expect(decide({ 'tier-at-least': 'high' }, { tier: 'low' })).toBe('no: risk tier is low')
    expect(decide({ 'tier-at-least': 'high', any: ['llm'] }, { tier: 'low' })).toBe('no: risk tier is low')
  })
})

test('an answer that was not given never excludes: answering it can, and never the other way round', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 })
  const applicability = fc.record({ any: ids, all: ids, none: ids }, { requiredKeys: [] })
  const known = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.boolean())
  const factsFrom = (values: Readonly<Record<string, boolean>>): Facts => ({ ...facts({}), characteristics: new Map(Object.entries(values).map(([id, value]) => [id, { value }])) })
  fc.assert(fc.property(applicability, known, fc.constantFrom('a', 'b', 'c'), (part, values, id) => {
    const { [id]: _, ...without } = values
    expect(decideApplicability(control(part), factsFrom(without)).applies || !decideApplicability(control(part), factsFrom(values)).applies).toBe(true)
  }))
})
