import { isOpen } from '../model/poam.js'
import { indexOf } from './assessment-index.js'
import { platformExample } from './example-platform.js'
import type { GapRule } from './rule.js'

const plan = (closed: string): string => `poam:
  - id: review-access
    control: TST-03
    weakness: Nobody reviewed access.
    plan: Name a reviewer and review it each quarter.
    owner: engineer
    opened: 2026-07-01
    scheduled-completion: 2026-11-30
${closed}`

/** A plan is open for a control that is satisfied. */
export const needlessPoam: GapRule = {
  code: 'needless-poam',
  kind: 'gap',
  severity: 'warning',
  summary: 'A POA&M item is open, and its control is satisfied.',
  rationale: 'Either the work is done and nobody closed the plan, or the plan knows of a weakness that the evidence does not show. Close it with its day, or say honestly that the control is implemented in part.',
  since: '0.1.0',
  bad: platformExample({ more: plan('') }),
  good: platformExample({ more: plan('    closed: { on: 2026-07-05, by: owner }\n') }),
  *check({ assessment, files, asOf }) {
    const { findings } = indexOf(assessment)
    for (const part of files.poam) {
      const { id, control } = part.data
      if (findings.get(control)?.state !== 'satisfied' || !isOpen(part.data, asOf)) continue
      yield {
        at: { part, below: ['control'] },
        message: `The plan \`${id}\` is open, and ${control} is satisfied.`,
        hint: 'Close it with `closed: { on: …, by: … }`, or write `status: partial` where the weakness remains.',
        about: { application: files.id, control },
      }
    }
  },
}
