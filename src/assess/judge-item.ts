import type { Artifacts } from '../model/application.js'
import { filesOf } from '../model/application.js'
import type { Reason } from '../model/assessment.js'
import { addDays, addDuration, durationInWords } from '../model/dates.js'
import { fingerprintOfEvidence } from '../model/digest.js'
import { placeOf, type Located } from '../model/doc.js'
import { boundValue, validityValue } from '../model/parameters.js'
import { judgeReviews } from '../model/review.js'
import { roundFigure, sameFigure } from '../model/same-figure.js'
import type { People } from '../model/people.js'
import type { CivilDate, Component, Control, Criterion, Evidence, EvidenceRequest, Tier } from '../schema/types.js'
import type { Path } from '../source/place.js'

/** What an item of evidence is judged by. */
export type Yardstick = {
  readonly control: Control
  readonly request: Pick<EvidenceRequest, 'review' | 'valid-for' | 'criteria'>
  readonly tier: Tier | undefined
  readonly asOf: CivilDate
  readonly cutoff: CivilDate
  readonly artifacts: Artifacts
  readonly people: People
  readonly owners: readonly string[]
  /** The day from which the control is asked. */
  readonly askedSince: CivilDate
  /** The components as they are now, where another version of an item's component makes it stale. */
  readonly renewOn?: readonly Component[]
}

/** Everything that keeps an item of evidence from passing; empty when it passes. */
export function judgeItem(item: Located<Evidence>, yardstick: Yardstick): readonly Reason[] {
  return [...judgeFiles(item, yardstick.artifacts), ...judgeCriteria(item, yardstick), ...judgeAge(item, yardstick), ...judgeReview(item, yardstick)]
}

/** Whether an item of evidence was withdrawn by a day. */
export const isWithdrawn = ({ data }: Located<Evidence>, asOf: CivilDate): boolean => data.withdrawn !== undefined && data.withdrawn.on <= asOf

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
  const { id, collected, files, url } = item.data
  const reasons: Reason[] = []
  const listed = filesOf(item.data)
  // A file without a digest is not listed, and what a URL leads to is never fetched: without a digest nothing ties the item to anything.
  if (listed.length === 0 && (url === undefined || item.data.sha256 === undefined))
    reasons.push(reason(item, ['sha256'], collected, { kind: 'mismatch', cause: 'digest-differs', text: `\`${id}\` states no digest` }))
  listed.forEach(({ path, sha256 }, index) => {
    const at: Path = files ? ['files', index] : []
    const state = artifacts.states.get(path) ?? { refused: 'absent' as const }
    if ('refused' in state) {
      const absent = state.refused === 'absent'
      const what = { 'absent': 'is not there', 'outside': 'leads out of the application\'s folder', 'unreadable': 'cannot be read', 'lfs-pointer': 'is only a git LFS pointer here' }[state.refused]
      reasons.push(reason(item, [...at, 'path'], collected, { kind: 'mismatch', cause: absent ? 'file-absent' : 'file-refused', text: `the file \`${path}\` of \`${id}\` ${what}` }))
    } else if (state.sha256 !== sha256) {
      reasons.push(reason(item, [...at, 'sha256'], collected, { kind: 'mismatch', cause: 'digest-differs', text: `the file \`${path}\` of \`${id}\` is not the one whose digest is stated` }))
    }
  })
  for (const [metric, stated] of Object.entries(item.data.metrics ?? {})) {
    const read = figure(artifacts.collected.get(id), metric)
    if (read !== undefined && !sameFigure(read, stated))
      reasons.push(reason(item, ['metrics', metric], collected, { kind: 'mismatch', cause: 'metrics-differ', text: `\`${id}\` states ${metric} ${stated}, and the file says ${inWords(read)}` }))
  }
  return reasons
}

const inWords = (value: number | boolean): string => String(roundFigure(value))

const figure = (figures: Readonly<Record<string, number | boolean>> | undefined, metric: string): number | boolean | undefined =>
  figures && Object.hasOwn(figures, metric) ? figures[metric] : undefined

