import { evaluationExample } from './example-evaluation.js'
import type { GapRule } from './rule.js'
import { sentence, tellGaps } from './tell-gaps.js'

/** The only evidence is dated after the day of the assessment. */
export const futureEvidence: GapRule = {
  code: 'future-evidence',
  kind: 'gap',
  severity: 'error',
  summary: 'The evidence is dated after the day of the assessment, and there is no other.',
  rationale: 'Evidence counts from the day it stands for, never before. A date in the future is mostly a slip of the year. Where it is meant, the control is not satisfied until that day.',
  since: '0.1.0',
  bad: evaluationExample({}, { collected: '2027-09-08' }),
  good: evaluationExample({}),
  *check(context) {
    yield* tellGaps(context, ['future-dated'], ({ reason, asks }) => ({
      message: `${sentence(reason)}; ${asks} needs one that counts now.`,
      hint: `Correct the date if it is a slip; otherwise collect evidence of a day up to ${context.asOf}.`,
    }))
  },
}
