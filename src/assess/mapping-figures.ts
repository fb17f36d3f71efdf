import type { FrameworkEntry } from '../model/library.js'
import { methodOf } from '../model/mapping-review.js'
import { RELATIONSHIPS, type Relationship } from '../model/relationship.js'
import type { MappingReview, MappingRow } from '../schema/types.js'
import { rollUp } from './roll-up.js'

/** How far a mapping has come, counted. */
export type MappingFigures = {
  /** Elements that are mapped, so no headings; they are full, partial, outside the catalog or unmapped. */
  readonly leaves: number
  readonly full: number
  readonly partial: number
  readonly outsideCatalog: number
  readonly unmapped: number
  /** Of the leaves: taken as profiled, and derived from a newer edition. */
  readonly asProfiled: number
  readonly derived: number
  /** Rows as written in the framework's own mapping. */
  readonly rows: Readonly<Record<Relationship, number>>
  readonly methods: Readonly<Record<MappingRow['method'], number>>
  /** Statements of all three lists that have a second, independent reading, and those that a named person confirmed or disputes. */
  readonly checked: number
  readonly confirmed: number
  readonly disputed: number
  /** Full relationships and elements outside the catalog, each of which should have one, and how many have: `checked`, or a named person’s confirmation. */
  readonly secondReading: { readonly wanted: number; readonly done: number }
}

/** Counts the mapping of one framework. */
export function mappingFigures(entry: FrameworkEntry): MappingFigures {
  const reach = rollUp(entry)
  const maps = entry.mapping?.data.maps ?? []
  const outside = entry.mapping?.data['outside-catalog'] ?? []
  const written = [...entry.rows.values()].flat().filter((row) => row.doc === entry.mapping && row.derived === undefined)
  const reviews = [...written.flatMap((row) => row.review ?? []), ...entry.statementReviews.values()]
  const deciding = (decision: 'confirmed' | 'disputed'): number => reviews.filter((review) => review.decision === decision).length
  const confirmed = (review: MappingReview | undefined): boolean => review?.decision === 'confirmed'
  const wanting = [
    ...written.filter((row) => isFull(row.data)).map((row) => row.data.checked !== undefined || confirmed(row.review)),
    ...outside.map(({ element, checked }) => checked !== undefined || confirmed(entry.statementReviews.get(element))),
  ]
  const profiledChecked = new Set((entry.mapping?.data['as-profiled-checked'] ?? []).flatMap((check) => check.elements))
  const reaching = (word: string): number => reach.filter((element) => element.reach === word).length
  return {
    leaves: reach.length, full: reaching('full'), partial: reaching('partial'), outsideCatalog: reaching('outside-catalog'), unmapped: reaching('unmapped'),
    asProfiled: entry.mapping?.data['as-profiled']?.length ?? 0,
    derived: reach.filter(({ id }) => entry.derived.has(id)).length,
    rows: tally(RELATIONSHIPS, maps.map((row) => row.relationship)),
    methods: tally(['human', 'hybrid', 'automation'], written.map(methodOf)),
    checked: [...maps, ...outside].filter((row) => row.checked !== undefined).length + profiledChecked.size,
    confirmed: deciding('confirmed'), disputed: deciding('disputed'),
    secondReading: { wanted: wanting.length, done: wanting.filter((read) => read).length },
  }
}

const isFull = ({ relationship }: MappingRow): boolean => relationship === 'equal-to' || relationship === 'superset-of'

const tally = <K extends string>(keys: readonly K[], words: readonly K[]): Readonly<Record<K, number>> =>
  Object.fromEntries(keys.map((key) => [key, words.filter((word) => word === key).length])) as Record<K, number> // one entry per key

/** To how many elements of one framework a control relates, by rows of its own or taken as profiled. */
export type ControlReach = { readonly control: string; readonly framework: string; readonly elements: number; readonly leaves: number }

/** The controls that relate to the most elements of one framework, the largest first. Derived editions are left out: they repeat the edition that they are derived from. */
export function largestControls(frameworks: readonly FrameworkEntry[], most: number): readonly ControlReach[] {
  return frameworks
    .flatMap((entry): readonly ControlReach[] => {
      const elements = new Map<string, Set<string>>()
      for (const [element, rows] of entry.rows)
        for (const { data, derived } of rows)
          if (derived === undefined && data.relationship !== 'no-relationship') for (const control of data.controls) elements.set(control, (elements.get(control) ?? new Set()).add(element))
      const leaves = [...entry.elements.values()].filter((element) => !element.heading).length
      return [...elements].map(([control, ids]) => ({ control, framework: entry.id, elements: ids.size, leaves }))
    })
    .sort((a, b) => b.elements - a.elements || (a.control < b.control ? -1 : a.control > b.control ? 1 : 0) || (a.framework < b.framework ? -1 : 1))
    .slice(0, most)
}
