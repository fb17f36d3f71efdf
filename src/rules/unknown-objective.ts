import { listInWords, quoted } from '../source/list-in-words.js'
import { suggestHint } from '../source/suggest.js'
import { testingExample } from './example-testing.js'
import type { FileRule } from './rule.js'

/** An answer speaks of an objective that its control does not have. */
export const unknownObjective: FileRule = {
  code: 'unknown-objective',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'An answer speaks of an objective that its control does not have.',
  rationale: 'Such an entry is about nothing, and the objective that was meant is not inherited. An objective is named by the id of its control, a dot and a letter, as `muster explain <control>` shows it.',
  since: '0.1.0',
  bad: testingExample({ inherited: 'TST-02.b: { inherited-from: ml-platform }' }),
  good: testingExample({}),
  *check({ library, files }) {
    for (const part of files.implementations) {
      const { control: id, objectives = {} } = part.data
      const control = library.controls.get(id)?.control
      if (control === undefined) continue
      for (const objective of Object.keys(objectives)) {
        const known = control.objectives.map((one) => one.id)
        if (known.includes(objective)) continue
        yield {
          at: { part, below: ['objectives', objective], of: 'key' },
          message: `${id} has no objective \`${objective}\`.`,
          hint: suggestHint(objective, known, `Write ${listInWords(quoted(known), 'or')}, or remove the entry.`),
        }
      }
    }
  },
}
