import type { Diagnostic } from '../source/diagnostic.js'
import { fingerprintsOf } from './fingerprints.js'
import type { ReportContext, Reporter } from './reporter.js'
import { sarifNotification, sarifResult } from './sarif-result.js'
import { sarifRules } from './sarif-rules.js'
import { isBuiltin } from './show-place.js'
import { toJson } from './to-json.js'
import { worstFirst } from './worst-first.js'

/** Results of one run that GitHub shows. */
const MOST_RESULTS = 5000

/** SARIF 2.1.0 (OASIS), as GitHub code scanning takes it. */
export const sarif: Reporter<'sarif'> = {
  id: 'sarif',
  summary: 'for code scanning: SARIF 2.1.0, with fingerprints that outlive moved lines',
  render: (diagnostics, context) => toJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [runOf(diagnostics, context)] }),
}

function runOf(diagnostics: readonly Diagnostic[], { rules, tool, prefix, command }: ReportContext): unknown {
  const located = worstFirst(diagnostics.filter(({ place }) => !isBuiltin(place.file)))
  const builtin = diagnostics.filter(({ place }) => isBuiltin(place.file))
  const kept = located.slice(0, MOST_RESULTS)
  const descriptors = sarifRules([...kept, ...builtin], rules)
  const indices = new Map(descriptors.map(({ id }, index) => [id, index]))
  const ruleIndexOf = ({ code }: Diagnostic): number => indices.get(code) ?? -1
  // Over all of them in the order of the files, so that neither a severity nor the limit renumbers equal ones.
  const fingerprints = fingerprintsOf(diagnostics, prefix)
  return {
    tool: { driver: { name: tool.name, version: tool.version, informationUri: tool.uri, rules: descriptors } },
    automationDetails: { id: `muster/${command}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        ...(builtin.length > 0 && { toolExecutionNotifications: builtin.map((diagnostic) => sarifNotification(diagnostic, ruleIndexOf(diagnostic))) }),
        ...(located.length > kept.length && { toolConfigurationNotifications: [leftOut(located.length - kept.length, command)] }),
      },
    ],
    results: kept.map((diagnostic) => sarifResult(diagnostic, { prefix, ruleIndex: ruleIndexOf(diagnostic), fingerprint: fingerprints.get(diagnostic) ?? '' })),
  }
}

const leftOut = (count: number, command: string): unknown => ({
  level: 'warning',
  message: { text: `${count.toLocaleString('en')} more ${count === 1 ? 'result is' : 'results are'} left out, the least severe: GitHub shows ${MOST_RESULTS.toLocaleString('en')} of one run. \`muster ${command} --format json\` has them all.` },
})
