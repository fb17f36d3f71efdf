import { fingerprintOfEvidence } from '../model/digest.js'
import { evaluationExample } from './example-evaluation.js'
import type { GapRule } from './rule.js'
import { sentence, tellGaps } from './tell-gaps.js'

/** Evidence is no longer what its reviewer accepted. */
export const changedSinceReview: GapRule = {
  code: 'changed-since-review',
  kind: 'gap',
  severity: 'error',
  summary: 'Evidence has changed since it was reviewed.',
  rationale: 'A review is bound to the fingerprint of what was read: type, component, dates, digests, metrics and sample. When any of them changes, nobody has accepted what stands there now. Take the change back, or have it read again; the old review stays.',
  since: '0.1.0',
  bad: evaluationExample({}, { metrics: '{ accuracy: 0.98 }' }),
  good: evaluationExample({}),
  *check(context) {
    yield* tellGaps(context, ['changed-since-review'], ({ reason, asks, index }) => {
      const item = reason.evidence === undefined ? undefined : index.evidence.get(reason.evidence)?.data
      const now = item === undefined ? '' : `; the content now has the fingerprint \`${fingerprintOfEvidence(item)}\``
      return {
        message: `${sentence(reason)}; ${asks} asks for a review of what stands there now.`,
        hint: `Ask a reviewer to read it again${now}.`,
      }
    })
  },
}
