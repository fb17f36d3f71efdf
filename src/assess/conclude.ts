import type { Finding, Observation, Reason } from '../model/assessment.js'
import { addDays } from '../model/dates.js'
import { fingerprintOfImplementation, majorOf } from '../model/digest.js'
import { placeOf, type Located } from '../model/doc.js'
import { ownersOf } from '../model/facts.js'
import { judgeReviews } from '../model/review.js'
import { dueDays, gapSeverity } from '../model/risk-tier.js'
import type { Control, Evidence, Implementation } from '../schema/types.js'
import { judgeFiles } from './judge-item.js'
import { firstDay, observe, type ObservationContext } from './observe.js'
import type { TargetControl } from './resolve-target.js'

/** Concludes on one control of the target. Exceptions are looked at once all controls are concluded. */
export function conclude(target: TargetControl, implementation: Located<Implementation> | undefined, context: ObservationContext): Finding {
  const { control } = target
  const severity = gapSeverity(context.library.catalog, control.severity, context.facts.tier)
  const base = {
    control: control.id, version: control.version, because: target.because, answered: implementation !== undefined,
    ...(implementation && { status: implementation.data.status }),
    observations: [] as readonly Observation[], reasons: [] as readonly Reason[], severity,
    place: implementation ? placeOf(implementation, ['control']) : context.files.doc.source.place('/id'),
  }
  if (!target.applies) return { ...base, state: 'not-applicable', exclusion: context.facts.review.state === 'accepted' ? 'excluded' : 'excluded-unreviewed' }
  if (target.upcoming) return { ...base, state: 'upcoming', because: `it takes effect on ${control.effective}` }
  const concluded = implementation ? concludeAnswer(control, implementation, context) : unanswered(control, context)
  if (concluded.notApplicable) return { ...base, state: 'not-applicable', exclusion: 'claimed' }
  const { observations, reasons } = concluded
  if (reasons.length === 0) return { ...base, observations, state: 'satisfied' }
  if (reasons.every((reason) => reason.kind === 'not-assessed')) return { ...base, observations, reasons, state: 'not-assessed' }
  const opened = reasons.reduce((first, reason) => (reason.since < first ? reason.since : first), reasons[0]?.since ?? context.asOf)
  return { ...base, observations, reasons, state: 'not-satisfied', opened, due: addDays(opened, dueDays(context.library.catalog, severity)) }
}

type Conclusion = { readonly observations: readonly Observation[]; readonly reasons: readonly Reason[]; readonly notApplicable?: true }

const unanswered = (control: Control, context: ObservationContext): Conclusion => ({
  observations: [],
  reasons: [{ kind: 'unanswered', cause: 'unanswered', text: 'nothing was said about it', since: firstDay(control, context) }],
})

function concludeAnswer(control: Control, implementation: Located<Implementation>, context: ObservationContext): Conclusion {
  const older = olderMajor(control, implementation)
  switch (implementation.data.status) {
    case 'not-applicable': {
      const claim = judgeClaim(control, implementation, context)
      return claim === undefined ? { observations: [], reasons: older, ...(older.length === 0 && { notApplicable: true }) } : { observations: [], reasons: [claim, ...older] }
    }
    case 'planned':
      return { observations: [], reasons: [notImplemented('planned', implementation, firstDay(control, context)), ...older] }
    case 'alternative': {
      const claim = judgeClaim(control, implementation, context)
      return { observations: [], reasons: [...(claim ? [claim] : []), ...judgeAlternative(control, implementation, context), ...older] }
    }
    case 'partial':
    case 'implemented': {
      const observations = control.objectives.flatMap((objective) => observe(control, objective, implementation, context))
      const partial = implementation.data.status === 'partial' ? [notImplemented('partial', implementation, firstDay(control, context))] : []
      return { observations, reasons: [...partial, ...older, ...observations.flatMap((observation) => observation.reasons)] }
    }
  }
}

const notImplemented = (cause: 'partial' | 'planned', implementation: Located<Implementation>, since: string): Reason => ({
  kind: 'not-implemented', cause, since, text: cause === 'partial' ? 'it is implemented in part' : 'it is only planned', place: placeOf(implementation, ['status']),
})

function olderMajor(control: Control, implementation: Located<Implementation>): readonly Reason[] {
  const { version } = implementation.data
  if (majorOf(version) >= majorOf(control.version)) return []
  const text = `it was answered for version ${version}, and ${control.version} asks for something else`
  return [{ kind: 'older-major', cause: 'older-major', text, since: control.effective, place: placeOf(implementation, ['version']) }]
}

// A claim that a control does not apply, or is met in another way, counts only with remarks and an accepted review.
function judgeClaim(control: Control, implementation: Located<Implementation>, context: ObservationContext): Reason | undefined {
  const { data } = implementation
  const judgement = judgeReviews(data.reviews, fingerprintOfImplementation(data), ownersOf(context.files.application), context.library.people, context.cutoff)
  if (judgement.state === 'accepted' && data.remarks !== undefined) return undefined
  const claim = data.status === 'alternative' ? 'the alternative' : 'the claim that it does not apply'
  const why = data.remarks === undefined ? 'gives no remarks'
    : { accepted: '', returned: 'was returned by its reviewer', changed: 'has changed since it was reviewed', expired: 'rests on a review that has expired', none: 'has no accepted review' }[judgement.state]
  return {
    kind: judgement.state === 'returned' ? 'returned' : 'unreviewed', cause: 'claim-not-accepted', text: `${claim} ${why}`,
    since: firstDay(control, context), place: placeOf(implementation, ['status']),
  }
}

function judgeAlternative(control: Control, implementation: Located<Implementation>, context: ObservationContext): readonly Reason[] {
  const listed = new Set(implementation.data.evidence ?? [])
  const items = context.files.evidence.filter((item) => listed.has(item.data.id) && counts(item, context))
  if (items.length > 0) return items.flatMap((item) => judgeFiles(item, context.artifacts))
  return [{ kind: 'missing', cause: 'no-evidence', text: 'no evidence is listed for the alternative', since: firstDay(control, context), place: placeOf(implementation, ['control']) }]
}

/** Whether an item of evidence counts at all on the day: not withdrawn, not of the future. */
export const counts = (item: Located<Evidence>, { asOf }: Pick<ObservationContext, 'asOf'>): boolean =>
  item.data.collected <= asOf && (item.data.withdrawn === undefined || item.data.withdrawn.on > asOf)
