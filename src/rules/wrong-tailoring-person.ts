import { noSuchPerson } from '../source/no-such-person.js'
import { loosenedExample } from './example-tailoring.js'
import type { FileRule } from './rule.js'
import { tailoredEntries } from './tailored-entries.js'

/** Tailoring was approved by a person whom muster.yaml does not know, or by a group. */
export const wrongTailoringPerson: FileRule = {
  code: 'wrong-tailoring-person',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'Tailoring is approved by a person whom `muster.yaml` does not know, or by a group.',
  rationale: 'Who lets the organization ask for less answers for it by name, and gap lists print that name. A group cannot be asked why.',
  since: '0.1.0',
  bad: loosenedExample('    approved-by: grc-team\n    approved-on: 2026-08-01\n'),
  good: loosenedExample('    approved-by: ciso\n    approved-on: 2026-08-01\n'),
  *check({ library }) {
    for (const { entry } of tailoredEntries(library)) {
      const by = entry.part.data['approved-by']
      const person = by === undefined ? undefined : library.people.get(by)
      if (by === undefined || (person !== undefined && person.group !== true)) continue
      const at = { part: entry.part, below: ['approved-by'] }
      if (person === undefined) yield { at, ...noSuchPerson(by, library.people.keys()) }
      else yield { at, message: `\`${by}\` is a group, and a person approves.`, hint: 'Write the person who decided.' }
    }
  },
}
