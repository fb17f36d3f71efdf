import { majorOf } from '../model/digest.js'
import type { CivilDate, FrozenApplication, FrozenControl, FrozenFinding } from '../schema/types.js'

/**
 * Why a control is satisfied that was not, or is not that was; likewise a gap. `better` and `worse` are ours.
 * `expired`: nothing happened but that a day passed. `catalog`: the control is new, gone, or asks something else. `facts`: the application is another than before, or in another tier.
 * `inventory`: the application came or went. `unread`: its files could not be read, then or now.
 */
export const CAUSES = ['better', 'worse', 'expired', 'catalog', 'facts', 'inventory', 'unread'] as const
export type Cause = (typeof CAUSES)[number]

/** One finding in small, with all that decides about a change of it. */
export type Standing = {
  readonly state: FrozenFinding['state']
  readonly lapsed: boolean
  readonly opened: CivilDate | undefined
}

/** What is known of a quarter when it is compared with the one before or after it. */
export type Moment = {
  readonly asOf: CivilDate
  readonly controls: ReadonlyMap<string, FrozenControl>
  /** Whether each entry was assessed, by id. */
  readonly assessed: ReadonlyMap<string, boolean>
}

/** Whether a control asks something else than in the quarter before. */
export const asksOtherwise = (before: FrozenControl, after: FrozenControl): boolean => before.asks !== after.asks || majorOf(before.version) !== majorOf(after.version)

/** Why the finding of one control of one entry is another than in the quarter before. */
export function causeOf(application: string, control: string, before: Standing | undefined, after: Standing | undefined, then: Moment, now: Moment): Cause {
  const [wasRead, isRead] = [then.assessed.get(application), now.assessed.get(application)]
  if (wasRead === undefined || isRead === undefined) return 'inventory'
  if (!wasRead || !isRead || before?.state === 'not-assessed' || after?.state === 'not-assessed') return 'unread'
  const [old, current] = [then.controls.get(control), now.controls.get(control)]
  if (old === undefined || current === undefined || asksOtherwise(old, current)) return 'catalog'
  // Of the same control: asked later of everybody, or of an application that is not in scope yet.
  if (before?.state === 'upcoming' || after?.state === 'upcoming') return old.effective > then.asOf || current.effective > now.asOf ? 'catalog' : 'inventory'
  if (before === undefined || after === undefined || before.state === 'not-applicable' || after.state === 'not-applicable') return 'facts'
  if (after.state === 'satisfied') return 'better'
  return after.lapsed ? 'expired' : 'worse'
}

/** The finding in small. */
export const standingOf = ({ state, lapsed, opened }: FrozenFinding): Standing => ({ state, lapsed: lapsed === true, opened })

/** Which entries were assessed. */
export const assessedIn = (applications: readonly FrozenApplication[]): ReadonlyMap<string, boolean> => new Map(applications.map(({ id, assessed }) => [id, assessed]))
