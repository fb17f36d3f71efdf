import { whole } from '../model/doc.js'
import { listInWords, quoted } from '../source/list-in-words.js'
import { ownEvidenceType } from './example-change.js'
import { changedEvidenceTypes, touchOfType } from './own-evidence-types.js'
import type { ChangeRule } from './rule.js'

/** An evidence type takes less than before. */
export const narrowedEvidenceType: ChangeRule = {
  code: 'narrowed-evidence-type',
  kind: 'change',
  severity: 'error',
  summary: 'An evidence type has fewer media types, or must state a sample, and the catalog has no new major version.',
  rationale: 'Evidence that was right when it was submitted would be wrong now, in files that nobody touched. A major version of the catalog tells its users so; a new evidence type leaves them as they are.',
  since: '0.1.0',
  previous: ownEvidenceType(),
  bad: ownEvidenceType({ more: 'sampled: true\n' }),
  good: ownEvidenceType({ media: '[text/csv, application/json, text/html]' }),
  *check(context) {
    for (const { before, after } of changedEvidenceTypes(context)) {
      const rest = { hint: 'Bring it back, define an evidence type of its own, or give the catalog a new major version.', touches: touchOfType(context.library, after.data.id) }
      const gone = before.data['media-types'].filter((type) => !after.data['media-types'].includes(type))
      if (gone.length > 0) yield { at: { part: whole(after), below: ['media-types'] }, message: `${after.data.id} can be ${listInWords(quoted(gone), 'or')} no more, as in \`${context.than}\`.`, ...rest }
      if (before.data.sampled !== true && after.data.sampled === true) yield { at: { part: whole(after), below: ['sampled'] }, message: `${after.data.id} must state its sample, as it need not in \`${context.than}\`.`, ...rest }
    }
  },
}
