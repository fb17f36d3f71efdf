import type { EditionChange } from '../schema/types.js'
import { changeOf } from './change-of.js'
import type { Successor } from './derive-edition.js'
import type { FrameworkEntry } from './library.js'
import { combined, composed, type Relationship } from './relationship.js'

/** An element of a later edition, and how the older element relates to it; null where what lies between does not say. */
export type Reached = { readonly element: string; readonly relationship: Relationship | null }

/** Where an element of an older edition went. `change` is null where nobody said it, or where it does not follow through several editions. */
export type Followed = { readonly element: string; readonly change: EditionChange['change'] | null; readonly to: readonly Reached[]; readonly remarks?: string }

/** The steps from an edition to a later one, the oldest first; undefined where no file about editions connects them. */
export function editionPath(older: FrameworkEntry, newer: FrameworkEntry): readonly Successor[] | undefined {
  const path: Successor[] = []
  for (let at = older.successor; at !== undefined; at = at.framework.successor) {
    path.push(at)
    if (at.framework.id === newer.id) return path
  }
  return undefined
}

/** Where each element of an edition went that does not only group others, along the steps to a later edition. */
export const followEditions = (older: FrameworkEntry, path: readonly Successor[]): readonly Followed[] =>
  [...older.elements.values()].filter((element) => !element.heading).map(({ id }) => follow(id, path))

function follow(element: string, path: readonly Successor[]): Followed {
  const [first, ...rest] = path
  const change = changeIn(first, element)
  if (rest.length === 0) return { element, change: change?.change ?? null, to: change?.to ?? [], ...(change?.remarks !== undefined && { remarks: change.remarks }) }
  const remarks = [change?.remarks]
  let at: readonly Reached[] = change?.to ?? []
  for (const step of rest) {
    const next = new Map<string, Reached>()
    for (const before of at) {
      const further = changeIn(step, before.element)
      remarks.push(further?.remarks)
      for (const successor of further?.to ?? []) next.set(successor.element, merge(next.get(successor.element), before, successor))
    }
    at = [...next.values()]
  }
  const said = remarks.filter((text) => text !== undefined)
  return { element, change: wordFor(element, change !== undefined, at), to: at, ...(said.length > 0 && { remarks: said.join(' ') }) }
}

const changeIn = (step: Successor | undefined, element: string): EditionChange | undefined => step?.edition.data.elements.find((change) => change.element === element)

function merge(known: Reached | undefined, before: Reached, { element, relationship }: { readonly element: string; readonly relationship: Relationship }): Reached {
  const found = before.relationship === null ? null : (composed(before.relationship, relationship) ?? null)
  const already = known?.relationship ?? null
  return { element, relationship: already === null || found === null ? (already ?? found) : combined(already, found) }
}

function wordFor(element: string, said: boolean, to: readonly Reached[]): Followed['change'] {
  const certain = to.flatMap(({ element: successor, relationship }) => (relationship === null || relationship === 'no-relationship' ? [] : [{ element: successor, relationship }]))
  if (!said || certain.length < to.length) return null
  return changeOf({ element, ...(certain.length > 0 && { to: certain }) })
}
