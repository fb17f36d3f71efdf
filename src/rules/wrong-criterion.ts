import { whole } from '../model/doc.js'
import type { Criterion, EvidenceType } from '../schema/types.js'
import { listInWords } from '../source/list-in-words.js'
import { suggestHint } from '../source/suggest.js'
import { controlExample } from './example-control.js'
import { localOnes } from './local-files.js'
import { requestsIn } from './requests-in.js'
import type { FileRule } from './rule.js'

/** A criterion is about a metric that not every accepted type defines, or bounds it in a way that does not suit it. */
export const wrongCriterion: FileRule = {
  code: 'wrong-criterion',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A criterion is about a metric that an accepted evidence type does not define, or compares it in a way that its type does not allow.',
  rationale: 'Evidence that does not state the metric of a criterion counts as missing, so a type without it could never satisfy the objective. A truth value is compared by `equals`, a number by `at-most` and `at-least`.',
  since: '0.1.0',
  bad: controlExample({ request: 'types: [evaluation-result], valid-for: P90D, criteria: [{ metric: acuracy, at-least: 0.9 }]' }),
  good: controlExample({ request: 'types: [evaluation-result], valid-for: P90D, criteria: [{ metric: accuracy, at-least: 0.9 }]' }),
  *check({ library }) {
    for (const doc of localOnes(library.docs.controls))
      for (const { request, below } of requestsIn(doc.data)) {
        const types = request.types.flatMap((id) => library.evidenceTypes.get(id) ?? [])
        for (const [index, criterion] of (request.criteria ?? []).entries()) {
          const wrong = types.length === 0 ? undefined : whatIsWrong(criterion, types)
          if (wrong) yield { at: { part: whole(doc), below: [...below, 'criteria', index, wrong.key] }, message: wrong.message, hint: wrong.hint }
        }
      }
  },
}

type Wrong = { readonly key: keyof Criterion; readonly message: string; readonly hint: string }

function whatIsWrong(criterion: Criterion, types: readonly EvidenceType[]): Wrong | undefined {
  const { metric: id } = criterion
  const without = types.filter((type) => !metricsOf(type).some((metric) => metric.id === id)).map((type) => type.id)
  if (without.length > 0) {
    const shared = types.map(metricsOf).reduce((all, metrics) => all.filter((one) => metrics.some((metric) => metric.id === one.id)), metricsOf(types[0])).map((metric) => metric.id)
    const hint = suggestHint(id, shared, `Define the metric in ${without.length === 1 ? 'that type' : 'these types'}, or ask for other types.`)
    return { key: 'metric', message: `${listInWords(without, 'and')} ${without.length === 1 ? 'has' : 'have'} no metric \`${id}\`.`, hint }
  }
  const truth = types.some((type) => metricsOf(type).some((metric) => metric.id === id && metric.type === 'boolean'))
  const [key] = (['equals', 'at-most', 'at-least'] as const).filter((one) => criterion[one] !== undefined && (one === 'equals') !== truth)
  if (key === undefined) return undefined
  return { key, message: `The metric \`${id}\` is ${truth ? 'a truth value' : 'a number'} and cannot be compared by \`${key}\`.`, hint: truth ? 'Write `equals: true` or `equals: false`.' : 'Write `at-most` or `at-least`.' }
}

const metricsOf = (type: EvidenceType | undefined): NonNullable<EvidenceType['metrics']> => type?.metrics ?? []
