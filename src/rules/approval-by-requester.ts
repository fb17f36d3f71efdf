import { behind } from '../model/decision.js'
import { didTo, requesterBehind } from './committed-by-requester.js'
import { dutyExample } from './example-duty.js'
import { exceptionExample } from './example-exception.js'
import type { DutyRule } from './rule.js'

const files = dutyExample('committed-by: anyone-but-requester', exceptionExample({}))

/** A decision was committed by who asked for it. */
export const approvalByRequester: DutyRule = {
  code: 'approval-by-requester',
  kind: 'duty',
  severity: 'error',
  summary: 'A review or an approval was committed by the person who asked for it.',
  rationale: 'A name in a file is soon written. By git the person who filed the evidence, owns the application, asked for the exception or wrote what is approved has also written the decision on it. The same holds for evidence that the reviewer committed, whoever is said to have filed it. Have it committed by the person who decided; `muster review accept` writes a review for whoever runs it.',
  since: '0.1.0',
  previous: dutyExample('committed-by: anyone-but-requester'),
  bad: files,
  good: files,
  commits: { previous: { author: 'engineer@example.com' }, bad: { author: 'engineer@example.com' }, good: { author: 'reviewer@example.com' } },
  *check({ decisions }) {
    for (const decision of decisions) {
      const { part, below, words, kind, decider, requesters, filed, filedOrigin } = decision
      const by = requesterBehind(decision)
      if (by) yield { at: { part, below }, message: `\`${by.id}\` ${by.as} and ${didTo(decision, by.id)} ${words} by \`${decider}\`.`, hint: kind === 'review' ? `Have \`${decider}\` read it and commit the review.` : `Have \`${decider}\` commit the approval.` }
      else if (filed && filedOrigin && behind(filedOrigin).includes(decider) && !requesters.some(({ id }) => id === decider))
        yield { at: { part, below }, message: `\`${decider}\` ${filedOrigin.state === 'pending' ? 'is about to commit' : 'committed'} this evidence, which \`${requesters[0]?.id}\` is said to have filed, and cannot review it.`, hint: 'Have somebody else review it.', related: [{ message: 'Filed here.', at: { part, below: filed } }] }
    }
  },
}
