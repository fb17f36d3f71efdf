import { locateAll } from '../model/doc.js'
import { isAbout, readableIn } from '../model/mapping-review.js'
import { reviewsExample } from './example-mapping-reviews.js'
import { localMappingReviews } from './local-files.js'
import type { FileRule } from './rule.js'

/** A reading of a mapping is of something that is no longer there, or no longer the same. */
export const staleMappingReview: FileRule = {
  code: 'stale-mapping-review',
  kind: 'file',
  over: 'library',
  severity: 'warning',
  summary: 'The last review of a row by a person is of something that has changed since, or is not there.',
  rationale: 'A review is bound to the fingerprint of what was read: the controls with their major versions, the relationship, the rationale and the remarks. When any of them changes, the row counts as not reviewed until somebody reads it again; the old review stays as history.',
  since: '0.1.0',
  bad: reviewsExample({ of: 'a0000000000000000000000000000000' }),
  good: reviewsExample({}),
  *check({ library }) {
    for (const { doc, framework } of localMappingReviews(library)) {
      const readable = readableIn(framework, library.controls)
      const parts = locateAll(doc, 'reviews', doc.data.reviews)
      for (const [index, part] of parts.entries()) {
        const statements = readable.filter((statement) => isAbout(part.data, statement))
        const last = !parts.slice(index + 1).some((later) => later.data.by === part.data.by && statements.some((statement) => isAbout(later.data, statement)))
        if (!framework.elements.has(part.data.element) || !last || statements.some((statement) => statement.of === part.data.of)) continue
        const controls = part.data.controls === undefined ? '' : ` and ${part.data.controls.join(', ')}`
        if (statements.length === 0) yield { at: { part, below: ['element'] }, message: `The mapping says nothing any more of \`${part.data.element}\`${controls}, which \`${part.data.by}\` read on ${part.data.on}.`, hint: 'Remove the review, or mend what it names.' }
        else yield { at: { part, below: ['of'] }, message: `What is said of ${part.data.element}${controls} has changed since \`${part.data.by}\` read it on ${part.data.on}.`, hint: `Have it read again: \`muster review mapping ${framework.id} "${part.data.element}" --by ${part.data.by}\`.` }
      }
    }
  },
}
