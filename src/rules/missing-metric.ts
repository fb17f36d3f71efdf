import { listInWords, quoted } from '../source/list-in-words.js'
import { evaluationExample } from './example-evaluation.js'
import type { GapRule } from './rule.js'
import { atKey, sentence, tellGaps } from './tell-gaps.js'
import { requestsOf } from './wanted-evidence.js'

/** Evidence does not state a figure by which the control decides. */
export const missingMetric: GapRule = {
  code: 'missing-metric',
  kind: 'gap',
  severity: 'error',
  summary: 'Evidence does not state a metric by which the control decides.',
  rationale: 'A criterion cannot be judged without its figure, and what is not stated counts as missing, never as passed. State the figure under `metrics` exactly as the file has it.',
  since: '0.1.0',
  bad: evaluationExample({}, { metrics: undefined }),
  good: evaluationExample({}),
  *check(context) {
    yield* tellGaps(context, ['metric-absent'], (gap) => {
      const { reason, more, asks, finding, index } = gap
      const stated = (reason.evidence === undefined ? undefined : index.evidence.get(reason.evidence)?.data.metrics) ?? {}
      const wanted = requestsOf(context, finding.control, reason.objective).flatMap((request) => request.criteria ?? []).map(({ metric }) => metric)
      const absent = [...new Set(wanted)].filter((metric) => !Object.hasOwn(stated, metric))
      return {
        message: `${sentence(reason)}${more > 0 ? ` and ${more} more` : ''}; ${asks} is decided by it.`,
        hint: `State ${listInWords(quoted(absent), 'and')} under \`metrics\`, as the file has it.`,
        at: atKey(gap, 'metrics'),
      }
    })
  },
}
