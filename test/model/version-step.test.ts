import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFarEnough, stepBetween, stepOfCatalog, stepOn, STEPS } from '../../src/model/version-step.js'

test.each([
  ['1.0.0', '1.0.0', 'none'], ['1.0.0', '1.0.1', 'patch'], ['1.0.9', '1.1.0', 'minor'], ['1.9.9', '2.0.0', 'major'], ['9.0.0', '10.0.0', 'major'],
  ['1.0.1', '1.0.0', 'back'], ['1.1.0', '1.0.9', 'back'], ['2.0.0', '1.9.9', 'back'], ['10.0.0', '9.0.0', 'back'],
] as const)('from %s to %s is %s', (before, after, step) => expect(stepBetween(before, after)).toBe(step))

const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((numbers) => numbers.join('.'))

test('a version that is a step on is as far as that step and every smaller one, and no larger one', () => {
  fc.assert(fc.property(version, fc.constantFrom(...STEPS), (before, step) => {
    expect(stepBetween(before, stepOn(before, step))).toBe(step)
    for (const other of STEPS) expect(isFarEnough(before, stepOn(before, step), other)).toBe(STEPS.indexOf(other) <= STEPS.indexOf(step))
  }))
})

test('of two versions one is back of the other, unless they are the same', () => {
  fc.assert(fc.property(version, version, (a, b) => { expect([stepBetween(a, b), stepBetween(b, a)].filter((step) => step === 'back')).toHaveLength(a === b ? 0 : 1) }))
})

test('before 1.0.0 a minor version of a catalog stands for a major one', () => {
  expect([stepOfCatalog('0.4.0', 'major'), stepOfCatalog('0.4.0', 'patch'), stepOfCatalog('1.0.0', 'major')]).toEqual(['minor', 'patch', 'major'])
})
