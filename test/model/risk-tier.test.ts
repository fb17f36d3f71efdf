import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueDays, gapSeverity, LEVELS, rankOf, riskTier } from '../../src/model/risk-tier.js'
import type { Application, Catalog, Severity, Tier } from '../../src/schema/types.js'

const level = (id: string, points: number) => ({ id, points, description: 'D' })
const catalog: Catalog = {
  id: 'example', title: 'E', version: '1.0.0',
  risk: {
    factors: [
      { id: 'exposure', title: 'E', question: 'Q', levels: [level('internal', 0), level('internet', 4)] },
      { id: 'impact', title: 'I', question: 'Q', levels: [level('minor', 0), level('major', 2), level('severe', 4)] },
    ],
    // In no order on purpose.
    tiers: [{ tier: 'high', 'from-points': 4 }, { tier: 'low', 'from-points': 0 }, { tier: 'critical', 'from-points': 8 }, { tier: 'moderate', 'from-points': 2 }],
  },
  gaps: {
    'severity-by-tier': {
      low: { low: 'low', moderate: 'moderate', high: 'high', critical: 'critical' },
      moderate: { low: 'low', moderate: 'moderate', high: 'high', critical: 'critical' },
      high: { low: 'moderate', moderate: 'high', high: 'high', critical: 'critical' },
      critical: { low: 'moderate', moderate: 'high', high: 'critical', critical: 'critical' },
    },
    'due-days': { critical: 7, high: 14, moderate: 21, low: 28 },
  },
}
const application = (change: Partial<Application>): Application => ({ 'id': 'a', 'kind': 'application', 'title': 'T', 'purpose': 'P', 'owner': { accountable: 'owner' }, 'in-scope-since': '2026-01-01', ...change })
const { risk: _risk, gaps: _gaps, ...bare } = catalog

describe('the tier', () => {
  test.each<[Readonly<Record<string, string>>, number, Tier]>([
    [{ exposure: 'internal', impact: 'minor' }, 0, 'low'],
    [{ exposure: 'internal', impact: 'major' }, 2, 'moderate'],
    [{ exposure: 'internal', impact: 'severe' }, 4, 'high'],
    [{ exposure: 'internet', impact: 'minor' }, 4, 'high'],
    [{ exposure: 'internet', impact: 'major' }, 6, 'high'],
    [{ exposure: 'internet', impact: 'severe' }, 8, 'critical'],
    [{ exposure: 'internal' }, 4, 'high'], // what is not stated counts as its highest level
    [{}, 8, 'critical'],
    [{ exposure: 'nowhere', impact: 'minor' }, 4, 'high'], // nor does an unknown level count as none
    [{ exposure: 'internal', impact: 'minor', weather: 'rain' }, 0, 'low'],
  ])('of %j is of %i points %s', (factors, points, tier) => {
    expect(riskTier(catalog, application({ 'risk-factors': factors }))).toMatchObject({ points, tier })
    expect(riskTier(catalog, application({ 'risk-factors': factors, 'kind': 'platform' }))).toMatchObject({ points, tier })
  })

  test('names the factors that made it', () =>
    expect(riskTier(catalog, application({ 'risk-factors': { exposure: 'internal' } }))).toEqual({
      tier: 'high', points: 4, factors: [{ factor: 'exposure', level: 'internal', points: 0, stated: true }, { factor: 'impact', level: 'severe', points: 4, stated: false }],
    }))

  test('is not of an organization, nor without a table', () => {
    expect(riskTier(catalog, application({ kind: 'organization' }))).toBeUndefined()
    expect(riskTier(bare, application({}))).toBeUndefined()
  })

  test.each(LEVELS.flatMap((floor) => [['minor', 'low'], ['major', 'moderate'], ['severe', 'high']].map(([impact, tier]) => [floor, impact, tier] as const)))('floor %s raises and never lowers impact %s (%s)', (floor, impact, own) => {
    const stated = { tier: floor, reason: 'R', by: 'ciso' }
    const { tier, raisedBy } = riskTier(catalog, application({ 'risk-factors': { exposure: 'internal', impact: impact ?? '' }, 'tier-floor': stated })) ?? {}
    const raised = LEVELS.indexOf(floor) > LEVELS.findIndex((one) => one === own)
    expect(tier).toBe(raised ? floor : own)
    expect(raisedBy).toEqual(raised ? stated : undefined)
  })
})

describe('the severity of a gap', () => {
  //                          control: low        moderate    high        critical
  test.each<[Tier | undefined, readonly Severity[]]>([
    [undefined, ['low', 'moderate', 'high', 'critical']],
    ['low', /*    */['low', 'moderate', 'high', 'critical']],
    ['moderate', /**/['low', 'moderate', 'high', 'critical']],
    ['high', /*   */['moderate', 'high', 'high', 'critical']],
    ['critical', /**/['moderate', 'high', 'critical', 'critical']],
  ])('in tier %s', (tier, expected) => expect(LEVELS.map((severity) => gapSeverity(catalog, severity, tier))).toEqual(expected))

  test('is the control\'s without a table', () => expect(LEVELS.map((severity) => gapSeverity(bare, severity, 'critical'))).toEqual(LEVELS))

  test('is never lowered, whatever the table says', () => {
    const any = fc.constantFrom(...LEVELS)
    const row = fc.record({ low: any, moderate: any, high: any, critical: any })
    fc.assert(fc.property(fc.record({ low: row, moderate: row, high: row, critical: row }), any, any, (table, severity, tier) =>
      rankOf(gapSeverity({ ...catalog, gaps: { 'severity-by-tier': table, 'due-days': { critical: 1, high: 1, moderate: 1, low: 1 } } }, severity, tier)) >= rankOf(severity)))
  })
})

test('days until due are the table\'s, or the usual ones', () => {
  expect(LEVELS.map((severity) => dueDays(catalog, severity))).toEqual([28, 21, 14, 7])
  expect(LEVELS.map((severity) => dueDays(bare, severity))).toEqual([365, 180, 90, 30])
})

test('levels rise', () => expect(LEVELS.map(rankOf)).toEqual([0, 1, 2, 3]))
