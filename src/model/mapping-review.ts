import type { Fingerprint, MappingReview, MappingRow } from '../schema/types.js'
import { fingerprintOfStatement, majorOf } from './digest.js'
import type { FrameworkEntry, Library, MappedRow } from './library.js'
import { canDecide, type People } from './people.js'

/** What a person can read: a row that was written about an element, or that it is outside the catalog or taken as profiled. */
export type Readable = {
  readonly element: string
  /** The set of controls of a row; absent for the two others. */
  readonly controls?: readonly string[]
  readonly row?: MappedRow
  /** Who wrote it, where that is said. */
  readonly by?: string
  readonly of: Fingerprint
}

type Controls = Library['controls']

/** Everything that a framework's own mapping states, with its fingerprint. */
export function readableIn({ id, mapping, rows }: Pick<FrameworkEntry, 'id' | 'mapping' | 'rows'>, controls: Controls): readonly Readable[] {
  const majors = (row: MappingRow): readonly (number | undefined)[] => row.controls.map((control) => { const known = controls.get(control); return known && majorOf(known.control.version) })
  const written = mapping === undefined ? [] : [...rows.values()].flat().filter((row) => row.doc === mapping && row.derived === undefined)
  return [
    ...written.map((row): Readable => ({ element: row.data.element, controls: row.data.controls, row, by: row.data.by, of: fingerprintOfStatement({ framework: id, row: row.data, majors: majors(row.data) }) })),
    ...(mapping?.data['outside-catalog'] ?? []).map(({ element, remarks, by }): Readable => ({ element, ...(by !== undefined && { by }), of: fingerprintOfStatement({ framework: id, element, outside: remarks }) })),
    ...(mapping?.data['as-profiled'] ?? []).map((element): Readable => ({ element, of: fingerprintOfStatement({ framework: id, element, asProfiled: true }) })),
  ]
}

/** Whether a review is about a statement, as it stands or as it stood. */
export const isAbout = (review: MappingReview, readable: Readable): boolean =>
  review.element === readable.element && setOf(review.controls) === setOf(readable.controls)

const setOf = (controls: readonly string[] | undefined): string => [...(controls ?? [])].sort().join(' ')

/** The reading that counts of a statement as it stands: of the last of each person, a dispute before a confirmation. Who wrote it, a group and somebody unknown are no readers. */
export function reviewThatCounts(readable: Readable, reviews: readonly MappingReview[], people: People): MappingReview | undefined {
  const last = new Map<string, MappingReview>()
  for (const review of reviews) if (isAbout(review, readable) && review.of === readable.of && review.by !== readable.by && canDecide(people, review.by)) last.set(review.by, review)
  const counting = [...last.values()]
  return counting.findLast((review) => review.decision === 'disputed') ?? counting.at(-1)
}

/** How a row came about: a person's confirmation of what was written by automation makes it hybrid. */
export const methodOf = ({ data, review }: MappedRow): MappingRow['method'] =>
  data.method === 'automation' && review?.decision === 'confirmed' ? 'hybrid' : data.method
