import { expect, test } from 'vitest'
import { codeql } from '../../src/collect/codeql.js'
import { fixture } from './fixture.js'

const rule = (severity: unknown, tags: readonly string[] = ['security']): object => ({ id: 'r', properties: { tags, ...(severity !== undefined && { 'security-severity': severity }) } })
const log = (rules: readonly object[], results: readonly object[] | undefined, more: object = {}): string =>
  JSON.stringify({ runs: [{ tool: { driver: { name: 'CodeQL', rules } }, ...(results && { results }), ...more }] })

// Critical: py/code-injection; js/path-injection is gone. High: py/sql-injection once (the other is suppressed), py/clear-text-logging (its suppression was rejected), js/xss.
test('counts the open results over all runs, with rules of the driver and of query packs', () => {
  expect(codeql.collect(fixture('codeql.sarif'))).toEqual({ metrics: { 'open-critical': 1, 'open-high': 3 }, version: '2.23.1', collected: '2026-09-10' })
})

test.each([
  ['10.0', 1, 0], ['9.0', 1, 0], ['8.9', 0, 1], ['7.0', 0, 1], ['6.9', 0, 0], ['0.0', 0, 0], [9.5, 1, 0],
])('a severity of %s is critical %i times and high %i times', (severity, critical, high) => {
  expect(codeql.collect(log([rule(severity)], [{ ruleId: 'r' }]))).toEqual({ metrics: { 'open-critical': critical, 'open-high': high } })
})

test.each([
  ['accepted', [{ status: 'accepted' }], 0], ['without status', [{ kind: 'inSource' }], 0], ['under review', [{ status: 'underReview' }], 1],
  ['accepted and rejected', [{ status: 'accepted' }, { status: 'rejected' }], 1], ['none', [], 1], ['no suppression at all', 'yes', 1],
])('of suppressions %s', (_, suppressions, open) => {
  expect(codeql.collect(log([rule('9.1')], [{ ruleId: 'r', suppressions }]))).toMatchObject({ metrics: { 'open-critical': open } })
})

test.each(['pass', 'notApplicable', 'informational'])('a result of kind %s is no finding', (kind) => {
  expect(codeql.collect(log([rule('9.1')], [{ ruleId: 'r', kind }]))).toMatchObject({ metrics: { 'open-critical': 0 } })
})

test.each([[undefined], ['critical'], ['11'], [Number.MAX_VALUE], ['']])('reads nothing when a security rule has the severity %s', (severity) => {
  expect(codeql.collect(log([rule(severity)], [{ ruleId: 'r' }]))).toEqual({
    problem: 'Open results of security rules without a security severity: 1. Which of them are critical or high cannot be told.',
  })
})

test('rules of quality need no severity', () => {
  expect(codeql.collect(log([rule(undefined, ['maintainability'])], [{ ruleId: 'r' }]))).toEqual({ metrics: { 'open-critical': 0, 'open-high': 0 } })
})

test.each([
  ['of another tool', '{"runs": [{"tool": {"driver": {"name": "Other"}}, "results": []}]}', 'Run 1 was not written by CodeQL.'],
  ['without runs', '{"version": "2.1.0", "runs": []}', 'The file has no runs, so it is not the SARIF log of an analysis.'],
  ['without results', log([], undefined), 'Run 1 has no results: the analysis did not succeed.'],
  ['that failed', log([], [], { invocations: [{ executionSuccessful: false }] }), 'Run 1 has no results: the analysis did not succeed.'],
  ['that names an unknown rule', log([rule('9.1')], [{ ruleId: 'other' }]), 'A result of run 1 names a rule that the log does not describe.'],
])('reads nothing from a log %s', (_, text, problem) => {
  expect(codeql.collect(text)).toEqual({ problem })
})
