import { whole } from '../model/doc.js'
import { noSuchPerson } from '../source/no-such-person.js'
import type { ExampleFiles, FileRule } from './rule.js'

/** `members` in muster.yaml names somebody whom it does not know, a group, or stands at a person. */
export const wrongMember: FileRule = {
  code: 'wrong-member',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: '`members` names somebody whom `muster.yaml` does not know, or a group, or stands at a person.',
  rationale: 'Who is in a team of `CODEOWNERS` is known by the `members` of the group that has its `handle`. Each is a person of `people`.',
  since: '0.1.0',
  bad: config('grc-team'),
  good: config('reviewer'),
  *check({ library: { configDoc, people } }) {
    if (configDoc === undefined) return
    for (const [index, { id, group, members }] of (configDoc.data.people ?? []).entries()) {
      if (members === undefined) continue
      const at = (...below: readonly (string | number)[]) => ({ part: whole(configDoc), below: ['people', index, 'members', ...below] })
      if (group !== true) yield { at: at(), message: `\`${id}\` is a person and has no members.`, hint: 'Write `group: true`, or remove `members`.' }
      else
        for (const [place, member] of members.entries()) {
          if (!people.has(member)) yield { at: at(place), ...noSuchPerson(member, people.keys(), 'Add the person to `people`.') }
          else if (people.get(member)?.group === true) yield { at: at(place), message: `\`${member}\` is a group, and members are persons.`, hint: 'Write the people who are in it.' }
        }
    }
  },
}

function config(member: string): ExampleFiles {
  return {
    'muster.yaml': `title: Example organization
catalog: ["."]
people:
  - { id: owner, title: Product owner }
  - { id: engineer, title: Lead engineer }
  - { id: reviewer, title: GRC reviewer, roles: [risk-owner] }
  - { id: ciso, title: CISO, roles: [ciso] }
  - { id: grc-team, title: GRC team, group: true, handle: "@acme/grc", members: [${member}] }
`,
  }
}
