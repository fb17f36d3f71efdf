import { whole } from '../model/doc.js'
import { ownControl } from './example-change.js'
import { homeOfCatalog, isOwnLayerGone } from './home-of-catalog.js'
import type { ChangeRule } from './rule.js'

/** A control is not there any more, or a draft again. */
export const removedControl: ChangeRule = {
  code: 'removed-control',
  kind: 'change',
  severity: 'error',
  summary: 'A control that was asked is gone, or a draft again.',
  rationale: 'Answers, exceptions, mappings and closed quarters name it, and its id must never stand for anything else. A control leaves by `status: deprecated` and then `withdrawn`, with `replaced-by`; its file stays. A draft that nobody was asked for can go.',
  since: '0.1.0',
  previous: ownControl(),
  bad: ownControl({ status: 'draft' }),
  good: ownControl({ status: 'deprecated', version: '1.1.0', more: 'replaced-by: TST-03\n' }),
  *check(context) {
    const { changes, library, than } = context
    if (isOwnLayerGone(context)) return
    for (const { id, fate, before, after } of changes.controls) {
      if (before === undefined || before.builtin || before.data.status === 'draft') continue
      const rest = { about: { control: id }, touches: { controls: [id] } }
      if (fate === 'set-aside' && after) yield { at: { part: whole(after), below: ['status'] }, message: `${id} was \`${before.data.status}\` in \`${than}\`, and is a draft again, which nobody is asked for.`, hint: 'Write `status: deprecated`, or `withdrawn` with `replaced-by`.', ...rest }
      if (fate === 'removed')
        yield {
          at: homeOfCatalog(library, 'version'), message: `The catalog has no ${id} any more; in \`${than}\` it was \`${before.data.status}\`.`,
          hint: `Bring back ${before.file}${before.data.status === 'withdrawn' ? ' as it was' : ', and write `status: withdrawn` with `replaced-by`'}.`,
          related: [{ message: `It stood here in \`${than}\`.`, at: { part: whole(before), below: ['id'] } }], ...rest,
        }
    }
  },
}
