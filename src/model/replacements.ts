import type { Control, Version } from '../schema/types.js'
import { majorOf } from './digest.js'
import type { ControlEntry, Library } from './library.js'

/** That a control took over answers to another, or to an earlier major version of itself. */
export type Replacement = {
  readonly from: string
  readonly to: string
  /** The version of `to` that took over. */
  readonly version: Version
  readonly objectives: Readonly<Record<string, string>>
  /** Whether answers hold as they are. */
  readonly sameMeaning: boolean
}

/** Everything that controls say they replace, by the control that was answered; the earliest version first, then by id. */
export function replacementsIn(controls: Library['controls']): ReadonlyMap<string, readonly Replacement[]> {
  const found = new Map<string, Replacement[]>()
  for (const { control } of controls.values())
    for (const { control: from, version, objectives = {}, 'same-meaning': sameMeaning = false } of control.replaces ?? [])
      found.set(from, [...(found.get(from) ?? []), { from, to: control.id, version, objectives, sameMeaning }])
  for (const list of found.values()) list.sort((a, b) => majorOf(a.version) - majorOf(b.version) || (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
  return found
}

/** Whether a control still takes answers: it is there and was not withdrawn. */
export const takesAnswers = (entry: ControlEntry | undefined): boolean => entry !== undefined && entry.control.status !== 'withdrawn'

/** The ids of the objectives of a control. */
export const objectiveIds = (control: Pick<Control, 'objectives'> | undefined): ReadonlySet<string> => new Set((control?.objectives ?? []).map(({ id }) => id))
