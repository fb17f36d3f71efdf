import { authorityOf, canDecide } from '../model/people.js'
import { rankOf } from '../model/risk-tier.js'
import { worstGap } from '../model/tailored-control.js'
import { entitlementHint } from './entitled-roles.js'
import { loosenedExample } from './example-tailoring.js'
import type { FileRule } from './rule.js'
import { catalogControl } from './tailored-entries.js'

/** A loosening was approved by somebody who may not accept such a gap. */
export const looseningBeyondAuthority: FileRule = {
  code: 'loosening-beyond-authority',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'Tailoring asks for less, approved by somebody whose roles do not reach the severest gap that the control can have.',
  rationale: 'Loosening a control accepts its gaps in every application, whatever its risk tier. `approvers` in `muster.yaml` says up to which severity a role may go; the severity of a gap comes from the control and the tier.',
  since: '0.1.0',
  bad: loosenedExample('    approved-by: reviewer\n    approved-on: 2026-08-01\n'),
  good: loosenedExample('    approved-by: ciso\n    approved-on: 2026-08-01\n'),
  *check({ library }) {
    const { config, people, catalog } = library
    for (const { loosens, part, control: id, 'approved-by': by } of library.tailoring) {
      const control = catalogControl(library, id)
      if (!loosens || by === undefined || control === undefined || !canDecide(people, by)) continue
      const severity = worstGap(control, catalog)
      const reach = authorityOf(config, by)
      if (reach !== undefined && rankOf(reach) >= rankOf(severity)) continue
      yield { at: { part, below: ['approved-by'] }, message: `\`${by}\` may accept ${reach === undefined ? 'no gap' : `gaps up to ${reach}`}, and a gap in ${id} can be ${severity}.`, hint: entitlementHint(config, severity) }
    }
  },
}
