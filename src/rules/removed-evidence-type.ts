import { whole } from '../model/doc.js'
import { isNewMajor } from './catalog-step.js'
import { ownEvidenceType } from './example-change.js'
import { homeOfCatalog, isOwnLayerGone } from './home-of-catalog.js'
import { touchOfType } from './own-evidence-types.js'
import type { ChangeRule } from './rule.js'

/** An evidence type is gone without a new major version of the catalog. */
export const removedEvidenceType: ChangeRule = {
  code: 'removed-evidence-type',
  kind: 'change',
  severity: 'error',
  summary: 'An evidence type is gone, and the catalog has no new major version.',
  rationale: 'Evidence that was submitted names its type, and evidence of an unknown type is an error in the files of whoever submitted it. A type that no control asks for any more costs nothing.',
  since: '0.1.0',
  previous: ownEvidenceType(),
  bad: {},
  good: ownEvidenceType({ more: 'tools: [answer-checker]\n' }),
  *check(context) {
    const { changes, library, than } = context
    if (isNewMajor(context) || isOwnLayerGone(context)) return
    for (const doc of changes.evidenceTypes.removed) {
      if (doc.builtin) continue
      yield {
        at: homeOfCatalog(library, 'version'), message: `The evidence type \`${doc.data.id}\` is gone since \`${than}\`.`, hint: `Bring back ${doc.file}, or give the catalog a new major version.`,
        related: [{ message: `It stood here in \`${than}\`.`, at: { part: whole(doc), below: ['id'] } }],
        touches: touchOfType(context.previous, doc.data.id),
      }
    }
  },
}
