import { evaluationExample } from './example-evaluation.js'
import type { GapRule } from './rule.js'
import { sentence, tellGaps } from './tell-gaps.js'

/** A reviewer returned the evidence for more work. */
export const returnedEvidence: GapRule = {
  code: 'returned-evidence',
  kind: 'gap',
  severity: 'error',
  summary: 'A reviewer returned the evidence.',
  rationale: 'The latest review of exactly this content says that it is not good enough. Do what the remarks of the review ask for and have the new content reviewed; history stays.',
  since: '0.1.0',
  bad: evaluationExample({}, { reviews: '[{ by: reviewer, on: 2026-09-11, decision: returned, of: c2d09b891c5d1081524fd3708f04b1bb, remarks: State the test set. }]' }),
  good: evaluationExample({}),
  *check(context) {
    yield* tellGaps(context, ['returned'], ({ reason, asks }) => ({
      message: `${sentence(reason)}; ${asks} is not met by it.`,
      hint: 'Do what the remarks of the review ask for, and have the new content reviewed.',
    }))
  },
}
