import type { FindingState } from '../model/assessment.js'
import { noCoverage, type CoverageState, type CoverageTotals, type ElementCoverage, type Reach, type Standing } from '../model/coverage.js'
import type { Located } from '../model/doc.js'
import type { FrameworkElement, FrameworkEntry } from '../model/library.js'
import type { MappingRow } from '../schema/types.js'

/** The state of each control for one application; undefined where the catalog has no such control in force. */
export type ControlStates = (control: string) => FindingState | undefined

/** Coverage of every leaf element of a framework: by the mapping alone, or for one application. */
export const rollUp = (framework: FrameworkEntry, states?: ControlStates): readonly ElementCoverage[] =>
  [...framework.elements.values()].filter((element) => !element.heading).map((element) => coverElement(framework, element, states))

/** Leaf elements by state. */
export function totalsOf(coverage: readonly ElementCoverage[]): CoverageTotals {
  const totals = noCoverage()
  for (const { state } of coverage) if (state !== undefined) totals[state] += 1
  return totals
}

function coverElement(framework: FrameworkEntry, element: FrameworkElement, states: ControlStates | undefined): ElementCoverage {
  const rows = framework.rows.get(element.id) ?? []
  const related = rows.filter((row) => row.data.relationship !== 'no-relationship')
  const reach = reachOf(related, rows.length > 0 || framework.outside.has(element.id))
  if (states === undefined) return { id: element.id, reach, rows }
  const standing = standingOf(related, states)
  return { id: element.id, reach, rows, standing, state: stateOf(element, related, reach, standing, states) }
}

const isFull = (row: Located<MappingRow>): boolean => row.data.relationship === 'equal-to' || row.data.relationship === 'superset-of'

/** What the rows that relate can show. */
export function reachOf(related: readonly Located<MappingRow>[], stated: boolean): Reach {
  if (related.some(isFull)) return 'full'
  if (related.length > 0) return 'partial'
  return stated ? 'outside-catalog' : 'unmapped'
}

const COUNTED: ReadonlySet<FindingState | undefined> = new Set<FindingState | undefined>(['satisfied', 'not-satisfied', 'not-assessed'])

function standingOf(related: readonly Located<MappingRow>[], states: ControlStates): Standing {
  const controls = [...new Set(related.flatMap((row) => row.data.controls))]
  const applicable = controls.map(states).filter((state) => COUNTED.has(state))
  return { satisfied: applicable.filter((state) => state === 'satisfied').length, applicable: applicable.length }
}

function stateOf(element: FrameworkElement, related: readonly Located<MappingRow>[], reach: Reach, { satisfied, applicable }: Standing, states: ControlStates): CoverageState {
  if (reach === 'outside-catalog' || reach === 'unmapped') return reach
  // A management-system clause always applies (ISO/IEC 42001, clauses 4 to 10), so nothing makes it not applicable.
  const none = related.every((row) => row.data.controls.every((control) => states(control) === 'not-applicable'))
  if (none && element.kind !== 'clause') return 'not-applicable'
  if (related.some((row) => isFull(row) && isMet(row, states))) return 'met'
  if (satisfied === 0) return 'not-met'
  return satisfied === applicable ? 'met-within-reach' : 'partly-met'
}

function isMet(row: Located<MappingRow>, states: ControlStates): boolean {
  const members = row.data.controls.map(states)
  return members.every((state) => state === 'satisfied' || state === 'not-applicable') && members.includes('satisfied')
}
