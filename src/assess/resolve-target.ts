import { isInForce, type ControlEntry, type Library } from '../model/library.js'
import { decideApplicability, type ApplicabilityDecision } from '../model/applicability.js'
import { later } from '../model/dates.js'
import type { Facts } from '../model/facts.js'
import type { Application, CivilDate } from '../schema/types.js'

/** One control that could apply to an application, with the decision and its reason. */
export type TargetControl = ControlEntry & ApplicabilityDecision & {
  /** The day from which it is asked: the later of the first day of its major version and the day the entry came into scope. */
  readonly askedSince: CivilDate
  readonly upcoming: boolean
}

/** Every control in force that is asked of this kind of entry: those that apply, are excluded by the facts, or are upcoming. */
export function resolveTarget(library: Library, application: Application, facts: Facts, asOf: CivilDate): readonly TargetControl[] {
  const scope = application.kind === 'organization' ? 'organization' : 'application'
  return [...library.controls.values()]
    .filter((entry) => entry.control.scope === scope && isInForce(entry))
    .map((entry) => {
      const askedSince = later(application['in-scope-since'], entry.control.effective)
      return Object.assign(decideApplicability(entry.control, facts), entry, { askedSince, upcoming: asOf < askedSince }) // much quicker than to spread both
    })
}
