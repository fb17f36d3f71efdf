import type { ApplicationFiles } from '../model/application.js'
import { locateAll, type Located } from '../model/doc.js'
import { evaluationExample } from './example-evaluation.js'
import type { FileRule } from './rule.js'

/** Two things of one kind in an application have one id. */
export const duplicateId: FileRule = {
  code: 'duplicate-id',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'Two items of evidence, exceptions, plans or components of an application have the same id.',
  rationale: 'An id is how everything else refers to it, in the files and in every report. Two with the same id cannot be told apart. New evidence gets a new id, with its date; the old entry stays.',
  since: '0.1.0',
  bad: {
    'applications/assistant/evidence/more.yaml': `evidence:
  - id: evaluation-2026-09-08
    type: evaluation-result
    component: llm
    collected: 2026-09-20
    path: artifacts/evaluation.json
    sha256: 2ff8446237a0a05aeee9e9a0d9214dd51ceaf998e42b3408172d84426ca07da8
    submitted-by: engineer
`,
  },
  good: evaluationExample({}),
  *check({ files }) {
    for (const [noun, parts] of identified(files)) {
      const first = new Map<string, Located<unknown>>()
      for (const part of parts) {
        const { id } = part.data
        const other = first.get(id)
        if (other === undefined) first.set(id, part)
        else yield { at: { part, below: ['id'] }, message: `\`${files.id}\` has two ${noun} with the id \`${id}\`.`, hint: 'Give this one an id of its own, or remove it where both are the same.', related: [{ message: 'The first stands here.', at: { part: other, below: ['id'] } }] }
      }
    }
  },
}

const identified = ({ doc, application, evidence, exceptions, poam }: ApplicationFiles): readonly (readonly [string, readonly Located<{ readonly id: string }>[]])[] => [
  ['components', locateAll(doc, 'components', application.components)],
  ['items of evidence', evidence],
  ['exceptions', exceptions],
  ['plans', poam],
]
