import { suggestHint } from '../source/suggest.js'
import { tailoringExample } from './example-tailoring.js'
import type { FileRule } from './rule.js'
import { tailoredEntries } from './tailored-entries.js'

const severity = (control: string): string => `severity:\n  - { control: ${control}, severity: critical, reason: A wrong answer here stops a plant. }\n`

/** Tailoring names a control that no catalog layer has. */
export const unknownTailoredControl: FileRule = {
  code: 'unknown-tailored-control',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'Tailoring names a control that no catalog layer has.',
  rationale: 'What is changed in a control that does not exist is changed nowhere, and whoever wrote it believes otherwise. Check the id; a control of your own is written in `controls/`.',
  since: '0.1.0',
  bad: tailoringExample(severity('TST-30')),
  good: tailoringExample(severity('TST-03')),
  *check({ library }) {
    for (const { entry, control, below } of tailoredEntries(library))
      if (control === undefined) yield { at: { part: entry.part, below }, message: `No control is called \`${entry.control}\`.`, hint: suggestHint(entry.control, library.controls.keys(), 'Run `muster list controls` to see all.') }
  },
}
