import { suggestHint } from '../source/suggest.js'
import type { FileRule } from './rule.js'

/** An answer, exception or plan names a control that the catalog does not have. */
export const unknownControl: FileRule = {
  code: 'unknown-control',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'A control is named that the catalog does not have.',
  rationale: 'An answer to a control that does not exist supports nothing, and the control that was meant stays unanswered. Ids are written in capitals, as in `muster list controls`.',
  since: '0.1.0',
  bad: {
    'applications/assistant/evidence/answers.yaml': `implementations:
  - control: tst-01
    version: 1.0.0
    status: planned
`,
  },
  good: {
    'applications/assistant/evidence/answers.yaml': `implementations: []
`,
  },
  *check({ library, files }) {
    const named = [
      ...files.implementations.map((part) => ({ part, id: part.data.control, below: ['control'] })),
      ...files.exceptions.flatMap((part) => [part.data.control, ...(part.data.compensating ?? [])].map((id, index) => ({ part, id, below: index === 0 ? ['control'] : ['compensating', index - 1] }))),
      ...files.poam.map((part) => ({ part, id: part.data.control, below: ['control'] })),
    ]
    for (const { part, id, below } of named) {
      if (library.controls.has(id)) continue
      yield { at: { part, below }, message: `There is no control \`${id}\` in the catalog.`, hint: suggestHint(id, library.controls.keys(), 'Run `muster list controls` to see all controls.') }
    }
  },
}
