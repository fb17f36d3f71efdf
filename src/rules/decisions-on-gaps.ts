// What was decided about a gap and whether it holds: exceptions and plans.
import type { Finding } from '../model/assessment.js'
import type { Located } from '../model/doc.js'
import { isClosed } from '../model/poam.js'
import type { CivilDate, Exception, PoamItem } from '../schema/types.js'

/** The latest exception for a gap, when it has ended and none is in force by date. */
export function endedException(exceptions: readonly Located<Exception>[], asOf: CivilDate): Located<Exception> | undefined {
  const begun = exceptions.filter(({ data }) => data['approved-on'] <= asOf)
  if (begun.some(({ data }) => data.expires >= asOf)) return undefined
  return begun.reduce<Located<Exception> | undefined>((last, exception) => (last && last.data.expires >= exception.data.expires ? last : exception), undefined)
}

/** Whether a plan was closed while the gap stood open, as it does still. */
export const closedTooEarly = (plan: PoamItem, finding: Finding, asOf: CivilDate): boolean =>
  isClosed(plan, asOf) && plan.closed !== undefined && finding.opened !== undefined && finding.opened <= plan.closed.on
