import type { ApplicationFiles, Artifacts } from '../model/application.js'
import type { Assessment, Finding, Observation, Provider } from '../model/assessment.js'
import type { Located } from '../model/doc.js'
import { factsOf } from '../model/facts.js'
import type { Library } from '../model/library.js'
import { stateOfControl } from '../model/state-of-control.js'
import type { CivilDate, Evidence, Exception } from '../schema/types.js'
import { conclude } from './conclude.js'
import { worstState, type ObservationContext } from './observe.js'
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
  const facts = factsOf(library.catalog, files.application, library.people, cutoff)
  const context: ObservationContext = { library, files, facts, ...input, evidenceByType: groupByType(files.evidence, asOf) }
  const target = resolveTarget(library, files.application, facts, asOf)
  const answers = new Map(files.implementations.map((implementation) => [implementation.data.control, implementation]))
  const findings = target.map((control) => conclude(control, answers.get(control.control.id), context))
  const unanswered = new Map<string, string[]>()
  for (const control of target) for (const id of control.applies ? control.unanswered : []) unanswered.set(id, [...(unanswered.get(id) ?? []), control.control.id])
  return { files, asOf, cutoff, facts, findings: findings.map((finding) => acceptException(finding, findings, files.exceptions, input)), unanswered }
}

/** What applications may take from an assessed platform or organization. */
export function toProvider({ files, findings }: Assessment): Provider {
  const observations = new Map<string, Observation>()
  for (const finding of findings)
    for (const observation of finding.observations) {
      const other = observations.get(observation.objective)
      const reasons = [...(other?.reasons ?? []), ...observation.reasons, ...finding.reasons.filter((reason) => reason.objective === undefined && other === undefined)]
      observations.set(observation.objective, { ...observation, reasons, state: worstState(reasons) })
    }
  return {
    id: files.id,
    kind: files.application.kind === 'organization' ? 'organization' : 'platform',
    findings: new Map(findings.map((finding) => [finding.control, finding.state])),
    observations,
  }
}

function groupByType(evidence: readonly Located<Evidence>[], asOf: CivilDate): ReadonlyMap<string, readonly Located<Evidence>[]> {
  const groups = new Map<string, Located<Evidence>[]>()
  for (const item of evidence) {
    if (item.data.withdrawn !== undefined && item.data.withdrawn.on <= asOf) continue
    const group = groups.get(item.data.type)
    if (group) group.push(item)
    else groups.set(item.data.type, [item])
  }
  return groups
}

function acceptException(finding: Finding, findings: readonly Finding[], exceptions: readonly Located<Exception>[], { asOf, providers }: AssessmentInput): Finding {
  if (finding.state !== 'not-satisfied') return finding
  const holding = exceptions
    .map((exception) => exception.data)
    .filter((exception) => exception.control === finding.control && exception['approved-on'] <= asOf && asOf <= exception.expires)
    .filter((exception) => (exception.compensating ?? []).every((control) => stateOfControl(control, findings, providers) === 'satisfied'))
    .sort((a, b) => (a.expires < b.expires ? 1 : -1))[0]
  return holding ? { ...finding, accepted: { id: holding.id, until: holding.expires } } : finding
}
