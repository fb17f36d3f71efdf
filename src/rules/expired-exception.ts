import { platformExample } from './example-platform.js'
import { endedException } from './decisions-on-gaps.js'
import { indexOf } from './assessment-index.js'
import type { GapRule } from './rule.js'
import { aboutGap } from './tell-gaps.js'

const PLANNED = '    status: planned\n'
const accepted = (expires: string): string => `exceptions:
  - id: no-review-2026
    control: TST-03
    reason: The directory is being replaced.
    residual-risk: low
    requested-by: engineer
    approved-by: reviewer
    approved-on: 2026-07-10
    expires: ${expires}
`

/** An exception has ended, and the control is still not satisfied. */
export const expiredException: GapRule = {
  code: 'expired-exception',
  kind: 'gap',
  severity: 'warning',
  summary: 'An exception has ended, and its control is still not satisfied.',
  rationale: 'An exception accepts a risk until a day. After it nobody accepts the gap any more: close it, or ask for a new exception that names this one in `renews`. The former one stays, for an unbroken chain counts as one against the longest time.',
  since: '0.1.0',
  bad: platformExample({ access: PLANNED, more: accepted('2026-08-31') }),
  good: platformExample({ access: PLANNED, more: accepted('2026-12-31') }),
  beside: 'partial-implementation',
  *check(context) {
    const { findings, exceptions } = indexOf(context.assessment)
    for (const [control, group] of exceptions) {
      const finding = findings.get(control)
      const ended = finding?.state === 'not-satisfied' ? endedException(group, context.asOf) : undefined
      if (finding === undefined || ended === undefined) continue
      const { id, expires } = ended.data
      yield {
        at: { part: ended, below: ['expires'] },
        message: `The exception \`${id}\` ended on ${expires}, and ${control} is still not satisfied.`,
        hint: `Close the gap, or ask for a new exception with \`renews: ${id}\`.`,
        about: aboutGap(context, { finding, way: 'reasons' }),
      }
    }
  },
}
