import type { FindingState } from './assessment.js'

/** How a control stands: its state, and apart from it a gap that an exception accepts. */
export type ControlStanding = FindingState | 'accepted'

/** A control of an entry that stands otherwise than in a closed quarter, and why. `in-effect`: the catalog asks for it from a day between. Absent: it was not known then, or is not any more. */
export type FindingChange = {
  readonly control: string
  readonly then?: ControlStanding
  readonly now?: ControlStanding
  readonly cause: 'better' | 'worse' | 'expired' | 'catalog' | 'in-effect' | 'facts' | 'inventory' | 'unread' | 'exception'
}
