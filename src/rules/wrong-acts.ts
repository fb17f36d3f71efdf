import { risksExample } from './example-risks.js'
import { localMappings } from './local-files.js'
import type { FileRule } from './rule.js'

/** A row about a risk does not say what the controls do about it, or a row about something else does. */
export const wrongActs: FileRule = {
  code: 'wrong-acts',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A row that relates controls to a risk has no `acts`, or another row has them.',
  rationale: 'A risk is not met: it is prevented, detected or responded to, and a reader must see which. `acts` says so for an element of kind risk, and means nothing for any other, or where there is no relationship.',
  since: '0.1.0',
  bad: risksExample(''),
  good: risksExample('acts: [detects], '),
  *check({ library }) {
    for (const { framework, rows } of localMappings(library))
      for (const part of rows) {
        const { element: id, acts, relationship } = part.data
        const element = framework.elements.get(id)
        if (element === undefined) continue
        const wanted = element.kind === 'risk' && relationship !== 'no-relationship'
        if (wanted === (acts !== undefined)) continue
        const why = element.kind === 'risk' ? 'the row says that there is no relationship' : `${id} is of kind ${element.kind}`
        if (wanted) yield { at: { part, below: ['element'] }, message: `\`${id}\` is a risk, and the row does not say what the controls do about it.`, hint: 'Write `acts: […]` with `prevents`, `detects` or `responds`.' }
        else yield { at: { part, below: ['acts'], of: 'key' }, message: `\`acts\` says what is done about a risk, and ${why}.`, hint: 'Remove `acts`.' }
      }
  },
}
