import { whole } from '../model/doc.js'
import { counted, listInWords, quoted } from '../source/list-in-words.js'
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
    const facts = [...assessment.unanswered].sort(([, a], [, b]) => b.length - a.length)
    const [first] = facts
    if (first === undefined) return
    const [id, controls] = first
    const at = { part: whole(files.doc), below: facts.length === 1 ? ['characteristics', id] : ['characteristics'], of: 'key' as const }
    const about = { application: files.id }
    const question = library.characteristics.get(id)?.question
    if (facts.length === 1) {
      yield { at, about, message: `Nobody said whether \`${id}\` holds for \`${files.id}\`; it decides about ${listInWords(controls, 'and', 10)}.`, hint: `Write \`${id}: true\` or \`${id}: false\` under \`characteristics\`${question === undefined ? '' : `: ${question}`}` }
      return
    }
    const decided = [...new Set(facts.flatMap(([, some]) => some))]
    yield {
      at, about,
      message: `Nobody said whether these hold for \`${files.id}\`: ${listInWords(quoted(facts.map(([fact]) => fact)), 'and')}; they decide about ${decided.length > 10 ? counted(decided.length, 'control') : listInWords(decided.sort(), 'and')}.`,
      hint: `Write each as \`true\` or \`false\` under \`characteristics\`, what decides about most first: \`muster explain ${id}\` shows its question.`,
    }
  },
}
