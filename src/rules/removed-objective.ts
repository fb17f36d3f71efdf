import { dueDifferences, tellDifference } from './due-changes.js'
import { ownControl } from './example-change.js'
import type { ChangeRule } from './rule.js'

const SECOND = `  - { id: ACM-01.a, method: TEST, text: Answers to a set of questions were compared with the statutes., evidence: [{ types: [answer-check], valid-for: P1Y, review: none }] }
`
const THIRD = `  - { id: ACM-01.b, method: EXAMINE, text: Members can see where an answer is from., evidence: [{ types: [answer-check], valid-for: P1Y, review: none }] }
`

/** A control lost an objective without a new major version. */
export const removedObjective: ChangeRule = {
  code: 'removed-objective',
  kind: 'change',
  severity: 'error',
  summary: 'An objective is gone from a control, and the control has no new major version.',
  rationale: 'Answers, exceptions, plans, tailoring and closed quarters name objectives by their id. Where one goes, whoever named it must read the control again, and that is what a major version says. Its letter is not given to another objective.',
  since: '0.1.0',
  previous: ownControl({ objectives: SECOND + THIRD }),
  bad: ownControl({ objectives: SECOND, version: '1.1.0' }),
  good: ownControl({ objectives: SECOND, version: '2.0.0', effective: '2027-01-01' }),
  *check(context) {
    for (const due of dueDifferences(context, ['objective-removed'])) yield tellDifference(context, due)
  },
}
