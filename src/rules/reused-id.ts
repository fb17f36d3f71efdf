import { whole } from '../model/doc.js'
import { isAnotherControl, isAnotherObjective } from '../model/is-another.js'
import { isFarEnough } from '../model/version-step.js'
import { ownControl } from './example-change.js'
import type { ChangeRule } from './rule.js'

/** An id stands for something else than before. */
export const reusedId: ChangeRule = {
  code: 'reused-id',
  kind: 'change',
  severity: 'error',
  summary: 'The id of a control or an objective stands for something else than before, or a withdrawn control is asked again.',
  rationale: 'Ids are never reused: what was answered, accepted and frozen under one would seem to be about the other. An id counts as reused where neither the words nor the evidence types of then are left. An objective may become another with a major version, by which every answer is renewed.',
  since: '0.1.0',
  previous: ownControl({ status: 'withdrawn', more: 'replaced-by: TST-03\n' }),
  bad: ownControl({ version: '2.0.0' }),
  good: ownControl({ status: 'withdrawn', more: 'replaced-by: TST-04\n', version: '1.0.1' }),
  *check({ changes, than }) {
    for (const { id, fate, before, after } of changes.controls) {
      if (before === undefined || after === undefined || after.builtin || before.data.status === 'draft') continue
      const rest = { about: { control: id }, touches: { controls: [id] } }
      const nextId = 'Bring back what it was, and give the new one the next free id of its group.'
      if (fate === 'revived') yield { at: { part: whole(after), below: ['status'] }, message: `${id} was withdrawn in \`${than}\`, and is \`${after.data.status}\` now.`, hint: nextId, ...rest }
      else if (isAnotherControl(before.data, after.data)) yield { at: { part: whole(after), below: ['title'] }, message: `${id} is “${after.data.title}” now and was “${before.data.title}” in \`${than}\`: no words and no evidence of then are left.`, hint: nextId, ...rest }
      else if (!isFarEnough(before.data.version, after.data.version, 'major'))
        for (const [index, objective] of after.data.objectives.entries()) {
          const earlier = before.data.objectives.find((one) => one.id === objective.id)
          if (earlier && isAnotherObjective(earlier, objective)) yield { at: { part: whole(after), below: ['objectives', index, 'id'] }, message: `${objective.id} is another objective than in \`${than}\`, where it read “${earlier.text}”.`, hint: 'Give the new objective the next free letter.', ...rest }
        }
    }
  },
}
