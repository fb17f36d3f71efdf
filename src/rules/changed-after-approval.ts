import { dutyExample } from './example-duty.js'
import { exceptionExample } from './example-exception.js'
import type { DutyRule } from './rule.js'

const approved = dutyExample('committed-by: decider', exceptionExample({}))

/** An exception or tailoring was changed after it had been approved. */
export const changedAfterApproval: DutyRule = {
  code: 'changed-after-approval',
  kind: 'duty',
  severity: 'error',
  summary: 'An exception, or an entry of `tailoring.yaml`, was changed after it had been approved.',
  rationale: 'An approval is of what stood there. When a line of the entry comes from a later commit of somebody else, for instance another day until which a gap is accepted, nobody approved that. Have the person who decides write `approved-on` anew, and commit it. What a review is about is bound by its fingerprint.',
  since: '0.1.0',
  previous: approved,
  bad: { ...approved, ...exceptionExample({ expires: '2027-01-31' }) },
  good: { ...approved, ...exceptionExample({ expires: '2027-01-31' }) },
  commits: { previous: { author: 'reviewer@example.com' }, bad: { author: 'owner@example.com' }, good: { author: 'reviewer@example.com' } },
  *check({ decisions }) {
    for (const { part, below, words, decider, changed } of decisions) {
      if (changed === undefined) continue
      const { line, origin } = changed
      const by = origin.state === 'unknown' ? undefined : (origin.people[0] ?? ('address' in origin ? origin.address : undefined))
      yield { at: { part, below }, message: `Line ${line} was changed after ${words} by \`${decider}\`${by === undefined ? '' : `, by \`${by}\``}.`, hint: `Have \`${decider}\` read it again and commit \`approved-on\` with another day.` }
    }
  },
}
