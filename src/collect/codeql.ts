import type { Collected, Collector } from './collector.js'
import { at, isRecord, listAt, parseJson, textAt } from './parse-json.js'
import { readOrigin } from './read-origin.js'

/**
 * Reads the SARIF 2.1.0 log of a CodeQL analysis.
 *
 * `open-critical` are the open results of rules with a `security-severity` of 9.0 or more, `open-high` of 7.0 to less than 9.0, over all runs of the log, one
 * per language. Open are all but those that are suppressed (by suppressions of which none is under review or rejected), absent since the baseline, or no finding
 * by their kind. CodeQL has no word for critical, so a result of a security rule without a number cannot be placed: with one open, nothing is read.
 */
export const codeql: Collector = {
  tool: 'codeql',
  summary: 'Counts the open critical and high results of a CodeQL analysis in SARIF.',
  mediaTypes: ['application/sarif+json', 'application/json'],
  metrics: ['open-critical', 'open-high'],
  collect,
}

function collect(text: string): Collected {
  const parsed = parseJson(text)
  if ('problem' in parsed) return parsed
  const runs = listAt(parsed.value, 'runs')
  if (runs === undefined || runs.length === 0) return { problem: 'The file has no runs, so it is not the SARIF log of an analysis.' }
  let [critical, high, unrated] = [0, 0, 0]
  for (const [index, run] of runs.entries()) {
    const results = listAt(run, 'results')
    if (textAt(run, 'tool', 'driver', 'name') !== 'CodeQL') return { problem: `Run ${index + 1} was not written by CodeQL.` }
    if (results === undefined || failed(run)) return { problem: `Run ${index + 1} has no results: the analysis did not succeed.` }
    const rules = rulesOf(run)
    for (const result of results.filter(isOpen)) {
      const rule = rules.get(textAt(result, 'ruleId') ?? textAt(result, 'rule', 'id') ?? '')
      if (rule === undefined) return { problem: `A result of run ${index + 1} names a rule that the log does not describe.` }
      const severity = severityOf(rule)
      if (severity === undefined) unrated += isSecurityRule(rule) ? 1 : 0
      else if (severity >= 9) critical += 1
      else if (severity >= 7) high += 1
    }
  }
  if (unrated > 0) return { problem: `Open results of security rules without a security severity: ${unrated}. Which of them are critical or high cannot be told.` }
  const driver = at(runs[0], 'tool', 'driver')
  const origin = readOrigin(textAt(driver, 'semanticVersion') ?? textAt(driver, 'version'), textAt(listAt(runs[0], 'invocations')?.[0], 'startTimeUtc'))
  return { metrics: { 'open-critical': critical, 'open-high': high }, ...origin }
}

const failed = (run: unknown): boolean => (listAt(run, 'invocations') ?? []).some((invocation) => at(invocation, 'executionSuccessful') === false)

// Rules stand with the driver, or with the query packs when the log groups them; their ids are unique in a log.
function rulesOf(run: unknown): ReadonlyMap<string, unknown> {
  const components = [at(run, 'tool', 'driver'), ...(listAt(run, 'tool', 'extensions') ?? [])]
  return new Map(components.flatMap((component) => (listAt(component, 'rules') ?? []).map((rule) => [textAt(rule, 'id') ?? '', rule] as const)))
}

const NO_FINDING: readonly unknown[] = ['pass', 'notApplicable', 'informational']

function isOpen(result: unknown): boolean {
  const suppressions = listAt(result, 'suppressions') ?? []
  const suppressed = suppressions.length > 0 && suppressions.every((suppression) => isRecord(suppression) && (suppression['status'] ?? 'accepted') === 'accepted')
  return !suppressed && at(result, 'baselineState') !== 'absent' && !NO_FINDING.includes(at(result, 'kind'))
}

function severityOf(rule: unknown): number | undefined {
  const severity = at(rule, 'properties', 'security-severity')
  const number = typeof severity === 'string' && /^\d{1,2}(\.\d{1,3})?$/.test(severity) ? Number(severity) : severity
  return typeof number === 'number' && number >= 0 && number <= 10 ? number : undefined
}

const isSecurityRule = (rule: unknown): boolean =>
  (listAt(rule, 'properties', 'tags') ?? []).includes('security') || at(rule, 'properties', 'security-severity') !== undefined
