import type { Doc } from '../model/doc.js'
import type { ControlEntry } from '../model/library.js'
import { tailorControl, tiersFor } from '../model/tailored-control.js'
import { entriesOf, type TailoredChange, type TailoringEntry } from '../model/tailoring.js'
import type { Catalog, CivilDate, Tailoring } from '../schema/types.js'

/** Controls after tailoring, and every change that was stated. */
export type TailoredControls = { readonly controls: ReadonlyMap<string, ControlEntry>; readonly changes: readonly TailoredChange[] }

/** Applies `tailoring.yaml` to the built-in controls, as it holds on a day. What does not fit changes nothing here and is reported by rules. */
export function tailorControls(controls: ReadonlyMap<string, ControlEntry>, doc: Doc<Tailoring>, catalog: Catalog, asOf: CivilDate): TailoredControls {
  const tailored = new Map(controls)
  const changes: TailoredChange[] = []
  for (const entry of entriesOf(doc)) {
    const known = controls.get(entry.control)
    const current = tailored.get(entry.control)
    if (known === undefined || current === undefined || !known.doc.builtin || known.control.status === 'withdrawn') continue
    const outcome = tailorControl(known.control, entry, tiersFor(known.control, catalog))
    if (outcome === undefined) continue
    const { control: _control, ...words } = outcome
    const change: TailoredChange = { kind: entry.kind, control: entry.control, ...words, ...approvalOf(entry), holds: holdsOn(entry, outcome.loosens, asOf), part: entry.part }
    changes.push(change)
    if (!change.holds) continue
    // Applied to what the entries before made of it; the words compare with the catalog.
    const next = tailorControl(current.control, entry, tiersFor(known.control, catalog))?.control ?? current.control
    tailored.set(entry.control, { ...current, control: next, before: known.control, changes: [...(current.changes ?? []), change], ...(entry.kind === 'left-out' && { leftOut: true as const }) })
  }
  return { controls: tailored, changes }
}

function approvalOf({ part: { data } }: TailoringEntry): Pick<TailoredChange, 'reason' | 'approved-by' | 'approved-on'> {
  const { reason, 'approved-by': by, 'approved-on': on } = data
  return { reason, ...(by !== undefined && { 'approved-by': by }), ...(on !== undefined && { 'approved-on': on }) }
}

const holdsOn = ({ part: { data } }: TailoringEntry, loosens: boolean, asOf: CivilDate): boolean => {
  const from = data['approved-on']
  return loosens ? from !== undefined && from <= asOf : true
}
