// Which reasons of a gap become diagnostics. Someone who plants one mistake is told that line and nothing else,
// so what follows from a worse reason stands beside it: a changed date makes evidence stale, and its review one of other content.
import { OBSERVATION_STATES, type Assessment, type Finding, type Reason } from '../model/assessment.js'
import type { Located } from '../model/doc.js'
import { groupBy } from '../model/group-by.js'
import type { Implementation } from '../schema/types.js'
import { indexOf } from './assessment-index.js'

/** How a gap is told: by its reasons, at the line that inherits an objective, or once for a claim that nothing supports. */
export type GapWay = 'reasons' | 'inherited' | 'bare-claim'

/** Reasons of one finding that belong together: about the same objective, component and evidence. */
export type Gap = {
  readonly finding: Finding
  readonly way: GapWay
  /** Those of the worst kind. */
  readonly worst: readonly Reason[]
  /** The others: they stand beside it. */
  readonly others: readonly Reason[]
}

const ORDER: readonly string[] = ['unanswered', 'not-implemented', 'older-major', ...OBSERVATION_STATES]
const rankOf = (reason: Reason): number => ORDER.indexOf(reason.kind)

const known = new WeakMap<Assessment, readonly Gap[]>()

/** The gaps of an assessment as they are told, finding by finding. */
export function gapsOf(assessment: Assessment): readonly Gap[] {
  const found = known.get(assessment)
  if (found) return found
  const { implementations } = indexOf(assessment)
  const gaps = assessment.findings
    .filter((finding) => finding.state === 'not-satisfied')
    .flatMap((finding) => gapsOfFinding(finding, implementations.get(finding.control)))
  known.set(assessment, gaps)
  return gaps
}

function gapsOfFinding(finding: Finding, implementation: Located<Implementation> | undefined): readonly Gap[] {
  const bare = implementation !== undefined && isBareClaim(finding, implementation.data)
  // What could not be read is told where it cannot be read.
  const reasons = finding.reasons.filter((reason) => reason.kind !== 'not-assessed')
  return [...groupBy(reasons, (reason) => keyOf(reason, finding, bare)).values()].map((group): Gap => {
    const rank = Math.min(...group.map(rankOf))
    const worst = group.filter((reason) => rankOf(reason) === rank)
    const way = group.some((reason) => reason['inherited-from'] !== undefined) ? 'inherited' : bare && worst.some(isAbsence) ? 'bare-claim' : 'reasons'
    return { finding, way, worst, others: group.filter((reason) => rankOf(reason) !== rank) }
  })
}

function keyOf(reason: Reason, finding: Finding, bare: boolean): string {
  if (reason['inherited-from'] !== undefined) return `inherited ${reason.objective ?? ''}`
  if (bare && isAbsence(reason)) return 'bare claim'
  // Who says that a control is implemented in part has said that something is missing.
  if (reason.kind === 'not-implemented' || (finding.status === 'partial' && reason.cause === 'no-evidence')) return 'status'
  return [reason.objective, reason.component, reason.evidence].join('\n')
}

const isAbsence = (reason: Reason): boolean => reason.cause === 'no-evidence' || reason.cause === 'period-without-item'

const isBareClaim = (finding: Finding, { status, evidence = [], objectives = {} }: Implementation): boolean =>
  status === 'implemented' && evidence.length === 0 && Object.keys(objectives).length === 0 &&
  finding.observations.every((observation) => observation.evidence.length === 0 && observation.reasons.every(isAbsence))
