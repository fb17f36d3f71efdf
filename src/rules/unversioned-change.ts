import { whole } from '../model/doc.js'
import { largestStep, isFarEnough, stepOn } from '../model/version-step.js'
import { counted, listInWords } from '../source/list-in-words.js'
import { hintToStep, ownChanges, STEP_IN_WORDS } from './due-changes.js'
import { ownControl } from './example-change.js'
import type { ChangeRule } from './rule.js'

// What these rules do not tell on its own line. One missing step is told once.
const OWN_RULE = new Set(['objective-removed', 'validity', 'criterion', 'parameter-removed'])
const MOST = 4

/** A control says something else, and its version does not say so. */
export const unversionedChange: ChangeRule = {
  code: 'unversioned-change',
  kind: 'change',
  severity: 'error',
  summary: 'A control says something else than before, and its version does not say so.',
  rationale: 'Answers, documents and closed quarters name a control with its version. Two texts under one version cannot be told apart afterwards. Wording is a patch; a clarified objective, new guidance, another severity or status is a minor version. Whether other words mean something else is for their author to say.',
  since: '0.1.0',
  previous: ownControl(),
  bad: ownControl({ statement: 'Whatever an application says about our statutes is compared with them by a lawyer.' }),
  good: ownControl({ statement: 'Whatever an application says about our statutes is compared with them by a lawyer.', version: '1.1.0' }),
  *check(context) {
    for (const { change, before, after } of ownChanges(context)) {
      const [then, now] = [before.data.version, after.data.version]
      const due = change.differences.filter(({ needs }) => !isFarEnough(then, now, needs))
      const step = largestStep(due.map(({ needs }) => needs))
      if (step === undefined || due.some(({ kind, needs }) => OWN_RULE.has(kind) || needs === 'major')) continue
      const says = due.slice(0, MOST).map((difference) => difference.says)
      const more = due.length > MOST ? [`${counted(due.length - MOST, 'more thing')} ${due.length - MOST === 1 ? 'is' : 'are'} otherwise`] : []
      yield {
        at: { part: whole(after), below: ['version'] },
        message: `${change.id} says something else than in \`${context.than}\`: ${listInWords([...says, ...more], 'and')}. That is ${STEP_IN_WORDS[step]}, and ${then === now ? `it still has version \`${now}\`` : `it went from version \`${then}\` to \`${now}\` only`}.`,
        hint: hintToStep(context, then, change.due?.version ?? stepOn(then, step), step === 'patch' ? stepOn(then, 'patch') : undefined),
        about: { control: change.id },
        touches: { controls: [change.id] },
      }
    }
  },
}
