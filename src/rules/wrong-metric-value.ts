import type { Metric } from '../schema/types.js'
import { evaluationExample } from './example-evaluation.js'
import type { FileRule } from './rule.js'

/** The value of a metric is none that the metric can have. */
export const wrongMetricValue: FileRule = {
  code: 'wrong-metric-value',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'The value of a metric is none that the metric can have.',
  rationale: 'A share of 94 where 0.94 was meant passes every lower bound and breaks every upper one. The evidence type says whether a metric is a number, a whole number or a truth value; a ratio lies between 0 and 1, and nothing is counted below 0.',
  since: '0.1.0',
  bad: evaluationExample({}, { metrics: '{ accuracy: 94 }' }),
  good: evaluationExample({}),
  *check({ library, files }) {
    for (const part of files.evidence) {
      const defined = library.evidenceTypes.get(part.data.type)?.metrics ?? []
      for (const [id, value] of Object.entries(part.data.metrics ?? {})) {
        const metric = defined.find((one) => one.id === id)
        const wanted = metric && whatIsWanted(metric, value)
        if (wanted === undefined) continue
        yield { at: { part, below: ['metrics', id] }, message: `\`${value}\` cannot be the ${id} of \`${part.data.id}\`.`, hint: `Write ${wanted}.` }
      }
    }
  },
}

type Range = { readonly lowest: number; readonly highest: number; readonly words: string }

const RANGES: ReadonlyMap<string, Range> = new Map([
  ['ratio', { lowest: 0, highest: 1, words: ' between 0 and 1' }],
  ['count', { lowest: 0, highest: Infinity, words: ' of 0 or more' }],
])

function whatIsWanted({ type, unit }: Metric, value: number | boolean): string | undefined {
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : '`true` or `false`'
  const { lowest, highest, words } = RANGES.get(unit) ?? { lowest: -Infinity, highest: Infinity, words: '' }
  const fits = typeof value === 'number' && value >= lowest && value <= highest && (type !== 'integer' || Number.isInteger(value))
  return fits ? undefined : `${type === 'integer' ? 'a whole number' : 'a number'}${words}`
}
