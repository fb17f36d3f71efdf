import { dueDifferences, tellDifference } from './due-changes.js'
import { ownControl } from './example-change.js'
import type { ChangeRule } from './rule.js'

/** How long evidence counts is otherwise, and the version does not say so. */
export const changedValidity: ChangeRule = {
  code: 'changed-validity',
  kind: 'change',
  severity: 'error',
  summary: 'How long evidence of a control counts, or how often it is asked, has changed without the version that this needs.',
  rationale: 'Evidence that counted yesterday would be stale today, and nothing would say why. Shorter needs a major version, longer a minor one. A duration that is longer in some months and shorter in others counts as shorter.',
  since: '0.1.0',
  previous: ownControl(),
  bad: ownControl({ validity: 'P180D', version: '1.1.0' }),
  good: ownControl({ validity: 'P180D', version: '2.0.0', effective: '2027-01-01' }),
  *check(context) {
    for (const due of dueDifferences(context, ['validity'])) yield tellDifference(context, due)
  },
}
