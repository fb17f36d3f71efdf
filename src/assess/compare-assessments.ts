import type { Assessment, Finding } from '../model/assessment.js'
import { fingerprintOfEvidence } from '../model/digest.js'
import type { ControlStanding } from '../model/finding-change.js'
import { rankOf } from '../model/risk-tier.js'
import type { CivilDate, Evidence, FrozenFinding, Severity } from '../schema/types.js'
import type { Place } from '../source/place.js'

/**
 * What a change does to one control of one entry.
 * `breaks`: it was satisfied, accepted or rightly left out, and is less now. `worsens`: a gap has more reasons, or nothing is said about it any more. `switched-off`: it was asked, and is not any more. `asked`: it is asked now, and what was said of it before, if anything, leaves a gap.
 * `answers`: something is said about it for the first time. `improves`: it is satisfied or accepted now, or a gap has fewer reasons. `differs`: a gap has other reasons.
 */
export const EFFECTS = ['breaks', 'switched-off', 'worsens', 'asked', 'answers', 'improves', 'differs'] as const
export type Effect = (typeof EFFECTS)[number]

/** A control of an entry that stands otherwise than before. */
export type ControlChange = {
  readonly control: string
  readonly effect: Effect
  /** Absent where it was not known then, or is not any more. */
  readonly then?: ControlStanding
  readonly now?: ControlStanding
  readonly severity: Severity
  /** Why it is a gap now, or does not apply. */
  readonly reasons: readonly string[]
  /** Reasons that there are no more. */
  readonly settled: readonly string[]
  readonly due?: CivilDate
  readonly place?: Place
}

/** How a control stood, as far as it is compared. */
export type Stand = {
  readonly standing: ControlStanding
  /** False: it does not apply by the facts, or not yet. */
  readonly asked: boolean
  readonly answered: boolean
  readonly severity: Severity | undefined
  /** Reasons by what makes them the same. */
  readonly reasons: ReadonlyMap<string, string>
}

/** How the controls of an entry stood on an assessment. */
export const standsOf = (findings: readonly Finding[]): ReadonlyMap<string, Stand> => new Map(findings.map((finding) => [finding.control, standOf(finding)]))

function standOf({ state, accepted, exclusion, answered, severity, reasons }: Finding): Stand {
  return {
    standing: state === 'not-satisfied' && accepted ? 'accepted' : state, asked: isAsked(state, exclusion), answered, severity,
    reasons: new Map(reasons.map((reason) => [[reason.cause, reason.objective, reason.component, reason.evidence].join(' '), reason.text])),
  }
}

/** How the controls of an entry stood when a quarter was closed. Of their reasons the kinds are kept. */
export const frozenStands = (findings: readonly FrozenFinding[]): ReadonlyMap<string, Stand> =>
  new Map(findings.map(({ control, state, exception, exclusion, severity, reasons = {} }) => [control, {
    standing: state === 'not-satisfied' && exception !== undefined ? 'accepted' : state, asked: isAsked(state, exclusion), answered: !('unanswered' in reasons), severity,
    reasons: new Map(Object.keys(reasons).map((kind) => [kind, kind.replaceAll('-', ' ')])),
  } satisfies Stand]))

/** How the controls stand now in the words in which a quarter keeps them. */
export const standsAsFrozen = (findings: readonly Finding[]): ReadonlyMap<string, Stand> =>
  new Map(findings.map((finding) => [finding.control, { ...standOf(finding), reasons: new Map(finding.reasons.map(({ kind }) => [kind, kind.replaceAll('-', ' ')])) }]))

const isAsked = (state: Finding['state'], exclusion: Finding['exclusion']): boolean => state !== 'upcoming' && (state !== 'not-applicable' || exclusion === 'claimed')

/** What stands otherwise, the worst first, then by severity and control. Without findings on a side there was, or is, no assessment of the entry. */
export function compareStands(then: ReadonlyMap<string, Stand>, now: ReadonlyMap<string, Stand>, findings: readonly Finding[]): readonly ControlChange[] {
  const byControl = new Map(findings.map((finding) => [finding.control, finding]))
  const changes = [...new Set([...then.keys(), ...now.keys()])].flatMap((control): readonly ControlChange[] => {
    const [old, current, finding] = [then.get(control), now.get(control), byControl.get(control)]
    const effect = effectOf(old, current)
    if (effect === undefined) return []
    const texts = effect === 'switched-off' ? (finding ? [finding.because] : ['nothing asks for it any more']) : current?.standing === 'satisfied' ? [] : [...new Set(finding?.reasons.map(({ text }) => text))]
    return [{
      control, effect, ...(old && { then: old.standing }), ...(current && { now: current.standing }), severity: finding?.severity ?? current?.severity ?? old?.severity ?? 'low', reasons: texts,
      settled: [...(old?.reasons ?? [])].filter(([key]) => current === undefined || !current.reasons.has(key)).map(([, text]) => text),
      ...(finding?.due !== undefined && { due: finding.due }), ...(finding && { place: finding.reasons[0]?.place ?? finding.place }),
    }]
  })
  return changes.sort((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) || rankOf(b.severity) - rankOf(a.severity) || (a.control < b.control ? -1 : 1))
}

// How good it is. What does not apply by an accepted claim is as good as satisfied: a person decided so.
const WORTH: Readonly<Record<ControlStanding, number>> = { 'satisfied': 3, 'not-applicable': 3, 'accepted': 2, 'not-satisfied': 1, 'not-assessed': 0, 'upcoming': 3 }

function effectOf(then: Stand | undefined, now: Stand | undefined): Effect | undefined {
  if (then?.asked !== true) {
    if (now?.asked !== true) return undefined
    // An answer from before, when it was upcoming or did not apply, is no new one.
    return now.answered && (then?.answered !== true || now.standing !== 'not-satisfied') ? 'answers' : 'asked'
  }
  if (now?.asked !== true) return 'switched-off'
  const better = WORTH[now.standing] - WORTH[then.standing]
  if (better < 0) return 'breaks'
  if (!then.answered && now.answered) return 'answers'
  if (better > 0) return 'improves'
  if (now.standing === 'satisfied' || now.standing === 'not-applicable') return undefined
  if (then.answered && !now.answered) return 'worsens'
  const come = [...now.reasons.keys()].some((key) => !then.reasons.has(key))
  const gone = [...then.reasons.keys()].some((key) => !now.reasons.has(key))
  return come ? (gone ? 'differs' : 'worsens') : gone ? 'improves' : undefined
}

/** Items of evidence that were not there, or are others than they were. `replaces`: an item of that name stood there with other content. */
export type NewEvidence = { readonly item: Evidence; readonly replaces: boolean; readonly objectives: readonly string[] }

/** The new evidence of an assessment, with the objectives that look at it. `before` gives the item as it stood; undefined for none. */
export function newEvidence({ files, findings }: Assessment, before: (item: Evidence) => Evidence | undefined): readonly NewEvidence[] {
  const looked = new Map<string, Set<string>>()
  for (const { observations } of findings) for (const { objective, evidence } of observations) for (const id of evidence) looked.set(id, (looked.get(id) ?? new Set()).add(objective))
  return files.evidence.flatMap(({ data: item }) => {
    const old = before(item)
    if (item.withdrawn !== undefined || (old !== undefined && fingerprintOfEvidence(old) === fingerprintOfEvidence(item))) return []
    return [{ item, replaces: old !== undefined, objectives: [...(looked.get(item.id) ?? [])] }]
  })
}
