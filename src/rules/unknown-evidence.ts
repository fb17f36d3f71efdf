import type { Located } from '../model/doc.js'
import type { Path } from '../source/place.js'
import { suggestHint } from '../source/suggest.js'
import { evaluationExample } from './example-evaluation.js'
import type { ApplicationContext, FileRule } from './rule.js'

/** An answer or a closed plan names evidence that the application does not have. */
export const unknownEvidence: FileRule = {
  code: 'unknown-evidence',
  kind: 'file',
  over: 'application',
  severity: 'error',
  summary: 'An answer, or the closing of a plan, names evidence that the application does not have.',
  rationale: 'A reader who follows the id finds nothing. Evidence is looked for in all files under `evidence/` of the same application; that of a platform is inherited, not listed.',
  since: '0.1.0',
  bad: evaluationExample({ evidence: '[evaluation-2026-08-09]' }),
  good: evaluationExample({}),
  *check({ files }) {
    const known = new Set(files.evidence.map((part) => part.data.id))
    for (const { id, part, below } of evidenceNamed(files)) {
      if (known.has(id)) continue
      yield { at: { part, below }, message: `\`${files.id}\` has no evidence \`${id}\`.`, hint: suggestHint(id, known, 'Add it under `evidence`, or remove it from the list.') }
    }
  },
}

/** Every id of evidence that an application names, and where. */
export function* evidenceNamed({ implementations, poam }: ApplicationContext['files']): Iterable<{ readonly id: string; readonly part: Located<unknown>; readonly below: Path }> {
  for (const part of implementations) for (const [index, id] of (part.data.evidence ?? []).entries()) yield { id, part, below: ['evidence', index] }
  for (const part of poam) if (part.data.closed?.evidence !== undefined) yield { id: part.data.closed.evidence, part, below: ['closed', 'evidence'] }
}
