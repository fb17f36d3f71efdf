import { evaluationExample } from './example-evaluation.js'
import type { GapRule } from './rule.js'
import { sentence, tellGaps } from './tell-gaps.js'

/** The review of a piece of evidence was accepted for a time that has passed. */
export const expiredReview: GapRule = {
  code: 'expired-review',
  kind: 'gap',
  severity: 'error',
  summary: 'The review of a piece of evidence has expired.',
  rationale: 'A reviewer may accept evidence until a day. After it the decision no longer holds, and somebody must read the evidence again. Add a new review; the old one stays.',
  since: '0.1.0',
  bad: evaluationExample({}, { reviews: '[{ by: reviewer, on: 2026-09-11, decision: accepted, of: c2d09b891c5d1081524fd3708f04b1bb, expires: 2026-09-20 }]' }),
  good: evaluationExample({}, { reviews: '[{ by: reviewer, on: 2026-09-11, decision: accepted, of: c2d09b891c5d1081524fd3708f04b1bb, expires: 2026-12-20 }]' }),
  *check(context) {
    yield* tellGaps(context, ['review-expired'], ({ reason, asks }) => ({
      message: `${sentence(reason)}; ${asks} asks for one that holds.`,
      hint: 'Ask a reviewer to read it again and to add a new review below the old one.',
    }))
  },
}
