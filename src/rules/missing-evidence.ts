import type { ApplicationFiles } from '../model/application.js'
import type { Located } from '../model/doc.js'
import type { CivilDate, Evidence, EvidenceRequest } from '../schema/types.js'
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
    yield* tellGaps(context, ['no-evidence', 'component-absent'], (gap) => (gap.reason.cause === 'component-absent' ? tellComponent(gap) : tell(gap, context)))
  },
}

const tellComponent = ({ reason, asks }: ToldGap): Told => ({
  message: `${sentence(reason)}; ${asks} is about each of them.`,
  hint: 'List it under `components` in application.yaml.',
})

function tell({ reason, more, asks, finding, index }: ToldGap, { library, files, asOf }: AssessmentContext): Told {
  const requests = requestsOf({ library }, finding.control, reason.objective)
  const seen = new Set(finding.observations.flatMap((observation) => observation.evidence))
  const listed = (index.implementations.get(finding.control)?.data.evidence ?? []).flatMap((id) => (seen.has(id) ? [] : (index.evidence.get(id) ?? [])))
  const misplaced = reason.component === undefined ? undefined : listed.find(({ data }) => couldServe(data, requests) && !servesAnother(data, reason.component, files))
  // The answer lists an item that would do, if it were about the component.
  if (misplaced) {
    const { id, component } = misplaced.data
    return {
      message: `Evidence \`${id}\` ${component === undefined ? 'names no component' : `is about \`${component}\``}, and ${asks} asks for evidence about \`${reason.component}\`.`,
      hint: `Write \`component: ${reason.component}\` if that is what it is about; otherwise collect evidence about \`${reason.component}\`.`,
      at: { part: misplaced, below: [component === undefined ? 'id' : 'component'] },
    }
  }
  const about = reason.component === undefined ? '' : ` and \`component: ${reason.component}\``
  return {
    message: `${sentence(reason)}; ${asks} asks for it${more > 0 ? `, and for ${more} more` : ''}.`,
    hint: `Collect it and add it under \`evidence\`${requests.length === 0 ? '' : ` with the type ${typesInWords(requests)}`}${about}, as \`muster evidence add ${files.id} ${finding.control}\` does.`,
    related: listed.flatMap((item) => whyNot(item, requests, asOf)),
  }
}

const couldServe = ({ type, withdrawn }: Evidence, requests: readonly EvidenceRequest[]): boolean => withdrawn === undefined && requests.some(({ types }) => types.includes(type))

// Evidence about another component of the same kind is rightly so, be it an earlier run.
function servesAnother({ component }: Evidence, wanted: string | undefined, { application }: ApplicationFiles): boolean {
  const kindOf = (id: string | undefined): string | undefined => application.components?.find((one) => one.id === id)?.kind
  return component !== undefined && kindOf(component) === kindOf(wanted)
}

// Why an item that the answer lists does not count. An earlier run of the right type needs no words.
function whyNot(item: Located<Evidence>, requests: readonly EvidenceRequest[], asOf: CivilDate): NonNullable<Told['related']> {
  const { id, type, withdrawn } = item.data
  if (withdrawn !== undefined && withdrawn.on <= asOf) return [{ message: `\`${id}\`, which the answer lists, was withdrawn on ${withdrawn.on}.`, at: { part: item, below: ['withdrawn', 'on'] } }]
  if (requests.some(({ types }) => types.includes(type))) return []
  return [{ message: `\`${id}\`, which the answer lists, is of the type \`${type}\`.`, at: { part: item, below: ['type'] } }]
}
