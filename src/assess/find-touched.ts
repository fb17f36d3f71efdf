import { decideApplicability } from '../model/applicability.js'
import { factsOf, type Facts } from '../model/facts.js'
import { isInForce, type Library } from '../model/library.js'
import type { Touch } from '../model/touch.js'
import type { Application, CivilDate } from '../schema/types.js'

/** Finds the inventory entries that a change touches, in the order of the inventory. */
export type FindTouched = (touch: Touch) => readonly string[]

/** Which entries are asked for a control, then or now, by the facts that they state now; which state a characteristic or a risk factor. */
export function findTouched(libraries: readonly Library[], entries: () => readonly Application[], asOf: CivilDate): FindTouched {
  let known: readonly Known[] | undefined
  const all = (): readonly Known[] => (known ??= entries().map((entry) => ({ entry, facts: libraries.map(({ catalog, people }) => factsOf(catalog, entry, people, asOf)) })))
  return (touch) => all().filter(({ entry, facts }) => isTouched(touch, entry, facts, libraries)).map(({ entry }) => entry.id)
}

type Known = { readonly entry: Application; readonly facts: readonly Facts[] }

function isTouched(touch: Touch, entry: Application, facts: readonly Facts[], libraries: readonly Library[]): boolean {
  if ('characteristic' in touch) return entry.characteristics?.[touch.characteristic] !== undefined
  if ('factor' in touch) { const stated = entry['risk-factors']?.[touch.factor]; return stated !== undefined && (touch.level === undefined || stated === touch.level) }
  if ('table' in touch) return new Set(facts.map(({ tier }) => tier)).size > 1
  const scope = entry.kind === 'organization' ? 'organization' : 'application'
  return libraries.some((library, index) => touch.controls.some((id) => {
    const control = library.controls.get(id)
    const stated = facts[index]
    return control !== undefined && stated !== undefined && isInForce(control) && control.control.scope === scope && decideApplicability(control.control, stated).applies
  }))
}
