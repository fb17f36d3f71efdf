import { describe, expect, test } from 'vitest'
import { boundValue, parameterValue, validityValue } from '../../src/model/parameters.js'
import type { Control, Tier } from '../../src/schema/types.js'

const control: Control = {
  id: 'TST-01', version: '1.0.0', effective: '2026-01-01', status: 'active', scope: 'application', title: 'T', statement: 'S', risk: 'R', guidance: 'G', severity: 'low',
  objectives: [{ id: 'TST-01.a', method: 'TEST', text: 'T', evidence: [{ types: ['report'], 'valid-for': 'interval', 'review': 'none' }] }],
  parameters: [
    { id: 'rate', value: 0.05, 'by-tier': { critical: 0, high: 0.01 }, 'description': 'D' },
    { id: 'interval', value: 'P90D', 'by-tier': { low: 'P1Y' }, 'description': 'D' },
  ],
}

describe.each<[Tier | undefined, number, string]>([
  [undefined, 0.05, 'P90D'],
  ['low', 0.05, 'P1Y'],
  ['moderate', 0.05, 'P90D'],
  ['high', 0.01, 'P90D'],
  ['critical', 0, 'P90D'],
])('in tier %s', (tier, rate, interval) => {
  test('a parameter has its value', () => expect([parameterValue(control, 'rate', tier), parameterValue(control, 'interval', tier)]).toEqual([rate, interval]))
  test('a bound is the number it names', () => expect(boundValue(control, 'rate', tier)).toBe(rate))
  test('a validity is the duration it names', () => expect(validityValue(control, 'interval', tier)).toBe(interval))
  test('a figure stands for itself', () => expect([boundValue(control, 3, tier), validityValue(control, 'P1W', tier)]).toEqual([3, 'P1W']))
  test('what is not there, or of the other type, has no value', () =>
    expect([parameterValue(control, 'other', tier), boundValue(control, 'other', tier), boundValue(control, 'interval', tier), validityValue(control, 'other', tier), validityValue(control, 'rate', tier)]).toEqual(Array(5).fill(undefined)))
})

test('a control without parameters has none', () => {
  const { parameters: _, ...without } = control
  expect(parameterValue(without, 'rate', 'high')).toBeUndefined()
})
