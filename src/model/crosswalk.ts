import type { FrameworkEntry } from './library.js'
import { combined, composed, inverseOf, type Relationship } from './relationship.js'

/** How an element of one framework relates to one of another, as our controls show; null where they only share a control. */
export type CrosswalkPair = {
  readonly from: string
  readonly to: string
  /** Read from the first element to the second. */
  readonly relationship: Relationship | null
  /** The controls that show it, in the order of their ids. */
  readonly controls: readonly string[]
}

type Row = { readonly element: string; readonly controls: readonly string[]; readonly set: string; readonly relationship: Relationship }

/**
 * Every pair of elements that our mappings relate, in the publishers' orders.
 * A set of controls that is mapped to both gives the relationship that follows, where one does; everything else that shares a control is a pair without one.
 */
export function deriveCrosswalk(from: FrameworkEntry, to: FrameworkEntry): readonly CrosswalkPair[] {
  const byControl = new Map<string, Row[]>()
  for (const row of relatedRows(to)) for (const control of row.controls) byControl.set(control, [...(byControl.get(control) ?? []), row])
  const order = new Map([...to.elements.keys()].map((id, index) => [id, index]))
  const found = new Map<string, Map<string, Basis>>()
  for (const row of relatedRows(from)) {
    const pairs = found.get(row.element) ?? new Map<string, Basis>()
    found.set(row.element, pairs)
    for (const control of row.controls)
      for (const other of byControl.get(control) ?? []) {
        const basis = pairs.get(other.element) ?? { typed: new Map<string, Typed>(), shared: new Set<string>() }
        pairs.set(other.element, basis)
        const relationship = row.set === other.set ? composed(inverseOf(row.relationship), other.relationship) : undefined
        if (relationship === undefined) basis.shared.add(control)
        else basis.typed.set(row.set, { relationship, controls: row.controls })
      }
  }
  return [...from.elements.keys()].flatMap((id) =>
    [...(found.get(id) ?? [])].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0)).map(([other, basis]) => ({ from: id, to: other, ...conclude(basis) })))
}

const relatedRows = (framework: FrameworkEntry): readonly Row[] =>
  [...framework.rows].flatMap(([element, rows]) => rows
    .filter(({ data }) => data.relationship !== 'no-relationship')
    .map(({ data }) => ({ element, controls: data.controls, set: [...data.controls].sort().join(' '), relationship: data.relationship })))

type Typed = { readonly relationship: Relationship; readonly controls: readonly string[] }
type Basis = { readonly typed: Map<string, Typed>; readonly shared: Set<string> }

function conclude({ typed, shared }: Basis): Pick<CrosswalkPair, 'relationship' | 'controls'> {
  const sets = [...typed.values()]
  const [first, ...others] = sets.map((set) => set.relationship)
  if (first === undefined) return { relationship: null, controls: [...shared].sort() }
  const relationship = others.reduce(combined, first)
  // Equal may follow from two sets of which neither says so alone; then all are named.
  const saying = sets.filter((set) => set.relationship === relationship)
  return { relationship, controls: [...new Set((saying.length > 0 ? saying : sets).flatMap((set) => set.controls))].sort() }
}
