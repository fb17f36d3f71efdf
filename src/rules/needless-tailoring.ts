import { directionsOf } from '../model/looser.js'
import { nameOfChange } from '../model/tailoring.js'
import { tailoringExample } from './example-tailoring.js'
import type { FileRule } from './rule.js'
import { catalogControl } from './tailored-entries.js'

const severity = (level: string): string => `severity:\n  - { control: TST-03, severity: ${level}, reason: A wrong answer here stops a plant. }\n`

/** An entry of tailoring changes nothing. */
export const needlessTailoring: FileRule = {
  code: 'needless-tailoring',
  kind: 'file',
  over: 'library',
  severity: 'warning',
  summary: 'An entry of tailoring changes nothing.',
  rationale: 'Either the catalog has caught up with it, or it was meant for something else. An entry that does nothing makes readers believe in a decision that has no effect.',
  since: '0.1.0',
  bad: tailoringExample(severity('high')),
  good: tailoringExample(severity('critical')),
  *check({ library }) {
    const leftOut = new Set(library.tailoring.filter((change) => change.kind === 'left-out').map((change) => change.control))
    for (const change of library.tailoring) {
      const control = catalogControl(library, change.control)
      if (change.kind === 'left-out' || control === undefined) continue
      const name = nameOfChange(change)
      const at = { part: change.part, below: [change.kind === 'validity' ? 'objective' : change.kind === 'parameter' ? 'parameter' : 'control'] }
      if (leftOut.has(change.control)) yield { at, message: `${change.control} is left out, so it does not matter what ${name} is.`, hint: 'Remove one of the two entries.' }
      else if (change.from === change.to) yield { at, message: `${change.kind === 'severity' ? 'The severity of ' : ''}${name} is ${change.to} in the catalog already.`, hint: 'Remove the entry.' }
      else if (change.kind === 'parameter' && directionsOf(control, change.of ?? '').size === 0) yield { at, message: `No objective of ${change.control} uses \`${change.of}\`.`, hint: 'Remove the entry.' }
    }
  },
}
