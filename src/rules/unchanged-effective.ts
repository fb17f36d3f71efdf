import { whole } from '../model/doc.js'
import { stepBetween } from '../model/version-step.js'
import { ownChanges } from './due-changes.js'
import { ownControl } from './example-change.js'
import type { ChangeRule } from './rule.js'

/** A new major version is asked from the first day of the former one. */
export const unchangedEffective: ChangeRule = {
  code: 'unchanged-effective',
  kind: 'change',
  severity: 'warning',
  summary: 'A control has a new major version and the first day of the former one.',
  rationale: '`effective` is the first day of the major version. With the old day the new text is asked of everybody at once, and gaps in it are counted from a day on which nobody knew it.',
  since: '0.1.0',
  previous: ownControl(),
  bad: ownControl({ bound: '0.02', version: '2.0.0' }),
  good: ownControl({ bound: '0.02', version: '2.0.0', effective: '2027-01-01' }),
  *check(context) {
    for (const { change, before, after } of ownChanges(context)) {
      if (stepBetween(before.data.version, after.data.version) !== 'major' || before.data.effective !== after.data.effective || change.fate === 'withdrawn') continue
      yield {
        at: { part: whole(after), below: ['effective'] },
        message: `${change.id} went from version \`${before.data.version}\` to \`${after.data.version}\`, and its first day is still \`${after.data.effective}\`.`,
        hint: 'Write the day from which the new version is asked, and leave its readers time.',
        about: { control: change.id },
        touches: { controls: [change.id] },
      }
    }
  },
}
