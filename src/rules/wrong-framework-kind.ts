import { whole } from '../model/doc.js'
import { profileExample } from './example-profile.js'
import { kindFault } from './kind-fault.js'
import { localOnes } from './local-files.js'
import type { FileRule } from './rule.js'

/** A framework is not of the kind that it says. */
export const wrongFrameworkKind: FileRule = {
  code: 'wrong-framework-kind',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A framework holds what does not belong to its kind, or is a profile over nothing.',
  rationale: 'A catalog has elements of its own. A profile has entries over the elements of one catalog, which it names in `profiles`. What does not belong to the kind is not read, and would be missing from every report.',
  since: '0.1.0',
  bad: profileExample('standard-practice: true', ''),
  good: profileExample('standard-practice: true'),
  *check({ library }) {
    for (const doc of localOnes(library.docs.frameworks)) {
      const fault = kindFault(doc.data, library)
      if (fault) yield { at: { part: whole(doc), below: [fault.key], of: fault.of }, message: fault.message, hint: fault.hint }
    }
  },
}
