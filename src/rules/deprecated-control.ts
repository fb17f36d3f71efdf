import { platformExample } from './example-platform.js'
import type { FileRule } from './rule.js'

/** A deprecated control is answered. */
export const deprecatedControl: FileRule = {
  code: 'deprecated-control',
  kind: 'file',
  over: 'application',
  severity: 'warning',
  summary: 'An answer is to a control that is deprecated.',
  rationale: 'A deprecated control still applies, and will be withdrawn. Answer its successor in time, so that nothing is missing on that day.',
  since: '0.1.0',
  bad: {
    'applications/ml-platform/evidence/tools.yaml': `implementations:
  - control: TST-91
    version: 1.0.0
    status: planned
`,
  },
  good: platformExample({}),
  *check({ library, files }) {
    for (const part of files.implementations) {
      const control = library.controls.get(part.data.control)?.control
      if (control?.status !== 'deprecated') continue
      const successor = control['replaced-by']
      const answered = files.implementations.some((other) => other.data.control === successor)
      yield {
        at: { part, below: ['control'] },
        message: `\`${control.id}\` is deprecated${successor === undefined ? '' : ` in favour of ${successor}`}.`,
        hint: successor === undefined || answered ? 'Keep the answer until the control is withdrawn.' : `Answer ${successor} as well; keep this answer until the control is withdrawn.`,
      }
    }
  },
}
