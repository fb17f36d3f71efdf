import { OBSERVATION_STATES, type ObservationState } from '../model/assessment.js'
import { addDuration } from '../model/dates.js'
import { validityValue } from '../model/parameters.js'
import type { CivilDate, Evidence } from '../schema/types.js'
import type { AssessedApplication, DocumentContext } from './context.js'

/** What became of an item of evidence: the worst that an objective saw in it; `superseded` where a later one, or none, was looked at. */
export type EvidenceState = ObservationState | 'superseded' | 'withdrawn' | 'future'

/** An item of evidence with what came of it. */
export type EvidenceStanding = {
  readonly state: EvidenceState
  /** Objectives that looked at it, in the order of the catalog. */
  readonly objectives: readonly string[]
  /** Last day on which it counts, by its own terms and the shortest validity of those objectives. */
  readonly until?: CivilDate
  /** True where it is held elsewhere and was not re-checked. */
  readonly heldElsewhere: boolean
}

/** Every item of evidence of an entry by its id. */
export function evidenceStandings(context: DocumentContext, entry: AssessedApplication): ReadonlyMap<string, EvidenceStanding> {
  const seen = new Map<string, { state: ObservationState; objectives: string[] }>()
  for (const { observations } of entry.findings) {
    for (const { objective, evidence, reasons, 'inherited-from': from } of observations) {
      if (from !== undefined) continue
      for (const id of evidence) {
        const before = seen.get(id)
        const here = worst(reasons.flatMap((reason) => (reason.evidence === id ? OBSERVATION_STATES.filter((state) => state === reason.kind) : [])))
        if (before === undefined) seen.set(id, { state: here, objectives: [objective] })
        else {
          before.state = worst([before.state, here])
          if (!before.objectives.includes(objective)) before.objectives.push(objective)
        }
      }
    }
  }
  return new Map(entry.evidence.map(({ data }): [string, EvidenceStanding] => {
    const found = seen.get(data.id)
    const objectives = found?.objectives ?? []
    const until = lastDay(context, entry, data, objectives)
    return [data.id, { state: found?.state ?? unused(data, context.asOf), objectives, ...(until !== undefined && { until }), heldElsewhere: data.url !== undefined }]
  }))
}

const worst = (states: readonly ObservationState[]): ObservationState => OBSERVATION_STATES.find((state) => states.includes(state)) ?? 'pass'

const unused = ({ withdrawn, collected }: Evidence, asOf: CivilDate): EvidenceState => (withdrawn !== undefined && withdrawn.on <= asOf ? 'withdrawn' : collected > asOf ? 'future' : 'superseded')

function lastDay({ library }: DocumentContext, { facts }: AssessedApplication, item: Evidence, objectives: readonly string[]): CivilDate | undefined {
  const days = objectives.flatMap((id) => {
    const control = library.controls.get(id.slice(0, id.lastIndexOf('.')))?.control
    const requests = control?.objectives.find((objective) => objective.id === id)?.evidence ?? []
    return requests.flatMap(({ types, 'valid-for': validFor }) => {
      const validity = control !== undefined && validFor !== undefined && types.includes(item.type) ? validityValue(control, validFor, facts.tier) : undefined
      return validity === undefined ? [] : [addDuration(item.collected, validity)]
    })
  })
  return [...days, ...(item.expires === undefined ? [] : [item.expires])].sort()[0]
}
