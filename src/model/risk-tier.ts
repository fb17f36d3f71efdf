import type { Application, Catalog, Severity, Tier } from '../schema/types.js'

/** Severities and tiers, lowest first. */
export const LEVELS = ['low', 'moderate', 'high', 'critical'] as const satisfies readonly Severity[]

/** Place of a severity or tier in its order, 0 to 3. */
export const rankOf = (level: Severity | Tier): number => LEVELS.indexOf(level)

/** One factor's share in a tier. */
export type FactorScore = {
  readonly factor: string
  /** The stated level, or the highest one when none was stated. */
  readonly level: string
  readonly points: number
  readonly stated: boolean
}

/** A risk tier with the factors that made it. */
export type RiskTier = {
  readonly tier: Tier
  readonly points: number
  readonly factors: readonly FactorScore[]
  /** The floor, when it raised the tier. */
  readonly raisedBy?: { readonly tier: Tier; readonly reason: string; readonly by: string }
}

/** The tier by the table of the catalog, or undefined where the catalog has no table or the entry is the organization. A factor that nobody stated counts as its highest level. */
export function riskTier(catalog: Catalog, application: Application): RiskTier | undefined {
  if (catalog.risk === undefined || application.kind === 'organization') return undefined
  const stated = application['risk-factors'] ?? {}
  const factors = catalog.risk.factors.map((factor): FactorScore => {
    const level = factor.levels.find((candidate) => Object.hasOwn(stated, factor.id) && candidate.id === stated[factor.id])
    const counted = level ?? factor.levels.reduce((a, b) => (b.points > a.points ? b : a))
    return { factor: factor.id, level: counted.id, points: counted.points, stated: level !== undefined }
  })
  const points = factors.reduce((sum, factor) => sum + factor.points, 0)
  const tier = catalog.risk.tiers.reduce<Tier>(
    (highest, row) => (points >= row['from-points'] && rankOf(row.tier) > rankOf(highest) ? row.tier : highest),
    'low',
  )
  const floor = application['tier-floor']
  const raised = floor !== undefined && rankOf(floor.tier) > rankOf(tier)
  return { tier: raised ? floor.tier : tier, points, factors, ...(raised && { raisedBy: floor }) }
}

/** The severity of a gap: the control's severity, raised or kept by the tier. */
export function gapSeverity(catalog: Catalog, control: Severity, tier: Tier | undefined): Severity {
  const stated = tier && catalog.gaps?.['severity-by-tier'][tier][control]
  // Nothing lowers one, so a table that would is not heeded.
  return stated !== undefined && rankOf(stated) > rankOf(control) ? stated : control
}

const DUE_DAYS: Readonly<Record<Severity, number>> = { critical: 30, high: 90, moderate: 180, low: 365 }

/** Days from the opening of a gap until it is due. */
export const dueDays = (catalog: Catalog, severity: Severity): number => catalog.gaps?.['due-days'][severity] ?? DUE_DAYS[severity]
