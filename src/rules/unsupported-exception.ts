import type { FindingState } from '../model/assessment.js'
import { controlStates } from '../model/control-states.js'
import { listInWords } from '../source/list-in-words.js'
import { indexOf } from './assessment-index.js'
import { platformExample } from './example-platform.js'
import type { GapRule } from './rule.js'
import { aboutGap } from './tell-gaps.js'

const PLANNED = '    status: planned\n'
const accepted = (compensating: string): string => `exceptions:
  - id: no-review-2026
    control: TST-03
    reason: The directory is being replaced.
    residual-risk: low
    compensating: [${compensating}]
    requested-by: engineer
    approved-by: reviewer
    approved-on: 2026-07-10
    expires: 2026-12-31
`

/** An exception rests on a control that is not satisfied. */
export const unsupportedException: GapRule = {
  code: 'unsupported-exception',
  kind: 'gap',
  severity: 'warning',
  summary: 'An exception rests on a compensating control that is not satisfied.',
  rationale: 'Whoever approved the exception accepted the risk because other controls carry it meanwhile. It holds only while each of them is satisfied: one that does not apply, or was never assessed, carries nothing. Satisfy them, or have the risk accepted anew without them.',
  since: '0.1.0',
  bad: platformExample({ access: PLANNED, more: accepted('TST-01') }),
  good: platformExample({ access: PLANNED, more: accepted('TST-02') }),
  beside: 'partial-implementation',
  *check(context) {
    const { assessment, providers, asOf } = context
    const { findings, exceptions } = indexOf(assessment)
    const states = controlStates(assessment.findings, providers)
    for (const [control, group] of exceptions) {
      const finding = findings.get(control)
      if (finding?.state !== 'not-satisfied' || finding.accepted !== undefined) continue
      for (const part of group) {
        const { id, compensating = [], 'approved-on': from, expires } = part.data
        const failing = compensating.map((other, index) => ({ other, index, state: states(other) })).filter(({ state }) => state !== 'satisfied')
        const [first] = failing
        if (first === undefined || asOf < from || expires < asOf) continue
        yield {
          at: { part, below: ['compensating', first.index] },
          message: `The exception \`${id}\` for ${control} does not hold: it rests on ${listInWords(failing.map(({ other, state }) => `${other}, which ${STATES[state ?? 'unknown']}`), 'and')}.`,
          hint: 'Satisfy what it rests on, or have the risk accepted anew with controls that are satisfied.',
          about: aboutGap(context, { finding, way: 'reasons' }),
        }
      }
    }
  },
}

const STATES: Readonly<Record<FindingState | 'unknown', string>> = {
  'satisfied': 'is satisfied',
  'not-satisfied': 'is not satisfied',
  'not-applicable': 'does not apply',
  'upcoming': 'is not in force yet',
  'not-assessed': 'could not be assessed',
  'unknown': 'is not asked of anybody here',
}
