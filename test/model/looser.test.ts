import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDuration, fromDays, isEverLonger, toDays } from '../../src/model/dates.js'
import { directionsOf, isLooser, type Direction } from '../../src/model/looser.js'
import { control, objective } from '../assess/make.js'

const both = new Set<Direction>(['higher', 'lower'])

describe('a duration is longer when it ends later from any day', () => {
  test.each([
    ['P91D', 'P90D', true], ['P90D', 'P90D', false], ['P13W', 'P91D', false], ['P13W', 'P90D', true],
    ['P12M', 'P1Y', false], ['P13M', 'P1Y', true],
    ['P1M', 'P30D', true], ['P1M', 'P31D', false], ['P28D', 'P1M', false], ['P29D', 'P1M', true], ['P30D', 'P1M', true], ['P31D', 'P1M', true],
    ['P1Y', 'P365D', true], ['P1Y', 'P366D', false], ['P365D', 'P1Y', false], ['P366D', 'P1Y', true],
    ['P3M', 'P90D', true], ['P3M', 'P92D', false], ['P89D', 'P3M', false], ['P90D', 'P3M', true],
    ['P4Y', 'P1460D', true], ['P1460D', 'P4Y', false], ['P1461D', 'P4Y', true],
    ['P9999Y', 'P9999D', true], ['P9999W', 'P9999Y', false], ['P9999Y', 'P9999W', true],
  ])('%s than %s: %s', (a, b, longer) => expect(isEverLonger(a, b)).toBe(longer))
  const duration = fc.tuple(fc.integer({ min: 1, max: 120 }), fc.constantFrom('D', 'W', 'M', 'Y')).map(([amount, unit]) => `P${amount}${unit}`)
  const day = fc.integer({ min: toDays('1900-01-01'), max: toDays('2200-12-31') }).map(fromDays)
  test('a longer one that is not seen does not exist', () => {
    fc.assert(fc.property(duration, duration, day, (a, b, from) => isEverLonger(a, b) || addDuration(from, a) <= addDuration(from, b)), { numRuns: 2000 })
  })
  test('of two one is longer, or neither', () => {
    fc.assert(fc.property(duration, (a) => !isEverLonger(a, a)))
  })
})

describe('whether a value is looser follows from where the control uses it', () => {
  const using = (...evidence: Parameters<typeof objective>[2][]) => control({ objectives: [objective('TST-01.a', {}, ...evidence)] })
  test.each([
    ['at-most', using({ criteria: [{ metric: 'rate', 'at-most': 'bound' }] }), ['higher']],
    ['at-least', using({ criteria: [{ metric: 'cases', 'at-least': 'bound' }] }), ['lower']],
    ['valid-for', using({ 'valid-for': 'bound' }), ['higher']],
    ['both ways', using({ criteria: [{ metric: 'cases', 'at-least': 'bound' }] }, { criteria: [{ metric: 'rate', 'at-most': 'bound' }] }), ['higher', 'lower']],
    ['nowhere', using({ criteria: [{ metric: 'rate', 'at-most': 'other' }] }), []],
  ] as const)('used %s', (_name, used, directions) => expect([...directionsOf(used, 'bound')].sort()).toEqual(directions))
  test.each([
    [0.05, 0.1, ['higher'], true], [0.05, 0.01, ['higher'], false], [0.05, 0.05, ['higher'], false],
    [100, 50, ['lower'], true], [100, 200, ['lower'], false],
    [100, 50, [], false], [100, 200, [], false], [100, 50, ['higher', 'lower'], true], [100, 200, ['higher', 'lower'], true],
    ['P90D', 'P180D', ['higher'], true], ['P90D', 'P30D', ['higher'], false], ['P90D', 'P3M', ['higher'], true],
  ] as const)('%s to %s, %j: %s', (before, after, directions, looser) => expect(isLooser(before, after, new Set<Direction>(directions))).toBe(looser))
  test('a number is never compared with a duration', () => expect([isLooser(90, 'P90D', both), isLooser('P90D', 90, both)]).toEqual([false, false]))
})
