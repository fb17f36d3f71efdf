import { fingerprintOfEvidence } from '../model/digest.js'
import { evaluationExample } from './example-evaluation.js'
import type { GapRule } from './rule.js'
import { sentence, tellGaps } from './tell-gaps.js'

/** Evidence that must be reviewed has no review. */
export const unreviewedEvidence: GapRule = {
  code: 'unreviewed-evidence',
  kind: 'gap',
  severity: 'error',
  summary: 'Evidence that needs a review has none that was accepted.',
  rationale: 'Where a control asks for a review, and for everything that is held elsewhere, evidence counts once a second person has read it. Neither who filed it nor an owner of the application can be that person.',
  since: '0.1.0',
  bad: evaluationExample({}, { reviews: undefined }),
  good: evaluationExample({}),
  *check(context) {
    yield* tellGaps(context, ['no-review'], ({ reason, asks, index }) => {
      const item = reason.evidence === undefined ? undefined : index.evidence.get(reason.evidence)?.data
      const of = item === undefined ? '' : ` \`of: ${fingerprintOfEvidence(item)}\``
      return {
        message: `${sentence(reason)}; ${asks} asks for one.`,
        hint: `Ask somebody who neither filed it nor owns the application to read it and to add a review${of}, as \`muster review accept ${context.files.id} ${reason.evidence}\` does.`,
      }
    })
  },
}
