import { dueDifferences, tellDifference } from './due-changes.js'
import { ownControl } from './example-change.js'
import type { ChangeRule } from './rule.js'

/** A criterion is otherwise, and the version does not say so. */
export const changedCriterion: ChangeRule = {
  code: 'changed-criterion',
  kind: 'change',
  severity: 'error',
  summary: 'What the metrics of evidence must show has changed without the version that this needs.',
  rationale: 'The same test report would pass yesterday and fail today, or the other way about. A new or stricter criterion needs a major version, one that is gone or less strict a minor one. A parameter counts where a criterion uses it, in every tier.',
  since: '0.1.0',
  previous: ownControl(),
  bad: ownControl({ bound: '0.02' }),
  good: ownControl({ bound: '0.1', version: '1.1.0' }),
  *check(context) {
    for (const due of dueDifferences(context, ['criterion'])) yield tellDifference(context, due)
  },
}
