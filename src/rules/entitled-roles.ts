import { rankOf } from '../model/risk-tier.js'
import type { Config, Severity } from '../schema/types.js'
import { listInWords, quoted } from '../source/list-in-words.js'

/** The roles that may accept a gap of a severity, by the table in `muster.yaml`. */
export const entitledRoles = ({ approvers = [] }: Config, severity: Severity): readonly string[] =>
  approvers.filter((approver) => rankOf(approver['up-to']) >= rankOf(severity)).map((approver) => approver.role)

/** What to do to have a gap of a severity accepted by somebody who may. */
export function entitlementHint(config: Config, severity: Severity): string {
  const roles = entitledRoles(config, severity)
  return roles.length === 0 ? `Say under \`approvers\` in muster.yaml who may accept a ${severity} gap.` : `Have it approved by somebody with the role ${listInWords(quoted(roles), 'or')}.`
}
