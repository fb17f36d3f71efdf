import type { Application, Catalog, CivilDate, Lifecycle, Tier } from '../schema/types.js'
import { fingerprintOfFacts } from './digest.js'
import type { People } from './people.js'
import { judgeReviews, type ReviewJudgement } from './review.js'
import { riskTier, type RiskTier } from './risk-tier.js'

/** A characteristic that somebody stated, or that a stated factor level implies. */
export type Fact = { readonly value: boolean; readonly impliedBy?: string }

/** What is known of an application when applicability is decided. */
export type Facts = {
  readonly lifecycle: Lifecycle | undefined
  readonly characteristics: ReadonlyMap<string, Fact>
  readonly tier: Tier | undefined
  readonly riskTier: RiskTier | undefined
  /** Whether a person accepted exactly these facts. */
  readonly review: ReviewJudgement
}

/** The facts of an application, reviewed up to the cutoff. What a level implies holds also where it is denied: of two contrary statements the one that asks for more counts. */
export function factsOf(catalog: Catalog, application: Application, people: People, cutoff: CivilDate, asOf: CivilDate = cutoff): Facts {
  const characteristics = new Map<string, Fact>()
  for (const factor of catalog.risk?.factors ?? []) {
    const stated = application['risk-factors'] ?? {}
    const level = factor.levels.find((candidate) => Object.hasOwn(stated, factor.id) && candidate.id === stated[factor.id])
    for (const implied of level?.implies ?? []) characteristics.set(implied, { value: true, impliedBy: `${factor.id}: ${level?.id}` })
  }
  for (const [id, value] of Object.entries(application.characteristics ?? {})) if (value || !characteristics.has(id)) characteristics.set(id, { value })
  const tier = riskTier(catalog, application)
  return {
    lifecycle: application.lifecycle,
    characteristics,
    tier: tier?.tier,
    riskTier: tier,
    review: judgeReviews(application.reviews, () => fingerprintOfFacts(application), ownersOf(application), people, cutoff, asOf),
  }
}

/** The people who own an application and so cannot review it. */
export const ownersOf = (application: Application): readonly string[] =>
  [application.owner.accountable, application.owner.technical].filter((person) => person !== undefined)
