import type { Located } from '../model/doc.js'
import type { CivilDate, Evidence } from '../schema/types.js'
import { listInWords } from '../source/list-in-words.js'
import { evaluationExample } from './example-evaluation.js'
import type { ApplicationContext, FileRule } from './rule.js'
import { evidenceNamed } from './unknown-evidence.js'

/** Evidence that no answer lists. */
export const unreferencedEvidence: FileRule = {
  code: 'unreferenced-evidence',
  kind: 'file',
  over: 'application',
  severity: 'warning',
  summary: 'No answer and no closed plan names an item of evidence.',
  rationale: 'Evidence of an accepted type counts whether an answer lists it or not, so that nobody passes by leaving out the failed run. A reader of the answer should see all that it rests on. What was withdrawn, and what a newer listed item of the same tool replaced, may stay unlisted as the record of its time.',
  since: '0.1.0',
  bad: evaluationExample({ evidence: undefined }),
  good: evaluationExample({}),
  *check(context) {
    const { files } = context
    const named = new Set([...evidenceNamed(files)].map(({ id }) => id))
    if (files.evidence.every((part) => named.has(part.data.id))) return
    // An answer that names evidence that is not there may well mean this; that is told already.
    const known = new Set(files.evidence.map((part) => part.data.id))
    if ([...named].some((id) => !known.has(id))) return
    const latest = latestNamed(files.evidence, named)
    for (const part of files.evidence) {
      const { id, type, collected, withdrawn } = part.data
      if (named.has(id) || withdrawn !== undefined || collected < (latest.get(seriesOf(part.data)) ?? '')) continue
      const asking = controlsAsking(context, type)
      yield {
        at: { part, below: ['id'] },
        message: `No answer lists the evidence \`${id}\`${asking.length === 0 ? ', and no control asks for its type' : ''}.`,
        hint: asking.length === 0 ? 'List it where it supports an answer, or remove it.' : `List it under \`evidence\` of the answer that it supports: ${listInWords(asking, 'or', 6)}.`,
      }
    }
  },
}

const seriesOf = ({ type, component, source }: Evidence): string => [type, component, source?.tool].join('\n')

function latestNamed(evidence: readonly Located<Evidence>[], named: ReadonlySet<string>): ReadonlyMap<string, CivilDate> {
  const latest = new Map<string, CivilDate>()
  for (const { data } of evidence) if (named.has(data.id) && data.collected > (latest.get(seriesOf(data)) ?? '')) latest.set(seriesOf(data), data.collected)
  return latest
}

const controlsAsking = ({ library }: ApplicationContext, type: string): readonly string[] =>
  [...library.controls.values()].filter(({ control }) => control.objectives.some((objective) => objective.evidence.some((request) => request.types.includes(type)))).map(({ control }) => control.id)
