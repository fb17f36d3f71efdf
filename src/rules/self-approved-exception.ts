import { canDecide } from '../model/people.js'
import { exceptionExample } from './example-exception.js'
import type { FileRule } from './rule.js'

/** An exception was approved by who asked for it. */
export const selfApprovedException: FileRule = {
  code: 'self-approved-exception',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'An exception is approved by the person who asked for it.',
  rationale: 'Who wants to go on without a control is not the one to say that the risk may be taken. `approvers` in `muster.yaml` says which roles accept which severity of gap.',
  since: '0.1.0',
  bad: exceptionExample({ approvedBy: 'engineer' }),
  good: exceptionExample({}),
  *check({ library, files }) {
    for (const part of files.exceptions) {
      const { id, 'requested-by': asked, 'approved-by': approved } = part.data
      // An approver who is unknown or a group is told as such.
      if (asked !== approved || !canDecide(library.people, approved)) continue
      yield { at: { part, below: ['approved-by'] }, message: `\`${approved}\` asked for the exception \`${id}\` and cannot approve it.`, hint: 'Have it approved by somebody whose role may accept such a gap.', related: [{ message: 'Asked for here.', at: { part, below: ['requested-by'] } }] }
    }
  },
}
