import { whole } from '../model/doc.js'
import { listInWords } from '../source/list-in-words.js'
import { ownEvidenceType } from './example-change.js'
import { changedEvidenceTypes, touchOfType } from './own-evidence-types.js'
import type { ChangeRule } from './rule.js'

const NOUN = { type: 'the type', unit: 'the unit', better: 'the better direction' } as const

/** A metric of an evidence type is gone or means something else. */
export const changedMetric: ChangeRule = {
  code: 'changed-metric',
  kind: 'change',
  severity: 'error',
  summary: 'A metric of an evidence type is gone, or has another type, unit or direction.',
  rationale: 'Evidence of years states the figure by this name, and is judged again for every day that somebody asks about. With another unit the same number would say something else. Define a new metric beside it, or give the catalog a new major version.',
  since: '0.1.0',
  previous: ownEvidenceType(),
  bad: ownEvidenceType({ metric: '{ id: wrong-answers, title: Wrong answers, type: integer, unit: count, better: lower, description: Wrong answers. }' }),
  good: ownEvidenceType({ metric: '{ id: wrong-answers, title: Wrong answers, type: number, unit: ratio, better: lower, description: Wrong answers over all answers that were checked. }' }),
  *check(context) {
    for (const { before, after } of changedEvidenceTypes(context)) {
      const rest = { hint: 'Bring it back, and define a metric with an id of its own for what is new.', touches: touchOfType(context.library, after.data.id) }
      const metrics = after.data.metrics ?? []
      for (const metric of before.data.metrics ?? []) {
        const index = metrics.findIndex(({ id }) => id === metric.id)
        const now = metrics[index]
        if (now === undefined) yield { at: { part: whole(after), below: [after.data.metrics ? 'metrics' : 'id'], of: 'key' }, message: `The metric \`${metric.id}\` of ${after.data.id} is gone since \`${context.than}\`.`, ...rest }
        else {
          const keys = (['type', 'unit', 'better'] as const).filter((key) => metric[key] !== now[key])
          const [first] = keys
          if (first !== undefined) yield { at: { part: whole(after), below: ['metrics', index, first] }, message: `The metric ${metric.id} of ${after.data.id} has ${listInWords(keys.map((key) => `${NOUN[key]} \`${now[key]}\` instead of \`${metric[key]}\``), 'and')} since \`${context.than}\`.`, ...rest }
        }
      }
    }
  },
}
