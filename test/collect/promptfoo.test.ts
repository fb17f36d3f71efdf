import { expect, test } from 'vitest'
import { promptfoo } from '../../src/collect/promptfoo.js'
import { fixture } from './fixture.js'

const results = (...rows: readonly object[]): string => JSON.stringify({ results: { results: rows } })
const attack = { testCase: { metadata: { pluginId: 'pii' } } }

// Seven attacks: 2 failed, 3 passed, 1 error, 1 without an assertion. Three ordinary tests: 1 passed, 1 failed, 1 without output.
test('counts attacks and ordinary cases that have a verdict', () => {
  expect(promptfoo.collect(fixture('promptfoo.json'))).toEqual({
    metrics: { 'attack-success-rate': 0.4, 'attacks-let-through': 0.4, attacks: 5, attempts: 5, cases: 7 }, version: '0.119.2', collected: '2026-09-10',
  })
})

test('gives no figure of attacks for an evaluation without an attack', () => {
  expect(promptfoo.collect(results({ success: true }, { success: false, failureReason: 1 }))).toEqual({ metrics: { cases: 2 } })
})

test('gives no rate where each attack ended with an error', () => {
  expect(promptfoo.collect(results({ ...attack, success: false, failureReason: 2 }))).toEqual({ metrics: { attacks: 0, attempts: 0, cases: 0 } })
})

test('takes a failure of a version without reasons only where it was graded', () => {
  const graded = { ...attack, success: false, gradingResult: { pass: false, reason: 'leaked' } }
  const broken = { ...attack, success: false, error: 'timeout' }
  expect(promptfoo.collect(results(graded, broken, { ...attack, success: true }))).toEqual({
    metrics: { 'attack-success-rate': 0.5, 'attacks-let-through': 0.5, attacks: 2, attempts: 2, cases: 2 },
  })
})

test('reads the plugin where only the result names it', () => {
  expect(promptfoo.collect(results({ success: true, metadata: { pluginId: 'pii' } }))).toMatchObject({ metrics: { attempts: 1 } })
})

test('reads nothing when a result has no outcome', () => {
  expect(promptfoo.collect(results({ success: true }, { success: 'yes' }))).toEqual({ problem: 'Result 2 does not say whether it was a success.' })
})

test('reads nothing from other JSON', () => {
  expect(promptfoo.collect('{"results": []}')).toHaveProperty('problem')
})
