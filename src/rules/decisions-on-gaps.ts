// What was decided about a gap and whether it holds: exceptions and plans.
import type { Finding } from '../model/assessment.js'
import type { Located } from '../model/doc.js'
import type { CivilDate, Exception, PoamItem } from '../schema/types.js'
import type { Path } from '../source/place.js'

/** The latest exception for a gap, when it has ended and none is in force by date. */
export function endedException(exceptions: readonly Located<Exception>[], asOf: CivilDate): Located<Exception> | undefined {
  const begun = exceptions.filter(({ data }) => data['approved-on'] <= asOf)
  if (begun.some(({ data }) => data.expires >= asOf)) return undefined
  return begun.reduce<Located<Exception> | undefined>((last, exception) => (last && last.data.expires >= exception.data.expires ? last : exception), undefined)
}

/** The day by which a plan is to be done, after its changes up to a day, and where that stands. */
export function scheduleOf({ 'scheduled-completion': first, 'milestone-changes': changes = [] }: PoamItem, asOf: CivilDate): { readonly day: CivilDate; readonly below: Path } {
  const schedule = { day: first, below: ['scheduled-completion'] as Path } // a literal list of one
  return changes.reduce((held, { on, 'scheduled-completion': day }, index) => (day !== undefined && on <= asOf ? { day, below: ['milestone-changes', index, 'scheduled-completion'] } : held), schedule)
}

/** Whether a plan was closed by a day. */
export const isClosed = ({ closed }: PoamItem, asOf: CivilDate): boolean => closed !== undefined && closed.on <= asOf

/** Whether a plan is open on a day. */
export const isOpen = (plan: PoamItem, asOf: CivilDate): boolean => plan.opened <= asOf && !isClosed(plan, asOf)

/** Whether a plan was closed while the gap stood open, as it does still. */
export const closedTooEarly = (plan: PoamItem, finding: Finding, asOf: CivilDate): boolean =>
  isClosed(plan, asOf) && plan.closed !== undefined && finding.opened !== undefined && finding.opened <= plan.closed.on
