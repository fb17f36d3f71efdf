import { listInWords, quoted } from '../source/list-in-words.js'
import { suggestHint } from '../source/suggest.js'
import { evaluationExample } from './example-evaluation.js'
import type { FileRule } from './rule.js'

/** Evidence states a figure that its type does not define. */
export const unknownMetric: FileRule = {
  code: 'unknown-metric',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'Evidence states a metric that its type does not define.',
  rationale: 'A figure is worth something when everybody counts it in the same way, and the evidence type says how. What it does not define is compared with nothing, and the metric that was meant is missing.',
  since: '0.1.0',
  bad: evaluationExample({}, { metrics: '{ accuracy: 0.94, acuracy: 0.95 }' }),
  good: evaluationExample({}),
  *check({ library, files }) {
    for (const part of files.evidence) {
      const type = library.evidenceTypes.get(part.data.type)
      if (type === undefined || part.data.metrics === undefined) continue
      const known = (type.metrics ?? []).map((metric) => metric.id)
      for (const metric of Object.keys(part.data.metrics)) {
        if (known.includes(metric)) continue
        const otherwise = known.length === 0 ? 'Remove it: evidence of this type states no metrics.' : `Write one of ${listInWords(quoted(known), 'or')}, or remove it.`
        yield { at: { part, below: ['metrics', metric], of: 'key' }, message: `The evidence type ${type.id} has no metric \`${metric}\`.`, hint: suggestHint(metric, known, otherwise) }
      }
    }
  },
}
