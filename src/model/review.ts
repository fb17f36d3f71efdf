import type { CivilDate, Fingerprint, Review } from '../schema/types.js'
import { canDecide, type People } from './people.js'

/** What the reviews say of the content as it stands. `changed`: there are reviews, all of other content. `expired`: accepted, and the day has passed. */
export type ReviewJudgement = {
  readonly state: 'accepted' | 'returned' | 'changed' | 'expired' | 'none'
  /** Index of the review that decides. */
  readonly index?: number
}

/**
 * Judges reviews made up to a day. A review by someone who may not decide (unknown, a group, or one of `excluded`) is none;
 * the latest one of this very content decides. Reviews count up to the cutoff, and a decision holds until it expires as of the day that is assessed.
 */
export function judgeReviews(
  reviews: readonly Review[] | undefined,
  content: () => Fingerprint,
  excluded: readonly string[],
  people: People,
  cutoff: CivilDate,
  asOf: CivilDate = cutoff,
): ReviewJudgement {
  const eligible = (reviews ?? [])
    .map((review, index) => ({ review, index }))
    .filter(({ review }) => review.on <= cutoff && !excluded.includes(review.by) && canDecide(people, review.by))
    .sort((a, b) => (a.review.on < b.review.on ? -1 : a.review.on > b.review.on ? 1 : a.index - b.index))
  if (eligible.length === 0) return { state: 'none' }
  const stands = content()
  const deciding = eligible.filter(({ review }) => review.of === stands).at(-1)
  if (deciding !== undefined) {
    const { review, index } = deciding
    const expired = review.decision === 'accepted' && review.expires !== undefined && review.expires < asOf
    return { state: expired ? 'expired' : review.decision, index }
  }
  const last = eligible.at(-1)
  return last === undefined ? { state: 'none' } : { state: 'changed', index: last.index }
}
