import type { ApplicationFiles, Artifacts } from '../model/application.js'
import type { Assessment, Finding, Observation, Provider } from '../model/assessment.js'
import type { Located } from '../model/doc.js'
import { factsOf } from '../model/facts.js'
import { groupBy } from '../model/group-by.js'
import type { Library } from '../model/library.js'
import { controlStates } from '../model/control-states.js'
import type { CivilDate, Exception } from '../schema/types.js'
import { conclude } from './conclude.js'
import { isWithdrawn } from './judge-item.js'
import { toObservation, type ObservationContext } from './observe.js'
import { resolveTarget } from './resolve-target.js'

/** What an assessment rests on beside the library and the application's own files. */
export type AssessmentInput = {
  readonly artifacts: Artifacts
  readonly providers: ReadonlyMap<string, Provider>
  readonly asOf: CivilDate
  /** Last day whose reviews count. */
  readonly cutoff: CivilDate
}

/** Assesses one application on one day. Pure; the platforms that it inherits from and the organization come first. */
export function assess(library: Library, files: ApplicationFiles, input: AssessmentInput): Assessment {
  const { asOf, cutoff } = input
  const facts = factsOf(library.catalog, files.application, library.people, cutoff, asOf)
  const evidenceByType = groupBy(files.evidence.filter((item) => !isWithdrawn(item, asOf)), (item) => item.data.type)
  const context: ObservationContext = { library, files, facts, ...input, evidenceByType }
  const target = resolveTarget(library, files.application, facts, asOf)
  const answers = new Map(files.implementations.map((implementation) => [implementation.data.control, implementation]))
  const findings = target.map((control) => conclude(control, answers.get(control.control.id), context))
  const states = controlStates(findings, input.providers)
  const unanswered = new Map<string, string[]>()
  for (const control of target) for (const id of control.unanswered) unanswered.set(id, [...(unanswered.get(id) ?? []), control.control.id])
  return { files, asOf, cutoff, facts, findings: findings.map((finding) => acceptException(finding, states, files.exceptions, asOf)), unanswered }
}

/** What applications may take from an assessed platform or organization. */
export function toProvider({ files, findings }: Assessment): Provider {
  const observations = new Map<string, Observation>()
  for (const finding of findings) {
    // What the answer as a whole lacks, each of its objectives lacks.
    const general = finding.reasons.filter((reason) => reason.objective === undefined)
    for (const [objective, seen] of groupBy(finding.observations, (observation) => observation.objective)) {
      const evidence = [...new Set(seen.flatMap((observation) => observation.evidence))]
      const elsewhere = [...new Set(seen.flatMap((observation) => observation['held-elsewhere'] ?? []))]
      observations.set(objective, toObservation({ objective }, [...new Set([...seen.flatMap((observation) => observation.reasons), ...general])], evidence, elsewhere))
    }
  }
  return {
    id: files.id,
    kind: files.application.kind === 'organization' ? 'organization' : 'platform',
    findings: new Map(findings.map((finding) => [finding.control, finding.state])),
    observations,
  }
}

function acceptException(finding: Finding, states: ReturnType<typeof controlStates>, exceptions: readonly Located<Exception>[], asOf: CivilDate): Finding {
  if (finding.state !== 'not-satisfied') return finding
  const holding = exceptions
    .map((exception) => exception.data)
    .filter((exception) => exception.control === finding.control && exception['approved-on'] <= asOf && asOf <= exception.expires)
    .filter((exception) => (exception.compensating ?? []).every((control) => states(control) === 'satisfied'))
    .reduce<Exception | undefined>((longest, other) => (longest !== undefined && longest.expires >= other.expires ? longest : other), undefined)
  // It suspends and never resets: the first day and the day due stay.
  return holding ? { ...finding, accepted: { id: holding.id, until: holding.expires } } : finding
}
