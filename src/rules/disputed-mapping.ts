import { locateAll } from '../model/doc.js'
import { readableIn, reviewThatCounts } from '../model/mapping-review.js'
import { reviewsExample } from './example-mapping-reviews.js'
import { localMappingReviews } from './local-files.js'
import type { FileRule } from './rule.js'

/** A named person disputes what a mapping says. */
export const disputedMapping: FileRule = {
  code: 'disputed-mapping',
  kind: 'file',
  over: 'library',
  severity: 'warning',
  summary: 'A person who read both texts disputes what the mapping says.',
  rationale: 'Coverage rests on the mapping, and whoever prints it should know that a reader came to something else. It is answered by changing the row, or by the same person confirming it after all.',
  since: '0.1.0',
  bad: reviewsExample({ decision: 'disputed', remarks: ', remarks: It asks for more than a test.' }),
  good: reviewsExample({}),
  *check({ library }) {
    for (const { doc, framework } of localMappingReviews(library)) {
      const parts = locateAll(doc, 'reviews', doc.data.reviews)
      for (const readable of readableIn(framework, library.controls)) {
        const review = reviewThatCounts(readable, doc.data.reviews, library.people)
        const part = review?.decision === 'disputed' ? parts.find(({ data }) => data === review) : undefined
        if (part) yield { at: { part, below: ['decision'] }, message: `\`${part.data.by}\` disputes what is said of ${readable.element}${readable.controls ? ` and ${readable.controls.join(', ')}` : ''}.`, hint: 'Change the row, or have it read again.' }
      }
    }
  },
}
