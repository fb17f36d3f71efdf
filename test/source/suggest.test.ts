import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suggest, suggestHint } from '../../src/source/suggest.js'

const LIFECYCLES = ['idea', 'development', 'pilot', 'production', 'retired']
const CONTROLS = ['TST-01', 'TST-02', 'TST-10', 'GOV-01']

describe('suggest', () => {
  const cases: readonly (readonly [string, readonly string[], string | undefined])[] = [
    ['pilto', LIFECYCLES, 'pilot'],
    ['prod', LIFECYCLES, 'production'],
    ['Retired', LIFECYCLES, 'retired'],
    ['live', LIFECYCLES, undefined],
    ['tst-01', CONTROLS, 'TST-01'],
    ['TST01', CONTROLS, 'TST-01'],
    ['TST', CONTROLS, undefined],
    ['XYZ-99', CONTROLS, undefined],
    ['', CONTROLS, undefined],
    ['x', [], undefined],
    ['constructor', ['toString', '__proto__'], undefined],
    ['x'.repeat(81), ['x'.repeat(80)], undefined],
  ]
  test.each(cases)('%j', (word, candidates, expected) => expect(suggest(word, candidates)).toBe(expected))
  test('reads candidates once, as keys of a map come', () => expect(suggest('tst-01', new Map(CONTROLS.map((id) => [id, id])).keys())).toBe('TST-01'))
  test('the word itself is the nearest of all', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1 })
    fc.assert(fc.property(words, fc.nat(), (candidates, at) => {
      const word = candidates[at % candidates.length] ?? ''
      expect(suggest(word, candidates)?.toLowerCase()).toBe(word.toLowerCase())
    }))
  })
  test('ends in time on long words', () => expect(suggest('a'.repeat(80), Array.from({ length: 2000 }, (_, index) => `${'b'.repeat(75)}${index}`))).toBeUndefined())
})

test('a hint names the nearest word, or says where to look', () => {
  expect(suggestHint('pilto', LIFECYCLES, 'Look it up.')).toBe('Write `pilot` if that is what you mean.')
  expect(suggestHint('live', LIFECYCLES, 'Look it up.')).toBe('Look it up.')
})
