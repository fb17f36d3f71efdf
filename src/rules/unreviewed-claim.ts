import { fingerprintOfImplementation } from '../model/digest.js'
import { evaluationExample } from './example-evaluation.js'
import type { GapRule } from './rule.js'
import { sentence, tellGaps, type ToldGap } from './tell-gaps.js'

/** A claim that a control does not apply, or is met in another way, was not accepted by a reviewer. */
export const unreviewedClaim: GapRule = {
  code: 'unreviewed-claim',
  kind: 'gap',
  severity: 'error',
  summary: 'A claim that a control does not apply, or is met in another way, has no accepted review.',
  rationale: '`not-applicable` and `alternative` count only with remarks that say why and a review, by somebody who does not own the application, that accepted exactly this answer and has not expired. Until then the control is a gap.',
  since: '0.1.0',
  bad: evaluationExample({ status: 'not-applicable', evidence: undefined, remarks: 'The supplier evaluates it.' }, 'none'),
  good: evaluationExample({ status: 'not-applicable', evidence: undefined, remarks: 'The supplier evaluates it.', reviews: '[{ by: reviewer, on: 2026-09-11, decision: accepted, of: 64c67f0bfe04f9d550796197b203cef9 }]' }, 'none'),
  *check(context) {
    yield* tellGaps(context, ['claim-not-accepted'], (gap) => ({
      message: `${sentence(gap.reason)}; until it is accepted, ${gap.finding.control} is a gap.`,
      hint: hintFor(gap),
    }))
  },
}

function hintFor({ reason, finding, index }: ToldGap): string {
  const answer = index.implementations.get(finding.control)?.data
  if (answer?.remarks === undefined) return 'Say why in `remarks`, then ask for a review.'
  if (reason.kind === 'returned') return 'Do what the remarks of the review ask for, and have the new answer reviewed.'
  return `Ask somebody who does not own the application to read it and to add a review \`of: ${fingerprintOfImplementation(answer)}\`, as \`muster review accept\` does.`
}
