import { carryMapping, type Carried } from '../model/carry-mapping.js'
import type { CoverageState, CoverageTotals, Reach } from '../model/coverage.js'
import { editionPath, followEditions, type Followed } from '../model/follow-editions.js'
import type { FrameworkEntry } from '../model/library.js'
import { rollUp, totalsOf, type ControlStates } from './roll-up.js'

/** An element of the later edition that took the place of none, with what our mapping can show of it. */
export type NewElement = { readonly element: string; readonly reach: Reach }

/** Two editions of one framework beside each other. */
export type ComparedEditions = {
  readonly from: FrameworkEntry
  readonly to: FrameworkEntry
  /** The editions between them, the oldest first. */
  readonly through: readonly string[]
  readonly elements: readonly Followed[]
  readonly added: readonly NewElement[]
  readonly mappings: readonly Carried[]
}

/** Compares two editions; undefined where no file about editions connects them in this direction. */
export function compareEditions(from: FrameworkEntry, to: FrameworkEntry): ComparedEditions | undefined {
  const path = editionPath(from, to)
  if (path === undefined) return undefined
  const elements = followEditions(from, path)
  const reached = new Set(elements.flatMap((followed) => followed.to.map(({ element }) => element)))
  const added = rollUp(to).flatMap(({ id, reach }) => (reached.has(id) ? [] : [{ element: id, reach }]))
  return { from, to, through: path.slice(0, -1).map(({ framework }) => framework.id), elements, added, mappings: carryMapping(from, to, elements) }
}

/** How one application is covered under both editions. */
export type CoverageUnderBoth = {
  readonly from: CoverageTotals
  readonly to: CoverageTotals
  /** The state of each element that does not only group others, by its id. */
  readonly fromStates: ReadonlyMap<string, CoverageState>
  readonly toStates: ReadonlyMap<string, CoverageState>
}

/** The coverage of one application under both editions, by the same findings. */
export function coverageUnderBoth({ from, to }: Pick<ComparedEditions, 'from' | 'to'>, states: ControlStates): CoverageUnderBoth {
  const [older, newer] = [rollUp(from, states), rollUp(to, states)]
  const byId = (covered: typeof older): ReadonlyMap<string, CoverageState> => new Map(covered.flatMap(({ id, state }) => (state === undefined ? [] : [[id, state]])))
  return { from: totalsOf(older), to: totalsOf(newer), fromStates: byId(older), toStates: byId(newer) }
}
