import type { ApplicationFiles } from '../model/application.js'
import { whole, type Located } from '../model/doc.js'
import type { Path } from '../source/place.js'
import { reviewsMade } from './reviews-made.js'

/** A person named in an application, where, and what they did. */
export type PersonNamed = { readonly id: string; readonly part: Located<unknown>; readonly below: Path; readonly did: 'reviewed' | 'approved' | 'other' }

/** Every person that an application names, each time. */
export function* peopleNamed(files: ApplicationFiles): Iterable<PersonNamed> {
  for (const { part, reviews } of reviewsMade(files))
    for (const [index, { by }] of reviews.entries()) yield { id: by, part, below: ['reviews', index, 'by'], did: 'reviewed' }
  for (const part of files.exceptions) yield { id: part.data['approved-by'], part, below: ['approved-by'], did: 'approved' }
  for (const { id, part, below } of othersNamed(files)) if (id !== undefined) yield { id, part, below, did: 'other' }
}

type MaybeNamed = { readonly id: string | undefined; readonly part: Located<unknown>; readonly below: Path }

function* othersNamed({ application, doc, evidence, exceptions, poam }: ApplicationFiles): Iterable<MaybeNamed> {
  const entry = whole(doc)
  yield { id: application.owner.accountable, part: entry, below: ['owner', 'accountable'] }
  yield { id: application.owner.technical, part: entry, below: ['owner', 'technical'] }
  yield { id: application['tier-floor']?.by, part: entry, below: ['tier-floor', 'by'] }
  for (const part of evidence) {
    yield { id: part.data['submitted-by'], part, below: ['submitted-by'] }
    yield { id: part.data.withdrawn?.by, part, below: ['withdrawn', 'by'] }
  }
  for (const part of exceptions) yield { id: part.data['requested-by'], part, below: ['requested-by'] }
  for (const part of poam) {
    yield { id: part.data.owner, part, below: ['owner'] }
    yield { id: part.data.closed?.by, part, below: ['closed', 'by'] }
    for (const [index, { by }] of (part.data['milestone-changes'] ?? []).entries()) yield { id: by, part, below: ['milestone-changes', index, 'by'] }
  }
}
