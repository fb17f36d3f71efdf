import { didTo, requesterBehind } from './committed-by-requester.js'
import { dutyExample } from './example-duty.js'
import { exceptionExample } from './example-exception.js'
import type { DutyRule } from './rule.js'

const files = dutyExample('committed-by: decider', exceptionExample({}))

/** A decision was committed by somebody else than the person whom it names. */
export const approvalByAnother: DutyRule = {
  code: 'approval-by-another',
  kind: 'duty',
  severity: 'error',
  summary: 'A review or an approval was committed by somebody else than the person whom it names.',
  rationale: 'With `committed-by: decider` a decision counts as made by whoever committed it. Who writes down what another decided leaves nothing by which that can be shown. `email`, `commits-as` and `handle` in `people` say under which addresses a person commits.',
  since: '0.1.0',
  previous: dutyExample('committed-by: decider'),
  bad: files,
  good: files,
  commits: { previous: { author: 'engineer@example.com' }, bad: { author: 'owner@example.com' }, good: { author: 'reviewer@example.com' } },
  *check({ policy, decisions }) {
    if (policy['committed-by'] !== 'decider') return
    for (const decision of decisions) {
      const { part, below, words, decider, origin } = decision
      if (origin.state === 'unknown' || requesterBehind(decision) !== undefined) continue
      const at = { part, below }
      const hint = `Have \`${decider}\` commit it, or write in \`people\` under which addresses they commit.`
      const signers = origin.state === 'committed' && origin.signature?.state === 'good' ? origin.signature.people : []
      const another = origin.people.includes(decider) ? (signers.length === 0 || signers.includes(decider) ? undefined : signers[0]) : origin.people[0]
      if (another !== undefined) yield { at, message: `\`${another}\` ${didTo(decision, another)} ${words} by \`${decider}\`.`, hint }
      else if (origin.state === 'committed' && origin.people.length === 0) yield { at, message: `\`${origin.address}\` committed ${words} by \`${decider}\`, and \`muster.yaml\` has nobody with that address.`, hint }
    }
  },
}
