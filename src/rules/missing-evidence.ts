import { placeOf } from '../model/doc.js'
import { evaluationExample } from './example-evaluation.js'
import type { AssessmentContext, GapRule } from './rule.js'
import { sentence, tellGaps, type Told, type ToldGap } from './tell-gaps.js'
import { requestsOf, typesInWords } from './wanted-evidence.js'

/** An objective asks for evidence, and there is none. */
export const missingEvidence: GapRule = {
  code: 'missing-evidence',
  kind: 'gap',
  severity: 'error',
  summary: 'An objective asks for evidence, and there is none that counts.',
  rationale: 'A claim is never trusted above evidence. Evidence counts by its type, whether the answer lists it or not; for an objective that is about each component of a kind it must name the component. Evidence that was withdrawn does not count.',
  since: '0.1.0',
  bad: evaluationExample({}, { component: undefined, 'component-version': undefined }),
  good: evaluationExample({}),
  *check(context) {
    yield* tellGaps(context, ['no-evidence', 'component-absent'], (gap) => notInheritable(gap, context) ?? tell(gap, context))
  },
}

function tell({ reason, more, asks, finding, index }: ToldGap, context: AssessmentContext): Told {
  if (reason.cause === 'component-absent')
    return { message: `${sentence(reason)}; ${asks} is about each of them.`, hint: 'List it under `components` in application.yaml.' }
  const wanted = typesInWords(requestsOf(context, finding.control, reason.objective))
  const about = reason.component === undefined ? '' : ` and \`component: ${reason.component}\``
  const seen = new Set(finding.observations.flatMap((observation) => observation.evidence))
  const idle = (index.implementations.get(finding.control)?.data.evidence ?? []).flatMap((id) => (seen.has(id) ? [] : (index.evidence.get(id) ?? [])))
  return {
    message: `${sentence(reason)}; ${asks} asks for it${more > 0 ? `, and for ${more} more` : ''}.`,
    hint: `Collect it and add it under \`evidence\`, with \`type\` ${wanted || 'that fits'}${about}.`,
    related: idle.map((item) => ({ message: `Evidence \`${item.data.id}\` is listed, and is not what is asked for.`, at: { part: item, below: ['type'] } })),
  }
}

// The answer means to inherit the objective, and cannot.
function notInheritable({ reason, asks, finding, index }: ToldGap, { files }: AssessmentContext): Told | undefined {
  const part = index.implementations.get(finding.control)
  const answers = part?.data.objectives ?? {}
  const from = reason.objective !== undefined && Object.hasOwn(answers, reason.objective) ? answers[reason.objective]?.['inherited-from'] : undefined
  if (part === undefined || reason.objective === undefined || from === undefined) return undefined
  const listed = files.application.inherits?.includes(from) === true
  return {
    message: listed ? `${asks} cannot be inherited: an application answers it with evidence of its own.` : `${asks} is to be inherited from \`${from}\`, which \`inherits\` in application.yaml does not name.`,
    hint: listed ? 'Collect evidence, and remove the entry.' : `Add \`${from}\` to \`inherits\`, or collect evidence of your own.`,
    at: { place: placeOf(part, ['objectives', reason.objective, 'inherited-from']) },
  }
}
