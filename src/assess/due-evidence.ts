import { addDays, addDuration, periodOf } from '../model/dates.js'
import type { Assessment, Finding, Observation } from '../model/assessment.js'
import { fingerprintOfEvidence } from '../model/digest.js'
import type { Located } from '../model/doc.js'
import { ownersOf } from '../model/facts.js'
import type { Library } from '../model/library.js'
import { validityValue } from '../model/parameters.js'
import { judgeReviews } from '../model/review.js'
import type { CivilDate, Control, Evidence, EvidenceRequest } from '../schema/types.js'

/** When an item of evidence stops counting, or a new one is due. */
export type DueEvidence = {
  /** Absent where a period has no item yet. */
  readonly evidence?: string
  readonly type: string
  readonly component?: string
  readonly collected?: CivilDate
  /** Last day on which it counts, or by which a new one is needed. Absent where it never ends. */
  readonly last?: CivilDate
  /** `validity`: as long as the control says; `own`: by its own terms; `review`: as long as its review says; `period`: each calendar period needs its own. */
  readonly because?: 'validity' | 'own' | 'review' | 'period'
  readonly objectives: readonly string[]
  readonly 'submitted-by'?: string
}

/** What expires when of one application, earliest first; then what nothing looks at or never ends. Only items that count are looked at: an older run that a newer one replaced is not renewed. */
export function dueEvidence(library: Library, assessment: Assessment): readonly DueEvidence[] {
  const items = new Map(assessment.files.evidence.map((item) => [item.data.id, item]))
  const dues: DueEvidence[] = []
  for (const finding of assessment.findings) {
    const control = library.controls.get(finding.control)?.control
    if (control === undefined || finding.state === 'upcoming' || finding.state === 'not-applicable') continue
    for (const observation of finding.observations) if (observation['inherited-from'] === undefined) dues.push(...duesOf(control, finding, observation, items, library, assessment))
  }
  const merged = merge(dues)
  const seen = new Set(merged.map((due) => due.evidence))
  const loose = assessment.files.evidence.filter(({ data }) => !seen.has(data.id) && data.withdrawn === undefined).map(({ data }) => ({ ...about(data), ...(data.expires !== undefined && { last: data.expires, because: 'own' as const }), objectives: [] }))
  return [...merged, ...loose].sort((a, b) => compare(a.last ?? '9999-99-99', b.last ?? '9999-99-99') || compare(a.evidence ?? '', b.evidence ?? ''))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const about = (data: Evidence): Omit<DueEvidence, 'objectives'> => ({ evidence: data.id, type: data.type, ...(data.component !== undefined && { component: data.component }), collected: data.collected, 'submitted-by': data['submitted-by'] })

type Items = ReadonlyMap<string, Located<Evidence>>

function duesOf(control: Control, finding: Finding, observation: Observation, items: Items, library: Library, assessment: Assessment): readonly DueEvidence[] {
  const requests = control.objectives.find((objective) => objective.id === observation.objective)?.evidence ?? []
  const looked = observation.evidence.flatMap((id) => items.get(id) ?? [])
  const objectives = [observation.objective]
  const dues = looked.flatMap((item): readonly DueEvidence[] => {
    const validity = finding.status === 'alternative' ? [] : requests.filter((request) => request.types.includes(item.data.type)).flatMap((request) => lastByValidity(control, request, item.data, assessment))
    const review = lastByReview(item, library, assessment)
    const ends = [
      ...validity.map((last) => ({ last, because: 'validity' as const })),
      ...(item.data.expires === undefined ? [] : [{ last: item.data.expires, because: 'own' as const }]),
      ...(review === undefined ? [] : [{ last: review, because: 'review' as const }]),
    ].sort((a, b) => compare(a.last, b.last))
    return [{ ...about(item.data), ...ends[0], objectives }]
  })
  return [...dues, ...(finding.status === 'alternative' ? [] : requests.flatMap((request) => dueInPeriod(request, observation, looked, assessment.asOf)))]
}

function lastByValidity(control: Control, request: EvidenceRequest, { collected }: Evidence, { facts }: Assessment): readonly CivilDate[] {
  const validity = request['valid-for'] === undefined ? undefined : validityValue(control, request['valid-for'], facts.tier)
  return validity === undefined ? [] : [addDuration(collected, validity)]
}

function lastByReview({ data }: Located<Evidence>, { people }: Library, { files, cutoff, asOf }: Assessment): CivilDate | undefined {
  const judged = judgeReviews(data.reviews, () => fingerprintOfEvidence(data), [data['submitted-by'], ...ownersOf(files.application)], people, cutoff, asOf)
  return judged.index !== undefined && (judged.state === 'accepted' || judged.state === 'expired') ? data.reviews?.[judged.index]?.expires : undefined
}

// The end of this period where it has no item yet, otherwise of the next.
function dueInPeriod({ every, types }: EvidenceRequest, { objective, component }: Observation, looked: readonly Located<Evidence>[], asOf: CivilDate): readonly DueEvidence[] {
  if (every === undefined) return []
  const period = periodOf(asOf, every)
  const met = looked.some(({ data }) => types.includes(data.type) && data.collected >= period.from && data.collected <= asOf)
  return [{ type: types.join(' or '), ...(component !== undefined && { component }), last: met ? periodOf(addDays(period.to, 1), every).to : period.to, because: 'period', objectives: [objective] }]
}

function merge(dues: readonly DueEvidence[]): readonly DueEvidence[] {
  const merged = new Map<string, DueEvidence>()
  for (const due of dues) {
    const key = [due.evidence, due.evidence === undefined ? due.objectives.join() : '', due.component, due.last, due.because].join('\n')
    const known = merged.get(key)
    merged.set(key, known ? { ...known, objectives: [...new Set([...known.objectives, ...due.objectives])] } : due)
  }
  return [...merged.values()]
}
