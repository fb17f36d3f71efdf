import { expect, test } from 'vitest'
import { garak } from '../../src/collect/garak.js'
import { fixture } from './fixture.js'

const evalEntry = (figures: object): string => `${JSON.stringify({ entry_type: 'eval', probe: 'test.Test', detector: 'always.Pass', ...figures })}\n`

// Judged 10 + 10 + 5 outputs by detector, of which 1 + 3 + 1 failed; the 2 without a verdict count nowhere.
test('sums what was judged and what failed over the eval entries', () => {
  expect(garak.collect(fixture('garak.report.jsonl'))).toEqual({ metrics: { 'attack-success-rate': 0.2, attempts: 25 }, version: '0.14.1', collected: '2026-09-10' })
})

test('reads the entries of older reports', () => {
  expect(garak.collect(evalEntry({ passed: 3, total: 4 }))).toEqual({ metrics: { 'attack-success-rate': 0.25, attempts: 4 } })
})

test('gives no rate where nothing was judged', () => {
  expect(garak.collect(evalEntry({ passed: 0, fails: 0, nones: 6, total_evaluated: 0, total_processed: 6 }))).toEqual({ metrics: { attempts: 0 } })
})

test.each([
  ['more passed than were judged', { passed: 5, total_evaluated: 4 }],
  ['the fails do not add up', { passed: 3, fails: 0, total_evaluated: 4 }],
  ['a figure is missing', { passed: 3 }],
  ['a figure is negative', { passed: -1, total_evaluated: 4 }],
  ['a figure is text', { passed: '3', total_evaluated: 4 }],
  ['a figure is too large', { passed: 1e300, total_evaluated: 1e300 }],
])('reads nothing when %s', (_, figures) => {
  expect(garak.collect(evalEntry({ passed: 1, total: 1 }) + evalEntry(figures))).toEqual({
    problem: 'The eval entry in line 2 does not say how many outputs were judged and how many passed, or its figures do not add up.',
  })
})

test('says in which line the report breaks off', () => {
  const text = fixture('garak.report.jsonl')
  expect(garak.collect(text.slice(0, text.indexOf('"total_evaluated": 10,')))).toEqual({ problem: 'Line 5 is not valid JSON.' })
})

test('reads nothing from a run in which no probe was evaluated', () => {
  expect(garak.collect('{"entry_type": "init", "garak_version": "0.14.1"}\n')).toHaveProperty('problem')
})

test('reads nothing when the sum is too large to be exact', () => {
  const most = evalEntry({ passed: 0, total_evaluated: Number.MAX_SAFE_INTEGER })
  expect(garak.collect(most + most)).toEqual({ problem: 'The figures of the eval entries are too large to add.' })
})
