import type { FrameworkEntry } from '../model/library.js'

/** The controls of ours that a mapping relates to an element, in the order of its rows. */
export const relatedControls = (framework: FrameworkEntry, element: string): readonly string[] => relationsOf(framework).controls.get(element) ?? []

/** The elements of a framework that a mapping relates to a control, in the publisher's order. */
export const relatedElements = (framework: FrameworkEntry, control: string): readonly string[] => relationsOf(framework).elements.get(control) ?? []

type Relations = { readonly controls: ReadonlyMap<string, readonly string[]>; readonly elements: ReadonlyMap<string, readonly string[]> }

const known = new WeakMap<FrameworkEntry, Relations>()

// The same for every document, and asked for once for each row of a table.
function relationsOf(framework: FrameworkEntry): Relations {
  const found = known.get(framework) ?? readRelations(framework)
  known.set(framework, found)
  return found
}

function readRelations(framework: FrameworkEntry): Relations {
  const controls = new Map<string, readonly string[]>()
  const elements = new Map<string, string[]>()
  for (const id of framework.elements.keys()) {
    const related = [...new Set((framework.rows.get(id) ?? []).filter(({ data }) => data.relationship !== 'no-relationship').flatMap(({ data }) => data.controls))]
    controls.set(id, related)
    for (const control of related) elements.set(control, [...(elements.get(control) ?? []), id])
  }
  return { controls, elements }
}
