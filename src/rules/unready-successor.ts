import { whole } from '../model/doc.js'
import { isInForce } from '../model/library.js'
import { ownControl } from './example-change.js'
import type { ChangeRule } from './rule.js'

/** A control was withdrawn before what takes its place is asked. */
export const unreadySuccessor: ChangeRule = {
  code: 'unready-successor',
  kind: 'change',
  severity: 'error',
  summary: 'A control is withdrawn, and what takes its place is asked of nobody, or not yet.',
  rationale: 'Between the two nobody is asked for the safeguard at all, and its gaps are gone from every list. Withdraw a control when its successor is active and its first day has come; until then it is deprecated.',
  since: '0.1.0',
  previous: { ...ownControl(), ...renamed(ownControl({ status: 'draft' })) },
  bad: { ...ownControl({ status: 'withdrawn', more: 'replaced-by: ACM-02\n', version: '1.1.0' }), ...renamed(ownControl({ status: 'draft' })) },
  good: { ...ownControl({ status: 'withdrawn', more: 'replaced-by: ACM-02\n', version: '1.1.0' }), ...renamed(ownControl()) },
  *check({ changes, library, asOf }) {
    for (const { id, fate, after } of changes.controls) {
      const successor = after?.data['replaced-by']
      if (fate !== 'withdrawn' || after === undefined || after.builtin || successor === undefined) continue
      const entry = library.controls.get(successor)
      const why = entry === undefined ? 'is not there' : entry.leftOut ? 'is left out by tailoring' : !isInForce(entry) ? `is ${entry.control.status === 'draft' ? 'a draft' : entry.control.status}` : entry.control.effective > asOf ? `is asked from ${entry.control.effective}` : undefined
      if (why !== undefined) yield { at: { part: whole(after), below: ['replaced-by'] }, message: `${id} is withdrawn, and ${successor}, which takes its place, ${why}.`, hint: `Keep ${id} \`deprecated\` until ${successor} is asked.`, about: { control: id }, touches: { controls: [id] } }
    }
  },
}

function renamed(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace('ACM-01', 'ACM-02'), text.replaceAll('ACM-01', 'ACM-02')]))
}
