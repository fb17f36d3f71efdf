import { dutyExample } from './example-duty.js'
import { exceptionExample } from './example-exception.js'
import type { DutyRule } from './rule.js'

const files = dutyExample('committed-by: decider, signatures: required', exceptionExample({}))

/** A decision stands in a commit without a signature. */
export const unsignedApproval: DutyRule = {
  code: 'unsigned-approval',
  kind: 'duty',
  severity: 'error',
  summary: 'A review or an approval was committed without a signature, or with one that does not hold.',
  rationale: 'Anybody can commit under any name. Only a signature shows that it was this person, and `signatures: required` asks for one. A signature whose key is not known here is not none: it is told as unverified.',
  since: '0.1.0',
  previous: dutyExample('committed-by: decider, signatures: required'),
  bad: files,
  good: files,
  commits: { previous: { author: 'engineer@example.com' }, bad: { author: 'reviewer@example.com' }, good: { author: 'reviewer@example.com', signature: 'good' } },
  *check({ policy, decisions }) {
    if (policy.signatures === undefined) return
    for (const { part, below, words, decider, origin } of decisions) {
      if (origin.state !== 'committed') continue
      const { state } = origin.signature ?? { state: 'none' }
      const at = { part, below }
      const hint = `Have \`${decider}\` commit it again with a signature: \`git commit -S\`.`
      if (state === 'none') yield { at, message: `The commit ${origin.commit.slice(0, 12)}, of ${words} by \`${decider}\`, is not signed.`, hint }
      if (state === 'bad') yield { at, message: `The signature of the commit ${origin.commit.slice(0, 12)}, of ${words} by \`${decider}\`, does not hold.`, hint }
    }
  },
}
