import type { Library } from '../model/library.js'
import { entriesOf, type TailoringEntry } from '../model/tailoring.js'
import type { Control } from '../schema/types.js'
import type { Path } from '../source/place.js'

/** An entry of `tailoring.yaml` with the control that it names, as the catalog has it; undefined where no layer has such a control. */
export type TailoredEntry = { readonly entry: TailoringEntry; readonly control: Control | undefined; readonly builtin: boolean; readonly below: Path }

/** A control as the catalog has it, before tailoring. */
export function catalogControl({ controls }: Library, id: string): Control | undefined {
  const known = controls.get(id)
  return known?.before ?? known?.control
}

/** Every entry of `tailoring.yaml`, with where it names its control. */
export const tailoredEntries = (library: Library): readonly TailoredEntry[] =>
  (library.tailoringDoc ? entriesOf(library.tailoringDoc) : []).map((entry) => ({
    entry, control: catalogControl(library, entry.control), builtin: library.controls.get(entry.control)?.doc.builtin === true, below: [entry.kind === 'validity' ? 'objective' : 'control'],
  }))

/** The entries that can change something: of built-in controls that were not withdrawn. */
export const fittingEntries = (library: Library): readonly (TailoredEntry & { readonly control: Control })[] =>
  tailoredEntries(library).flatMap(({ control, ...rest }) => (control !== undefined && rest.builtin && control.status !== 'withdrawn' ? [{ control, ...rest }] : []))
