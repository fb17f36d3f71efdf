import { tailoringExample } from './example-tailoring.js'
import type { FileRule } from './rule.js'
import { tailoredEntries } from './tailored-entries.js'

const severity = (control: string): string => `severity:\n  - { control: ${control}, severity: critical, reason: A wrong answer here stops a plant. }\n`

/** Tailoring changes a control that stands in this repository. */
export const localTailoring: FileRule = {
  code: 'local-tailoring',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'Tailoring changes a control of this repository, whose own file can be changed.',
  rationale: 'Tailoring is for controls that come with muster and cannot be edited. A control of your own says in its own file what it asks for, and gets a new version when that changes; said in two places, one of them would be wrong.',
  since: '0.1.0',
  bad: { 'tailoring.yaml': severity('TST-03') },
  good: tailoringExample(severity('TST-03')),
  *check({ library }) {
    for (const { entry, control, builtin, below } of tailoredEntries(library)) {
      if (control === undefined || builtin || control.status === 'withdrawn') continue
      const file = library.controls.get(control.id)?.doc.file
      yield { at: { part: entry.part, below }, message: `${control.id} is a control of this repository.`, hint: `Change ${file}, with its version.` }
    }
  },
}
