import { canDecide } from '../model/people.js'
import type { Review } from '../schema/types.js'
import { evaluationExample } from './example-evaluation.js'
import { reviewsMade, type ReviewsMade } from './reviews-made.js'
import type { FileRule } from './rule.js'

/** Somebody reviewed what is their own. */
export const selfReview: FileRule = {
  code: 'self-review',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'Evidence is reviewed by who filed it, or anything by an owner of the application.',
  rationale: 'A review is worth the second pair of eyes. The owners of an application and, for evidence, who filed it cannot be these. Such a review counts as none; it may stay as history once somebody else has reviewed the same content.',
  since: '0.1.0',
  bad: evaluationExample({}, { reviews: '[{ by: engineer, on: 2026-09-11, decision: accepted, of: c2d09b891c5d1081524fd3708f04b1bb }]' }),
  good: evaluationExample({}),
  *check({ library, files }) {
    for (const made of reviewsMade(files)) {
      const { part, reviews, own, content } = made
      // Whoever is unknown or a group is told as such.
      const isOwn = ({ by }: Review): boolean => own.includes(by) && canDecide(library.people, by)
      if (!reviews.some(isOwn)) continue
      // Reviews of former content are history, and so is the own review beside one that counts: owners change.
      const current = reviews.filter((review) => review.of === content())
      if (current.some((review) => !own.includes(review.by) && canDecide(library.people, review.by))) continue
      for (const review of current) {
        if (!isOwn(review)) continue
        yield { at: { part, below: ['reviews', reviews.indexOf(review), 'by'] }, message: `${whyNot(made, review.by, files.id)}.`, hint: 'Have somebody else review it, and add that review.' }
      }
    }
  },
}

const whyNot = ({ of, filedBy }: ReviewsMade, by: string, application: string): string =>
  by === filedBy ? `\`${by}\` filed this evidence and cannot review it` : `\`${by}\` owns \`${application}\` and cannot review its ${of}`
