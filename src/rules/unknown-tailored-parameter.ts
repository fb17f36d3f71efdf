import { suggestHint } from '../source/suggest.js'
import { quoted } from '../source/list-in-words.js'
import { tailoringExample } from './example-tailoring.js'
import type { FileRule } from './rule.js'
import { fittingEntries } from './tailored-entries.js'

const parameter = (id: string): string => `parameters:\n  - { control: TST-03, parameter: ${id}, value: P30D, reason: We release each month. }\n`

/** Tailoring sets a parameter that its control does not have. */
export const unknownTailoredParameter: FileRule = {
  code: 'unknown-tailored-parameter',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'Tailoring sets a parameter that its control does not have.',
  rationale: 'A value that nothing reads bounds nothing. `muster explain <control>` shows the parameters of a control with their values; a time that an objective states itself is changed under `validity`.',
  since: '0.1.0',
  bad: tailoringExample(parameter('test-intervals')),
  good: tailoringExample(parameter('test-interval')),
  *check({ library }) {
    for (const { entry, control } of fittingEntries(library)) {
      if (entry.kind !== 'parameter') continue
      const { parameter: id } = entry.part.data
      const known = (control.parameters ?? []).map((one) => one.id)
      if (known.includes(id)) continue
      yield { at: { part: entry.part, below: ['parameter'] }, message: `${control.id} has no parameter \`${id}\`.`, hint: suggestHint(id, known, known.length === 0 ? 'Remove the entry: the control has no parameters.' : `Use one of ${quoted(known).join(', ')}.`) }
    }
  },
}
