import { whole } from '../model/doc.js'
import type { Adoption } from '../schema/types.js'
import type { Path } from '../source/place.js'
import { noSuchPerson } from '../source/no-such-person.js'
import { adoptionExample } from './example-adoption.js'
import { localOnes } from './local-files.js'
import type { FileRule } from './rule.js'

/** An adoption names a person whom muster.yaml does not know, or was approved by a group. */
export const wrongAdoptionPerson: FileRule = {
  code: 'wrong-adoption-person',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'An adoption names a person whom `muster.yaml` does not know, or was approved by a group.',
  rationale: 'What is included and left out of a framework is a decision that somebody answers for, and documents print that name. A group may own an element, and never decides.',
  since: '0.1.0',
  bad: adoptionExample({ by: 'grc-team' }),
  good: adoptionExample({}),
  *check({ library: { docs, people } }) {
    for (const doc of localOnes(docs.adoptions))
      for (const { id, below } of peopleNamed(doc.data)) {
        const at = { part: whole(doc), below }
        if (!people.has(id)) yield { at, ...noSuchPerson(id, people.keys()) }
        else if (below[0] === 'approved' && people.get(id)?.group === true) yield { at, message: `\`${id}\` is a group, and an adoption is approved by a person.`, hint: 'Write the person who decided.' }
      }
  },
}

const peopleNamed = ({ approved, elements = {} }: Adoption): readonly { readonly id: string; readonly below: Path }[] => [
  ...(approved ? [{ id: approved.by, below: ['approved', 'by'] }] : []),
  ...Object.entries(elements).flatMap(([element, { owner }]) => (owner === undefined ? [] : [{ id: owner, below: ['elements', element, 'owner'] }])),
]
