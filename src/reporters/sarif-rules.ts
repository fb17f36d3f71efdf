import { docsOf, type Diagnostic, type DiagnosticSeverity } from '../source/diagnostic.js'
import type { RuleInfo } from '../source/rule-info.js'
import { shorten } from './shorten.js'

/** The longest description that GitHub takes, in characters. */
const LONGEST = 1024
const PROBLEM_SEVERITIES = { error: 'error', warning: 'warning', note: 'recommendation' } satisfies Record<DiagnosticSeverity, string>

/** The rules that occur in some diagnostics, as SARIF reportingDescriptors sorted by id. */
export const sarifRules = (diagnostics: readonly Diagnostic[], rules: ReadonlyMap<string, RuleInfo>) =>
  [...new Map(diagnostics.map((diagnostic) => [diagnostic.code, diagnostic])).values()]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((diagnostic) => sarifRule(rules.get(diagnostic.code) ?? unknownRule(diagnostic)))

const sarifRule = ({ code, kind, severity, summary, rationale }: RuleInfo) => ({
  id: code,
  name: code,
  shortDescription: { text: shorten(summary, LONGEST) },
  fullDescription: { text: shorten(`${summary} ${rationale}`, LONGEST) },
  help: {
    text: `${summary} ${rationale} Read on: ${docsOf(code)}`,
    markdown: `**${summary}** ${rationale}\n\n[Examples of \`${code}\`](${docsOf(code)})`,
  },
  helpUri: docsOf(code),
  defaultConfiguration: { level: severity },
  // A rule says the same of every gap it shows, so the severity of a gap stands at the result.
  properties: { tags: ['ai-governance', kind], precision: 'very-high', 'problem.severity': PROBLEM_SEVERITIES[severity] },
})

const unknownRule = ({ code, severity }: Diagnostic): RuleInfo =>
  ({ code, kind: 'reading', severity, summary: `The rule ${code}.`, rationale: 'It is described in the documentation.', since: '' })
