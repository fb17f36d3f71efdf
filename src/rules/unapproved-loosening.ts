import { worstGap } from '../model/tailored-control.js'
import type { TailoredChange } from '../model/tailoring.js'
import { listInWords } from '../source/list-in-words.js'
import { entitlementHint } from './entitled-roles.js'
import { loosenedExample } from './example-tailoring.js'
import type { FileRule } from './rule.js'
import { catalogControl } from './tailored-entries.js'

/** Tailoring asks for less than the catalog, and nobody approved it. */
export const unapprovedLoosening: FileRule = {
  code: 'unapproved-loosening',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'Tailoring asks for less than the catalog does, and nobody approved that.',
  rationale: 'A control that is left out, a looser bound, a longer validity and a lower severity accept a risk for every application at once. Somebody who may accept the severest gap that the control can have puts a name and a day to it; what asks for more needs nobody.',
  since: '0.1.0',
  bad: loosenedExample(''),
  good: loosenedExample('    approved-by: ciso\n    approved-on: 2026-08-01\n'),
  *check({ library }) {
    for (const change of library.tailoring) {
      const control = catalogControl(library, change.control)
      if (!change.loosens || change['approved-by'] !== undefined || control === undefined) continue
      const severity = worstGap(control, library.catalog)
      yield { at: { part: change.part, below: WHERE[change.kind] }, message: `${inWords(change)}, and nobody approved that.`, hint: `${entitlementHint(library.config, severity).replace(/\.$/, '')}${library.config.approvers === undefined ? '' : ', and write `approved-by` and `approved-on`'}.` }
    }
  },
}

const WHERE: Readonly<Record<TailoredChange['kind'], readonly string[]>> = { 'left-out': ['control'], 'parameter': ['value'], 'validity': ['valid-for'], 'severity': ['severity'] }

function inWords({ kind, control, of, from, to, tiers }: TailoredChange): string {
  if (kind === 'left-out') return `${control} is left out`
  const what = { parameter: `\`${of}\` of ${control}`, validity: `How long evidence of ${of} counts`, severity: `The severity of ${control}` }[kind]
  return `${what} is ${to} instead of ${from}, which asks for less${tiers === undefined ? '' : ` in ${tiers.length === 1 ? 'tier' : 'tiers'} ${listInWords(tiers, 'and')}`}`
}
