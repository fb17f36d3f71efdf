import { rollUp, totalsOf } from '../assess/roll-up.js'
import type { Finding } from '../model/assessment.js'
import { controlStates } from '../model/control-states.js'
import { noCoverage, type CoverageTotals } from '../model/coverage.js'
import { openGaps } from '../model/gaps.js'
import type { FrameworkEntry, Library } from '../model/library.js'
import type { Application, Severity, Tier } from '../schema/types.js'
import type { Place } from '../source/place.js'
import type { Outcome } from './assess-portfolio.js'

/** The frameworks that are reported on: those of the configuration, else those adopted, else all that are not superseded. */
export function frameworksInScope(library: Library): readonly FrameworkEntry[] {
  const named = library.config.frameworks ?? (library.adoptions.size > 0 ? [...library.adoptions.keys()] : undefined)
  if (named) return named.flatMap((id) => library.frameworks.get(id) ?? [])
  return [...library.frameworks.values()].filter(({ framework }) => framework.status !== 'superseded')
}

/** Whether an adoption holds for an inventory entry; a framework without an adoption holds for all. */
export function isAdoptedFor(library: Library, framework: string, application: Application): boolean {
  const entries = library.adoptions.get(framework)?.data.entries
  if (entries === undefined) return true
  if (entries.only && !entries.only.includes(application.id)) return false
  if (entries.except?.includes(application.id)) return false
  return entries.lifecycle === undefined || application.kind === 'organization' || (application.lifecycle !== undefined && entries.lifecycle.includes(application.lifecycle))
}

/** A gap in the small record that a run keeps of it. */
export type GapRecord = { readonly control: string; readonly severity: Severity; readonly reason: string; readonly opened: string; readonly due: string; readonly place: Place }

/** What a run keeps of an assessed application. */
export type ApplicationRecord = {
  readonly id: string
  readonly kind: Application['kind'] | undefined
  readonly assessed: boolean
  readonly tier: Tier | undefined
  readonly reviewed: boolean
  readonly counts: Readonly<Record<'satisfied' | 'gaps' | 'accepted' | 'notApplicable' | 'upcoming' | 'unanswered' | 'notAssessed', number>>
  /** The worst three open gaps. */
  readonly worst: readonly GapRecord[]
  /** Severity of the worst open gap. */
  readonly worstSeverity: Severity | undefined
}

/** The record of one outcome. */
export function recordOf(outcome: Outcome): ApplicationRecord {
  const findings = outcome.assessment?.findings ?? []
  const count = (holds: (finding: Finding) => boolean): number => findings.filter(holds).length
  const open = openGaps(findings)
  return {
    id: outcome.id,
    kind: outcome.entry?.kind,
    assessed: outcome.assessment !== undefined,
    tier: outcome.assessment?.facts.tier,
    reviewed: outcome.assessment?.facts.review.state === 'accepted',
    counts: {
      satisfied: count((finding) => finding.state === 'satisfied'),
      gaps: open.length,
      accepted: count((finding) => finding.accepted !== undefined),
      notApplicable: count((finding) => finding.state === 'not-applicable'),
      upcoming: count((finding) => finding.state === 'upcoming'),
      unanswered: count((finding) => finding.state === 'not-satisfied' && !finding.answered),
      notAssessed: count((finding) => finding.state === 'not-assessed'),
    },
    worst: open.slice(0, 3).map((finding) => {
      const reason = finding.reasons[0]
      return { control: finding.control, severity: finding.severity, reason: reason?.text ?? '', opened: finding.opened ?? '', due: finding.due ?? '', place: reason?.place ?? finding.place }
    }),
    worstSeverity: open[0]?.severity,
  }
}

/** Coverage totals of one application, by framework id. */
export function coverageOf(outcome: Outcome, frameworks: readonly FrameworkEntry[], library: Library): Readonly<Record<string, CoverageTotals>> {
  const { assessment, entry } = outcome
  if (assessment === undefined || entry === undefined) return {}
  const states = controlStates(assessment.findings, outcome.providers)
  return Object.fromEntries(frameworks.filter(({ id }) => isAdoptedFor(library, id, assessment.files.application)).map((framework) => [framework.id, totalsOf(rollUp(framework, states))]))
}

/** Adds totals: across applications states are counted, never averaged. */
export function addTotals(sum: Map<string, Record<keyof CoverageTotals, number>>, coverage: Readonly<Record<string, CoverageTotals>>): void {
  for (const [framework, totals] of Object.entries(coverage)) {
    const into = sum.get(framework) ?? noCoverage()
    for (const state of Object.keys(into) as (keyof CoverageTotals)[]) into[state] += totals[state] // the keys of CoverageTotals
    sum.set(framework, into)
  }
}
