import { whole } from '../model/doc.js'
import { suggestHint } from '../source/suggest.js'
import { controlIds } from './defined-ids.js'
import { controlExample } from './example-control.js'
import { localOnes } from './local-files.js'
import type { FileRule } from './rule.js'

/** A deprecated or withdrawn control does not say what takes its place. */
export const missingSuccessor: FileRule = {
  code: 'missing-successor',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'A deprecated or withdrawn control names no other control that takes its place.',
  rationale: 'Whoever answered it must be told what to answer now. `replaced-by` names a control of the catalog; where nothing comes after, say in the guidance of the nearest one what became of it.',
  since: '0.1.0',
  bad: controlExample({ status: 'withdrawn' }),
  good: controlExample({ status: 'withdrawn', more: 'replaced-by: TST-04\n' }),
  *check({ library }) {
    const known = controlIds(library)
    for (const doc of localOnes(library.docs.controls)) {
      const { id, status, 'replaced-by': successor } = doc.data
      const ends = status === 'deprecated' || status === 'withdrawn'
      if (successor === undefined) {
        if (ends) yield { at: { part: whole(doc), below: ['status'] }, message: `${id} is \`${status}\` and does not say what takes its place.`, hint: 'Write `replaced-by: …` with the id of its successor.' }
      } else if (successor === id || !known.has(successor)) {
        const message = successor === id ? `\`${id}\` cannot take its own place.` : `There is no control \`${successor}\` that could take the place of ${id}.`
        yield { at: { part: whole(doc), below: ['replaced-by'] }, message, hint: suggestHint(successor, [...known].filter((other) => other !== id), 'Run `muster list controls` to see all controls.') }
      }
    }
  },
}
