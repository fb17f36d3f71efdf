import type { CivilDate, Implementation, Severity } from '../schema/types.js'
import type { Place } from '../source/place.js'
import type { ApplicationFiles } from './application.js'
import type { Facts } from './facts.js'

/** States of an observation, worst first. */
export const OBSERVATION_STATES = ['missing', 'mismatch', 'returned', 'fail', 'stale', 'unreviewed', 'pass'] as const
export type ObservationState = (typeof OBSERVATION_STATES)[number]

/**
 * Why a control is not satisfied: a state of the evidence, or what the answer itself lacks.
 * `older-major`: answered against an older major version; `not-assessed`: what it rests on could not be read.
 */
export type ReasonKind = Exclude<ObservationState, 'pass'> | 'unanswered' | 'not-implemented' | 'older-major' | 'not-assessed'

/** One reason, with its first day and the place where an author can do something about it. */
export type Reason = {
  readonly kind: ReasonKind
  /** What exactly: tells rules apart that look at the same kind. */
  readonly cause:
    | 'no-evidence' | 'future-dated' | 'metric-absent' | 'period-without-item' | 'component-absent'
    | 'file-absent' | 'file-refused' | 'digest-differs' | 'metrics-differ'
    | 'returned' | 'criterion-broken' | 'expired' | 'older-component-version'
    | 'no-review' | 'changed-since-review' | 'review-expired'
    | 'unanswered' | 'partial' | 'planned' | 'older-major' | 'claim-not-accepted' | 'provider-not-assessed'
  /** One sentence without a closing full stop. */
  readonly text: string
  /** First day on which it held. */
  readonly since: CivilDate
  readonly objective?: string
  readonly component?: string
  readonly evidence?: string
  /** The platform that was to meet the objective. */
  readonly 'inherited-from'?: string
  /** Absent when nothing was written anywhere. */
  readonly place?: Place
}

/** What the evidence showed about one objective, of one component where the objective asks for each. */
export type Observation = {
  readonly objective: string
  readonly component?: string
  readonly state: ObservationState
  readonly reasons: readonly Reason[]
  /** Items of evidence that were looked at. */
  readonly evidence: readonly string[]
  /** Items that are held elsewhere by URL and were not re-checked. */
  readonly 'held-elsewhere'?: readonly string[]
  readonly 'inherited-from'?: string
}

export type FindingState = 'satisfied' | 'not-satisfied' | 'not-applicable' | 'upcoming' | 'not-assessed'

/** An exception that covers a gap on the day. */
export type AcceptedException = { readonly id: string; readonly until: CivilDate }

/** The conclusion about one control of one application on one day. */
export type Finding = {
  readonly control: string
  readonly version: string
  readonly state: FindingState
  /** Why it applies, does not apply, or is upcoming. */
  readonly because: string
  /** For not-applicable: by the facts (`excluded`), or by an accepted claim. `excluded-unreviewed`: by facts that nobody reviewed. */
  readonly exclusion?: 'excluded' | 'excluded-unreviewed' | 'claimed'
  readonly answered: boolean
  readonly status?: Implementation['status']
  readonly observations: readonly Observation[]
  readonly reasons: readonly Reason[]
  /** For a gap: severity by control and tier, first day, day due. */
  readonly severity: Severity
  readonly opened?: CivilDate
  readonly due?: CivilDate
  readonly accepted?: AcceptedException
  /** The answer, or the inventory entry where there is none. */
  readonly place: Place
}

/** All findings of one application on one day. */
export type Assessment = {
  readonly files: ApplicationFiles
  readonly asOf: CivilDate
  /** Reviews count up to this day. */
  readonly cutoff: CivilDate
  readonly facts: Facts
  readonly findings: readonly Finding[]
  /** Characteristics that decide about a control and that nobody answered, with those controls. */
  readonly unanswered: ReadonlyMap<string, readonly string[]>
}

/** What applications need of a platform or the organization: kept after its assessment, small. */
export type Provider = {
  readonly id: string
  readonly kind: 'platform' | 'organization'
  readonly findings: ReadonlyMap<string, FindingState>
  readonly observations: ReadonlyMap<string, Observation>
}
