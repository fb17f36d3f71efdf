import { describe, expect, test } from 'vitest'
import { text } from '../../src/reporters/text.js'
import { builtinDiagnostic, context, diagnosticAt, FILE, painted } from './make-diagnostic.js'

const { place: elsewhere } = diagnosticAt('TST-03')

test('one diagnostic', async () => {
  await expect(text.render([diagnosticAt('2026-01-10')], context)).toMatchFileSnapshot('./text-one.snap.txt')
})

test('none is said in one sentence', () => {
  expect(text.render([], context)).toBe('Nothing wrong.\n')
  expect(text.render([], { ...context, command: 'gap' })).toBe('No gaps.\n')
  expect(text.render([], { ...context, paint: painted })).toBe('<green>Nothing wrong.</green>\n')
})

test('several severities, with related places and a built-in file', async () => {
  const diagnostics = [
    diagnosticAt('TST-03', { code: 'unplanned-gap', severity: 'warning', message: 'The gap in TST-03 has no plan.', hint: 'Open an item under `poam`.' }),
    diagnosticAt('garak.report', { related: [{ message: 'The control asks for it.', place: elsewhere }, { message: 'The type is defined there.', place: builtinDiagnostic.place }] }),
    builtinDiagnostic,
    diagnosticAt('implemented', { code: 'accepted-gap', severity: 'note', message: 'An exception covers it until 2026-12-31.' }),
  ]
  await expect(text.render(diagnostics, context)).toMatchFileSnapshot('./text-several.snap.txt')
  await expect(text.render(diagnostics, { ...context, paint: painted })).toMatchFileSnapshot('./text-painted.snap.txt')
})

test('without a hint and without an excerpt, the rest stands', () => {
  const { excerpt: _excerpt, hint: _hint, ...bare } = diagnosticAt('TST-03', { message: 'The file is empty.' })
  expect(text.render([bare], context)).toBe(`${FILE}:2:14 error stale-evidence\n  The file is empty.\n  docs: ${bare.docs}\n\n1 error\n`)
})

describe('repetition', () => {
  const message = 'There is no person `bob`.'
  const bob = (file: string) => diagnosticAt('bob', { file, text: 'id: x\nowner: bob\n', code: 'unknown-person', message, hint: 'Add `bob` to `people`.' })

  test('is said once, under a heading for each place', async () => {
    const diagnostics = [bob('a.yaml'), diagnosticAt('TST-03'), bob('b.yaml'), bob('c.yaml')]
    await expect(text.render(diagnostics, context)).toMatchFileSnapshot('./text-repeated.snap.txt')
  })

  test.each(Object.entries({ severity: { severity: 'warning' }, hint: { hint: 'Ask.' }, message: { message: 'Other.' }, code: { code: 'other' }, related: { related: [{ message: 'Other.', place: elsewhere }] } } as const))('is none where the %s differs', (_name, other) => {
    const output = text.render([bob('a.yaml'), { ...bob('b.yaml'), ...other }], context)
    expect(output.match(/^ {2}docs: /gm)).toHaveLength(2)
  })

  test('is counted in full', () => {
    const output = text.render(Array.from({ length: 6000 }, (_, index) => bob(`${index}.yaml`)), context)
    expect(output.match(/^\d+\.yaml:2:8 error unknown-person$/gm)).toHaveLength(6000)
    expect(output).toMatch(/\n\n6,000 errors\n$/)
  })
})
