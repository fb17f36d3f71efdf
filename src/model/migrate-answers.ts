import type { CivilDate, Exception, Implementation, PoamItem, Version } from '../schema/types.js'
import type { ApplicationFiles } from './application.js'
import { majorOf } from './digest.js'
import type { Located } from './doc.js'
import type { Library } from './library.js'
import { objectiveIds, replacementsIn, takesAnswers, type Replacement } from './replacements.js'

/** An objective that an answer speaks of, and its id where the answer goes; null where nothing took its place there. */
export type MovedKey = { readonly from: string; readonly to: string | null }

/** An answer as it is to be. */
export type SettledAnswer = {
  readonly answer: Implementation
  readonly keys: readonly MovedKey[]
  /** The replacements that it followed, the earliest first. */
  readonly steps: readonly Replacement[]
  /** Whether it must be given again: it was not given for what is asked now. */
  readonly renew: boolean
  /** Answers of other controls that begin as parts of it. */
  readonly copies: readonly SettledAnswer[]
}

/** What is to be moved in the files of one application, and what must be left to a person. */
export type Migration = {
  readonly answers: readonly (SettledAnswer & { readonly part: Located<Implementation> })[]
  /** Answers that stay where they are, because what took their control's place is answered already. */
  readonly taken: readonly { readonly part: Located<Implementation>; readonly to: string }[]
  readonly plans: readonly { readonly part: Located<PoamItem>; readonly to: string }[]
  /** Exceptions with every control that they name as it is called now. */
  readonly exceptions: readonly { readonly part: Located<Exception>; readonly to: string; readonly compensating: readonly string[] }[]
  /** Exceptions that were approved for a control that asked something else, and stay as they are. */
  readonly asked: readonly { readonly part: Located<Exception>; readonly to: string }[]
}

/** What moves with controls that took the place of others. Nothing comes to satisfy a control that it was not given for. */
export function migrateAnswers(library: Library, files: ApplicationFiles, asOf: CivilDate): Migration {
  const world: World = { controls: library.controls, replacements: inForceOnly(library.controls) }
  const answered = new Set(files.implementations.map(({ data }) => data.control))
  const answers: (SettledAnswer & { part: Located<Implementation> })[] = []
  const place = (part: Located<Implementation>): boolean => {
    const settled = settle(part.data, world)
    const { control } = settled.answer
    if (control !== part.data.control && answered.has(control)) return false
    answered.delete(part.data.control)
    answered.add(control)
    const copies = flat(settled.copies).filter(({ answer }) => !answered.has(answer.control) && answered.add(answer.control))
    if (settled.steps.length > 0 || copies.length > 0) answers.push({ ...settled, copies, part })
    return true
  }
  // An answer that moves away makes room for one that waits for its place.
  let waiting = files.implementations
  for (let before = -1; waiting.length !== before;) {
    before = waiting.length
    waiting = waiting.filter((part) => !place(part))
    if (waiting.length === 0) break
  }
  answers.sort((a, b) => files.implementations.indexOf(a.part) - files.implementations.indexOf(b.part))
  const taken = waiting.map((part) => ({ part, to: settle(part.data, world).answer.control }))
  const open = files.poam.filter(({ data }) => data.closed === undefined)
  const plans = open.flatMap((part) => { const to = successorOf(part.data.control, world).control; return to === part.data.control ? [] : [{ part, to }] })
  const moved = files.exceptions.filter(({ data }) => data.expires >= asOf).flatMap((part) => {
    const named = [part.data.control, ...(part.data.compensating ?? [])]
    const found = named.map((control) => successorOf(control, world))
    const [first, ...rest] = found
    if (first === undefined || found.every(({ control }, index) => control === named[index])) return []
    return [{ part, to: first.control, compensating: rest.map(({ control }) => control), same: found.every(({ same }) => same) }]
  })
  return { answers, taken, plans, exceptions: moved.filter(({ same }) => same), asked: moved.filter(({ same }) => !same) }
}

const flat = (copies: readonly SettledAnswer[]): readonly SettledAnswer[] => copies.flatMap((copy) => [copy, ...flat(copy.copies)])

type World = { readonly controls: Library['controls']; readonly replacements: ReadonlyMap<string, readonly Replacement[]> }

// What is still a draft has taken over nothing.
const inForceOnly = (controls: Library['controls']): ReadonlyMap<string, readonly Replacement[]> =>
  new Map([...replacementsIn(controls)].map(([from, list]) => [from, list.filter(({ to }) => controls.get(to)?.control.status !== 'draft')]))

type State = { readonly control: string; readonly at: Version; readonly version: Version; readonly carried?: Version; readonly renew: boolean; readonly keys: readonly MovedKey[] }

