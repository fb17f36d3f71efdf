import { suggestHint } from '../source/suggest.js'
import { evaluationExample } from './example-evaluation.js'
import type { FileRule } from './rule.js'

/** Evidence is of a type that the catalog does not define. */
export const unknownEvidenceType: FileRule = {
  code: 'unknown-evidence-type',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'Evidence is of a type that the catalog does not define.',
  rationale: 'The type decides for which objectives evidence counts. Under a type that nobody knows it counts for none. `muster list evidence-types` shows all; `muster explain <control>` those that a control asks for.',
  since: '0.1.0',
  bad: evaluationExample({}, { type: 'evaluation-results' }),
  good: evaluationExample({}),
  *check({ library, files }) {
    for (const part of files.evidence) {
      const { type } = part.data
      if (library.evidenceTypes.has(type)) continue
      yield { at: { part, below: ['type'] }, message: `There is no evidence type \`${type}\`.`, hint: suggestHint(type, library.evidenceTypes.keys(), 'Run `muster list evidence-types` to see all types.') }
    }
  },
}
