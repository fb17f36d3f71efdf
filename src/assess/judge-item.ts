import type { Artifacts } from '../model/application.js'
import { filesOf } from '../model/application.js'
import type { Reason } from '../model/assessment.js'
import { addDays, addDuration, durationInWords } from '../model/dates.js'
import { fingerprintOfEvidence } from '../model/digest.js'
import { placeOf, type Located } from '../model/doc.js'
import { boundValue, validityValue } from '../model/parameters.js'
import { judgeReviews } from '../model/review.js'
import type { People } from '../model/people.js'
import type { CivilDate, Component, Control, Criterion, Duration, Evidence, EvidenceRequest, Tier } from '../schema/types.js'
import type { Path } from '../source/place.js'

/** What an item of evidence is judged by. */
export type Yardstick = {
  readonly control: Control
  readonly request: EvidenceRequest
  readonly tier: Tier | undefined
  readonly asOf: CivilDate
  readonly cutoff: CivilDate
  readonly artifacts: Artifacts
  readonly people: People
  readonly owners: readonly string[]
  /** The component as it is now, where an older version makes the evidence stale. */
  readonly renewOn?: Component
}

/** Everything that keeps an item of evidence from passing; empty when it passes. */
export function judgeItem(item: Located<Evidence>, yardstick: Yardstick): readonly Reason[] {
  return [...judgeFiles(item, yardstick.artifacts), ...judgeCriteria(item, yardstick), ...judgeAge(item, yardstick), ...judgeReview(item, yardstick)]
}

type Cause = Pick<Reason, 'kind' | 'cause' | 'text'>

const reason = (item: Located<Evidence>, below: Path, since: CivilDate, cause: Cause, of: 'key' | 'value' = 'value'): Reason => ({
  ...cause,
  since,
  evidence: item.data.id,
  ...(item.data.component !== undefined && { component: item.data.component }),
  place: placeOf(item, below, of),
})

/** What is wrong with the files of an item and the figures in them. */
export function judgeFiles(item: Located<Evidence>, artifacts: Artifacts): readonly Reason[] {
  const { id, collected, files } = item.data
  const reasons: Reason[] = []
  filesOf(item.data).forEach(({ path, sha256 }, index) => {
    const at: Path = files ? ['files', index] : []
    const state = artifacts.states.get(path) ?? { refused: 'absent' as const }
    if ('refused' in state) {
      const absent = state.refused === 'absent'
      const what = { 'absent': 'is not there', 'outside': 'leads out of the application\'s folder', 'unreadable': 'cannot be read', 'lfs-pointer': 'is only a git LFS pointer here' }[state.refused]
      reasons.push(reason(item, [...at, 'path'], collected, { kind: 'mismatch', cause: absent ? 'file-absent' : 'file-refused', text: `the file \`${path}\` of \`${id}\` ${what}` }))
    } else if (state.sha256 !== sha256) {
      reasons.push(reason(item, [...at, 'sha256'], collected, { kind: 'mismatch', cause: 'digest-differs', text: `the file \`${path}\` of \`${id}\` is not the one whose digest is stated; it has \`${state.sha256}\`` }))
    }
  })
  const collectedMetrics = artifacts.collected.get(id) ?? {}
  for (const [metric, stated] of Object.entries(item.data.metrics ?? {})) {
    const read = Object.hasOwn(collectedMetrics, metric) ? collectedMetrics[metric] : undefined
    if (read !== undefined && !sameFigure(read, stated))
      reasons.push(reason(item, ['metrics', metric], collected, { kind: 'mismatch', cause: 'metrics-differ', text: `\`${id}\` states ${metric} ${stated}, and the file says ${read}` }))
  }
  return reasons
}

// A stated figure may be rounded: it agrees when it is the read one to the digits that it states.
function sameFigure(read: number | boolean, stated: number | boolean): boolean {
  if (typeof read !== 'number' || typeof stated !== 'number') return read === stated
  const digits = String(stated).split('.')[1]?.length ?? 0
  return Math.abs(read - stated) <= 0.5 * 10 ** -digits + 1e-9
}

