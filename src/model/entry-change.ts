import type { CivilDate, Severity } from '../schema/types.js'
import type { Diagnostic } from '../source/diagnostic.js'
import type { Place } from '../source/place.js'
import type { FindingChange } from './finding-change.js'

/** What a change did to one control of an entry. `answers`: it is answered now, and not yet satisfied. `asks`: it is asked now and was not. */
export type Effect = 'breaks' | 'asks' | 'answers' | 'improves' | 'switches-off' | 'changes'

/** One control of an entry that stands otherwise. */
export type ControlChange = FindingChange & {
  readonly effect: Effect
  readonly severity: Severity
  /** The first reason of now. */
  readonly reason?: string
  readonly place?: Place
}

/** Evidence that was not there before, and what it serves. */
export type NewEvidence = {
  readonly id: string
  readonly type: string
  readonly controls: readonly string[]
  /** Elements by framework, each with its relationship. */
  readonly serves: ReadonlyMap<string, readonly { readonly element: string; readonly relationship: string }[]>
}

/** An open gap that is due soon or already was, or evidence that stops counting soon. */
export type ComingDue = { readonly due: CivilDate; readonly control?: string; readonly severity?: Severity; readonly evidence?: string; readonly overdue: boolean }

/** What a change did to one inventory entry. */
export type EntryChange = {
  readonly id: string
  /** `new`: it was not in the inventory before. `gone`: it is not any more. */
  readonly entry: 'kept' | 'new' | 'gone'
  /** Whether its files could be read, then and now. */
  readonly assessed: { readonly then: boolean; readonly now: boolean }
  readonly controls: readonly ControlChange[]
  readonly evidence: readonly NewEvidence[]
  readonly due: readonly ComingDue[]
  /** What is wrong with its files and was not before. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What got worse: what was satisfied or accepted and no longer is, an entry that cannot be read any more, a new error. */
export const gotWorse = ({ assessed, controls, diagnostics }: EntryChange): boolean =>
  controls.some(({ effect }) => effect === 'breaks') || (assessed.then && !assessed.now) || diagnostics.some(({ severity }) => severity === 'error')

/** What a change of standing amounts to. */
export function effectOf({ then, now }: FindingChange, answered: { readonly then: boolean; readonly now: boolean }): Effect {
  if (now === 'not-applicable' && then !== undefined) return 'switches-off'
  if (now === 'satisfied') return 'improves'
  if (then === 'satisfied' || (then === 'accepted' && now !== undefined)) return now === undefined ? 'changes' : 'breaks'
  if (now === 'accepted') return 'improves'
  if (now === 'not-satisfied' && then !== 'not-satisfied' && then !== 'not-assessed') return 'asks'
  return answered.now && !answered.then ? 'answers' : 'changes'
}
