import { listInWords } from '../source/list-in-words.js'
import { evaluationExample } from './example-evaluation.js'
import { requestsIn } from './requests-in.js'
import type { ApplicationContext, FileRule } from './rule.js'
import { evidenceNamed } from './unknown-evidence.js'

/** Evidence that no answer lists. */
export const unreferencedEvidence: FileRule = {
  code: 'unreferenced-evidence',
  kind: 'file',
  over: 'application',
  severity: 'warning',
  summary: 'No answer and no closed plan names an item of evidence.',
  rationale: 'Evidence of an accepted type counts whether an answer lists it or not, so that nobody passes by leaving out the failed run. A reader of the answer should see all that it rests on, earlier rounds included. What was withdrawn may stay unlisted.',
  since: '0.1.0',
  bad: evaluationExample({ evidence: undefined }),
  good: evaluationExample({}),
  *check(context) {
    const { files } = context
    const named = new Set([...evidenceNamed(files)].map(({ id }) => id))
    const loose = files.evidence.filter(({ data }) => !named.has(data.id) && data.withdrawn === undefined)
    if (loose.length === 0) return
    // An answer that names evidence that is not there may well mean this; that is told already.
    const known = new Set(files.evidence.map((part) => part.data.id))
    if ([...named].some((id) => !known.has(id))) return
    const controls = controlsByType(context)
    for (const part of loose) {
      const { id, type } = part.data
      const asking = [...(controls.get(type) ?? [])]
      yield {
        at: { part, below: ['id'] },
        message: `No answer lists the evidence \`${id}\`${asking.length === 0 ? ', and no control asks for its type' : ''}.`,
        hint: asking.length === 0 ? 'List it where it supports an answer, or remove it.' : `List it under \`evidence\` of the answer that it supports: ${listInWords(asking, 'or', 6)}.`,
      }
    }
  },
}

function controlsByType({ library }: ApplicationContext): ReadonlyMap<string, ReadonlySet<string>> {
  const controls = new Map<string, Set<string>>()
  for (const { control } of library.controls.values())
    for (const { request } of requestsIn(control))
      for (const type of request.types) controls.set(type, (controls.get(type) ?? new Set()).add(control.id))
  return controls
}
