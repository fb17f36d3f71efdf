import { listInWords, quoted } from '../source/list-in-words.js'
import { dutyExample } from './example-duty.js'
import { exceptionExample } from './example-exception.js'
import type { DutyRule } from './rule.js'

const owned = (owner: string) => dutyExample('committed-by: decider, codeowners: required', { CODEOWNERS: `/applications/*/evidence/exceptions.yaml  ${owner}\n` })

/** An approval was made by somebody who does not own the file by CODEOWNERS. */
export const approverNotOwner: DutyRule = {
  code: 'approver-not-owner',
  kind: 'duty',
  severity: 'error',
  summary: 'An approval was made by somebody whom `CODEOWNERS` does not name for the file.',
  rationale: 'The forge asks the owners of a file before a change of it is merged. An approval of somebody else was never theirs to give, or `CODEOWNERS` guards the wrong file. It is read as it stood in the commit of the approval. Reviews are not compared: a team owns its evidence, and somebody else reviews it. A team is known where `people` has a group with its `handle` and `members`.',
  since: '0.1.0',
  previous: owned('@ciso'),
  bad: { ...owned('@ciso'), ...exceptionExample({}) },
  good: { ...owned('@reviewer'), ...exceptionExample({}) },
  commits: { previous: { author: 'engineer@example.com' }, bad: { author: 'reviewer@example.com' }, good: { author: 'reviewer@example.com' } },
  *check({ decisions }) {
    for (const { part, below, decider, owners } of decisions) {
      if (owners === undefined || 'unknown' in owners || owners.among !== 'no') continue
      const named = owners.names.length === 0 ? 'names nobody' : `names ${listInWords(quoted(owners.names), 'and', 4)}`
      yield { at: { part, below }, message: `\`CODEOWNERS\` ${named} for this file, and not \`${decider}\`.`, hint: 'Have an owner approve it, or name the person in CODEOWNERS.' }
    }
  },
}
