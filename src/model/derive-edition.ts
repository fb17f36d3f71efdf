import type { EditionChange } from '../schema/types.js'
import type { FrameworkEntry, MappedRow, RowOrigin } from './library.js'
import { combined, composed, inverseOf } from './relationship.js'

/** The edition that took the place of an older one. */
export type Successor = NonNullable<FrameworkEntry['successor']>

/** What is mapped to the elements of a framework, and which of it is derived. */
export type Mapped = Pick<FrameworkEntry, 'rows' | 'outside' | 'derived'>

/**
 * Completes what an older edition has of its own by what follows from its successor.
 * An element that its own mapping speaks of is read from that alone. Nothing is derived that need not hold:
 * what relates to part of a wider successor may relate to the other part.
 */
export function deriveEdition({ framework, edition }: Successor, own: Mapped): Mapped {
  const rows = new Map(own.rows)
  const outside = new Map(own.outside)
  const derived = new Set<string>()
  for (const change of edition.data.elements) {
    if (own.rows.has(change.element) || own.outside.has(change.element)) continue
    const found = derivedRows(change, framework)
    const related = found.some((row) => row.data.relationship !== 'no-relationship')
    const why = related ? undefined : whyOutside(change, framework)
    if (found.length > 0) rows.set(change.element, found)
    if (why !== undefined) outside.set(change.element, why)
    if (found.length > 0 || why !== undefined) derived.add(change.element)
  }
  return { rows, outside, derived }
}

function derivedRows({ element, to }: EditionChange, newer: FrameworkEntry): readonly MappedRow[] {
  const bySet = new Map<string, MappedRow>()
  for (const successor of to ?? [])
    for (const row of newer.rows.get(successor.element) ?? []) {
      const relationship = composed(row.data.relationship, inverseOf(successor.relationship))
      if (relationship === undefined) continue
      const origin: RowOrigin = { framework: newer.id, element: successor.element, relationship: row.data.relationship }
      const found: MappedRow = { doc: row.doc, path: row.path, data: { ...row.data, element, relationship }, derived: [origin, ...(row.derived ?? [])] }
      const key = [...row.data.controls].sort().join(' ')
      const before = bySet.get(key)
      bySet.set(key, before === undefined ? found : strongerOf(before, found))
    }
  return [...bySet.values()]
}

// Two successors may each say something of one set: the row that says more stands for both.
function strongerOf(a: MappedRow, b: MappedRow): MappedRow {
  const relationship = combined(a.data.relationship, b.data.relationship)
  const row = relationship === b.data.relationship && relationship !== a.data.relationship ? b : a
  return { ...row, data: { ...row.data, relationship } }
}

// What nothing of ours relates to, nothing relates to a part of.
const whyOutside = ({ to }: EditionChange, newer: FrameworkEntry): string | undefined =>
  (to ?? []).flatMap(({ element, relationship }) => (relationship === 'equal-to' || relationship === 'subset-of' ? (newer.outside.get(element) ?? []) : []))[0]
