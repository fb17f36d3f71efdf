import type { FindingState } from '../model/assessment.js'
import { noCoverage, type CoverageState, type CoverageTotals, type ElementCoverage, type Reach, type Standing } from '../model/coverage.js'
import type { ControlsInForce, FrameworkElement, FrameworkEntry } from '../model/library.js'
import type { Control, MappingRow } from '../schema/types.js'

/** The state of each control for one application: its own finding, or the organization's; undefined where neither has one. */
export type ControlStates = (control: string) => FindingState | undefined

/** Coverage of every leaf element of a framework: by the mapping alone, or for one application. */
export const rollUp = (framework: FrameworkEntry, states?: ControlStates): readonly ElementCoverage[] =>
  leavesOf(framework).map((leaf) => (states === undefined ? reachOnly(leaf) : coverLeaf(leaf, framework.inForce, states)))

/** Leaf elements by state. */
export function totalsOf(coverage: readonly ElementCoverage[]): CoverageTotals {
  const totals = noCoverage()
  for (const { state } of coverage) if (state !== undefined) totals[state] += 1
  return totals
}

/** A leaf element with what its mapping says of it, which is the same for every application. */
type Leaf = { readonly element: FrameworkElement; readonly rows: ElementCoverage['rows']; readonly sets: readonly RelatedSet[]; readonly controls: readonly string[]; readonly reach: Reach }

const known = new WeakMap<FrameworkEntry, readonly Leaf[]>()

function leavesOf(framework: FrameworkEntry): readonly Leaf[] {
  const found = known.get(framework)
  if (found) return found
  const leaves = [...framework.elements.values()].filter((element) => !element.heading).map((element): Leaf => {
    const rows = framework.rows.get(element.id) ?? []
    const sets = rows.flatMap((row) => relatedSet(row.data, framework) ?? [])
    return { element, rows, sets, controls: [...new Set(sets.flatMap((set) => set.controls))], reach: reachOf(sets, framework.outside.has(element.id)) }
  })
  known.set(framework, leaves)
  return leaves
}

const reachOnly = ({ element, reach, rows }: Leaf): ElementCoverage => ({ id: element.id, reach, rows })

function coverLeaf(leaf: Leaf, inForce: ControlsInForce, states: ControlStates): ElementCoverage {
  const { element, reach, rows, controls } = leaf
  const stateOfMember = (control: string): MemberState => states(control) ?? silence(inForce.get(control))
  const members = controls.map(stateOfMember)
  const standing = { satisfied: members.filter((state) => state === 'satisfied').length, applicable: members.filter((state) => COUNTED.has(state)).length }
  return { id: element.id, reach, rows, standing, state: stateOf(leaf, members, standing, stateOfMember) }
}

type RelatedSet = { readonly controls: readonly string[]; readonly full: boolean }

// A set with a member that is not in force, was left out or loosened reaches only partially; one with no other relates to nothing.
function relatedSet({ controls, relationship }: MappingRow, { inForce, loosened }: FrameworkEntry): RelatedSet | undefined {
  const members = controls.filter((control) => inForce.has(control))
  if (relationship === 'no-relationship' || members.length === 0) return undefined
  return { controls: members, full: (relationship === 'equal-to' || relationship === 'superset-of') && members.length === controls.length && !members.some((control) => loosened.has(control)) }
}

// That some controls have no relationship to an element does not say that the whole catalog has none.
function reachOf(sets: readonly RelatedSet[], outside: boolean): Reach {
  if (sets.length > 0) return sets.some((set) => set.full) ? 'full' : 'partial'
  return outside ? 'outside-catalog' : 'unmapped'
}

/** The state of a member; `not-asked`: of an application's control the organization, which is not asked for it. */
type MemberState = FindingState | 'not-asked' | undefined

// Each application and platform has a finding for each of its own controls, so what has none is the organization's that was not assessed, or an application's.
const silence = (scope: Control['scope'] | undefined): MemberState => (scope === undefined ? undefined : scope === 'organization' ? 'not-assessed' : 'not-asked')

const COUNTED: ReadonlySet<MemberState> = new Set<MemberState>(['satisfied', 'not-satisfied', 'not-assessed'])

function stateOf({ element, sets, reach }: Leaf, members: readonly MemberState[], { satisfied, applicable }: Standing, stateOfMember: (control: string) => MemberState): CoverageState {
  if (reach === 'outside-catalog' || reach === 'unmapped') return reach
  // A management-system clause always applies (ISO/IEC 42001, clauses 4 to 10), so nothing makes it not applicable.
  const none = members.every((state) => state === 'not-applicable' || state === 'not-asked')
  if (none && element.kind !== 'clause') return 'not-applicable'
  if (satisfied > 0 && sets.some((set) => set.full && isMet(set.controls.map(stateOfMember)))) return 'met'
  if (satisfied === 0) return 'not-met'
  return reach === 'partial' && satisfied === applicable ? 'met-within-reach' : 'partly-met'
}

const isMet = (states: readonly MemberState[]): boolean =>
  states.every((state) => state === 'satisfied' || state === 'not-applicable') && states.includes('satisfied')
