import type { Followed, Reached } from './follow-editions.js'
import type { FrameworkEntry, MappedRow } from './library.js'
import { combined, composed, type Relationship } from './relationship.js'

/**
 * Why a mapping must be looked at. `gone`: nothing took the place of its element; `wider`: the successor asks for more; `part`: the successor takes only a part, and the
 * controls may relate to the other; `contradicted`: the mapping of the later edition says less than what follows, or the opposite; `uncertain`: how the elements relate is not known.
 */
export type LookReason = 'gone' | 'wider' | 'part' | 'contradicted' | 'uncertain'

/** What becomes of one statement about an element of an older edition at one successor. */
export type Carried = {
  readonly element: string
  /** The successor; null where nothing took the element's place. */
  readonly to: string | null
  /** The set of controls; empty for the statement that the element is outside the catalog. */
  readonly controls: readonly string[]
  /** As stated of the older element. */
  readonly relationship: Relationship
  /** What follows for the successor; null where nothing does. */
  readonly follows: Relationship | null
  /** What the mapping of the later edition says of the same set; null where it says nothing. */
  readonly stated: Relationship | null
  /** `stated`: the later mapping speaks of it already; `carries`: it holds there too, and can be written; `look`: somebody must read both. */
  readonly outcome: 'stated' | 'carries' | 'look'
  readonly reason?: LookReason
}

/** What becomes of every statement that an edition has of its own. What was derived for it comes from the later edition, and is none. */
export function carryMapping(older: FrameworkEntry, newer: FrameworkEntry, followed: readonly Followed[]): readonly Carried[] {
  return followed.flatMap((where) => {
    const targets: readonly (Reached | null)[] = where.to.length > 0 ? where.to : [null]
    return statementsOf(older, where.element).flatMap((statement) => targets.map((target) => carry(where, target, statement, newer)))
  })
}

type Statement = Pick<Carried, 'controls' | 'relationship'>

function statementsOf({ rows, outside, derived }: FrameworkEntry, element: string): readonly Statement[] {
  if (derived.has(element)) return []
  const written = (rows.get(element) ?? []).filter((row) => row.derived === undefined).map(({ data }): Statement => ({ controls: data.controls, relationship: data.relationship }))
  return [...written, ...(outside.has(element) ? [{ controls: [], relationship: 'no-relationship' as const }] : [])]
}

function carry({ element, change }: Followed, target: Reached | null, { controls, relationship }: Statement, newer: FrameworkEntry): Carried {
  const base = { element, to: target?.element ?? null, controls, relationship }
  if (target === null) return { ...base, follows: null, stated: null, outcome: 'look', reason: change === 'gone' ? 'gone' : 'uncertain' }
  const stated = statedIn(newer, target.element, controls)
  const follows = target.relationship === null ? null : (composed(relationship, target.relationship) ?? null)
  return { ...base, follows, stated, ...outcomeOf({ relationship, follows, stated, known: target.relationship !== null }) }
}

type Facts = Pick<Carried, 'relationship' | 'follows' | 'stated'> & { readonly known: boolean }

function outcomeOf({ relationship, follows, stated, known }: Facts): Pick<Carried, 'outcome' | 'reason'> {
  if (stated !== null) return agrees(stated, follows) ? { outcome: 'stated' } : { outcome: 'look', reason: 'contradicted' }
  if (!known) return { outcome: 'look', reason: 'uncertain' }
  if (follows === null) return { outcome: 'look', reason: relationship === 'no-relationship' ? 'wider' : 'part' }
  return isFull(relationship) && !isFull(follows) ? { outcome: 'look', reason: 'wider' } : { outcome: 'carries' }
}

// A later mapping may know more than what follows, never less.
function agrees(stated: Relationship, follows: Relationship | null): boolean {
  if (follows === null) return true
  if (stated === 'no-relationship' || follows === 'no-relationship') return stated === follows
  return combined(stated, follows) === stated
}

const isFull = (relationship: Relationship): boolean => relationship === 'equal-to' || relationship === 'superset-of'

const setOf = (controls: readonly string[]): string => [...controls].sort().join(' ')

// Nothing of ours relates to what is outside the catalog; where something does, it is not.
function statedIn({ rows, outside }: FrameworkEntry, element: string, controls: readonly string[]): Relationship | null {
  if (outside.has(element)) return 'no-relationship'
  const related: readonly MappedRow[] = rows.get(element) ?? []
  if (controls.length === 0) return strongest(related.filter(({ data }) => data.relationship !== 'no-relationship'))
  return strongest(related.filter(({ data }) => setOf(data.controls) === setOf(controls)))
}

const strongest = (rows: readonly MappedRow[]): Relationship | null =>
  rows.map(({ data }) => data.relationship).reduce<Relationship | null>((found, relationship) => (found === null ? relationship : combined(found, relationship)), null)