function judgeCriteria(item: Located<Evidence>, { request, control, tier }: Yardstick): readonly Reason[] {
  const { id, collected, metrics } = item.data
  return (request.criteria ?? []).flatMap((criterion) => {
    const value = metrics && Object.hasOwn(metrics, criterion.metric) ? metrics[criterion.metric] : undefined
    if (value === undefined)
      return [reason(item, ['metrics'], collected, { kind: 'missing', cause: 'metric-absent', text: `\`${id}\` does not state ${criterion.metric}` }, 'key')]
    const broken = brokenBound(criterion, value, control, tier)
    if (broken === undefined) return []
    return [reason(item, ['metrics', criterion.metric], collected, { kind: 'fail', cause: 'criterion-broken', text: `\`${id}\` has ${criterion.metric} ${value}, and ${broken} is asked for` })]
  })
}

function brokenBound(criterion: Criterion, value: number | boolean, control: Control, tier: Tier | undefined): string | undefined {
  if (criterion.equals !== undefined) return value === criterion.equals ? undefined : String(criterion.equals)
  const [most, least] = [criterion['at-most'], criterion['at-least']].map((bound) => (bound === undefined ? undefined : boundValue(control, bound, tier)))
  if (most !== undefined && !(typeof value === 'number' && value <= most)) return `at most ${most}`
  if (least !== undefined && !(typeof value === 'number' && value >= least)) return `at least ${least}`
  return undefined
}

function judgeAge(item: Located<Evidence>, yardstick: Yardstick): readonly Reason[] {
  const { id, collected, expires } = item.data
  const { asOf, renewOn } = yardstick
  const reasons: Reason[] = []
  const validFor = yardstick.request['valid-for']
  const validity = validFor === undefined ? undefined : validityValue(yardstick.control, validFor, yardstick.tier)
  const last = validity && addDuration(collected, validity)
  if (validity && last && asOf > last)
    reasons.push(reason(item, ['collected'], addDays(last, 1), { kind: 'stale', cause: 'expired', text: `\`${id}\` was collected on ${collected} and was valid for ${durationInWords(validity as Duration)}` }))
  if (expires !== undefined && asOf > expires)
    reasons.push(reason(item, ['expires'], addDays(expires, 1), { kind: 'stale', cause: 'expired', text: `\`${id}\` expired on ${expires}` }))
  if (renewOn?.version !== undefined && item.data['component-version'] !== renewOn.version)
    reasons.push(reason(item, ['component-version'], renewOn.since ?? collected, {
      kind: 'stale', cause: 'older-component-version',
      text: `\`${id}\` is about version ${item.data['component-version'] ?? 'not stated'} of \`${renewOn.id}\`, which is at ${renewOn.version} now`,
    }))
  return reasons
}

function judgeReview(item: Located<Evidence>, { request, people, owners, cutoff }: Yardstick): readonly Reason[] {
  const { id, collected } = item.data
  const judgement = judgeReviews(item.data.reviews, fingerprintOfEvidence(item.data), [item.data['submitted-by'], ...owners], people, cutoff)
  const at: Path = judgement.index === undefined ? ['id'] : ['reviews', judgement.index, 'decision']
  const required = request.review === 'required' || item.data.url !== undefined
  switch (judgement.state) {
    case 'returned': return [reason(item, at, collected, { kind: 'returned', cause: 'returned', text: `\`${id}\` was returned by its reviewer` })]
    case 'accepted': return []
    case 'changed': return required ? [reason(item, ['reviews', judgement.index ?? 0, 'of'], collected, { kind: 'unreviewed', cause: 'changed-since-review', text: `\`${id}\` has changed since it was reviewed` })] : []
    case 'expired': return required ? [reason(item, ['reviews', judgement.index ?? 0, 'expires'], collected, { kind: 'unreviewed', cause: 'review-expired', text: `the review of \`${id}\` has expired` })] : []
    case 'none': return required ? [reason(item, at, collected, { kind: 'unreviewed', cause: 'no-review', text: `\`${id}\` has no accepted review` })] : []
  }
}
