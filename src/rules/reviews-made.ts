import type { ApplicationFiles } from '../model/application.js'
import { fingerprintOfEvidence, fingerprintOfFacts, fingerprintOfImplementation } from '../model/digest.js'
import { whole, type Located } from '../model/doc.js'
import { ownersOf } from '../model/facts.js'
import type { CivilDate, Fingerprint, Review } from '../schema/types.js'

/** The reviews of one part of an application: of its facts, an answer or an item of evidence. */
export type ReviewsMade = {
  readonly of: 'facts' | 'answer' | 'evidence'
  readonly part: Located<unknown>
  readonly reviews: readonly Review[]
  /** Who filed the evidence, and the day it stands for. */
  readonly filedBy?: string
  readonly collected?: CivilDate
  /** People whose own it is, and who cannot review it. */
  readonly own: readonly string[]
  /** Fingerprint of the part as it stands. */
  readonly content: () => Fingerprint
}

/** Everything in an application that has reviews. */
export function* reviewsMade({ application, doc, implementations, evidence }: ApplicationFiles): Iterable<ReviewsMade> {
  const owners = ownersOf(application)
  if (application.reviews) yield { of: 'facts', part: whole(doc), reviews: application.reviews, own: owners, content: () => fingerprintOfFacts(application) }
  for (const part of implementations)
    if (part.data.reviews) yield { of: 'answer', part, reviews: part.data.reviews, own: owners, content: () => fingerprintOfImplementation(part.data) }
  for (const part of evidence) {
    const { 'submitted-by': filedBy, collected } = part.data
    if (part.data.reviews) yield { of: 'evidence', part, reviews: part.data.reviews, filedBy, collected, own: [filedBy, ...owners], content: () => fingerprintOfEvidence(part.data) }
  }
}
