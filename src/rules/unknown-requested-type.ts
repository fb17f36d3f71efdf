import { whole } from '../model/doc.js'
import { suggestHint } from '../source/suggest.js'
import { evidenceTypeIds } from './defined-ids.js'
import { controlExample } from './example-control.js'
import { localOnes } from './local-files.js'
import { requestsIn } from './requests-in.js'
import type { FileRule } from './rule.js'

/** An objective asks for evidence of a type that nobody defines. */
export const unknownRequestedType: FileRule = {
  code: 'unknown-requested-type',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'An objective asks for evidence of a type that the catalog does not define.',
  rationale: 'Nobody can file such evidence, so the objective could never be met. Each type is a file in `controls/evidence-types/`, with its metrics and what they mean.',
  since: '0.1.0',
  bad: controlExample({ request: 'types: [evaluation-results], valid-for: P90D' }),
  good: controlExample({}),
  *check({ library }) {
    const known = evidenceTypeIds(library)
    for (const doc of localOnes(library.docs.controls))
      for (const { request, below } of requestsIn(doc.data))
        for (const [index, type] of request.types.entries()) {
          if (known.has(type)) continue
          yield { at: { part: whole(doc), below: [...below, 'types', index] }, message: `There is no evidence type \`${type}\`.`, hint: suggestHint(type, known, `Write \`controls/evidence-types/${type}.yaml\`, or name a type that exists.`) }
        }
  },
}
