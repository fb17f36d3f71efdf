import { dueDays, gapSeverity, LEVELS } from '../../model/risk-tier.js'
import { dataTable } from '../data-table.js'
import type { BlockSection } from '../section.js'

/** The severities of gaps with the days until each is due, and how a risk tier raises them. */
export const scale: BlockSection = {
  name: 'scale', kind: 'block', options: {}, summary: 'the scale: how a risk tier raises the severity of a control, and in how many days a gap of each severity is due',
  render: (context) => {
    const { texts, library: { catalog } } = context
    const severities = [...LEVELS].reverse()
    return [
      ...dataTable(context, { id: 'scale', caption: texts.captions.scale }, [
        { key: 'controlSeverity', heads: true }, ...LEVELS.map((tier) => ({ key: `tier-${tier}`, title: texts.gapAtTier(texts.levels[tier]) })),
      ], severities.map((severity) => [texts.levels[severity], ...LEVELS.map((tier) => texts.levels[gapSeverity(catalog, severity, tier)])])),
      ...dataTable(context, { id: 'due-days', caption: texts.captions.dueDays }, [{ key: 'severity', heads: true }, { key: 'days', kind: 'count' }], severities.map((severity) => [texts.levels[severity], String(dueDays(catalog, severity))])),
    ]
  },
}
