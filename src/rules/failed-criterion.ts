import { evaluationExample } from './example-evaluation.js'
import type { GapRule } from './rule.js'
import { sentence, tellGaps } from './tell-gaps.js'

/** A figure of the evidence is not what the control asks for. */
export const failedCriterion: GapRule = {
  code: 'failed-criterion',
  kind: 'gap',
  severity: 'error',
  summary: 'A figure of the evidence breaks a criterion of the control.',
  rationale: 'The control says what the figures must show, and the latest run of each tool decides. A failed run cannot be left out: mend what it shows, run again, and file the new run. The failed one stays on record.',
  since: '0.1.0',
  bad: evaluationExample({}, { metrics: '{ accuracy: 0.71 }' }),
  good: evaluationExample({}),
  *check(context) {
    yield* tellGaps(context, ['criterion-broken'], ({ reason, asks }) => ({
      message: `${sentence(reason)}; ${asks} fails.`,
      hint: 'Mend what it shows, run it again and file the new run; this one stays on record.',
    }))
  },
}
