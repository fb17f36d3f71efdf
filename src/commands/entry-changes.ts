import { changesSince } from '../assess/changes-since.js'
import { dueEvidence } from '../assess/due-evidence.js'
import { freezeApplication } from '../assess/freeze-application.js'
import type { Moment } from '../assess/trend-causes.js'
import { addDays } from '../model/dates.js'
import { effectOf, type ComingDue, type ControlChange, type Effect, type EntryChange, type NewEvidence } from '../model/entry-change.js'
import { openGaps } from '../model/gaps.js'
import type { Assessment } from '../model/assessment.js'
import type { CivilDate } from '../schema/types.js'
import type { Outcome } from './assess-portfolio.js'
import { newAmong, type ChangeBase } from './change-base.js'
import { whatTheyServe } from './explain-serves.js'
import { frozenControls } from './freeze-portfolio.js'
import { frameworksInScope } from './portfolio.js'
import type { Workspace } from './workspace.js'

/** Days ahead within which something that is due is told. */
export const DAYS_AHEAD = 30

const EFFECTS: readonly Effect[] = ['breaks', 'asks', 'answers', 'improves', 'switches-off', 'changes']

/** Compares entries as they come out now with how they stood. */
export function entryComparer(workspace: Workspace, base: ChangeBase, asOf: CivilDate): (outcome: Outcome) => EntryChange {
  const { library } = workspace
  const controls = new Map(frozenControls(library, frameworksInScope(library)).map((control) => [control.id, control]))
  return (outcome) => {
    const { id, entry, assessment, diagnostics } = outcome
    const before = base.entries.get(id)
    const now: Moment = { asOf, controls, assessed: new Map([[id, assessment !== undefined]]) }
    const frozen = freezeApplication({ id, ...(entry && { kind: entry.kind }), ...(assessment && { assessment }), diagnostics, coverage: {} })
    const comparable = assessment !== undefined && before?.assessed !== false
    return {
      id, entry: before ? 'kept' : 'new', assessed: { then: before?.assessed === true, now: assessment !== undefined },
      controls: comparable ? changesOf(before ?? { ...frozen, findings: [] }, frozen, assessment, base.moment, now) : [],
      evidence: assessment && base.evidence ? newEvidence(workspace, assessment, base.evidence.get(id)) : [],
      // Of an entry that only a shared file touches, what is due is no news.
      due: assessment && (base.touched === undefined || base.touched.own.has(id)) ? comingDue(workspace, assessment, asOf) : [],
      diagnostics: newAmong(diagnostics, base),
    }
  }
}

function changesOf(before: ReturnType<typeof freezeApplication>, after: ReturnType<typeof freezeApplication>, assessment: Assessment, then: Moment, now: Moment): readonly ControlChange[] {
  const findings = new Map(assessment.findings.map((finding) => [finding.control, finding]))
  const wasAnswered = new Map(before.findings.map(({ control, reasons }) => [control, reasons?.['unanswered'] === undefined]))
  const changed = new Map(changesSince(before, after, then, now).map((change) => [change.control, change]))
  const changes: ControlChange[] = []
  for (const control of new Set([...changed.keys(), ...findings.keys()])) {
    const finding = findings.get(control)
    const state = finding?.state === 'not-satisfied' ? 'not-satisfied' as const : undefined
    const change = changed.get(control)
    const isAnswered = finding?.answered === true
    // Answered now and not satisfied yet: its standing is the same, and somebody worked on it.
    if (change === undefined && !(state && isAnswered && wasAnswered.get(control) === false)) continue
    const told = change ?? { control, then: 'not-satisfied' as const, now: 'not-satisfied' as const, cause: 'better' as const }
    const effect = effectOf(told, { then: wasAnswered.get(control) === true, now: isAnswered })
    // Asked neither then nor now.
    if (effect === 'changes' && !isAsked(told.then) && !isAsked(told.now)) continue
    const reason = finding?.reasons[0]
    changes.push({ ...told, effect, severity: finding?.severity ?? 'low', ...(reason && effect !== 'improves' && { reason: reason.text, place: reason.place ?? finding.place }) })
  }
  return changes.sort((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) || (a.control < b.control ? -1 : 1))
}

const isAsked = (standing: string | undefined): boolean => standing !== undefined && standing !== 'not-applicable' && standing !== 'upcoming'

function newEvidence(workspace: Workspace, { files }: Assessment, known: ReadonlySet<string> | undefined): readonly NewEvidence[] {
  const scope = new Set(frameworksInScope(workspace.library).map(({ id }) => id))
  return files.evidence.filter(({ data }) => !known?.has(data.id)).map(({ data: { id, type } }) => {
    const controls = files.implementations.filter(({ data }) => data.evidence?.includes(id)).map(({ data }) => data.control)
    const serves = new Map<string, { readonly element: string; readonly relationship: string }[]>()
    for (const { framework, element, relationship } of whatTheyServe(workspace, controls)) {
      if (!scope.has(framework)) continue
      const elements = serves.get(framework) ?? []
      if (!elements.some((known) => known.element === element)) serves.set(framework, [...elements, { element, relationship }])
    }
    return { id, type, controls, serves }
  })
}

function comingDue({ library }: Workspace, assessment: Assessment, asOf: CivilDate): readonly ComingDue[] {
  const last = addDays(asOf, DAYS_AHEAD)
  const gaps = openGaps(assessment.findings).flatMap(({ control, severity, due }): readonly ComingDue[] => (due === undefined || due > last ? [] : [{ due, control, severity, overdue: due < asOf }]))
  const expiring = dueEvidence(library, assessment).flatMap(({ evidence, type, last: until }): readonly ComingDue[] =>
    until === undefined || until < asOf || until > last ? [] : [{ due: until, evidence: evidence ?? type, overdue: false }])
  return [...gaps, ...expiring].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

/** An entry that is no longer in the inventory. */
export const goneEntry = (id: string, base: ChangeBase): EntryChange =>
  ({ id, entry: 'gone', assessed: { then: base.entries.get(id)?.assessed === true, now: false }, controls: [], evidence: [], due: [], diagnostics: [] })
