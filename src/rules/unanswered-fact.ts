import { whole } from '../model/doc.js'
import { listInWords } from '../source/list-in-words.js'
import { platformEntry } from './example-platform.js'
import type { GapRule } from './rule.js'

/** Nobody said whether a characteristic holds, and it decides about a control. */
export const unansweredFact: GapRule = {
  code: 'unanswered-fact',
  kind: 'gap',
  severity: 'warning',
  summary: 'A characteristic that decides about a control is neither true nor false.',
  rationale: 'What nobody answered is unknown, and unknown counts as true: the controls that it decides apply until somebody answers. Write the characteristic as true or false in application.yaml and have the facts reviewed.',
  since: '0.1.0',
  bad: platformEntry({ characteristics: '{ uses-llm: false }' }),
  good: platformEntry({}),
  *check({ assessment, files, library }) {
    for (const [id, controls] of assessment.unanswered) {
      const question = library.characteristics.get(id)?.question
      yield {
        at: { part: whole(files.doc), below: ['characteristics', id], of: 'key' },
        message: `Nobody said whether \`${id}\` holds for \`${files.id}\`; it decides about ${listInWords(controls, 'and', 10)}.`,
        hint: `Write \`${id}: true\` or \`${id}: false\` under \`characteristics\`${question === undefined ? '' : `: ${question}`}`,
        about: { application: files.id },
      }
    }
  },
}
