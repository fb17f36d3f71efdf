import { lostLevels } from '../model/catalog-causes.js'
import { isNewMajor } from './catalog-step.js'
import { ownCatalog } from './example-change.js'
import { homeOfCatalog, isOwnLayerGone, ownCatalogDoc } from './home-of-catalog.js'
import type { ChangeRule } from './rule.js'

const table = (levels: readonly string[]): string => `risk:
  factors:
    - id: members
      title: Members
      question: How many members ask it?
      levels:
${levels.map((level, points) => `        - { id: ${level}, points: ${points}, description: So many. }\n`).join('')}  tiers: [{ tier: low, from-points: 0 }, { tier: moderate, from-points: 1 }, { tier: high, from-points: 2 }, { tier: critical, from-points: 3 }]
`

/** A risk factor, or a level of one, is gone without a new major version of the catalog. */
export const removedRiskFactor: ChangeRule = {
  code: 'removed-risk-factor',
  kind: 'change',
  severity: 'error',
  summary: 'A risk factor or one of its levels is gone, and the catalog has no new major version.',
  rationale: 'Inventory entries state it, and their risk tier rests on it. A factor that is not stated counts as its highest level, so that a level which is gone can raise a tier unseen.',
  since: '0.1.0',
  previous: ownCatalog(table(['few', 'some', 'many'])),
  bad: ownCatalog(table(['few', 'many']), '1.1.0'),
  good: ownCatalog(table(['few', 'some', 'many', 'all']), '2.0.0'),
  *check(context) {
    const { changes: { riskFactors }, previous, library, than } = context
    if (ownCatalogDoc(previous)?.data.risk === undefined || isNewMajor(context) || isOwnLayerGone(context)) return
    const at = homeOfCatalog(library, ownCatalogDoc(library)?.data.risk === undefined ? 'version' : 'risk')
    for (const { factor, level } of lostLevels(riskFactors))
      yield { at, message: `The ${level === undefined ? `risk factor \`${factor}\`` : `level \`${level}\` of the risk factor ${factor}`} is gone since \`${than}\`.`, hint: 'Bring it back, or give the catalog a new major version.', touches: { factor, ...(level !== undefined && { level }) } }
  },
}
