import type { Finding, Observation, Reason } from '../model/assessment.js'
import { addDays, later } from '../model/dates.js'
import { fingerprintOfImplementation, majorOf } from '../model/digest.js'
import { placeOf, type Located } from '../model/doc.js'
import { ownersOf } from '../model/facts.js'
import { judgeReviews } from '../model/review.js'
import { dueDays, gapSeverity } from '../model/risk-tier.js'
import type { Implementation } from '../schema/types.js'
import { isWithdrawn, judgeItem } from './judge-item.js'
import { heldElsewhere, observe, toObservation, yardstickOf, type ObservationContext, type Question } from './observe.js'
import type { TargetControl } from './resolve-target.js'

/** Concludes on one control of the target. Exceptions are looked at once all controls are concluded. */
export function conclude(target: TargetControl, implementation: Located<Implementation> | undefined, context: ObservationContext): Finding {
  const { control, askedSince } = target
  const severity = gapSeverity(context.library.catalog, control.severity, context.facts.tier)
  const base = {
    control: control.id, version: control.version, because: target.because, answered: implementation !== undefined,
    ...(implementation && { status: implementation.data.status }),
    observations: [] as readonly Observation[], reasons: [] as readonly Reason[], severity, // what most findings have none of
    place: implementation ? placeOf(implementation, ['control']) : context.files.doc.source.place('/id'),
  }
  if (!target.applies) return { ...base, state: 'not-applicable', exclusion: context.facts.review.state === 'accepted' ? 'excluded' : 'excluded-unreviewed' }
  if (target.upcoming)
    return { ...base, state: 'upcoming', because: askedSince === control.effective ? `it takes effect on ${askedSince}` : `\`${context.files.id}\` comes into scope on ${askedSince}` }
  const concluded = implementation ? concludeAnswer({ control, askedSince, implementation, context }) : unanswered(target)
  if (concluded.notApplicable) return { ...base, state: 'not-applicable', exclusion: 'claimed' }
  const { observations, reasons } = concluded
  if (reasons.length === 0) return { ...base, observations, state: 'satisfied' }
  if (reasons.every((reason) => reason.kind === 'not-assessed')) return { ...base, observations, reasons, state: 'not-assessed' }
  // What is wrong with evidence of an earlier day is a gap from the day on which the control is asked.
  const opened = later(askedSince, reasons.map((reason) => reason.since).reduce((first, since) => (since < first ? since : first)))
  return { ...base, observations, reasons, state: 'not-satisfied', opened, due: addDays(opened, dueDays(context.library.catalog, severity)) }
}

type Conclusion = { readonly observations: readonly Observation[]; readonly reasons: readonly Reason[]; readonly notApplicable?: true }

const unanswered = ({ askedSince, unanswered: facts }: TargetControl): Conclusion => {
  const unknown = facts.length === 0 ? '' : `, nor whether ${facts.map((fact) => `\`${fact}\``).join(', ')} ${facts.length === 1 ? 'holds' : 'hold'}, which decides whether it applies`
  return { observations: [], reasons: [{ kind: 'unanswered', cause: 'unanswered', text: `nothing was said about it${unknown}`, since: askedSince }] }
}

function concludeAnswer(question: Question): Conclusion {
  const older = olderMajor(question)
  const { control, implementation } = question
  switch (implementation.data.status) {
    case 'not-applicable': {
      const claim = judgeClaim(question)
      return { observations: [], reasons: [...claim, ...older], ...(claim.length + older.length === 0 && { notApplicable: true }) }
    }
    case 'planned':
      return { observations: [], reasons: [notImplemented('planned', question), ...older] }
    case 'alternative': {
      const { observations, reasons } = judgeAlternative(question)
      return { observations, reasons: [...judgeClaim(question), ...older, ...reasons] }
    }
    case 'partial':
    case 'implemented': {
      const observations = control.objectives.flatMap((objective) => observe(objective, question))
      const partial = implementation.data.status === 'partial' ? [notImplemented('partial', question)] : []
      return { observations, reasons: [...partial, ...older, ...observations.flatMap((observation) => observation.reasons)] }
    }
  }
}

const notImplemented = (cause: 'partial' | 'planned', { askedSince, implementation }: Question): Reason => ({
  kind: 'not-implemented', cause, since: askedSince, text: cause === 'partial' ? 'it is implemented in part' : 'it is only planned', place: placeOf(implementation, ['status']),
})

function olderMajor({ control, askedSince, implementation }: Question): readonly Reason[] {
  const { version } = implementation.data
  if (majorOf(version) >= majorOf(control.version)) return []
  const text = `it was answered for version ${version}, and ${control.version} asks for something else`
  return [{ kind: 'older-major', cause: 'older-major', text, since: askedSince, place: placeOf(implementation, ['version']) }]
}

// A claim that a control does not apply, or is met in another way, counts only with remarks and an accepted review.
function judgeClaim({ askedSince, implementation, context }: Question): readonly Reason[] {
  const { data } = implementation
  const judgement = judgeReviews(data.reviews, () => fingerprintOfImplementation(data), ownersOf(context.files.application), context.library.people, context.cutoff, context.asOf)
  if (judgement.state === 'accepted' && data.remarks !== undefined) return []
  const claim = data.status === 'alternative' ? 'the alternative' : 'the claim that it does not apply'
  const why = data.remarks === undefined ? 'gives no remarks'
    : { accepted: '', returned: 'was returned by its reviewer', changed: 'has changed since it was reviewed', expired: 'rests on a review that has expired', none: 'has no accepted review' }[judgement.state]
  return [{
    kind: judgement.state === 'returned' ? 'returned' : 'unreviewed', cause: 'claim-not-accepted', text: `${claim} ${why}`,
    since: askedSince, place: placeOf(implementation, ['status']),
  }]
}

// Evidence of any type supports an alternative, so only what holds for every item is asked of it: its files, its own expiry, its reviews.
function judgeAlternative(question: Question): Conclusion {
  const { control, askedSince, implementation, context } = question
  const listed = new Set(implementation.data.evidence ?? [])
  const items = context.files.evidence.filter((item) => listed.has(item.data.id) && item.data.collected <= context.asOf && !isWithdrawn(item, context.asOf))
  const yardstick = yardstickOf(question, { review: 'none' })
  const reasons: readonly Reason[] = items.length > 0
    ? items.flatMap((item) => judgeItem(item, yardstick))
    : [{ kind: 'missing', cause: 'no-evidence', text: 'no evidence is listed for the alternative', since: askedSince, place: placeOf(implementation, ['control']) }]
  const observations = control.objectives.map((objective) => toObservation({ objective: objective.id }, reasons, items.map((item) => item.data.id), heldElsewhere(items)))
  return { observations, reasons }
}
