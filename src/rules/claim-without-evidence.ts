import { placeOf } from '../model/doc.js'
import { evaluationExample } from './example-evaluation.js'
import type { GapRule } from './rule.js'
import { tellGaps } from './tell-gaps.js'
import { requestsOf, typesInWords } from './wanted-evidence.js'

/** An answer says implemented and nothing supports it. */
export const claimWithoutEvidence: GapRule = {
  code: 'claim-without-evidence',
  kind: 'gap',
  severity: 'error',
  summary: 'A control is said to be implemented, and no evidence supports it.',
  rationale: 'A claim is never trusted above evidence. An answer that lists none, inherits none and has none of an accepted type counts as a gap. If the work is still to be done, say `planned` and open a POA&M item.',
  since: '0.1.0',
  bad: evaluationExample({ evidence: undefined }, 'none'),
  good: evaluationExample({}),
  *check(context) {
    yield* tellGaps(
      context,
      ['no-evidence', 'period-without-item'],
      ({ finding, index }) => {
        const part = index.implementations.get(finding.control)
        return {
          message: `${finding.control} is said to be implemented, and there is no evidence of it.`,
          hint: `Add evidence of type ${typesInWords(requestsOf(context, finding.control))}, or write \`status: planned\`.`,
          at: { place: part ? placeOf(part, ['status']) : finding.place },
          related: [],
        }
      },
      'bare-claim',
    )
  },
}
