import { listInWords } from '../source/list-in-words.js'
import { evaluationExample } from './example-evaluation.js'
import type { GapRule } from './rule.js'
import { tellGaps } from './tell-gaps.js'

/** An answer says that a control is implemented in part, or only planned. */
export const partialImplementation: GapRule = {
  code: 'partial-implementation',
  kind: 'gap',
  severity: 'error',
  summary: 'A control is answered as implemented in part, or as planned.',
  rationale: 'An honest answer, and still a gap: what is not in place protects nobody. Finish it, collect the evidence and write `implemented`; until then a POA&M item says who does it by when.',
  since: '0.1.0',
  bad: evaluationExample({ status: 'partial' }),
  good: evaluationExample({}),
  *check(context) {
    yield* tellGaps(context, ['partial', 'planned'], ({ reason, others, finding }) => {
      const unmet = [...new Set(others.flatMap(({ objective }) => objective ?? []))]
      const missing = unmet.length > 0 ? `; there is no evidence for ${listInWords(unmet, 'or')} yet` : ''
      return {
        message: `${finding.control} is ${reason.cause === 'planned' ? 'only planned' : 'implemented in part'}${missing}.`,
        hint: 'Finish it and collect the evidence, then write `status: implemented`.',
      }
    })
  },
}
