import { addDays, periodOf } from '../model/dates.js'
import type { Located } from '../model/doc.js'
import type { Evidence } from '../schema/types.js'
import { evaluationExample } from './example-evaluation.js'
import type { AssessmentContext, GapRule } from './rule.js'
import { sentence, tellGaps, type ToldGap } from './tell-gaps.js'
import { requestsOf } from './wanted-evidence.js'

/** The evidence that would do is dated after the day of the assessment. */
export const futureEvidence: GapRule = {
  code: 'future-evidence',
  kind: 'gap',
  severity: 'error',
  summary: 'The evidence is dated after the day of the assessment, and there is no other.',
  rationale: 'Evidence counts from the day it stands for, never before. A date in the future is mostly a slip of the year. Where it is meant, the control is not satisfied until that day.',
  since: '0.1.0',
  bad: evaluationExample({}, { collected: '2027-09-08' }),
  good: evaluationExample({}),
  *check(context) {
    yield* tellGaps(context, ['future-dated', 'period-without-item'], (gap) => {
      const { reason, asks } = gap
      const hint = `Correct the date if it is a slip; otherwise collect evidence of a day up to ${context.asOf}.`
      if (reason.cause === 'future-dated') return { message: `${sentence(reason)}; ${asks} needs one that counts now.`, hint }
      const item = futureItem(gap, context)
      if (item === undefined) return undefined
      const { id, collected } = item.data
      return { message: `Evidence \`${id}\` is dated ${collected} and does not count before that day; ${asks} needs one of the period before.`, hint, at: { part: item, below: ['collected'] } }
    })
  },
}

/** The item dated after the day that was meant for the one period without an item, which is the latest that has ended. */
export function futureItem({ reason, more, finding }: ToldGap, context: AssessmentContext): Located<Evidence> | undefined {
  const { files, asOf } = context
  const request = requestsOf(context, finding.control, reason.objective).find(({ every }) => every !== undefined)
  if (request?.every === undefined || more > 0 || periodOf(addDays(reason.since, 1), request.every).to <= asOf) return undefined
  return files.evidence.find(({ data }) => data.collected > asOf && request.types.includes(data.type) && (reason.component === undefined || data.component === reason.component))
}
