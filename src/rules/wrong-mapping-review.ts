import { locateAll } from '../model/doc.js'
import { isAbout, readableIn } from '../model/mapping-review.js'
import { noSuchPerson } from '../source/no-such-person.js'
import { reviewsExample } from './example-mapping-reviews.js'
import { localMappingReviews } from './local-files.js'
import type { FileRule } from './rule.js'

/** A reading of a mapping is by nobody who can have read it, or does not say what it disputes. */
export const wrongMappingReview: FileRule = {
  code: 'wrong-mapping-review',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A review of a mapping is by a group, by somebody unknown or by who wrote the row, or disputes it without a reason.',
  rationale: 'It says that a named person read both texts. A group has not, and who wrote the row has read nothing new. A dispute is there to be answered, and that takes the reason.',
  since: '0.1.0',
  bad: reviewsExample({ by: 'grc-team' }),
  good: reviewsExample({}),
  *check({ library }) {
    const { people, controls } = library
    for (const { doc, framework } of localMappingReviews(library)) {
      const readable = readableIn(framework, controls)
      for (const part of locateAll(doc, 'reviews', doc.data.reviews)) {
        const { by, decision, remarks } = part.data
        const at = { part, below: ['by'] }
        if (!people.has(by)) yield { at, ...noSuchPerson(by, people.keys()) }
        else if (people.get(by)?.group === true) yield { at, message: `\`${by}\` is a group, and a review is by a person.`, hint: 'Write the person who read it.' }
        else if (readable.some((statement) => statement.by === by && isAbout(part.data, statement))) yield { at, message: `\`${by}\` wrote what is said of ${part.data.element}, and reviews it.`, hint: 'Have somebody else read it, and remove this.' }
        else if (decision === 'disputed' && remarks === undefined) yield { at: { part, below: ['decision'] }, message: `What is said of ${part.data.element} is disputed, and not why.`, hint: 'Write in `remarks` what is wrong.' }
      }
    }
  },
}
