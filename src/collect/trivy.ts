import type { Collected, Collector } from './collector.js'
import { countAt, isRecord, listAt, parseJson, textAt } from './parse-json.js'
import { readOrigin } from './read-origin.js'

/**
 * Reads the JSON report of a Trivy scan (`--format json`).
 *
 * `open-critical` and `open-high` are the vulnerabilities that Trivy rates CRITICAL and HIGH. One finding is one vulnerability in one version of one package at
 * one place, as in Trivy's own total; the same line twice counts once. The status `fixed` means that a fixed version exists, not that it is in use: it counts.
 * What was suppressed by an ignore file or VEX stands apart in the report and does not count. Misconfigurations, secrets and licences are no vulnerabilities.
 * A scan that looked at no package gives nothing. Severities left out of the scan by `--severity` leave no trace in the report and cannot be told from none.
 */
export const trivy: Collector = {
  tool: 'trivy',
  summary: 'Counts the open critical and high vulnerabilities of a Trivy report in JSON.',
  mediaTypes: ['application/json'],
  metrics: ['open-critical', 'open-high'],
  collect,
}

const SEVERITIES: readonly unknown[] = ['UNKNOWN', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']
const PACKAGES = ['os-pkgs', 'lang-pkgs']

function collect(text: string): Collected {
  const parsed = parseJson(text)
  if ('problem' in parsed) return parsed
  if (countAt(parsed.value, 'SchemaVersion') !== 2) return { problem: 'The file has no `SchemaVersion` 2, so it is not the JSON report of a Trivy scan.' }
  const results = listAt(parsed.value, 'Results') ?? []
  const found = { CRITICAL: new Set<string>(), HIGH: new Set<string>() }
  let packages = false
  for (const result of results) {
    const vulnerabilities = listAt(result, 'Vulnerabilities')
    packages ||= vulnerabilities !== undefined || PACKAGES.includes(textAt(result, 'Class') ?? '')
    for (const vulnerability of vulnerabilities ?? []) {
      if (!isRecord(vulnerability) || !SEVERITIES.includes(vulnerability['Severity'])) return { problem: `A vulnerability of \`${nameOf(result)}\` has no severity.` }
      const severity = vulnerability['Severity']
      if (severity === 'CRITICAL' || severity === 'HIGH') found[severity].add(keyOf(result, vulnerability))
    }
  }
  if (!packages) return { problem: 'The report shows no package that was scanned, so that no vulnerability is no finding.' }
  const origin = readOrigin(textAt(parsed.value, 'Trivy', 'Version'), textAt(parsed.value, 'CreatedAt'))
  return { metrics: { 'open-critical': found.CRITICAL.size, 'open-high': found.HIGH.size }, ...origin }
}

const nameOf = (result: unknown): string => (textAt(result, 'Target') ?? 'a target without name').slice(0, 100)

const keyOf = (result: unknown, vulnerability: unknown): string =>
  JSON.stringify([textAt(result, 'Target'), ...['PkgPath', 'PkgName', 'InstalledVersion', 'VulnerabilityID'].map((key) => textAt(vulnerability, key))])
