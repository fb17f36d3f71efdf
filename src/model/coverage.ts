import type { MappedRow } from './library.js'

/** What a mapping alone can show of an element. */
export type Reach = 'full' | 'partial' | 'outside-catalog' | 'unmapped'

/** States of a leaf element for one application. */
export const COVERAGE_STATES = ['met', 'met-within-reach', 'partly-met', 'not-met', 'not-applicable', 'outside-catalog', 'unmapped'] as const
export type CoverageState = (typeof COVERAGE_STATES)[number]

/** The words printed for an element of kind `risk`, which is addressed, never met. */
export const RISK_WORDS: Readonly<Record<CoverageState, string>> = {
  'met': 'addressed',
  'met-within-reach': 'addressed within reach',
  'partly-met': 'partly addressed',
  'not-met': 'open',
  'not-applicable': 'not applicable',
  'outside-catalog': 'outside catalog',
  'unmapped': 'unmapped',
}

/** How many of the applicable controls that relate to an element are satisfied. */
export type Standing = { readonly satisfied: number; readonly applicable: number }

/** Coverage of one leaf element. Without an application there is only the reach. */
export type ElementCoverage = {
  readonly id: string
  readonly reach: Reach
  readonly rows: readonly MappedRow[]
  readonly standing?: Standing
  readonly state?: CoverageState
}

/** Leaf elements by state; the denominator is the sum. */
export type CoverageTotals = Readonly<Record<CoverageState, number>>

/** No element in any state. */
export const noCoverage = (): Record<CoverageState, number> => ({ 'met': 0, 'met-within-reach': 0, 'partly-met': 0, 'not-met': 0, 'not-applicable': 0, 'outside-catalog': 0, 'unmapped': 0 })
