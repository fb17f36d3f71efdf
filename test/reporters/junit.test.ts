import { expect, test } from 'vitest'
import { junit } from '../../src/reporters/junit.js'
import { context, diagnosticAt } from './make-diagnostic.js'

test('errors fail, the others are told', async () => {
  const diagnostics = [diagnosticAt('2026-01-10'), diagnosticAt('TST-03', { code: 'unplanned-gap', severity: 'warning', message: 'A "gap" <in> TST-03 & no plan.' })]
  await expect(junit.render(diagnostics, context)).toMatchFileSnapshot('./junit.snap.xml')
})

test('none is one test that passed', () => {
  expect(junit.render([], { ...context, command: 'gap' })).toContain('<testsuite name="muster gap" tests="1" failures="0" errors="0">\n    <testcase classname="muster" name="gap"/>')
})

test('a name cannot leave its attribute', () => {
  const output = junit.render([diagnosticAt('TST-03', { file: 'a" x="<b>\n.yaml', message: ']]> <failure>' })], context)
  expect(output).toContain('classname="a&quot; x=&quot;&lt;b&gt;\ufffd.yaml"')
  expect(output.match(/<failure/g)).toHaveLength(1)
})
