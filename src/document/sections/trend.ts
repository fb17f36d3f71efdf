import { LEVELS } from '../../model/risk-tier.js'
import type { TrendPoint } from '../context.js'
import { dataTable } from '../data-table.js'
import { chart, paragraph } from '../nodes.js'
import { WITH_CHART, type BlockSection } from '../section.js'

/** Satisfied controls and open gaps, quarter by quarter. */
export const trend: BlockSection = {
  name: 'trend', kind: 'block', options: { chart: WITH_CHART }, summary: 'satisfied controls and open gaps by severity over the closed quarters, or that none was closed',
  render: (context, { chart: drawn }) => {
    const { texts, trend: points = [] } = context
    if (points.length === 0) return [paragraph(texts.noQuarter)]
    const severities = [...LEVELS].reverse()
    const all = ({ gaps }: TrendPoint): number => severities.reduce((sum, severity) => sum + gaps[severity], 0)
    const [first, last] = [points[0], points.at(-1)]
    return [
      ...(drawn === 'no' ? [] : [chart({
        id: 'chart-trend', kind: 'line', title: texts.captions.trend, categories: points.map(({ quarter }) => quarter),
        alt: first && last ? texts.altTrend(first.quarter, all(first), last.quarter, all(last)) : '',
        series: [{ name: texts.columns.satisfied, tone: 'good', values: points.map(({ satisfied }) => satisfied) }, { name: texts.columns.gaps, tone: 'bad', values: points.map(all) }, { name: texts.columns.accepted, tone: 'accepted', values: points.map(({ accepted }) => accepted) }],
      })]),
      ...dataTable(context, { id: 'trend', caption: texts.captions.trend }, [
        { key: 'quarter', heads: true }, { key: 'asOf', kind: 'date' }, { key: 'satisfied', kind: 'count' }, { key: 'gaps', kind: 'count' },
        ...severities.map((severity) => ({ key: severity, title: texts.levels[severity], kind: 'count' as const })), { key: 'accepted', kind: 'count' }, { key: 'notAssessed', kind: 'count' },
      ], points.map((point) => [point.quarter, point.asOf, String(point.satisfied), String(all(point)), ...severities.map((severity) => String(point.gaps[severity])), String(point.accepted), String(point['not-assessed'])])),
    ]
  },
}