function settle(data: Implementation, world: World): SettledAnswer {
  const before = data['carried-to'] ?? data.version
  const owed = majorOf(before) > majorOf(data.version)
  let state: State = { control: data.control, at: owed ? before : data.version, version: data.version, ...(owed && { carried: before }), renew: owed, keys: Object.keys(data.objectives ?? {}).map((key) => ({ from: key, to: key })) }
  const steps: Replacement[] = []
  const copies: SettledAnswer[] = []
  for (let group = nextGroup(state, world); group.length > 0; group = nextGroup(state, world)) {
    const inPlace = chosen(state.control, group, world)
    for (const other of group) if (other !== inPlace && other.to !== state.control) copies.push(copied(data, follow(state, other, world), world))
    if (inPlace) {
      state = follow(state, inPlace, world, new Set(group.filter((other) => other !== inPlace).flatMap(({ objectives }) => Object.keys(objectives))))
      steps.push(inPlace)
    } else state = { ...state, at: group[0]?.version ?? state.at }
  }
  const known = objectiveIds(world.controls.get(state.control)?.control)
  const used = new Set<string>()
  const keys = steps.length === 0 && copies.length === 0 ? state.keys : state.keys.map(({ from, to }): MovedKey => {
    const there = to !== null && known.has(to) && !used.has(to)
    if (there) used.add(to)
    return { from, to: there ? to : null }
  })
  return { answer: written(data, { ...state, keys }), keys, steps, renew: state.renew, copies }
}

// All that happened at one major version speaks of the ids before it.
function nextGroup({ control, at }: State, { replacements }: World): readonly Replacement[] {
  const later = (replacements.get(control) ?? []).filter(({ version }) => majorOf(version) > majorOf(at))
  return later.filter(({ version }) => majorOf(version) === majorOf(later[0]?.version ?? version))
}

/** What an answer itself follows: a later version of its control, or what took its place where it takes no answers any more. */
function chosen(control: string, group: readonly Replacement[], { controls }: World): Replacement | undefined {
  const self = group.find(({ to }) => to === control)
  const entry = controls.get(control)
  if (self !== undefined || takesAnswers(entry)) return self
  return group.find(({ to }) => to === entry?.control['replaced-by']) ?? group[0]
}

function follow(state: State, step: Replacement, { controls }: World, movedOut: ReadonlySet<string> = new Set()): State {
  const self = step.to === state.control
  // The former meaning is that of the last version before: what was outdated then does not become current by a new name.
  const former = self ? majorOf(step.version) - 1 : majorOf(controls.get(state.control)?.control.version ?? '0.0.0')
  const renew = state.renew || !step.sameMeaning || majorOf(state.version) !== former
  // An id that went elsewhere, or that another objective has now, is no longer its own.
  const lost = new Set([...movedOut, ...Object.values(step.objectives)])
  const keys = state.keys.map(({ from, to }): MovedKey => ({ from, to: to === null ? null : (step.objectives[to] ?? (self && !lost.has(to) ? to : null)) }))
  return { control: step.to, at: step.version, version: renew ? state.version : step.version, ...(renew && { carried: step.version }), renew, keys }
}

// A review was of the whole answer.
function copied({ reviews: _ofTheWhole, ...data }: Implementation, state: State, world: World): SettledAnswer {
  const settled = settle(written(data, state), world)
  return { ...settled, keys: state.keys.flatMap(({ from, to }) => (to === null ? [] : [{ from, to: settled.keys.find((key) => key.from === to)?.to ?? null }])) }
}

function written({ objectives = {}, 'carried-to': _before, control: _control, version: _version, ...rest }: Implementation, { control, version, carried, keys }: State): Implementation {
  const named = keys.flatMap(({ from, to }) => { const answer = objectives[from]; return to === null || answer === undefined ? [] : [[to, answer] as const] })
  return { control, version, ...(carried !== undefined && { 'carried-to': carried }), ...rest, ...(named.length > 0 && { objectives: Object.fromEntries(named) }) }
}

/** What took the place of a control that takes no answers any more, and whether only its name changed. */
function successorOf(control: string, world: World): { readonly control: string; readonly same: boolean } {
  const seen = new Set<string>()
  let at = control
  let same = true
  while (!takesAnswers(world.controls.get(at)) && !seen.has(at)) {
    seen.add(at)
    const group = (world.replacements.get(at) ?? []).filter(({ to }) => to !== at)
    const step = chosen(at, group, world)
    if (step === undefined) break
    same &&= step.sameMeaning
    at = step.to
  }
  return takesAnswers(world.controls.get(at)) ? { control: at, same } : { control, same: true }
}
