import { dueDifferences, tellDifference } from './due-changes.js'
import { ownControl } from './example-change.js'
import type { ChangeRule } from './rule.js'

/** An objective asks for more without a new major version. */
export const tightenedObjective: ChangeRule = {
  code: 'tightened-objective',
  kind: 'change',
  severity: 'error',
  summary: 'An objective is new or asks for more, and the control has no new major version.',
  rationale: 'An application that satisfied the control may no longer: it must submit more evidence, evidence of another type, for each component, or have it reviewed. A major version tells it so, and `effective` gives it time.',
  since: '0.1.0',
  previous: ownControl(),
  bad: ownControl({ review: 'required', version: '1.1.0' }),
  good: ownControl({ review: 'required', version: '2.0.0', effective: '2027-01-01' }),
  *check(context) {
    for (const due of dueDifferences(context, ['objective', 'evidence'], ({ needs }) => needs === 'major')) yield tellDifference(context, due)
  },
}
