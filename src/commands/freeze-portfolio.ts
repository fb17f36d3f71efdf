import { addUp } from '../assess/add-up.js'
import { freezeApplication } from '../assess/freeze-application.js'
import type { Host } from '../host/host.js'
import { fingerprintOfAsk } from '../model/digest.js'
import { isInForce, type FrameworkEntry, type Library } from '../model/library.js'
import type { QuarterTail } from '../model/quarter-text.js'
import type { CivilDate, FrozenApplication, FrozenControl, FrozenTotals } from '../schema/types.js'
import { assessPortfolio } from './assess-portfolio.js'
import { coverageOf, frameworksInScope } from './portfolio.js'
import type { Workspace } from './workspace.js'

/** A portfolio as it is frozen: its entries one by one, and what is known once all have come. */
export type FrozenPortfolio = {
  readonly applications: AsyncGenerator<FrozenApplication>
  readonly tail: () => QuarterTail
  readonly totals: () => FrozenTotals
  /** Reviews that came too late to count, by entry. */
  readonly lateReviews: ReadonlyMap<string, number>
}

/** Assesses a portfolio with two clocks and freezes it. */
export function freezePortfolio(host: Host, workspace: Workspace, { asOf, cutoff }: { readonly asOf: CivilDate; readonly cutoff: CivilDate }): FrozenPortfolio {
  const { library } = workspace
  const frameworks = frameworksInScope(library)
  const sum = addUp()
  const lateReviews = new Map<string, number>()
  async function* applications(): AsyncGenerator<FrozenApplication> {
    for await (const outcome of assessPortfolio(host, workspace, { asOf, cutoff, gapSeverity: 'none' })) {
      const { id, entry, assessment } = outcome
      const frozen = freezeApplication({ id, ...(entry && { kind: entry.kind }), ...(assessment && { assessment }), diagnostics: outcome.diagnostics, coverage: coverageOf(outcome, frameworks, library) })
      const { application, evidence, implementations } = assessment?.files ?? { application: { reviews: [] }, evidence: [], implementations: [] }
      const late = [application.reviews, ...[...evidence, ...implementations].map(({ data }) => data.reviews)].flatMap((reviews) => reviews ?? []).filter(({ on }) => on > cutoff).length
      if (late > 0) lateReviews.set(id, late)
      sum.add(frozen)
      yield frozen
    }
  }
  const tail = (): QuarterTail => ({
    controls: frozenControls(library, frameworks),
    frameworks: frameworks.map(({ id, framework: { edition, status } }) => ({ id, edition, status, coverage: sum.coverage(id) })),
    totals: sum.totals(),
  })
  return { applications: applications(), tail, totals: sum.totals, lateReviews }
}

/** The controls in force, as a quarter keeps them. */
export function frozenControls(library: Library, frameworks: readonly FrameworkEntry[]): readonly FrozenControl[] {
  const related = new Map<string, string[]>()
  for (const { id, rows } of frameworks) {
    const controls = new Set([...rows.values()].flat().flatMap(({ data }) => (data.relationship === 'no-relationship' ? [] : data.controls)))
    for (const control of controls) related.set(control, [...(related.get(control) ?? []), id])
  }
  return [...library.controls.values()]
    .filter((entry) => isInForce(entry))
    .map(({ control, group }) => {
      const { id, version, severity, effective } = control
      return { id, version, group, severity, effective, asks: fingerprintOfAsk(control), ...(related.has(id) && { frameworks: related.get(id) ?? [] }) }
    })
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
