import { isOpen } from '../model/poam.js'
import { indexOf } from './assessment-index.js'
import { closedTooEarly } from './decisions-on-gaps.js'
import { platformExample } from './example-platform.js'
import type { GapRule } from './rule.js'
import { aboutGap } from './tell-gaps.js'

const PLANNED = '    status: planned\n'
const plan = (closed: string): string => `poam:
  - id: review-access
    control: TST-03
    weakness: Nobody reviews access.
    plan: Name a reviewer and review it each quarter.
    owner: engineer
    opened: 2026-07-10
    scheduled-completion: 2026-11-30
${closed}`

/** A plan was closed, and the gap that it was to close is still there. */
export const prematureClosure: GapRule = {
  code: 'premature-closure',
  kind: 'gap',
  severity: 'warning',
  summary: 'A POA&M item was closed, and the gap that it was to close is still there.',
  rationale: 'A plan is closed when the control is satisfied, not when the work feels done. Add the evidence that shows it, or open the plan again. A gap that opened after the closing day is another one and needs a plan of its own.',
  since: '0.1.0',
  bad: platformExample({ access: PLANNED, more: plan('    closed: { on: 2026-09-01, by: owner }\n') }),
  good: platformExample({ access: PLANNED, more: plan('') }),
  beside: 'partial-implementation',
  *check(context) {
    const { assessment, asOf } = context
    const { findings, plans } = indexOf(assessment)
    for (const [control, group] of plans) {
      const finding = findings.get(control)
      if (finding?.state !== 'not-satisfied' || finding.accepted !== undefined || group.some(({ data }) => isOpen(data, asOf))) continue
      for (const part of group) {
        if (!closedTooEarly(part.data, finding, asOf)) continue
        yield {
          at: { part, below: ['closed', 'on'] },
          message: `The plan \`${part.data.id}\` was closed on ${part.data.closed?.on}, and ${control} has not been satisfied since ${finding.opened}.`,
          hint: 'Add the evidence that shows it, or remove `closed` and set a new day in `milestone-changes`.',
          about: aboutGap(context, { finding, way: 'reasons' }),
        }
      }
    }
  },
}
