import { expect, test } from 'vitest'
import { inspect } from '../../src/collect/inspect.js'
import { fixture } from './fixture.js'

const log = (...samples: readonly object[]): string => JSON.stringify({ eval: {}, samples })

// Six samples with epochs: correct, incorrect and no answer are scored; an error, a NaN and an invalidated one are not. The day is that of UTC.
test('counts the samples that have a score', () => {
  expect(inspect.collect(fixture('inspect.json'))).toEqual({ metrics: { attempts: 3, cases: 3 }, version: '0.3.140', collected: '2026-09-11' })
})

test('gives no attempts where several scorers judged', () => {
  expect(inspect.collect(log({ scores: { refusal: { value: 1 }, length: { value: 2 } } }, { scores: { length: { value: null } } }))).toEqual({ metrics: { cases: 1 } })
})

test.each([
  ['a list', [null, 1], 1], ['a list of nothing', [null], 0], ['an object', { a: null, b: false }, 1], ['an object of nothing', { a: null }, 0], ['zero', 0, 1], ['nothing', null, 0],
])('takes %s for a score or not', (_, value, cases) => {
  expect(inspect.collect(log({ scores: { judge: { value } } }))).toEqual({ metrics: { attempts: cases, cases } })
})

test('reads the single score of older logs', () => {
  expect(inspect.collect(log({ score: { value: 'C' } }))).toEqual({ metrics: { attempts: 1, cases: 1 } })
})

test('reads nothing from a header without samples', () => {
  expect(inspect.collect('{"version": 2, "status": "success", "eval": {"task": "t"}, "results": {"completed_samples": 400}}')).toEqual({
    problem: 'The log has no samples: it is only a header, or the run was not finished.',
  })
})
