import { tailoringExample } from './example-tailoring.js'
import type { FileRule } from './rule.js'
import { tailoredEntries } from './tailored-entries.js'

/** Tailoring changes a control that was withdrawn. */
export const withdrawnTailoring: FileRule = {
  code: 'withdrawn-tailoring',
  kind: 'file',
  over: 'library',
  severity: 'warning',
  summary: 'Tailoring changes a control that was withdrawn.',
  rationale: 'A withdrawn control is asked of nobody, so the entry changes nothing, and its successor is asked as the catalog has it. Say of the successor what is to be said, and remove the entry; git keeps it.',
  since: '0.1.0',
  bad: { 'tailoring.yaml': 'severity:\n  - { control: TST-90, severity: low, reason: Nobody reads the plan. }\n' },
  good: tailoringExample('severity:\n  - { control: TST-03, severity: critical, reason: A wrong answer here stops a plant. }\n'),
  *check({ library }) {
    for (const { entry, control, below } of tailoredEntries(library)) {
      if (control?.status !== 'withdrawn') continue
      const successor = control['replaced-by']
      yield { at: { part: entry.part, below }, message: `\`${control.id}\` was withdrawn${successor === undefined ? '' : `, and ${successor} took its place`}.`, hint: successor === undefined ? 'Remove the entry.' : `Tailor ${successor} where that is wanted, and remove this entry.` }
    }
  },
}
