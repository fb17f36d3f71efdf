import type { FrameworkEntry, Library, MappedRow } from '../model/library.js'
import { readableIn, reviewThatCounts } from '../model/mapping-review.js'
import type { MappingReview } from '../schema/types.js'

type Linked = Pick<Library, 'docs' | 'controls' | 'people'>

/** Frameworks with the readings of their mappings that count. */
export function linkMappingReviews(frameworks: ReadonlyMap<string, FrameworkEntry>, { docs, controls, people }: Linked): ReadonlyMap<string, FrameworkEntry> {
  if (docs.mappingReviews.length === 0) return frameworks
  const linked = new Map(frameworks)
  for (const [id, entry] of frameworks) {
    const reviews = docs.mappingReviews.filter((doc) => doc.data.framework === id).flatMap((doc) => doc.data.reviews)
    if (reviews.length > 0) linked.set(id, withReviews(entry, reviews, controls, people))
  }
  return linked
}

function withReviews(entry: FrameworkEntry, reviews: readonly MappingReview[], controls: Library['controls'], people: Library['people']): FrameworkEntry {
  const ofRow = new Map<MappedRow, MappingReview>()
  const statementReviews = new Map<string, MappingReview>()
  for (const readable of readableIn(entry, controls)) {
    const review = reviewThatCounts(readable, reviews, people)
    if (review && readable.row) ofRow.set(readable.row, review)
    else if (review) statementReviews.set(readable.element, review)
  }
  const rows = new Map([...entry.rows].map(([element, list]) => [element, list.map((row) => { const review = ofRow.get(row); return review ? { ...row, review } : row })]))
  return { ...entry, rows, statementReviews }
}