function judgeCriteria(item: Located<Evidence>, { request, control, tier, artifacts, askedSince }: Yardstick): readonly Reason[] {
  const { id, collected, metrics } = item.data
  return (request.criteria ?? []).flatMap((criterion) => {
    const stated = figure(metrics, criterion.metric)
    // A claim is never trusted above the file.
    const value = stated === undefined ? undefined : (figure(artifacts.collected.get(id), criterion.metric) ?? stated)
    if (value === undefined)
      return [reason(item, ['metrics'], askedSince, { kind: 'missing', cause: 'metric-absent', text: `\`${id}\` does not state ${criterion.metric}` }, 'key')]
    const broken = brokenBound(criterion, value, control, tier)
    if (broken === undefined) return []
    return [reason(item, ['metrics', criterion.metric], collected, { kind: 'fail', cause: 'criterion-broken', text: `\`${id}\` has ${criterion.metric} ${inWords(value)}, and ${broken} is asked for` })]
  })
}

function brokenBound(criterion: Criterion, value: number | boolean, control: Control, tier: Tier | undefined): string | undefined {
  if (criterion.equals !== undefined) return value === criterion.equals ? undefined : String(criterion.equals)
  const { 'at-most': most, 'at-least': least } = criterion
  // A parameter without a number bounds nothing, and what is not known does not pass.
  const holds = (bound: number | string, within: (value: number, limit: number) => boolean): boolean => {
    const limit = boundValue(control, bound, tier)
    return typeof value === 'number' && limit !== undefined && within(value, limit)
  }
  if (most !== undefined && !holds(most, (value, limit) => value <= limit)) return `at most ${boundValue(control, most, tier) ?? most}`
  if (least !== undefined && !holds(least, (value, limit) => value >= limit)) return `at least ${boundValue(control, least, tier) ?? least}`
  return undefined
}

function judgeAge(item: Located<Evidence>, yardstick: Yardstick): readonly Reason[] {
  const { id, collected, expires } = item.data
  const { asOf } = yardstick
  const reasons: Reason[] = []
  const validFor = yardstick.request['valid-for']
  const validity = validFor === undefined ? undefined : validityValue(yardstick.control, validFor, yardstick.tier)
  const last = validity && addDuration(collected, validity)
  if (validFor !== undefined && last === undefined)
    reasons.push(reason(item, ['collected'], collected, { kind: 'stale', cause: 'expired', text: `how long \`${id}\` is valid is not known: \`${validFor}\` is no duration` }))
  if (validity && last && asOf > last)
    reasons.push(reason(item, ['collected'], addDays(last, 1), { kind: 'stale', cause: 'expired', text: `\`${id}\` was collected on ${collected} and was valid for ${durationInWords(validity)}` }))
  if (expires !== undefined && asOf > expires)
    reasons.push(reason(item, ['expires'], addDays(expires, 1), { kind: 'stale', cause: 'expired', text: `\`${id}\` expired on ${expires}` }))
  const component = yardstick.renewOn?.find((candidate) => candidate.id === item.data.component)
  // A version that comes into use after the day is not yet another version.
  if (component?.version !== undefined && (component.since ?? asOf) <= asOf && item.data['component-version'] !== component.version)
    reasons.push(reason(item, ['component-version'], component.since ?? collected, {
      kind: 'stale', cause: 'older-component-version',
      text: `\`${id}\` is about version ${item.data['component-version'] ?? 'not stated'} of \`${component.id}\`, which is at ${component.version} now`,
    }))
  return reasons
}

function judgeReview(item: Located<Evidence>, { request, people, owners, cutoff, asOf }: Yardstick): readonly Reason[] {
  const { id, collected } = item.data
  const judgement = judgeReviews(item.data.reviews, () => fingerprintOfEvidence(item.data), [item.data['submitted-by'], ...owners], people, cutoff, asOf)
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
