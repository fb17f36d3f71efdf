import { LEVELS } from '../../model/risk-tier.js'
import type { TrendPoint } from '../context.js'
import { dataTable, type Row } from '../data-table.js'
import { chart, emphasis, paragraph } from '../nodes.js'
import { quarterFaults } from '../quarter-faults.js'
import { WITH_CHART, type BlockSection } from '../section.js'

/** Satisfied controls and open gaps, quarter by quarter. */
export const trend: BlockSection = {
  name: 'trend', kind: 'block', options: { chart: WITH_CHART }, summary: 'satisfied controls and open gaps by severity over the closed quarters, or that none was closed',
  render: (context, { chart: drawn }) => {
    const { texts, subject, trend: points = [] } = context
    if (points.length === 0) return [...quarterFaults(context), paragraph(subject ? texts.noTrendOfIt : texts.noTrend)]
    const severities = [...LEVELS].reverse()
    const all = ({ gaps }: TrendPoint): number => severities.reduce((sum, severity) => sum + gaps[severity], 0)
    // What could not be read at all has no figures, and no point in a chart.
    const known = points.filter(({ assessed }) => assessed > 0)
    const [first, last] = [known[0], known.at(-1)]
    return [
      ...quarterFaults(context),
      ...(drawn === 'no' || first === undefined || last === undefined ? [] : [chart({
        id: 'chart-trend', kind: 'line', title: texts.captions.trend, categories: known.map(({ quarter }) => quarter),
        alt: texts.altTrend(first.quarter, all(first), last.quarter, all(last)),
        series: [{ name: texts.columns.satisfied, tone: 'good', values: known.map(({ satisfied }) => satisfied) }, { name: texts.columns.gaps, tone: 'bad', values: known.map(all) }, { name: texts.columns.accepted, tone: 'accepted', values: known.map(({ accepted }) => accepted) }],
      })]),
      ...dataTable(context, { id: 'trend', caption: texts.captions.trend }, [
        { key: 'quarter', heads: true }, { key: 'asOf', kind: 'date' }, ...(subject ? [] : [{ key: 'entriesAssessed' } as const]), { key: 'satisfied', kind: 'count' }, { key: 'gaps', kind: 'count' },
        ...severities.map((severity) => ({ key: severity, title: texts.levels[severity], kind: 'count' as const })), { key: 'accepted', kind: 'count' }, { key: 'notAssessed', kind: 'count' },
      ], points.map((point): Row => [
        point.corrected ? texts.corrected(point.quarter) : point.quarter, point.asOf, ...(subject ? [] : [texts.partOf(point.assessed, point.entries)]),
        ...(point.assessed > 0 ? [point.satisfied, all(point), ...severities.map((severity) => point.gaps[severity]), point.accepted, point['not-assessed']].map(String) : [...Array.from({ length: severities.length + 3 }, () => ''), emphasis(texts.all)]),
      ])),
    ]
  },
}
