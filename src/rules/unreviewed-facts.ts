import { fingerprintOfFacts } from '../model/digest.js'
import { whole } from '../model/doc.js'
import type { Review } from '../schema/types.js'
import { listInWords } from '../source/list-in-words.js'
import type { Path } from '../source/place.js'
import { platformEntry } from './example-platform.js'
import type { AssessmentContext, GapRule } from './rule.js'

/** Nobody accepted the facts by which controls are included, excluded and weighed. */
export const unreviewedFacts: GapRule = {
  code: 'unreviewed-facts',
  kind: 'gap',
  severity: 'warning',
  summary: 'The facts of an application have no accepted review.',
  rationale: 'The facts decide which controls apply and how urgent a gap is, so somebody who does not own the application reads them. Facts that nobody accepted still decide, and what they exclude is shown as unreviewed. A review is bound to the fingerprint of the facts: when one changes, they are read again.',
  since: '0.1.0',
  bad: platformEntry({ lifecycle: 'pilot' }),
  good: platformEntry({}),
  *check(context) {
    const { assessment, files } = context
    const { state, index } = assessment.facts.review
    // What is still to be answered is reviewed once it is.
    if (state === 'accepted' || assessment.unanswered.size > 0) return
    const review = index === undefined ? undefined : files.application.reviews?.[index]
    const excluded = assessment.findings.filter(({ exclusion }) => exclusion === 'excluded-unreviewed').map(({ control }) => control)
    yield {
      at: { part: whole(files.doc), below: index === undefined ? ['id'] : placeIn(index, state) },
      message: `${stateInWords(context, review)}${excluded.length > 0 ? `; they exclude ${listInWords(excluded, 'and', 10)}` : ''}.`,
      hint: `${state === 'returned' ? 'Do what the remarks of the review ask for, then have' : 'Have'} them read by somebody who does not own \`${files.id}\`, and add a review \`of: ${fingerprintOfFacts(files.application)}\`, as \`muster review accept ${files.id} facts\` does.`,
      about: { application: files.id },
    }
  },
}

const placeIn = (index: number, state: 'returned' | 'changed' | 'expired' | 'none'): Path =>
  ['reviews', index, { returned: 'decision', changed: 'of', expired: 'expires', none: 'of' }[state]]

function stateInWords({ assessment, files }: AssessmentContext, review: Review | undefined): string {
  const facts = `The facts of \`${files.id}\``
  switch (assessment.facts.review.state) {
    case 'changed': return `${facts} have changed since \`${review?.by}\` read them on ${review?.on}`
    case 'returned': return `${facts} were returned by \`${review?.by}\` on ${review?.on}`
    case 'expired': return `The review of the facts of \`${files.id}\` expired on ${review?.expires}`
    default: return `${facts} have no accepted review`
  }
}
