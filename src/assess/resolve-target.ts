import type { ControlEntry, Library } from '../model/library.js'
import { decideApplicability, type ApplicabilityDecision } from '../model/applicability.js'
import type { Facts } from '../model/facts.js'
import type { Application, CivilDate } from '../schema/types.js'

/** One control that could apply to an application, with the decision and its reason. */
export type TargetControl = ControlEntry & ApplicabilityDecision & { readonly upcoming: boolean }

/** Every control in force that is asked of this kind of entry: those that apply, are excluded by the facts, or are upcoming. */
export function resolveTarget(library: Library, application: Application, facts: Facts, asOf: CivilDate): readonly TargetControl[] {
  const scope = application.kind === 'organization' ? 'organization' : 'application'
  return [...library.controls.values()]
    .filter(({ control }) => control.scope === scope && (control.status === 'active' || control.status === 'deprecated'))
    .map((entry) => ({ ...entry, ...decideApplicability(entry.control, facts), upcoming: asOf < entry.control.effective }))
}
