import type { CivilDate, PoamItem } from '../schema/types.js'
import type { Path } from '../source/place.js'

/** The day by which a plan is to be done, after its changes up to a day, and where that stands. */
export function scheduleOf({ 'scheduled-completion': first, 'milestone-changes': changes = [] }: PoamItem, asOf: CivilDate): { readonly day: CivilDate; readonly below: Path } {
  const schedule = { day: first, below: ['scheduled-completion'] as Path } // a literal list of one
  return changes.reduce((held, { on, 'scheduled-completion': day }, index) => (day !== undefined && on <= asOf ? { day, below: ['milestone-changes', index, 'scheduled-completion'] } : held), schedule)
}

/** Whether a plan was closed by a day. */
export const isClosed = ({ closed }: PoamItem, asOf: CivilDate): boolean => closed !== undefined && closed.on <= asOf

/** Whether a plan is open on a day. */
export const isOpen = (plan: PoamItem, asOf: CivilDate): boolean => plan.opened <= asOf && !isClosed(plan, asOf)
