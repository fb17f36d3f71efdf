import { evaluationExample } from './example-evaluation.js'
import type { GapRule } from './rule.js'
import { tellGaps } from './tell-gaps.js'

/** A control was answered for an earlier major version. */
export const outdatedAnswer: GapRule = {
  code: 'outdated-answer',
  kind: 'gap',
  severity: 'error',
  summary: 'A control was answered for an earlier major version of it.',
  rationale: 'A new major version asks for something that the former did not, so an application that satisfied it may no longer. Read what it asks for now, renew the answer and its evidence, and write the version that was answered.',
  since: '0.1.0',
  bad: evaluationExample({ version: '1.3.0' }),
  good: evaluationExample({}),
  *check(context) {
    yield* tellGaps(context, ['older-major'], ({ finding, index }) => {
      const answered = index.implementations.get(finding.control)?.data.version ?? 'an earlier version'
      return {
        message: `${finding.control} was answered for version \`${answered}\`, and version ${finding.version} asks for something else.`,
        hint: `Read \`muster explain ${finding.control}\`, renew the answer and write \`version: ${finding.version}\`.`,
      }
    })
  },
}
