import { whole } from '../model/doc.js'
import { controlExample } from './example-control.js'
import { calledOf } from './file-names.js'
import { localOnes } from './local-files.js'
import type { FileRule } from './rule.js'

/** The id of an objective does not begin with that of its control, or stands twice. */
export const wrongObjectiveId: FileRule = {
  code: 'wrong-objective-id',
  kind: 'file',
  over: 'library',
  severity: 'error',
  summary: 'The id of an objective does not begin with the id of its control, or stands twice in it.',
  rationale: 'An objective is spoken of by its id alone, in answers, reports and documents: it must say to which control it belongs, and be the only one of that name.',
  since: '0.1.0',
  bad: controlExample({ objective: 'TST-04.a' }),
  good: controlExample({}),
  *check({ library }) {
    for (const doc of localOnes(library.docs.controls)) {
      const seen = new Set<string>()
      for (const [index, { id }] of doc.data.objectives.entries()) {
        const at = { part: whole(doc), below: ['objectives', index, 'id'] }
        // In a file that is not called by its id either name may be the right one.
        const belongs = [doc.data.id, calledOf(doc)].some((control) => id.startsWith(`${control}.`))
        if (!belongs) yield { at, message: `The id \`${id}\` does not begin with that of its control, ${doc.data.id}.`, hint: `Write \`${doc.data.id}.\` and a letter.` }
        else if (seen.has(id)) yield { at, message: `${doc.data.id} has two objectives \`${id}\`.`, hint: 'Give this one the next letter.' }
        seen.add(id)
      }
    }
  },
}
