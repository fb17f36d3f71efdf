import { compareStands, newEvidence, standsOf, type ControlChange, type NewEvidence, type Stand } from '../assess/compare-assessments.js'
import { dueEvidence } from '../assess/due-evidence.js'
import type { Assessment } from '../model/assessment.js'
import { addDays } from '../model/dates.js'
import { openGaps } from '../model/gaps.js'
import type { FrameworkEntry } from '../model/library.js'
import type { Application, CivilDate, Evidence, Severity, Tier } from '../schema/types.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { Place } from '../source/place.js'
import type { Outcome } from './assess-portfolio.js'
import { whatTheyServe, type Serves } from './explain-serves.js'
import { isAdoptedFor } from './portfolio.js'
import type { Workspace } from './workspace.js'

/** How many days ahead a change tells of. */
export const AHEAD_DAYS = 30

/** What is due soon: a gap by its severity, or an item of evidence that stops counting. */
export type Due = { readonly day: CivilDate; readonly overdue: boolean; readonly control?: string; readonly severity?: Severity; readonly evidence?: string; readonly type?: string; readonly objectives: readonly string[] }

/** New evidence, and the elements of frameworks that the controls serve which it supports. */
export type ServingEvidence = NewEvidence & { readonly place?: Place; readonly serves: readonly Serves[] }

/** How many controls are satisfied of those that apply, and how many are open gaps. */
export type Count = { readonly satisfied: number; readonly applicable: number; readonly gaps: number }

/** What a change makes of one inventory entry. */
export type EntryChange = {
  readonly id: string
  readonly kind?: Application['kind']
  readonly presence: 'there' | 'new' | 'gone'
  /** Name of its folder before. */
  readonly formerly?: string
  /** Whether its own files changed, or only what it rests on. */
  readonly own: boolean
  readonly assessed: boolean
  readonly wasAssessed: boolean
  /** What is wrong with its files, where it is not assessed. */
  readonly diagnostics: readonly Diagnostic[]
  readonly before?: Count
  readonly after?: Count
  readonly tier?: { readonly then?: Tier; readonly now?: Tier }
  readonly factsReviewed: boolean
  readonly controls: readonly ControlChange[]
  readonly evidence: readonly ServingEvidence[]
  readonly due: readonly Due[]
  /** What was new as diagnostics of gaps. */
  readonly gaps: readonly Diagnostic[]
}

/** How an entry stood: from its files, or from a closed quarter. */
export type Before = { readonly assessed: boolean; readonly stands: ReadonlyMap<string, Stand>; readonly tier?: Tier; readonly item: (evidence: Evidence) => Evidence | undefined; readonly gaps: readonly Diagnostic[] }

/** How an entry stood by its files. */
export const beforeOf = ({ assessment, gaps }: Outcome): Before => {
  const items = new Map(assessment?.files.evidence.map(({ data }) => [data.id, data]))
  return { assessed: assessment !== undefined, stands: standsOf(assessment?.findings ?? []), ...(assessment?.facts.tier && { tier: assessment.facts.tier }), item: ({ id }) => items.get(id), gaps }
}

export type EntryInput = {
  readonly id: string
  readonly before?: Before
  readonly now?: Outcome
  readonly formerly?: string
  readonly own: boolean
  /** The stands of now in the words of `before`. */
  readonly standsNow: (assessment: Assessment) => ReadonlyMap<string, Stand>
  readonly frameworks: readonly FrameworkEntry[]
  readonly newGaps: (then: readonly Diagnostic[], now: readonly Diagnostic[]) => readonly Diagnostic[]
}

/** Compares an entry with what it was. */
export function entryChange(workspace: Workspace, { id, before, now, formerly, own, standsNow, frameworks, newGaps }: EntryInput): EntryChange {
  const assessment = now?.assessment
  const stands = assessment && standsNow(assessment)
  const comparable = stands !== undefined && (before === undefined || before.assessed)
  return {
    id, presence: now === undefined ? 'gone' : before === undefined ? 'new' : 'there', ...(now?.entry && { kind: now.entry.kind }), ...(formerly !== undefined && { formerly }), own,
    assessed: assessment !== undefined, wasAssessed: before?.assessed === true, diagnostics: assessment ? [] : (now?.diagnostics ?? []),
    ...(before?.assessed && { before: countOf(before.stands) }), ...(stands && { after: countOf(stands) }),
    ...(before?.assessed && assessment && before.tier !== assessment.facts.tier && { tier: { ...(before.tier && { then: before.tier }), ...(assessment.facts.tier && { now: assessment.facts.tier }) } }),
    factsReviewed: assessment?.facts.review.state === 'accepted',
    controls: comparable ? compareStands(before?.stands ?? new Map(), stands, assessment?.findings ?? []) : [],
    evidence: assessment === undefined ? [] : newEvidence(assessment, before?.item ?? (() => undefined)).map((item) => serving(workspace, assessment, item, frameworks)),
    due: assessment === undefined ? [] : dueSoon(workspace, assessment),
    gaps: newGaps(before?.gaps ?? [], now?.gaps ?? []),
  }
}

function countOf(stands: ReadonlyMap<string, Stand>): Count {
  const all = [...stands.values()].filter(({ standing }) => standing !== 'not-applicable' && standing !== 'upcoming')
  return { satisfied: all.filter(({ standing }) => standing === 'satisfied').length, applicable: all.length, gaps: all.filter(({ standing }) => standing === 'not-satisfied').length }
}

function serving(workspace: Workspace, { files, findings }: Assessment, evidence: NewEvidence, frameworks: readonly FrameworkEntry[]): ServingEvidence {
  const held = new Set(frameworks.filter(({ id }) => isAdoptedFor(workspace.library, id, files.application)).map(({ id }) => id))
  const controls = findings.filter(({ observations }) => observations.some(({ objective }) => evidence.objectives.includes(objective))).map(({ control }) => control)
  const located = files.evidence.find(({ data }) => data === evidence.item)
  return { ...evidence, ...(located && { place: located.doc.source.place(`/${located.path.join('/')}`) }), serves: whatTheyServe(workspace, controls).filter(({ framework }) => held.has(framework)) }
}

function dueSoon({ library }: Workspace, assessment: Assessment): readonly Due[] {
  const { asOf, findings } = assessment
  const limit = addDays(asOf, AHEAD_DAYS)
  const gaps = openGaps(findings).flatMap(({ control, severity, due }): readonly Due[] => (due !== undefined && due <= limit ? [{ day: due, overdue: due < asOf, control, severity, objectives: [] }] : []))
  const evidence = dueEvidence(library, assessment).flatMap(({ evidence: id, type, last, objectives }): readonly Due[] =>
    last !== undefined && last >= asOf && last <= limit && objectives.length > 0 ? [{ day: last, overdue: false, ...(id !== undefined && { evidence: id }), type, objectives }] : [])
  return [...gaps, ...evidence].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
