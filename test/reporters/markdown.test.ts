import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdown } from '../../src/reporters/markdown.js'
import { codeSpan, proseMarkdown } from '../../src/reporters/markdown-text.js'
import { context, diagnosticAt, FILE, manyDiagnostics } from './make-diagnostic.js'

// What is not inline code, as CommonMark reads it: a run of backticks opens code that the next run of the same length closes.
function outsideCode(text: string): string {
  const runs = [...text.matchAll(/`+/g)]
  let outside = ''
  let from = 0
  for (const [index, run] of runs.entries()) {
    if (run.index < from) continue
    const end = runs.slice(index + 1).find((other) => other[0].length === run[0].length)
    if (end === undefined) continue
    outside += text.slice(from, run.index)
    from = end.index + end[0].length
  }
  return outside + text.slice(from)
}

test('a comment', async () => {
  const diagnostics = [diagnosticAt('2026-01-10'), diagnosticAt('TST-03', { code: 'unplanned-gap', severity: 'warning', message: 'The gap in TST-03 has no plan.', hint: 'Open an item under `poam`.' })]
  await expect(markdown.render(diagnostics, { ...context, prefix: 'governance/' })).toMatchFileSnapshot('./markdown.snap.md')
})

test('none', () => expect(markdown.render([], context)).toBe('### muster validate: nothing wrong\n'))

describe('text that would do something stands as code', () => {
  test.each([
    ['Ask @team', '`Ask @team`'],
    ['see #12 now', '`see #12 now`'],
    ['see `#12` now', 'see `#12` now'],
    ['<img src=x>', '`<img src=x>`'],
    ['https://example.com/x', '`https://example.com/x`'],
    ['GH-12', '`GH-12`'],
    ['commit deadbeef', '`commit deadbeef`'],
    ['a | b', '`a \\| b`'],
    ['`a`@b', '`a` `@b`'],
    ['one ` alone', 'one  alone'],
  ])('%s', (text, shown) => expect(proseMarkdown(text)).toBe(shown))

  test('whatever it holds', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('`', '@', 'a', ' ', '|', '<', '#', '1', '[', ']', '(', ')', '\\', '*', '_') }), (text) => {
      const outside = outsideCode(proseMarkdown(text))
      expect(outside).not.toMatch(/[@#<[\]*_]/)
    }))
  })

  test('a code span is longer fenced than what it holds', () => {
    expect(codeSpan('a `` b')).toBe('```a `` b```')
    expect(codeSpan('`a')).toBe('`` `a ``')
  })
})

test('a comment stays under 65,536 characters, and says what it leaves out', () => {
  const output = markdown.render([...manyDiagnostics(1000, { severity: 'note' }), ...manyDiagnostics(500)], context)
  expect(output.length).toBeLessThan(65_536)
  const shown = output.split('\n').filter((line) => line.startsWith('| error') || line.startsWith('| note')).length
  expect(output).toContain(`${(1500 - shown).toLocaleString('en')} more rows of the least severe are left out here.`)
  expect(output.split('\n').filter((line) => line.startsWith('| error'))).not.toHaveLength(0)
  expect(output).toContain(FILE)
})
