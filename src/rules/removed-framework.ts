import { whole } from '../model/doc.js'
import { nameOfEdition } from '../model/library.js'
import { ownFramework } from './example-change.js'
import { isOwnLayerGone } from './home-of-catalog.js'
import type { ChangeRule } from './rule.js'

/** A framework is not there any more. */
export const removedFramework: ChangeRule = {
  code: 'removed-framework',
  kind: 'change',
  severity: 'error',
  summary: 'A framework is gone.',
  rationale: 'Decisions about it, documents and closed quarters name it with its edition. An edition that another took the place of stays with `status: superseded`.',
  since: '0.1.0',
  previous: ownFramework(),
  bad: {},
  good: Object.fromEntries(Object.entries(ownFramework()).map(([path, text]) => [path, text.replace('status: final', 'status: superseded')])),
  *check(context) {
    const { changes, library, than } = context
    if (isOwnLayerGone(context)) return
    for (const { id, before, after } of changes.frameworks) {
      if (before === undefined || before.builtin || after !== undefined || library.configDoc === undefined) continue
      yield { at: { part: whole(library.configDoc), of: 'key' }, message: `The framework \`${id}\` is gone; in \`${than}\` it was ${nameOfEdition(before.data)}.`, hint: `Bring back ${before.file}; if another edition took its place, write \`status: superseded\`.`, related: [{ message: `It stood here in \`${than}\`.`, at: { part: whole(before), below: ['id'] } }] }
    }
  },
}
