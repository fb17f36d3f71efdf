import { dueDifferences, tellDifference } from './due-changes.js'
import { ownControl } from './example-change.js'
import type { ChangeRule } from './rule.js'

const PARAMETER = 'parameters:\n  - { id: most-wrong, value: 0.05, description: Share of answers that may be wrong. }\n'

/** A control lost a parameter without a new major version. */
export const removedParameter: ChangeRule = {
  code: 'removed-parameter',
  kind: 'change',
  severity: 'error',
  summary: 'A parameter is gone from a control, and the control has no new major version.',
  rationale: 'Organizations that use the catalog may have set it in their `tailoring.yaml`, where it then stands for nothing. A renamed parameter is one that is gone.',
  since: '0.1.0',
  previous: ownControl({ more: PARAMETER, bound: 'most-wrong' }),
  bad: ownControl({ version: '1.1.0' }),
  good: ownControl({ version: '2.0.0', effective: '2027-01-01' }),
  *check(context) {
    for (const due of dueDifferences(context, ['parameter-removed'])) yield tellDifference(context, due)
  },
}
