import type { MappingRow } from '../schema/types.js'

/**
 * How what one text asks for relates to what another asks for (IR 8477, section 4.3), read from the first to the second.
 * Derived, `intersects-with` says that they share something, and not that each has something of its own.
 */
export type Relationship = MappingRow['relationship']

/** Every relationship, the strongest first; `no-relationship` says that nothing is shared. */
export const RELATIONSHIPS = ['equal-to', 'superset-of', 'subset-of', 'intersects-with', 'no-relationship'] as const satisfies readonly Relationship[]

const INVERSE: Readonly<Record<Relationship, Relationship>> = {
  'equal-to': 'equal-to', 'superset-of': 'subset-of', 'subset-of': 'superset-of', 'intersects-with': 'intersects-with', 'no-relationship': 'no-relationship',
}

/** The same relationship read the other way. */
export const inverseOf = (relationship: Relationship): Relationship => INVERSE[relationship]

const none = undefined

// From A to B (row) and from B to C (column) to A and C: only what holds whatever A, B and C are.
const COMPOSED: Readonly<Record<Relationship, Readonly<Record<Relationship, Relationship | undefined>>>> = {
  'equal-to': { 'equal-to': 'equal-to', 'superset-of': 'superset-of', 'subset-of': 'subset-of', 'intersects-with': 'intersects-with', 'no-relationship': 'no-relationship' },
  'superset-of': { 'equal-to': 'superset-of', 'superset-of': 'superset-of', 'subset-of': 'intersects-with', 'intersects-with': 'intersects-with', 'no-relationship': none },
  'subset-of': { 'equal-to': 'subset-of', 'superset-of': none, 'subset-of': 'subset-of', 'intersects-with': none, 'no-relationship': 'no-relationship' },
  'intersects-with': { 'equal-to': 'intersects-with', 'superset-of': none, 'subset-of': 'intersects-with', 'intersects-with': none, 'no-relationship': none },
  'no-relationship': { 'equal-to': 'no-relationship', 'superset-of': 'no-relationship', 'subset-of': none, 'intersects-with': none, 'no-relationship': none },
}

/** What follows from A to C, given A to B and B to C; undefined where nothing does. */
export const composed = (first: Relationship, second: Relationship): Relationship | undefined => COMPOSED[first][second]

/** What two statements about the same two texts say together: both subset and superset is equal, otherwise the stronger. */
export function combined(first: Relationship, second: Relationship): Relationship {
  const both = new Set([first, second])
  if (both.has('subset-of') && both.has('superset-of')) return 'equal-to'
  return RELATIONSHIPS.indexOf(first) <= RELATIONSHIPS.indexOf(second) ? first : second
}
