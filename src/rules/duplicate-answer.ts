import type { Located } from '../model/doc.js'
import type { Implementation } from '../schema/types.js'
import { evaluationExample } from './example-evaluation.js'
import type { FileRule } from './rule.js'

/** A control is answered twice. */
export const duplicateAnswer: FileRule = {
  code: 'duplicate-answer',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'A control is answered twice.',
  rationale: 'Two answers may say different things, and nobody could tell which of them counts. The files under `evidence/` are merged, so the other answer may stand in another file.',
  since: '0.1.0',
  bad: {
    'applications/assistant/evidence/more.yaml': `implementations:
  - control: TST-04
    version: 2.0.0
    status: planned
`,
  },
  good: evaluationExample({}),
  *check({ files }) {
    const first = new Map<string, Located<Implementation>>()
    for (const part of files.implementations) {
      const { control } = part.data
      const other = first.get(control)
      if (other === undefined) first.set(control, part)
      else yield { at: { part, below: ['control'] }, message: `\`${control}\` is answered twice in \`${files.id}\`.`, hint: 'Make one answer of the two.', related: [{ message: 'It is first answered here.', at: { part: other, below: ['control'] } }] }
    }
  },
}
