import { platformExample } from './example-platform.js'
import type { FileRule } from './rule.js'

/** A withdrawn control is still answered. */
export const withdrawnControl: FileRule = {
  code: 'withdrawn-control',
  kind: 'file',
  over: 'application',
  severity: 'warning',
  summary: 'An answer is to a control that was withdrawn.',
  rationale: 'A withdrawn control is asked of nobody: an answer to it supports nothing, and its successor stays unanswered. Answer the successor, and remove this one; git keeps it.',
  since: '0.1.0',
  bad: {
    'applications/ml-platform/evidence/plan.yaml': `implementations:
  - control: TST-90
    version: 1.0.0
    status: implemented
    remarks: The plan is in the wiki.
`,
  },
  good: platformExample({}),
  *check({ library, files }) {
    for (const part of files.implementations) {
      const control = library.controls.get(part.data.control)?.control
      if (control?.status !== 'withdrawn') continue
      const successor = control['replaced-by']
      const moves = library.controls.get(successor ?? '')?.control.replaces?.some((replaced) => replaced.control === control.id) === true && !files.implementations.some(({ data }) => data.control === successor)
      yield { at: { part, below: ['control'] }, message: `\`${control.id}\` was withdrawn${successor === undefined ? '' : `, and ${successor} took its place`}.`, hint: successor === undefined ? 'Remove the answer.' : moves ? `Run \`muster evidence migrate ${files.id}\` to move the answer there.` : `Answer ${successor}, and remove this answer.` }
    }
  },
}
