import { whole } from '../model/doc.js'
import { noSuchPerson } from '../source/no-such-person.js'
import type { ExampleFiles, FileRule } from './rule.js'

/** `documents` in muster.yaml names a person whom it does not know, or a group as the one who approves. */
export const wrongDocumentPerson: FileRule = {
  code: 'wrong-document-person',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: '`documents` in `muster.yaml` names a person whom it does not know, or a group as the one who approves.',
  rationale: 'Every document prints who prepares and who approves it, so that a reader knows whom to ask. A group may prepare a document, and never approves one.',
  since: '0.1.0',
  bad: config('approver: grc-team'),
  good: config('approver: ciso'),
  *check({ library: { configDoc, people } }) {
    if (configDoc === undefined) return
    const { author, approver } = configDoc.data.documents ?? {}
    for (const [key, id] of [['author', author], ['approver', approver]] as const) {
      const at = { part: whole(configDoc), below: ['documents', key] }
      if (id === undefined) continue
      if (!people.has(id)) yield { at, ...noSuchPerson(id, people.keys(), 'Add the person to `people`.') }
      else if (key === 'approver' && people.get(id)?.group === true) yield { at, message: `\`${id}\` is a group, and a document is approved by a person.`, hint: 'Write the person who approves.' }
    }
  },
}

function config(line: string): ExampleFiles {
  return {
    'muster.yaml': `title: Example organization
catalog: ["."]
people:
  - { id: owner, title: Product owner }
  - { id: engineer, title: Lead engineer }
  - { id: reviewer, title: GRC reviewer, roles: [risk-owner] }
  - { id: ciso, title: CISO, roles: [ciso] }
  - { id: grc-team, title: GRC team, group: true }
documents: { author: reviewer, ${line} }
`,
  }
}
