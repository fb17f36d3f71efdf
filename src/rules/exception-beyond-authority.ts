import { authorityOf, canDecide } from '../model/people.js'
import { rankOf } from '../model/risk-tier.js'
import { entitlementHint } from './entitled-roles.js'
import { exceptionExample } from './example-exception.js'
import { weighedExceptions } from './weighed-exceptions.js'
import type { FileRule } from './rule.js'

/** An exception was approved by somebody who may not accept such a gap. */
export const exceptionBeyondAuthority: FileRule = {
  code: 'exception-beyond-authority',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'An exception is approved by somebody whose roles do not reach the severity of the gap.',
  rationale: 'The worse a gap, the higher the person who may accept it. Its severity comes from the control and the risk tier of the application; `approvers` in `muster.yaml` says up to which severity a role may go.',
  since: '0.1.0',
  bad: exceptionExample({ control: 'TST-01', approvedBy: 'reviewer' }),
  good: exceptionExample({ control: 'TST-01', approvedBy: 'ciso' }),
  *check(context) {
    const { config, people } = context.library
    for (const { part, severity } of weighedExceptions(context)) {
      const { control, 'approved-by': by, 'requested-by': asked } = part.data
      const reach = authorityOf(config, by)
      if (by === asked || !canDecide(people, by) || (reach !== undefined && rankOf(reach) >= rankOf(severity))) continue
      yield {
        at: { part, below: ['approved-by'] },
        message: `\`${by}\` may accept ${reach === undefined ? 'no gap' : `gaps up to ${reach}`}, and a gap in ${control} of \`${context.files.id}\` is ${severity}.`,
        hint: entitlementHint(config, severity),
      }
    }
  },
}
