import { expect, expectTypeOf, test } from 'vitest'
import { reporters, type ReporterId } from '../../src/reporters/index.js'

test('the reporters, in the order of the help', () => {
  expect(reporters.map(({ id }) => id)).toEqual(['text', 'json', 'github', 'gitlab', 'sarif', 'junit', 'markdown'])
  expectTypeOf<ReporterId>().toEqualTypeOf<'text' | 'json' | 'github' | 'gitlab' | 'sarif' | 'junit' | 'markdown'>()
})

test('each says in one sentence what it is for', () => {
  for (const { summary } of reporters) expect(summary).toMatch(/^for [^\n]+$/)
})
