import { dueDifferences, tellDifference } from './due-changes.js'
import { ownControl } from './example-change.js'
import type { ChangeRule } from './rule.js'

/** A control is asked of more applications, or sooner, without a new major version. */
export const widenedApplicability: ChangeRule = {
  code: 'widened-applicability',
  kind: 'change',
  severity: 'error',
  summary: 'A control can apply to more applications, to another scope or from an earlier day, and has no new major version.',
  rationale: 'An application that need not answer it must now. Applicability that does not surely name fewer applications than before counts as naming more, since characteristics do not exclude each other.',
  since: '0.1.0',
  previous: ownControl(),
  bad: ownControl({ applicability: 'applicability: { any: [uses-llm, agentic] }', version: '1.0.1' }),
  good: ownControl({ applicability: 'applicability: { any: [uses-llm], lifecycle: [production] }', version: '1.1.0' }),
  *check(context) {
    for (const due of dueDifferences(context, ['scope', 'applicability', 'effective'], ({ needs }) => needs === 'major')) yield tellDifference(context, due)
  },
}
